import type { Command } from "./command.ts";
import { colorOption, onceOnly, scenarioOptions, variantsOption, wholeNumber } from "./options.ts";

const mostReplications = 1_000_000;
const mostWorkers = 256;

const runOptions = {
  ...scenarioOptions,
  ...variantsOption,
  seed: {
    type: "string",
    requiresArg: true,
    coerce: onceOnly("--seed"),
    describe: "any text; the same seed meets the same people",
  },
  replications: {
    type: "string",
    requiresArg: true,
    coerce: wholeNumber("--replications", 1, mostReplications),
    describe: "how many",
  },
  workers: {
    type: "string",
    requiresArg: true,
    coerce: wholeNumber("--workers", 1, mostWorkers),
    describe: "threads that run replications (else as many as pay off)",
  },
  answer: {
    type: "boolean",
    default: true,
    describe: "answer what the scenario asks; --no-answer for its own results alone",
  },
  resume: { type: "boolean", default: false, describe: "go on with a run that was stopped or killed" },
  fresh: { type: "boolean", default: false, describe: "run every replication anew, also those kept from before" },
  out: {
    type: "string",
    requiresArg: true,
    coerce: onceOnly("--out"),
    describe: "the run directory (else one below runs/)",
  },
  json: { type: "boolean", default: false, describe: "print one JSON document and nothing else" },
  quiet: { type: "boolean", default: false, describe: "print errors only" },
  progress: { type: "boolean", default: false, describe: "lines of progress where there is no terminal" },
  ...colorOption,
} as const;

/** `mpp run FILE` */
export const run: Command = {
  name: "run",
  options: runOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "run <file>",
      "Run the replications of a scenario, print the summary, write the run directory",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(runOptions)
          .example(`${command} run ${example} --replications 20 --seed a`, ""),
      (asked) =>
        choose(async (host) => {
          const { runScenario } = await import("../run/run-scenario.ts");
          return runScenario(asked, host);
        }),
    ),
};
