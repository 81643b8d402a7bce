import { causes } from "@mpp-sim/border";
import type { Command } from "./command.ts";
import { numberOption, scenarioOptions, textOption, wordOption } from "./options.ts";

const whyOptions = {
  ...scenarioOptions,
  case: numberOption("--case", 1, 1_000_000_000, "its number in the order of apprehension, from 1"),
  released: wordOption("--released", causes, "instead: the first case released for this cause"),
  sector: {
    ...textOption("--sector", "with --released: the first of those caught in this sector"),
    implies: "released",
  },
  replication: { ...numberOption("--replication", 0, 1_000_000, "which replication, from 0"), default: 0 },
  variant: textOption("--variant", "under this variant"),
  seed: textOption("--seed", "instead of the file's"),
} as const;

/** `mpp why FILE --case N` */
export const why: Command = {
  name: "why",
  options: whyOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "why <file>",
      "Tell one case's whole path: where it was, what it waited for and why, how it left",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(whyOptions)
          .conflicts("case", "released")
          .example(`${command} why ${example} --case 1`, ""),
      (asked) =>
        choose(async (host) => {
          const { tellWhy } = await import("../tell-why.ts");
          return tellWhy(asked, host);
        }),
    ),
};
