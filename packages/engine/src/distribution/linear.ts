import { type Distribution, fromQuantile, mustBeFinite, mustBePositive } from "./distribution.ts";

/** So much more than a draw of the distribution. @throws RangeError if the offset is not finite */
export function shifted(distribution: Distribution, offset: number): Distribution {
  mustBeFinite("offset", offset);
  const { mean, variance } = distribution;
  return fromQuantile(mean + offset, variance, (p) => distribution.quantile(p) + offset);
}

/** So many times a draw of the distribution. @throws RangeError if the factor is not positive and finite */
export function scaled(distribution: Distribution, factor: number): Distribution {
  mustBePositive("factor", factor);
  const { mean, variance } = distribution;
  return fromQuantile(mean * factor, variance * factor * factor, (p) => distribution.quantile(p) * factor);
}
