import type { Command } from "./command.ts";
import { fullOption, resumeOption, runningOptions, scenarioOptions, textOption, variantsOption } from "./options.ts";

const runOptions = {
  ...scenarioOptions,
  ...variantsOption,
  ...runningOptions,
  shard: textOption(
    "--shard",
    "only this part of the run, I/N from 1; /N takes I from an array job; see docs/clusters.md",
  ),
  answer: {
    type: "boolean",
    default: true,
    describe: "answer what the scenario asks; --no-answer for its own results alone",
  },
  ...fullOption,
  ...resumeOption,
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
          .conflicts("shard", "queue")
          .example(`${command} run ${example} --replications 20 --seed a`, "")
          .example(`${command} run ${example} --set buses.tucson-el-paso.seats=60 --no-answer`, ""),
      (asked) =>
        choose(async (host) => {
          const { shardAsked } = await import("../shards/shard.ts");
          // Who names a queue wants no shard, whatever the environment says.
          const shard = shardAsked(asked.queue === undefined ? asked.shard : "off", host.environment);
          if (shard !== undefined) {
            const { runShard } = await import("../shards/run-shard.ts");
            return runShard(asked, shard, host);
          }
          const { runScenario } = await import("../run/run-scenario.ts");
          return runScenario(asked, host);
        }),
    ),
};
