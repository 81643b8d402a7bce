import type { Command } from "./command.ts";
import { dateOption, textOption } from "./options.ts";

const censusOptions = {
  on: { ...dateOption("--on", "local date at whose start it is taken"), demandOption: true },
  out: { ...textOption("--out", "the table to write; it is replaced"), demandOption: true },
  seed: textOption("--seed", "instead of the file's"),
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
