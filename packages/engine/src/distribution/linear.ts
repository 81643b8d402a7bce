import { type Distribution, fromQuantile, mustBeFinite, mustBePositive } from "./distribution.ts";

/** A draw of the distribution plus an offset. @throws RangeError if the offset is not finite */
export function shifted(distribution: Distribution, offset: number): Distribution {
  mustBeFinite("offset", offset);
  const { mean, variance } = distribution;
  return fromQuantile(mean + offset, variance, (p) => distribution.quantile(p) + offset);
}

/** A draw of the distribution times a factor. @throws RangeError if the factor is not positive and finite */
export function scaled(distribution: Distribution, factor: number): Distribution {
  mustBePositive("factor", factor);
  const { mean, variance } = distribution;
  return fromQuantile(mean * factor, variance * factor * factor, (p) => distribution.quantile(p) * factor);
}
