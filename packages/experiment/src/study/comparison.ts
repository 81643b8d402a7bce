import { pairingRatio } from "../control-variate.ts";
import { chanceOf, holm } from "../differences-from.ts";
import type { Estimate, Spread } from "../estimate.ts";
import { independentDifference } from "../independent-difference.ts";
import { pairedDifference } from "../paired-difference.ts";
import { estimateOf, type StudyMeasure } from "./fold-study.ts";

/** A policy that is compared: its figures by measure and then by replication. */
export interface ComparedPolicy {
  /** As a reader knows it. */
  readonly name: string;
  /** The same replication met the same people under every policy, but for one with `otherPeople`. */
  readonly values: readonly (readonly number[])[];
  /** Whether its replications met other people than those of the first policy. */
  readonly otherPeople?: boolean;
}

/** A measure under a policy less the same under the first one. */
export interface PolicyDifference extends Spread {
  /** Whether both met the same people: then it is taken replication by replication, over those that both have; else it is of two means. */
  readonly paired: boolean;
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
    const found = others.map((other) => differenceFrom(base, values(other), other.otherPeople === true));
    const differ = holm(found.map(({ chance }) => chance));
    return {
      ...measure,
      estimates: policies.map((one) => estimateOf(measure, values(one))),
      differences: policies.map((_, index) => {
        const one = found[index - 1];
        return one && { ...one.difference, distinguishable: differ[index - 1] ?? false };
      }),
    };
  });
}

/** What a policy has beside the first one, and the chance of it, were there nothing. */
function differenceFrom(base: readonly number[], own: readonly number[], otherPeople: boolean) {
  if (otherPeople) {
    const { spread, chance } = independentDifference(own, base);
    return { chance, difference: { ...spread, paired: false, varianceRatio: null } };
  }
  const both = Math.min(own.length, base.length);
  const [mine, theirs] = [own.slice(0, both), base.slice(0, both)];
  const spread = pairedDifference(mine, theirs);
  return {
    chance: chanceOf(spread),
    difference: { ...spread, paired: true, varianceRatio: pairingRatio(mine, theirs) },
  };
}
