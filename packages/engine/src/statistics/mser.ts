import { averages } from "./batch-means.ts";
import { Tally } from "./tally.ts";

/** Where a warm-up ends. */
export interface WarmUp {
  /** How many observations to leave out at the start. */
  readonly discard: number;
  /** The statistic there: the estimated variance of the mean of the rest, but for a factor. */
  readonly statistic: number;
  /** False when the statistic still falls halfway through: then the series is too short to tell. */
  readonly isLongEnough: boolean;
}

/**
 * Finds the end of a warm-up by the marginal standard error rule: leave out as many as make the standard error of the mean of
 * the rest smallest (White 1997, Simulation 69(6); MSER-5 of White, Cobb, Spratt 2000 averages five at a time first).
 * @throws RangeError if size is not a whole number from 1, or there are fewer than four averages
 */
export function mser(series: ArrayLike<number>, size = 5): WarmUp {
  if (!(Number.isInteger(size) && size >= 1)) throw new RangeError(`size must be a whole number from 1, got ${size}`);
  const means = averages(series, 0, size);
  const half = Math.floor(means.length / 2);
  if (half < 2) throw new RangeError(`series must have at least four averages of ${size}, got ${series.length} values`);
  const rest = new Tally();
  let [best, statistic] = [half, Number.POSITIVE_INFINITY];
  for (let d = means.length - 1; d >= 0; d--) {
    rest.add(means[d]!);
    if (d > half) continue;
    const here = (rest.variance * (rest.count - 1)) / (rest.count * rest.count);
    if (here <= statistic) [best, statistic] = [d, here];
  }
  return { discard: best * size, statistic, isLongEnough: best < half };
}
