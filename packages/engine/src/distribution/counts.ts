import { type Distribution, fromQuantile } from "./distribution.ts";

/** Below this share of the mode's mass, a uniform of 53 bits cannot reach the rest of a tail. */
const negligible = 1e-24;

/** A distribution on whole numbers whose masses rise to a mode and fall after it. */
interface Counts {
  readonly mean: number;
  readonly variance: number;
  readonly mode: number;
  /** The greatest value; the least is 0. */
  readonly most: number;
  /** The mass at k + 1 over the mass at k. */
  readonly ratio: (k: number) => number;
}

/**
 * Tabulates the masses from the mode outwards, where they are largest, and samples by inversion in the table of their sums.
 * The table has some twenty standard deviations.
 */
export function fromCounts({ mean, variance, mode, most, ratio }: Counts): Distribution {
  const below: number[] = [];
  for (let k = mode, mass = 1; k > 0; k--) {
    mass /= ratio(k - 1);
    if (mass < negligible) break;
    below.push(mass);
  }
  const least = mode - below.length;
  const cumulative = below.reverse();
  cumulative.push(1);
  for (let k = mode, mass = 1; k < most; k++) {
    mass *= ratio(k);
    if (mass < negligible) break;
    cumulative.push(mass);
  }
  for (let i = 1; i < cumulative.length; i++) cumulative[i]! += cumulative[i - 1]!;
  const last = cumulative.length - 1;
  const total = cumulative[last]!;
  return fromQuantile(mean, variance, (p) => {
    const target = p * total;
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! >= target) high = middle;
      else low = middle + 1;
    }
    return least + low;
  });
}
