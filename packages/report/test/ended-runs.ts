import type { RunResult } from "@mpp-sim/experiment";
import { fakeRun, withMeasure } from "./fake-run.ts";

/** One that came to its end. */
export const run: RunResult = fakeRun({ days: 100, replications: 50 });

/** Interrupted after the first replication. */
export const truncated: RunResult = {
  ...fakeRun({ days: 100, replications: 1 }),
  replicationsAsked: 50,
  status: "truncated",
  stoppedBy: "interruption",
  reason: "interrupted: 1 of 50 replications finished",
};

/** Three people are too many in every other replication. */
export const unbalanced: RunResult = {
  ...withMeasure(run, "system.balance", [0, 3]),
  status: "failed",
  stoppedBy: "imbalance",
  reason: "people do not balance in 25 of 50 replications",
  balanceViolations: 25,
};
