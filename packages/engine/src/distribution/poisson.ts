import { fromCounts } from "./counts.ts";
import type { Distribution } from "./distribution.ts";

/**
 * Poisson: how many come in a time in which `mean` are expected, independently of one another.
 * @throws RangeError if the mean is not positive, or above 1e9
 */
export function poisson(mean: number): Distribution {
  if (!(mean > 0 && mean <= 1e9)) throw new RangeError(`mean must be positive and at most 1e9, got ${mean}`);
  return fromCounts({
    mean,
    variance: mean,
    mode: Math.floor(mean),
    most: Number.POSITIVE_INFINITY,
    ratio: (k) => mean / (k + 1),
  });
}
