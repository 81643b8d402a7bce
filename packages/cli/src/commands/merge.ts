import type { Command } from "./command.ts";
import { printOptions, textOption, workersOption } from "./options.ts";

const mergeOptions = {
  out: textOption("--out", "the run directory (else the one of the run in one go)"),
  "run-missing": { type: "boolean", default: false, describe: "run here what no shard has brought" },
  ...workersOption,
  ...printOptions,
} as const;

/** `mpp merge DIR...` */
export const merge: Command = {
  name: "merge",
  options: mergeOptions,
  define: (program, { choose, command }) =>
    program.command(
      "merge <directories..>",
      "Make the run directory from the directories of its shards",
      (yargs) =>
        yargs
          .positional("directories", {
            type: "string",
            array: true,
            demandOption: true,
            describe: "all shards of a run, see run --shard",
          })
          .options(mergeOptions)
          .example(`${command} merge part-1 part-2`, "")
          .example(`${command} merge runs/my-scenario-a-20-*.shard-*-of-7 --run-missing`, ""),
      ({ "run-missing": runMissing, ...asked }) =>
        choose(async (host) => {
          const { mergeShards } = await import("../shards/merge-shards.ts");
          return mergeShards({ ...asked, runMissing }, host);
        }),
    ),
};
