import type { Command } from "./command.ts";
import { numberOption, studyOptions, varyOption, wordOption } from "./options.ts";

const sweepOptions = {
  vary: varyOption("path=a..b[:steps] or path=a,b,c; a path alone has its range in the file (again for more)"),
  design: {
    ...wordOption(
      "--design",
      ["grid", "lhs", "sobol"],
      "every combination, or points spread over all: a Latin hypercube or a Sobol' sequence",
    ),
    default: "grid",
  },
  points: numberOption("--points", 2, 10_000, "how many points, where the design is no grid (else 32)"),
  ...studyOptions,
} as const;

/** `mpp sweep FILE --vary path=a..b` */
export const sweep: Command = {
  name: "sweep",
  options: sweepOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "sweep <file>",
      "Run a scenario at every combination of some values, with the same people at each",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(sweepOptions)
          .example(`${command} sweep ${example} --vary buses.tucson-el-paso.seats=40,60`, "")
          .example(`${command} sweep ${example} --vary sectors.tucson.eligibility.discretion.family`, ""),
      (asked) =>
        choose(async (host) => {
          const { sweep: run } = await import("../study/sweep.ts");
          return run(asked, host);
        }),
    ),
};
