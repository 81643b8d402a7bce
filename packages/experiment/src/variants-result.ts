import type { Estimate, Spread } from "./estimate.ts";
import type { RunResult } from "./run-result.ts";

/** The result of one variant. */
export interface VariantResult {
  /** As given. */
  readonly name: string;
  /** Its own replications, and what comes of them. */
  readonly result: RunResult;
}

/** A measure under a variant less the same under the reference, over the same people: one object of `differences.json`. */
export interface Difference extends Spread {
  /** Name of the variant compared. */
  readonly variant: string;
  /** Name of what it is compared with. */
  readonly reference: string;
  /** Name of the measure. */
  readonly name: string;
  /** Unit of the measure. */
  readonly unit: string;
  /**
   * From 0 at 95 %, corrected for the number of variants compared (Holm). False where fewer than two replications define it.
   * `halfWidth` is not corrected: it is that of the interval of this difference alone.
   */
  readonly distinguishable: boolean;
}

/** Variants run over the same replications; status and fingerprint are of all of them together. */
export interface VariantsResult
  extends Pick<
    RunResult,
    | "seed"
    | "replicationsAsked"
    | "replicationsDone"
    | "status"
    | "reason"
    | "stoppedBy"
    | "error"
    | "fingerprint"
    | "balanceViolations"
  > {
  /** Name of the variant that the others are compared with. */
  readonly reference: string;
  /** In the order given; all have the same replications. */
  readonly variants: readonly VariantResult[];
  /** Variants compared with the reference: comparisons of each measure, for which `distinguishable` is corrected. */
  readonly comparisons: number;
  /** By variant, then by measure in the order of its catalogue; measures that the reference does not have are left out. */
  readonly differences: readonly Difference[];
  /** Where the variants are futures of which one will come: each measure over all of them, by probability. */
  readonly mixture?: readonly Estimate[];
  /**
   * The estimate of one measure under one variant.
   * @throws RangeError if there is no such variant, or it has no measure of that name
   * @example result.estimate("no-bus", "sector.tucson.released").mean
   */
  estimate(this: Pick<VariantsResult, "variants">, variant: string, name: string): Estimate;
  /**
   * One measure under a variant less the same under the reference.
   * @throws RangeError if there is no such variant beside the reference, or not both have a measure of that name
   * @example result.difference("no-bus", "sector.tucson.released").distinguishable
   */
  difference(this: Pick<VariantsResult, "differences">, variant: string, name: string): Difference;
}
