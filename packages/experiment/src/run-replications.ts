import { describeBorder, simulateBorder } from "@mpp-sim/border";
import { drive, drivePausing } from "./drive.ts";
import { foldRun } from "./fold-run.ts";
import { type Replicated, replicate } from "./replicate.ts";
import type { RunOptions } from "./run-options.ts";
import type { RunResult } from "./run-result.ts";

/**
 * Runs the replications one after the other in this process and folds them by index. An error thrown by a replication does not
 * throw here: the result is marked `failed` and keeps those that finished.
 * @throws RangeError if the number of replications is not a whole number from 1
 */
export function runReplications(options: RunOptions): RunResult {
  return drive(replicatedAndFolded(options));
}

/**
 * As `runReplications`, but awaits `pause` after each replication, so that a progress bar can draw and signals can arrive. The
 * result is the same, bit for bit.
 * @throws RangeError if the number of replications is not a whole number from 1
 */
export function runReplicationsPausing(
  options: RunOptions & { readonly pause: () => Promise<void> },
): Promise<RunResult> {
  return drivePausing(replicatedAndFolded(options), options.pause);
}

function* replicatedAndFolded(options: RunOptions): Generator<void, RunResult, void> {
  const { parameters, extensions, simulate = simulateBorder } = options;
  const { catalogue = describeBorder(parameters, extensions) } = options;
  const [replicated] = yield* replicate([{ name: "", parameters, extensions, catalogue }], { ...options, simulate });
  return foldRun(replicated as Replicated, { ...options, catalogue });
}
