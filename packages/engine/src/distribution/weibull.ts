import { exp, expm1 } from "../math/exp.ts";
import { logGamma } from "../math/gamma.ts";
import { log1p } from "../math/log.ts";
import { pow } from "../math/pow.ts";
import { type Distribution, fromQuantile, mustBePositive } from "./distribution.ts";

/**
 * Weibull of a scale (63.2 % of draws lie below it) and a shape: below 1, the longer it has lasted the longer it will
 * go on; 1 is the exponential; above 1, it wears out.
 * @throws RangeError if either is not positive and finite
 */
export function weibull(scale: number, shape: number): Distribution {
  mustBePositive("scale", scale);
  mustBePositive("shape", shape);
  const inverse = 1 / shape;
  const logMean = logGamma(1 + inverse);
  const mean = scale * exp(logMean);
  const variance = mean * mean * expm1(logGamma(1 + 2 * inverse) - 2 * logMean);
  return fromQuantile(mean, variance, (p) => scale * pow(-log1p(-p), inverse));
}
