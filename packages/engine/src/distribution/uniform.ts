import { type Distribution, fromQuantile } from "./distribution.ts";

/**
 * Uniform between low and high.
 * @throws RangeError unless low < high and both are finite
 */
export function uniform(low: number, high: number): Distribution {
  if (!(low < high && Number.isFinite(high - low)))
    throw new RangeError(`low must be below high, got ${low} and ${high}`);
  return fromQuantile((low + high) / 2, ((high - low) * (high - low)) / 12, (p) => low + (high - low) * p);
}
