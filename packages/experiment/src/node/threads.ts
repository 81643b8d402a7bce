import { Piscina } from "piscina";
import type { Executor } from "../units/executor.ts";
import { oneByOne } from "../units/in-process.ts";
import type { Outcome, Unit } from "../units/rounds.ts";
import type { Job } from "./job.ts";
import { UnitRunner } from "./unit-runner.ts";
import type { Started } from "./unit-worker.ts";

/** Threads that run units of a job, until they are closed. */
export interface Threads {
  /**
   * `together` units of the order in which they are given, 1 unless given, go to one thread: futures of one replication share its past,
   * replications of one policy its scenario.
   */
  executor(together?: number): Executor;
  /** One unit that came from elsewhere; undefined if it was interrupted. */
  runOne(unit: Unit): Promise<Outcome | undefined>;
  /** Gives up the units under way, for good. */
  interrupt(): void;
  /** Once nothing is to be run any more. */
  close(): Promise<void>;
}

/** So often is an interruption looked for, in milliseconds. Each unit looks for itself. */
const watchEvery = 50;

/** Below this many units a thread does not pay: it loads the scenario anew, in some seconds. */
const unitsThatPay = 10;

/** As many threads as pay off for so many units, up to the cores there are; 1 stands for none besides the program's own. */
export function workersThatPay(units: number, cores: number): number {
  return Math.max(1, Math.min(cores, Math.floor(units / unitsThatPay)));
}

/** Starts threads; `entry` is the module `unit-worker` as it is where the program runs. */
export function threads(job: Job, workers: number, entry: URL): Threads {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const pool = new Piscina<readonly Unit[], (Outcome | undefined)[]>({
    filename: entry.href,
    minThreads: workers,
    maxThreads: workers,
    // Nobody waits for the next units of a thread that has finished.
    concurrentTasksPerWorker: 2,
    workerData: { job, flag } satisfies Started,
  });
  const outcomesOf = (units: readonly Unit[]): Promise<(Outcome | undefined)[]> =>
    pool.run(units).catch((error: unknown) => [{ error }]);
  const executor = (together = 1): Executor => ({
    async run(units, told, interrupted) {
      const watch = setInterval(() => interrupted() && Atomics.store(flag, 0, 1), watchEvery);
      const source = units[Symbol.iterator]();
      const lane = async (): Promise<void> => {
        for (;;) {
          const batch = interrupted() ? [] : taken(source, together);
          if (batch.length === 0) return;
          const outcomes = await outcomesOf(batch);
          for (const [index, outcome] of outcomes.entries()) if (outcome) told(batch[index] as Unit, outcome);
        }
      };
      await Promise.all(Array.from({ length: 2 * workers }, lane)).finally(() => clearInterval(watch));
    },
  });
  return {
    executor,
    runOne: async (unit) => (await outcomesOf([unit]))[0],
    interrupt: () => void Atomics.store(flag, 0, 1),
    close: () => pool.destroy(),
  };
}

/** Runs units of a job one after the other in this thread, awaiting `pause` after each. */
export function inThisThread(job: Job, pause: () => Promise<void>): Executor {
  const runner = new UnitRunner(job);
  return oneByOne((unit, interrupted) => runner.run(unit, interrupted), pause);
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
