import { describeBorder, simulateBorder } from "@mpp-sim/border";
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
  const settled = settle(options);
  const running = replicate(settled);
  let step = running.next();
  while (!step.done) step = running.next();
  return foldRun(step.value, settled);
}

/**
 * As `runReplications`, awaiting `pause` after each replication, so that a progress bar can draw and an interruption be heard.
 * The result is the same, bit for bit.
 * @throws RangeError if the number of replications is not a whole number from 1
 */
export async function runReplicationsPausing(
  options: RunOptions & { readonly pause: () => Promise<void> },
): Promise<RunResult> {
  const settled = settle(options);
  const running = replicate(settled);
  let step: IteratorResult<void, Replicated> = running.next();
  while (!step.done) {
    await options.pause();
    step = running.next();
  }
  return foldRun(step.value, settled);
}

function settle(options: RunOptions): RunOptions & Required<Pick<RunOptions, "simulate" | "catalogue">> {
  const { simulate = simulateBorder, catalogue = describeBorder(options.parameters) } = options;
  return { ...options, simulate, catalogue };
}
