import type { Command } from "./command.ts";
import { date, onceOnly } from "./options.ts";

const censusOptions = {
  on: {
    type: "string",
    requiresArg: true,
    demandOption: true,
    coerce: date("--on"),
    describe: "local date at whose start it is taken",
  },
  out: {
    type: "string",
    requiresArg: true,
    demandOption: true,
    coerce: onceOnly("--out"),
    describe: "the table to write; it is replaced",
  },
  seed: { type: "string", requiresArg: true, coerce: onceOnly("--seed"), describe: "instead of the file's" },
} as const;

/** `mpp census FILE --on DATE --out TABLE` */
export const census: Command = {
  name: "census",
  options: censusOptions,
  define: (program, { choose, command }) =>
    program.command(
      "census <file>",
      "Write everyone who is there on a date, as the model has it, for another scenario to start from",
      (yargs) =>
        yargs
          .positional("file", {
            type: "string",
            demandOption: true,
            describe: "the scenario that is run up to the date",
          })
          .options(censusOptions)
          .example(`${command} census scenarios/southwest-border-2019.yaml --on 2019-11-22 --out census.csv`, ""),
      (asked) =>
        choose(async (host) => {
          const { writeCensus } = await import("../write-census.ts");
          return writeCensus(asked, host);
        }),
    ),
};
