import { sampleVariance } from "simple-statistics";
import { wholeFrom } from "../design/whole-from.ts";
import { Samples, type Selected, type Selection } from "./systems.ts";

/** What may be spent. */
export interface OcbaOptions<System> extends Selection<System> {
  /** Replications over all systems at most. */
  readonly budget: number;
  /** Replications of each system to begin with; 10 unless given. */
  readonly first?: number;
  /** Replications given out at a time; as many as there are systems unless given. */
  readonly round?: number;
}

/**
 * The best of some systems that a fixed budget can find: replications go where they help the choice most, to systems that are close to the best or vary
 * much (optimal computing budget allocation, Chen, Lin, Yücesan & Chick 2000). It promises no chance of being right: `kimNelson` does.
 * Shares of the budget are those of independent systems; that they share replications makes the choice surer, not wrong.
 * @throws RangeError if there are fewer than two systems, `first` is not a whole number from 2, or `budget` not one that lets each begin
 */
export async function ocba<System>({
  budget,
  first = 10,
  round,
  ...selection
}: OcbaOptions<System>): Promise<Selected<System>> {
  const samples = new Samples(selection);
  const all = [...selection.systems.keys()];
  wholeFrom(all.length * wholeFrom(2, "first", first), "budget", budget);
  const step = wholeFrom(1, "round", round ?? all.length);
  for (const index of all) await samples.extend(index, first);
  for (let spent = all.length * first; spent < budget; ) {
    const now = Math.min(budget, spent + step);
    const shares = sharesOf(samples, all);
    const total = shares.reduce((sum, share) => sum + share, 0);
    if (total === 0) break;
    const lacking = all.map(
      (index) => ((shares[index] as number) / total) * now - (samples.values[index] as number[]).length,
    );
    // To whoever lacks most, one by one: the number is exact, and ties go to the first.
    const more = all.map(() => 0);
    for (let given = spent; given < now; given++) {
      const next = all.reduce((one, other) => ((lacking[other] as number) > (lacking[one] as number) ? other : one));
      more[next] = (more[next] as number) + 1;
      lacking[next] = (lacking[next] as number) - 1;
    }
    for (const index of all)
      await samples.extend(index, (samples.values[index] as number[]).length + (more[index] as number));
    spent = now;
  }
  return samples.selected(samples.bestOf(all));
}

/** Parts of the budget, up to a factor. Systems that do not vary need none. */
function sharesOf<System>(samples: Samples<System>, all: readonly number[]): number[] {
  const variances = all.map((index) => sampleVariance(samples.values[index] as number[]));
  const best = samples.bestOf(all);
  const shares = all.map((index) => {
    const variance = variances[index] as number;
    const apart = (samples.mean(best) - samples.mean(index)) ** 2;
    // One as good as the best would take all there is.
    return variance === 0 ? 0 : variance / Math.max(apart, variance * 1e-4);
  });
  const others = all.filter((index) => index !== best && (variances[index] as number) > 0);
  const squares = others.reduce((sum, index) => sum + (shares[index] as number) ** 2 / (variances[index] as number), 0);
  shares[best] = Math.sqrt((variances[best] as number) * squares);
  return shares;
}
