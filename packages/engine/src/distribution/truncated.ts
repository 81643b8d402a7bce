import { integrate } from "../math/integrate.ts";
import { leastUniform, mostUniform } from "../math/open-interval.ts";
import { type Distribution, fromQuantile } from "./distribution.ts";

/**
 * The distribution given that a draw lies from low to high, both included; either may be infinite. Its mean and variance are
 * integrated numerically, to some nine figures.
 * @throws RangeError unless low < high and at least a millionth of the distribution lies between them
 */
export function truncated(distribution: Distribution, low: number, high: number): Distribution {
  if (!(low < high)) throw new RangeError(`low must be below high, got ${low} and ${high}`);
  const below = shareWhere((p) => distribution.quantile(p) < low);
  const share = shareWhere((p) => distribution.quantile(p) <= high) - below;
  if (!(share >= 1e-6)) {
    throw new RangeError(
      `from low to high must lie a millionth of the distribution, got ${share} from ${low} to ${high}`,
    );
  }
  const quantile = (p: number): number => Math.min(Math.max(distribution.quantile(below + p * share), low), high);
  const middle = quantile(0.5);
  const spread = quantile(0.9) - quantile(0.1) || 1;
  const mean = middle + integrate((p) => quantile(p) - middle, leastUniform, mostUniform, 1e-12 * spread);
  const square = (p: number): number => (quantile(p) - mean) * (quantile(p) - mean);
  const variance = integrate(square, leastUniform, mostUniform, 1e-12 * spread * spread);
  return fromQuantile(mean, variance, quantile);
}

/** The p in (0, 1) up to which a condition holds that holds no more once it has failed. */
function shareWhere(holds: (p: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = low + (high - low) / 2;
    if (middle < 1 && holds(middle)) low = middle;
    else high = middle;
  }
  return high === 1 ? 1 : low;
}
