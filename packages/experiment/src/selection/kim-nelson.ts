import { pow } from "@mpp-sim/engine";
import { sampleVariance } from "simple-statistics";
import { wholeFrom } from "../design/whole-from.ts";
import { Samples, type Selected, type Selection } from "./systems.ts";

/** How sure a selection is to be. */
export interface KimNelsonOptions<System> extends Selection<System> {
  /** The least difference of means that anybody would act on, in the unit of the measure. A system that is worse by less is as good. */
  readonly matters: number;
  /** Chance of a wrong choice at most, where the best is better than all others by at least `matters`; 0.05 unless given. */
  readonly alpha?: number;
  /** Replications of each system before any is left out; 20 unless given. */
  readonly first?: number;
  /** Replications asked for at a time after that; 10 unless given. It changes what is run, not what is chosen. */
  readonly round?: number;
}

/** A selection, and when systems were left out. */
export interface KimNelsonSelected<System> extends Selected<System> {
  /** Replications after which it was settled. */
  readonly settledAt: number;
  /** Systems that were shown to be worse, with the replications after which they were left out. */
  readonly leftOut: readonly { readonly system: System; readonly at: number }[];
}

/**
 * The best of some systems, by the fully sequential procedure of Kim & Nelson 2001 (ACM TOMACS 11(3)): after each replication, systems that are
 * clearly worse are left out, until one is left or the rest are as good. Systems share replications, so the variances are those of paired
 * differences; systems that are the same differ by exactly 0, and the first one is chosen. It assumes that differences are about normal.
 * @throws RangeError if there are fewer than two systems, `matters` is not above 0, `alpha` not strictly between 0 and 1 - 1/systems, or `first`
 * not a whole number from 10
 */
export async function kimNelson<System>({
  matters,
  alpha = 0.05,
  first = 20,
  round = 10,
  ...selection
}: KimNelsonOptions<System>): Promise<KimNelsonSelected<System>> {
  const samples = new Samples(selection);
  const { systems } = selection;
  if (!(matters > 0 && matters < Number.POSITIVE_INFINITY))
    throw new RangeError(`matters must be above 0, got ${matters}`);
  const spread = kimNelsonFactor(systems.length, wholeFrom(10, "first", first), alpha);
  wholeFrom(1, "round", round);
  for (const index of systems.keys()) await samples.extend(index, first);
  const variances = systems.map((_, one) =>
    systems.map((__, other) =>
      sampleVariance(
        (samples.values[one] as number[]).map((value, r) => value - (samples.values[other]?.[r] as number)),
      ),
    ),
  );
  const most = (one: number, among: readonly number[]): number =>
    Math.max(
      ...among
        .filter((other) => other !== one)
        .map((other) => Math.floor((spread * (variances[one]?.[other] as number)) / matters ** 2)),
    );
  let left = [...systems.keys()];
  const leftOut: { system: System; at: number }[] = [];
  const last = Math.max(...left.map((one) => most(one, left))) + 1;
  for (let r = first; ; r++) {
    if ((samples.values[left[0] as number] as number[]).length < r) {
      for (const index of left) await samples.extend(index, Math.min(last, r - 1 + round));
    }
    const slack = (one: number, other: number): number =>
      Math.max(0, (matters / (2 * r)) * ((spread * (variances[one]?.[other] as number)) / matters ** 2 - r));
    const means = new Map(left.map((one) => [one, samples.mean(one, r)]));
    const kept = left.filter((one) =>
      left.every((other) => (means.get(one) as number) >= (means.get(other) as number) - slack(one, other)),
    );
    for (const gone of left) if (!kept.includes(gone)) leftOut.push({ system: systems[gone] as System, at: r });
    left = kept;
    if (left.length === 1 || r >= last) return { ...samples.selected(samples.bestOf(left, r)), settledAt: r, leftOut };
  }
}

/**
 * The factor h² of Kim & Nelson: 2 η (first - 1), with η = ((2 alpha / (systems - 1))^(-2 / (first - 1)) - 1) / 2.
 * @throws RangeError if `alpha` is not strictly between 0 and 1 - 1/systems
 */
export function kimNelsonFactor(systems: number, first: number, alpha: number): number {
  if (!(alpha > 0 && alpha < 1 - 1 / systems)) {
    throw new RangeError(`alpha must be between 0 and ${1 - 1 / systems} for ${systems} systems, got ${alpha}`);
  }
  return (pow((2 * alpha) / (systems - 1), -2 / (first - 1)) - 1) * (first - 1);
}
