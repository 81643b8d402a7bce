import type { Stream } from "@mpp-sim/engine";
import { randomStream } from "../design/random-stream.ts";
import { wholeFrom } from "../design/whole-from.ts";
import { quantileOfSorted } from "../quantile.ts";

/** A figure of a study, with its interval. Null where it is not defined. */
export interface Bounded {
  /** What is estimated. */
  readonly value: number | null;
  /** Lower end of the interval. */
  readonly low: number | null;
  /** Its upper end. */
  readonly high: number | null;
}

/** How intervals are found by resampling. */
export interface Resampling {
  /** Any text. The same seed gives the same intervals. */
  readonly seed: string;
  /** How often to resample; 1,000 unless given. */
  readonly resamples?: number;
  /** Of the intervals; 0.95 unless given. */
  readonly level?: number;
}

/**
 * Figures of `n` rows, with percentile intervals over resamples of whole rows (Efron 1979). `figuresOf` takes the places of rows, from 0, some
 * more than once, and gives figures in a fixed order; NaN stands for one that is not defined.
 * @throws RangeError if there are no resamples, or `level` is not strictly between 0 and 1
 */
export function bootstrapped(
  n: number,
  figuresOf: (rows: ArrayLike<number>) => readonly number[],
  { seed, resamples = 1000, level = 0.95 }: Resampling,
): Bounded[] {
  wholeFrom(1, "resamples", resamples);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  const values = figuresOf(Array.from({ length: n }, (_, row) => row));
  if (n < 2) return values.map((value) => ({ value: orNull(value), low: null, high: null }));
  const random = randomStream(seed, "bootstrap");
  const drawn = Array.from({ length: resamples }, () => figuresOf(rowsAgain(n, random)));
  return values.map((value, figure) => {
    const sorted = Float64Array.from(
      drawn.flatMap((figures) => (Number.isNaN(figures[figure]) ? [] : [figures[figure] as number])),
    ).sort();
    return {
      value: orNull(value),
      low: orNull(quantileOfSorted(sorted, (1 - level) / 2)),
      high: orNull(quantileOfSorted(sorted, (1 + level) / 2)),
    };
  });
}

function rowsAgain(n: number, random: Stream): Int32Array {
  return Int32Array.from({ length: n }, () => Math.floor(random.uniform() * n));
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
