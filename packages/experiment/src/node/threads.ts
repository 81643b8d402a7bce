import { Piscina } from "piscina";
import type { Executor } from "../units/executor.ts";
import type { Outcome, Unit } from "../units/rounds.ts";
import type { Job } from "./job.ts";
import type { Started } from "./unit-worker.ts";

/** How units are shared among threads. */
export interface ThreadsOptions {
  /** From 1. */
  readonly workers: number;
  /** The module `unit-worker`, as it is where the program runs. */
  readonly entry: URL;
  /** How many units, one after the other, go to one thread: futures of one replication share its past. 1 unless given. */
  readonly together?: number;
}

/** So often is an interruption looked for, in milliseconds. Each unit looks for itself. */
const watchEvery = 50;

/** Below this many units a thread does not pay: it loads the scenario anew, in some seconds. */
const unitsThatPay = 10;

/** As many threads as pay off for so many units, up to the cores there are; 1 stands for none besides the program's own. */
export function workersThatPay(units: number, cores: number): number {
  return Math.max(1, Math.min(cores, Math.floor(units / unitsThatPay)));
}

/** Runs units in threads. Each loads the scenario of the job by itself. */
export function threads(job: Job, { workers, entry, together = 1 }: ThreadsOptions): Executor {
  return {
    async run(units, told, interrupted) {
      const flag = new Int32Array(new SharedArrayBuffer(4));
      const pool = new Piscina<readonly Unit[], (Outcome | undefined)[]>({
        filename: entry.href,
        minThreads: workers,
        maxThreads: workers,
        // Nobody waits for the next units of a thread that has finished.
        concurrentTasksPerWorker: 2,
        workerData: { job, flag } satisfies Started,
      });
      const watch = setInterval(() => interrupted() && Atomics.store(flag, 0, 1), watchEvery);
      const source = units[Symbol.iterator]();
      const lane = async (): Promise<void> => {
        for (;;) {
          const batch = interrupted() ? [] : taken(source, together);
          if (batch.length === 0) return;
          const outcomes = await pool.run(batch).catch((error: unknown): Outcome[] => [{ error }]);
          for (const [index, outcome] of outcomes.entries()) if (outcome) told(batch[index] as Unit, outcome);
        }
      };
      try {
        await Promise.all(Array.from({ length: 2 * workers }, lane));
      } finally {
        clearInterval(watch);
        await pool.destroy();
      }
    },
  };
}

function taken(source: Iterator<Unit, unknown>, most: number): Unit[] {
  const batch: Unit[] = [];
  while (batch.length < most) {
    const next = source.next();
    if (next.done) break;
    batch.push(next.value);
  }
  return batch;
}
