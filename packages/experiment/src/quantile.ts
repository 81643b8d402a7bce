/**
 * The `p` quantile of values sorted ascending: linear between order statistics, at position p (n - 1)
 * (type 7 of Hyndman & Fan 1996, the default of R and NumPy). NaN when there are no values.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (position - below) * (high - low);
}
