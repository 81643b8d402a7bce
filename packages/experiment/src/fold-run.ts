import type { BorderCatalogue, ReplicationResult } from "@mpp-sim/border";
import { columnsOf } from "./columns.ts";
import type { Estimate } from "./estimate.ts";
import { foldBottlenecks } from "./fold-bottlenecks.ts";
import { foldDaily } from "./fold-daily.ts";
import { foldFingerprints } from "./fold-fingerprints.ts";
import { foldMeasures } from "./fold-measures.ts";
import { rowNamed } from "./row-named.ts";
import type { RunResult, StopCause } from "./run-result.ts";
import type { Replicated } from "./units/rounds.ts";

/** Measures of a run that are 0 if the code is sound. */
const invariants: readonly string[] = ["system.balance", "system.families-split"];

/** Folds finished replications, by index, into the result of a run. */
export function foldRun(
  { finished, truncated, stop }: Replicated,
  run: { readonly catalogue: BorderCatalogue; readonly seed: string; readonly replications: number },
): RunResult {
  const { catalogue, seed, replications: asked } = run;
  const replications = [...finished].sort((a, b) => a.replication - b.replication);
  const balanceViolations = violationsIn(catalogue, [...replications, ...(truncated ? [truncated] : [])]);
  const ending = endingOf(stop, balanceViolations, asked);
  return {
    catalogue,
    seed,
    replicationsAsked: asked,
    replicationsDone: replications.length,
    ...ending,
    replications,
    estimates: foldMeasures(catalogue, replications),
    daily: foldDaily(catalogue, replications),
    bottlenecks: foldBottlenecks(catalogue, replications),
    fingerprint: foldFingerprints(replications),
    balanceViolations,
    estimate: estimateNamed,
  };
}

/** One function for every run, so that equal results compare as equal, and a copy with other estimates searches its own. */
function estimateNamed(this: Pick<RunResult, "estimates">, name: string): Estimate {
  return rowNamed(this.estimates, "measure", name);
}

/** How many break an invariant. */
function violationsIn({ measures }: BorderCatalogue, replications: readonly ReplicationResult[]): number {
  const rows = [...measures.keys()].filter((row) => invariants.includes(measures[row]?.name ?? ""));
  const columns = [...columnsOf(replications, "measures", rows)];
  return replications.filter((_, index) => columns.some((column) => column[index] !== 0)).length;
}

function endingOf(
  stop: Replicated["stop"],
  balanceViolations: number,
  asked: number,
): Pick<RunResult, "status" | "reason" | "stoppedBy" | "error"> {
  if (stop?.by === "error") return { status: "failed", reason: stop.reason, stoppedBy: "error", error: stop.error };
  if (balanceViolations > 0) {
    const stoppedBy: StopCause = "imbalance";
    return {
      status: "failed",
      reason: `people do not balance in ${balanceViolations} of ${asked} replications`,
      stoppedBy,
    };
  }
  if (stop) return { status: "truncated", reason: stop.reason, stoppedBy: stop.by };
  return { status: "complete", reason: "" };
}
