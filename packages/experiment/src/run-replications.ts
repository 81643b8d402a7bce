import { describeBorder, simulateBorder } from "@mpp-sim/border";
import { foldRun } from "./fold-run.ts";
import { replicate, replicateBy } from "./replicate.ts";
import type { RunOptions } from "./run-options.ts";
import type { RunResult } from "./run-result.ts";
import { type Executing, executing } from "./units/in-process.ts";
import type { Replicated } from "./units/rounds.ts";
import type { Policy } from "./units/simulate-unit.ts";

/**
 * Runs the replications one after the other in this process and folds them by index. An error thrown by a replication does not
 * throw here: the result is marked `failed` and keeps those that finished.
 * @throws RangeError if the number of replications is not a whole number from 1, or the precision is none, or of no measure of the run
 */
export function runReplications(options: RunOptions): RunResult {
  const policy = policyOf(options);
  const [replicated] = replicate([policy], withSimulate(options));
  return foldRun(replicated as Replicated, { ...options, ...policy });
}

/**
 * As `runReplications`, but awaits `pause` after each replication, so that a progress bar can draw and signals can arrive, or leaves the
 * replications to an executor. The result is the same, bit for bit.
 * @throws RangeError if the number of replications is not a whole number from 1
 */
export async function runReplicationsPausing(options: RunOptions & Executing): Promise<RunResult> {
  const policy = policyOf(options);
  const [replicated] = await replicateBy(executing([policy], withSimulate(options), options), [policy], options);
  return foldRun(replicated as Replicated, { ...options, ...policy });
}

export function policyOf({ parameters, extensions, catalogue }: Omit<RunOptions, "replications">): Policy {
  return { name: "", parameters, extensions, catalogue: catalogue ?? describeBorder(parameters, extensions) };
}

function withSimulate(options: RunOptions): RunOptions & Required<Pick<RunOptions, "simulate">> {
  return { ...options, simulate: options.simulate ?? simulateBorder };
}
