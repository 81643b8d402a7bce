import { type Cause, causes } from "@mpp-sim/border";
import type { Command } from "./command.ts";
import { onceOnly, scenarioOptions, wholeNumber } from "./options.ts";

const whyOptions = {
  ...scenarioOptions,
  case: {
    type: "string",
    requiresArg: true,
    coerce: wholeNumber("--case", 1, 1_000_000_000),
    describe: "its number in the order of apprehension, from 1",
  },
  released: {
    type: "string",
    requiresArg: true,
    choices: causes,
    coerce: (given: unknown) => onceOnly("--released")(given) as Cause,
    describe: "instead: the first case released for this cause",
  },
  sector: {
    type: "string",
    requiresArg: true,
    coerce: onceOnly("--sector"),
    implies: "released",
    describe: "with --released: the first of those caught in this sector",
  },
  replication: {
    type: "string",
    requiresArg: true,
    coerce: wholeNumber("--replication", 0, 1_000_000),
    default: 0,
    describe: "which replication, from 0",
  },
  variant: { type: "string", requiresArg: true, coerce: onceOnly("--variant"), describe: "under this variant" },
  seed: { type: "string", requiresArg: true, coerce: onceOnly("--seed"), describe: "instead of the file's" },
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
