import { type Distribution, fromQuantile } from "./distribution.ts";

/**
 * Values with weights. The quantile goes through them in ascending order. With one weight for each value of a sample it
 * is the sample's own distribution.
 * @throws RangeError if values and weights differ in number, a weight is negative, or all are zero
 */
export function discrete(values: readonly number[], weights: readonly number[] = values.map(() => 1)): Distribution {
  if (values.length === 0 || values.length !== weights.length) {
    throw new RangeError(
      `weights must be as many as values and at least one, got ${weights.length} for ${values.length}`,
    );
  }
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]! || a - b);
  let total = 0;
  for (const index of order) {
    const weight = weights[index]!;
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`weight must be finite and not negative, got ${weight}`);
    if (!Number.isFinite(values[index]!)) throw new RangeError(`value must be finite, got ${values[index]}`);
    total += weight;
  }
  if (!(total > 0)) throw new RangeError(`weights must have a positive sum, got ${total}`);
  const kept = order.filter((index) => weights[index]! > 0);
  const ascending = kept.map((index) => values[index]!);
  const cumulative: number[] = [];
  let sum = 0;
  let mean = 0;
  for (const index of kept) {
    sum += weights[index]! / total;
    cumulative.push(sum);
    mean += (values[index]! * weights[index]!) / total;
  }
  let variance = 0;
  for (const index of kept) {
    const apart = values[index]! - mean;
    variance += (apart * apart * weights[index]!) / total;
  }
  const last = ascending.length - 1;
  return fromQuantile(mean, variance, (p) => {
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! >= p) high = middle;
      else low = middle + 1;
    }
    return ascending[low]!;
  });
}
