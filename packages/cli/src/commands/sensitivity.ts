import type { Command } from "./command.ts";
import { names, numberOption, studyOptions, wordOption } from "./options.ts";

const sensitivityOptions = {
  method: {
    ...wordOption(
      "--method",
      ["oat", "morris", "sobol"],
      "one at a time, elementary effects (Morris), or shares of the variance (Sobol')",
    ),
    default: "oat",
  },
  vary: {
    type: "string",
    array: true,
    requiresArg: true,
    coerce: names("--vary"),
    default: [],
    defaultDescription: "all; for sobol those of the answer",
    describe: "this range, or all whose paths begin so (again for more)",
  },
  trajectories: numberOption("--trajectories", 2, 1_000, "of morris: walks through all ranges (else 8)"),
  rows: numberOption("--rows", 2, 100_000, "of sobol: best a power of 2 (else 64)"),
  ...studyOptions,
} as const;

/** `mpp sensitivity FILE` */
export const sensitivity: Command = {
  name: "sensitivity",
  options: sensitivityOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "sensitivity <file>",
      "Rank the values with a range by what they change",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(sensitivityOptions)
          .example(`${command} sensitivity ${example}`, "")
          .example(`${command} sensitivity ${example} --method morris --vary sectors.tucson`, "")
          .example(`${command} sensitivity ${example} --of sector.tucson.released --until 2019-12-21`, ""),
      (asked) =>
        choose(async (host) => {
          const { sensitivity: run } = await import("../study/sensitivity.ts");
          return run(asked, host);
        }),
    ),
};
