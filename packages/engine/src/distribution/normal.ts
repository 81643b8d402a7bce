import { normalQuantile } from "../math/normal-quantile.ts";
import { type Distribution, fromQuantile, mustBeFinite, mustBePositive } from "./distribution.ts";

/**
 * Normal with the given mean and standard deviation. It takes negative values too; for a time, see `truncated`.
 * @throws RangeError if the mean is not finite, or the standard deviation not positive and finite
 */
export function normal(mean: number, standardDeviation: number): Distribution {
  mustBeFinite("mean", mean);
  mustBePositive("standardDeviation", standardDeviation);
  return fromQuantile(mean, standardDeviation * standardDeviation, (p) => mean + standardDeviation * normalQuantile(p));
}
