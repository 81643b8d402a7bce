import { exp } from "../math/exp.ts";
import { log, log1p } from "../math/log.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { type Distribution, fromQuantile, mustBePositive } from "./distribution.ts";

/**
 * Lognormal given by its own mean and coefficient of variation (standard deviation over mean).
 * @throws RangeError if either is not positive and finite
 */
export function lognormal(mean: number, cv: number): Distribution {
  mustBePositive("mean", mean);
  mustBePositive("cv", cv);
  const sigmaSquared = log1p(cv * cv);
  const sigma = Math.sqrt(sigmaSquared);
  const mu = log(mean) - sigmaSquared / 2;
  return fromQuantile(mean, mean * cv * mean * cv, (p) => exp(mu + sigma * normalQuantile(p)));
}
