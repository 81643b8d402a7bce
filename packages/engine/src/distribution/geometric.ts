import { log1p } from "../math/log.ts";
import { type Distribution, fromQuantile } from "./distribution.ts";

/**
 * Geometric on 1, 2, 3 … with the given mean: the number of trials to the first success.
 * @throws RangeError if the mean is below 1 or not finite
 */
export function geometric(mean: number): Distribution {
  if (!(mean >= 1 && Number.isFinite(mean))) throw new RangeError(`mean must be at least 1 and finite, got ${mean}`);
  if (mean === 1) return fromQuantile(1, 0, () => 1);
  const logFailure = log1p(-1 / mean);
  return fromQuantile(mean, mean * mean - mean, (p) => Math.ceil(log1p(-p) / logFailure));
}
