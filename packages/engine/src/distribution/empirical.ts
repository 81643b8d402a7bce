import { type Distribution, fromQuantile, mustBeFinite } from "./distribution.ts";

/**
 * A continuous distribution from a sample: straight lines between its values in ascending order, from the least to the
 * greatest, each stretch of equal weight (Law 2015, Simulation modeling and analysis, 6.2.4). For draws of the values
 * themselves, see `discrete`.
 * @throws RangeError if there are fewer than two values, or one is not finite
 */
export function empirical(sample: readonly number[]): Distribution {
  if (sample.length < 2) throw new RangeError(`sample must have at least two values, got ${sample.length}`);
  for (const value of sample) mustBeFinite("value", value);
  const ascending = Float64Array.from(sample).sort();
  const stretches = ascending.length - 1;
  let mean = 0;
  for (let i = 0; i < stretches; i++) mean += (ascending[i]! + ascending[i + 1]!) / (2 * stretches);
  let variance = 0;
  for (let i = 0; i < stretches; i++) {
    const [a, b] = [ascending[i]! - mean, ascending[i + 1]! - mean];
    variance += (a * a + a * b + b * b) / (3 * stretches);
  }
  return fromQuantile(mean, variance, (p) => {
    const at = p * stretches;
    const i = Math.min(Math.floor(at), stretches - 1);
    return ascending[i]! + (at - i) * (ascending[i + 1]! - ascending[i]!);
  });
}
