import type { Command } from "./command.ts";
import { studyOptions } from "./options.ts";

/** `mpp sensitivity FILE` */
export const sensitivity: Command = {
  name: "sensitivity",
  options: studyOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "sensitivity <file>",
      "Move every value with a range to its ends, and rank them by what they change",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(studyOptions)
          .example(`${command} sensitivity ${example}`, "")
          .example(`${command} sensitivity ${example} --of sector.tucson.released --until 2019-12-21`, ""),
      (asked) =>
        choose(async (host) => {
          const { sensitivity: run } = await import("../study/sensitivity.ts");
          return run(asked, host);
        }),
    ),
};
