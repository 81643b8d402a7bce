import { sampleVariance } from "simple-statistics";
import { chanceOf, holm } from "../differences-from.ts";
import type { Estimate, Spread } from "../estimate.ts";
import { pairedDifference } from "../paired-difference.ts";
import { estimateOf, type StudyMeasure } from "./fold-study.ts";

/** A policy that is compared: its figures by measure and then by replication. */
export interface ComparedPolicy {
  /** As a reader knows it. */
  readonly name: string;
  /** All policies met the same people in the same replication. */
  readonly values: readonly (readonly number[])[];
}

/** A measure under a policy less the same under the first one, over the same people. */
export interface PolicyDifference extends Spread {
  /** From 0 at 95 %, corrected for the number of policies compared (Holm). False where fewer than two replications define it. */
  readonly distinguishable: boolean;
  /**
   * The variance of the difference by what it would be in independent runs, the sum of both variances: below 1 as far as the same people
   * help. Null where nothing varies.
   */
  readonly varianceRatio: number | null;
}

/** One measure under all policies. */
export interface ComparedMeasure extends StudyMeasure {
  /** In the order of the policies. */
  readonly estimates: readonly Estimate[];
  /** From the first policy; undefined for that one itself. */
  readonly differences: readonly (PolicyDifference | undefined)[];
}

/** Policies side by side, and each less the first. Which differences are distinguishable is decided for each measure over all policies together. */
export function comparePolicies(
  measures: readonly StudyMeasure[],
  policies: readonly ComparedPolicy[],
): readonly ComparedMeasure[] {
  const [first, ...others] = policies;
  return measures.map((measure, column) => {
    const values = ({ values: own }: ComparedPolicy): readonly number[] => own[column] as readonly number[];
    const base = first ? values(first) : [];
    const spreads = others.map((other) => pairedDifference(values(other), base));
    const differ = holm(spreads.map(chanceOf));
    return {
      ...measure,
      estimates: policies.map((one) => estimateOf(measure, values(one))),
      differences: policies.map((one, index) => {
        const spread = spreads[index - 1];
        if (spread === undefined) return undefined;
        return {
          ...spread,
          distinguishable: differ[index - 1] ?? false,
          varianceRatio: varianceRatio(values(one), base),
        };
      }),
    };
  });
}

function varianceRatio(own: readonly number[], base: readonly number[]): number | null {
  const pairs = own.flatMap((value, index) => {
    const other = base[index] as number;
    return Number.isNaN(value) || Number.isNaN(other) ? [] : [[value, other] as const];
  });
  if (pairs.length < 2) return null;
  const apart = sampleVariance(pairs.map(([value]) => value)) + sampleVariance(pairs.map(([, other]) => other));
  return apart === 0 ? null : sampleVariance(pairs.map(([value, other]) => value - other)) / apart;
}
