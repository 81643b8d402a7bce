import { workerData } from "node:worker_threads";
import type { Outcome, Unit } from "../units/rounds.ts";
import type { Job } from "./job.ts";
import { UnitRunner } from "./unit-runner.ts";

/** What a thread is started with. */
export interface Started {
  readonly job: Job;
  /** Not 0 once the run was interrupted. */
  readonly flag: Int32Array<SharedArrayBuffer>;
}

const { job, flag } = workerData as Started;
const runner = new UnitRunner(job);
const interrupted = (): boolean => Atomics.load(flag, 0) !== 0;

/** Runs some units in a thread of its own. Undefined where one was interrupted. */
export default function runUnits(units: readonly Unit[]): (Outcome | undefined)[] {
  return units.map((unit) => runner.run(unit, interrupted));
}
