import { log1p } from "../math/log.ts";
import { type Distribution, fromQuantile, mustBePositive } from "./distribution.ts";

/**
 * Exponential with the given mean: the inverse is -mean log(1 - p) (Devroye 1986, chapter II.2).
 * @throws RangeError if the mean is not positive and finite
 */
export function exponential(mean: number): Distribution {
  mustBePositive("mean", mean);
  return fromQuantile(mean, mean * mean, (p) => -mean * log1p(-p));
}
