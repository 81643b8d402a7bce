import type { Command } from "./command.ts";
import { queueOption, workersOption } from "./options.ts";

const workerOptions = {
  ...queueOption,
  workers: { ...workersOption.workers, describe: "units at a time (else as many as there are cores)" },
} as const;

/** `mpp worker` */
export const worker: Command = {
  name: "worker",
  options: workerOptions,
  define: (program, { choose, command }) =>
    program.command(
      "worker",
      "Run units of other people's runs, from a queue in Redis, until it is interrupted",
      (yargs) =>
        yargs
          .options(workerOptions)
          .example(`${command} worker --queue redis://127.0.0.1:6379`, "")
          .example(`MPP_QUEUE=redis://:PASSWORD@HOST:6379 ${command} worker --workers 2`, ""),
      (asked) =>
        choose(async (host) => {
          const { runWorker } = await import("../queue/run-worker.ts");
          return runWorker(asked, host);
        }),
    ),
};
