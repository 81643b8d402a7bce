import { Tally } from "./tally.ts";

/** What the means of batches say of a series. */
export interface BatchMeans {
  /** Of the series without what was left out. */
  readonly mean: number;
  /** Standard error of the mean, with one degree of freedom fewer than there are batches. */
  readonly standardError: number;
  /** Correlation of neighbouring batches. Far from 0, the batches are too short, and the standard error too small. */
  readonly correlation: number;
}

/**
 * The mean of a long correlated series, such as the waits of one run in order, with a standard error from the means of equal
 * batches (Schmeiser 1982, Operations Research 30(3): 10 to 30 of them). What does not fill a batch is left out at the start.
 * @throws RangeError if batches is not a whole number from 2, or the series is shorter
 */
export function batchMeans(series: ArrayLike<number>, batches = 20): BatchMeans {
  if (!(Number.isInteger(batches) && batches >= 2))
    throw new RangeError(`batches must be a whole number from 2, got ${batches}`);
  const size = Math.floor(series.length / batches);
  if (size === 0) throw new RangeError(`series must be at least as long as batches (${batches}), got ${series.length}`);
  const means = averages(series, series.length - size * batches, size);
  const tally = new Tally();
  for (const mean of means) tally.add(mean);
  let together = 0;
  for (let i = 1; i < batches; i++) together += (means[i]! - tally.mean) * (means[i - 1]! - tally.mean);
  return {
    mean: tally.mean,
    standardError: Math.sqrt(tally.variance / batches),
    correlation: together / (tally.variance * (batches - 1)),
  };
}

/** Means of stretches of one size, from an index to the end; what does not fill a stretch is left out. */
export function averages(series: ArrayLike<number>, from: number, size: number): Float64Array {
  const means = new Float64Array(Math.floor((series.length - from) / size));
  for (let i = 0; i < means.length; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += series[from + i * size + j]!;
    means[i] = sum / size;
  }
  return means;
}
