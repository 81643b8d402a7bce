import { mostShards } from "../shards/shard.ts";
import type { Command } from "./command.ts";
import { numberOption, runningOptions, scenarioOptions, textOption, variantsOption, workersOption } from "./options.ts";

const submitOptions = {
  slurm: { type: "boolean", demandOption: true, describe: "to Slurm, as an array job and one that merges" },
  shards: numberOption("--shards", 1, mostShards, "tasks of the array (else one for each ten units, 100 at most)"),
  sbatch: {
    type: "string",
    array: true,
    requiresArg: true,
    default: [],
    defaultDescription: "none",
    coerce: (given: unknown) => [given].flat().map(String),
    describe: "passed on to sbatch, as in --sbatch=--time=2:00:00 (again for more)",
  },
  "dry-run": { type: "boolean", default: false, describe: "print the script and what would be submitted" },
  ...scenarioOptions,
  ...variantsOption,
  seed: runningOptions.seed,
  replications: runningOptions.replications,
  answer: { type: "boolean", default: true, describe: "as of run" },
  workers: { ...workersOption.workers, describe: "threads of a task (else the cores that Slurm gives it)" },
  out: textOption("--out", "the run directory"),
} as const;

/** `mpp submit --slurm FILE` */
export const submit: Command = {
  name: "submit",
  options: submitOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "submit <file>",
      "Have a batch system run a scenario in shards, and merge them",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(submitOptions)
          .example(`${command} submit --slurm ${example} --shards 8 --dry-run`, "")
          .example(`${command} submit --slurm ${example} --sbatch=--partition=long --sbatch=--cpus-per-task=4`, ""),
      ({ "dry-run": dryRun, ...asked }) =>
        choose(async (host) => {
          const { submit } = await import("../shards/submit.ts");
          return submit({ ...asked, dryRun }, host);
        }),
    ),
};
