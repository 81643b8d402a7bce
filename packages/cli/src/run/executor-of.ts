import { availableParallelism } from "node:os";
import { type Executor, stored } from "@mpp-sim/experiment";
import { type Job, threads, workersThatPay } from "@mpp-sim/experiment/node";
import type { Host } from "../host.ts";
import type { Run } from "../run-directory/manifest.ts";
import type { KeptRecords } from "./kept-records.ts";
import { runLimits } from "./run-limits.ts";

interface Needed {
  readonly run: Run;
  readonly source: Job["scenario"];
  readonly records: KeptRecords;
  /** As many as pay off unless given. */
  readonly workers: number | undefined;
  readonly host: Pick<Host, "unitWorker">;
}

/** Who runs the units of a run: this thread or several others, and only those units that are not kept. */
export function executorOf({ run, source, records, workers, host }: Needed): (own: Executor) => Executor {
  const { variants, replications, seed } = run;
  const missing = replications * Math.max(1, variants.length) - records.count(replications);
  const count = workers ?? workersThatPay(missing, availableParallelism());
  // Futures of one replication share its past: they are run one after the other by one thread.
  const together = variants.some(({ past }) => past !== undefined) ? variants.length : 1;
  const job: Job = { scenario: source, variants: variants.map(({ name }) => name), seed, limits: runLimits };
  return (own) =>
    stored(records, count === 1 ? own : threads(job, { workers: count, entry: host.unitWorker, together }));
}
