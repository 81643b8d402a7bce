import type { Command } from "./command.ts";
import { numberOption, printOptions, textOption, workersOption } from "./options.ts";

const reproduceOptions = {
  replication: numberOption("--replication", 0, 1_000_000, "only this replication, from 0, against its record"),
  scenario: textOption("--scenario", "where the scenario is now, if it is not where it was"),
  ...workersOption,
  ...printOptions,
} as const;

/** `mpp reproduce DIR` */
export const reproduce: Command = {
  name: "reproduce",
  options: reproduceOptions,
  define: (program, { choose, command }) =>
    program.command(
      "reproduce <directory>",
      "Run what a run directory holds again and compare the bytes: exit code 0 if all are the same, 4 if not",
      (yargs) =>
        yargs
          .positional("directory", { type: "string", demandOption: true, describe: "the directory of a run" })
          .options(reproduceOptions)
          .example(`${command} reproduce runs/my-run`, "")
          .example(`${command} reproduce runs/my-run --replication 3`, ""),
      (asked) =>
        choose(async (host) => {
          const { reproduce: run } = await import("../reproduce/reproduce.ts");
          return run(asked, host);
        }),
    ),
};
