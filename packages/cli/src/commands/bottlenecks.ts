import type { Command } from "./command.ts";
import { studyOptions } from "./options.ts";

const { of: _of, ...withoutMeasures } = studyOptions;

const bottlenecksOptions = {
  all: {
    type: "boolean",
    default: false,
    describe: "capacities of the whole border, not only those that the people in focus may meet",
  },
  ...withoutMeasures,
} as const;

/** `mpp bottlenecks FILE` */
export const bottlenecks: Command = {
  name: "bottlenecks",
  options: bottlenecksOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "bottlenecks <file>",
      "What one more of each capacity is worth, alone and in pairs, beside what people wait for",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(bottlenecksOptions)
          .example(`${command} bottlenecks ${example} --replications 10`, "")
          .example(`${command} bottlenecks ${example} --all --until 2019-12-31`, ""),
      (asked) =>
        choose(async (host) => {
          const { bottlenecks: run } = await import("../study/bottlenecks.ts");
          return run(asked, host);
        }),
    ),
};
