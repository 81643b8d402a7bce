import { leastUniform, mostUniform } from "../random/uniform-source.ts";
import { type Distribution, mustBePositive } from "./distribution.ts";

/** A component of a mixture, and how much of it there is. */
export interface MixturePart {
  /** Positive; its share is this over the sum of all weights. */
  readonly weight: number;
  /** What a draw of this part comes from. */
  readonly distribution: Distribution;
}

/**
 * Draws from one of several distributions, chosen by weight. One uniform does both: where it falls chooses the part,
 * and how far into that part it falls gives the quantile of the part. So `sample` is quick, and does not invert the mixture as a
 * whole. `quantile` does: it takes some hundred quantiles of two parts, and fifty times as many for each further one.
 * @throws RangeError if there are no parts, or a weight is not positive and finite
 */
export function mixture(parts: readonly MixturePart[]): Distribution {
  if (parts.length === 0) throw new RangeError(`parts must be at least one, got ${parts.length}`);
  let total = 0;
  for (const { weight } of parts) {
    mustBePositive("weight", weight);
    total += weight;
  }
  let mean = 0;
  for (const { weight, distribution } of parts) mean += (weight / total) * distribution.mean;
  let variance = 0;
  for (const { weight, distribution } of parts) {
    const apart = distribution.mean - mean;
    variance += (weight / total) * (distribution.variance + apart * apart);
  }
  const last = parts.length - 1;
  const [first, ...others] = parts as [MixturePart, ...MixturePart[]];
  const { distribution: one } = first;
  return {
    mean,
    variance,
    quantile: last === 0 ? (p) => one.quantile(p) : quantileOfTwo(one, mixture(others), first.weight / total),
    sample(source) {
      let left = source.uniform() * total;
      let i = 0;
      while (i < last && left >= parts[i]!.weight) {
        left -= parts[i]!.weight;
        i++;
      }
      const { weight, distribution } = parts[i]!;
      // Rounding must not carry it to an end of the open interval.
      return distribution.quantile(Math.min(Math.max(left / weight, leastUniform), mostUniform));
    },
  };
}

/**
 * Of one distribution by its share, and of the other. At the quantile of a whole the parts have reached shares that make up p; so the
 * shares are sought at which their quantiles meet.
 */
function quantileOfTwo(one: Distribution, other: Distribution, share: number): (p: number) => number {
  const ofOther = (p: number, ofOne: number): number => (p - share * ofOne) / (1 - share);
  return (p) => {
    let low = Math.max(0, (p - (1 - share)) / share);
    let high = Math.min(1, p / share);
    for (let step = 0; step < 60; step++) {
      const middle = low + (high - low) / 2;
      const rest = ofOther(p, middle);
      if (rest <= 0 || middle >= 1 || (rest < 1 && one.quantile(middle) >= other.quantile(rest))) high = middle;
      else low = middle;
    }
    // Where one of them jumps, or has nothing, the other reaches its share first.
    const rest = ofOther(p, low);
    return Math.min(
      high < 1 ? one.quantile(high) : Number.POSITIVE_INFINITY,
      rest > 0 && rest < 1 ? other.quantile(rest) : Number.POSITIVE_INFINITY,
    );
  };
}
