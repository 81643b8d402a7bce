import { controlledMean, pairingRatio } from "../control-variate.ts";
import { chanceOf, holm } from "../differences-from.ts";
import type { Estimate, MeanEstimate, Spread } from "../estimate.ts";
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
  /** The same with arrivals as control variate; undefined where they are not given, or not the same under both. */
  readonly controlled?: ControlledDifference;
}

/** A difference, corrected for how many people came. */
export interface ControlledDifference extends MeanEstimate {
  /** The measure that counts them. */
  readonly by: string;
  /** As `varianceRatio` of the difference: its variance by that of independent runs. Null where that is null. */
  readonly varianceRatio: number | null;
}

/** Arrivals by replication, under each policy, and their true mean. */
export interface Control {
  /** The measure that counts them. */
  readonly name: string;
  /** As it follows from the scenario. */
  readonly expected: number;
  /** By policy and then by replication. */
  readonly values: readonly (readonly number[])[];
}

/** One measure under all policies. */
export interface ComparedMeasure extends StudyMeasure {
  /** In the order of the policies. */
  readonly estimates: readonly Estimate[];
  /** From the first policy; undefined for that one itself. */
  readonly differences: readonly (PolicyDifference | undefined)[];
}

/**
 * Policies side by side, and each less the first. Which differences are distinguishable is decided for each measure over all policies together.
 * `controls` has the arrivals that go with each measure, where they are known.
 */
export function comparePolicies(
  measures: readonly StudyMeasure[],
  policies: readonly ComparedPolicy[],
  controls: readonly (Control | undefined)[] = [],
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
        if (one === undefined) return undefined;
        const controlled = one.difference.paired ? controlledOf(policies, column, index, controls[column]) : undefined;
        return { ...one.difference, distinguishable: differ[index - 1] ?? false, ...(controlled && { controlled }) };
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

/** Only where the same people came under both: else the control is no property of the people alone. */
function controlledOf(
  policies: readonly ComparedPolicy[],
  column: number,
  index: number,
  control: Control | undefined,
): ControlledDifference | undefined {
  const [first, own] = [policies[0]?.values[column] ?? [], policies[index]?.values[column] ?? []];
  const [came, cameToo] = [control?.values[0] ?? [], control?.values[index] ?? []];
  const both = Math.min(first.length, own.length);
  if (control === undefined || came.length < both) return undefined;
  if (came.slice(0, both).some((value, at) => value !== cameToo[at])) return undefined;
  const differences = own.slice(0, both).map((value, at) => value - (first[at] as number));
  const { n, mean, halfWidth, varianceRatio } = controlledMean(differences, came.slice(0, both), control.expected);
  const paired = pairingRatio(own.slice(0, both), first.slice(0, both));
  const ratio = paired === null || varianceRatio === null ? null : paired * varianceRatio;
  return { by: control.name, n, mean, halfWidth, varianceRatio: ratio };
}
