import { leastUniform, mostUniform } from "../random/uniform-source.ts";
import { type Distribution, mustBePositive, type Sampler } from "./distribution.ts";

/** A component of a mixture, and how much of it there is. */
export interface MixturePart {
  /** Positive; its share is this over the sum of all weights. */
  readonly weight: number;
  /** What a draw of this part comes from. */
  readonly distribution: Distribution;
}

/**
 * Draws from one of several distributions, chosen by weight. One uniform does both: where it falls chooses the part,
 * and how far into that part it falls gives the quantile. So it does not invert the mixture as a whole.
 * @throws RangeError if there are no parts, or a weight is not positive and finite
 */
export function mixture(parts: readonly MixturePart[]): Sampler {
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
  return {
    mean,
    variance,
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
