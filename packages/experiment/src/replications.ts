import { type ReplicationResult, simulateBorder } from "@mpp-sim/border";
import { rowNamed } from "./row-named.ts";
import type { RunOptions } from "./run-options.ts";
import { policyOf } from "./run-replications.ts";
import { simulateUnit } from "./units/simulate-unit.ts";

/** What to run, one replication at a time. */
export interface ReplicationsOptions
  extends Omit<RunOptions, "replications" | "precision" | "onProgress" | "interrupted"> {
  /** As many at most; without end unless given: whoever loops decides. */
  readonly replications?: number;
}

/** One finished replication. */
export interface OneReplication extends ReplicationResult {
  /**
   * A measure of it, by its name in `summary.json`; NaN where it is not defined.
   * @throws RangeError if there is no measure of that name; the message gives the nearest ones
   * @example replication.measure("sector.tucson.released")
   */
  measure(name: string): number;
}

/**
 * Replications one after the other, from 0 on, each simulated when it is asked for. Nothing is kept and nothing written; leaving the loop ends it.
 * A number of them that hangs on what they show is chosen by chance in part: `precision` of `runReplications` takes care of that.
 * @throws RangeError if a replication exceeds a limit; whatever a simulation throws
 * @example for await (const { replication, measure } of replications({ parameters, seed: "a" })) if (measure("system.released") > 900) break;
 */
export async function* replications({
  replications: most = Number.POSITIVE_INFINITY,
  ...options
}: ReplicationsOptions): AsyncGenerator<OneReplication, void, void> {
  const policies = [policyOf(options)];
  const { measures } = (policies[0] as (typeof policies)[number]).catalogue;
  const simulating = { ...options, simulate: options.simulate ?? simulateBorder };
  for (let replication = 0; replication < most; replication++) {
    const outcome = simulateUnit(policies, { policy: 0, replication }, simulating);
    if (outcome === undefined) return;
    if ("error" in outcome) throw outcome.error;
    const { result } = outcome;
    if (result.status === "truncated") {
      throw new RangeError(`replication ${replication} must end within its limits, got stopped: ${result.message}`);
    }
    const measure = (name: string): number =>
      result.measures[measures.indexOf(rowNamed(measures, "measure", name))] as number;
    yield { ...result, measure };
  }
}
