import { mean as average, sampleVariance } from "simple-statistics";
import { intervalOf } from "./interval.ts";
import { quantileOfSorted } from "./quantile.ts";
import { studentTQuantile } from "./student-t.ts";

/** A mean over replications, and how well it is known. */
export interface MeanEstimate {
  /** Replications in which the figure is defined. */
  readonly n: number;
  /** Null when n is 0. */
  readonly mean: number | null;
  /** Half of the width of the interval for the mean (Student t over replications); null below two replications. */
  readonly halfWidth: number | null;
}

/** A figure over replications: its mean, and how single replications vary. The spread is null when n is 0. */
export interface Spread extends MeanEstimate {
  /** Quantiles of single replications, type 7: how one run may turn out, not how well the mean is known. */
  readonly q05: number | null;
  /** Their median. */
  readonly q50: number | null;
  /** Their 95 % quantile. */
  readonly q95: number | null;
  /** Least of single replications. */
  readonly min: number | null;
  /** Greatest of single replications. */
  readonly max: number | null;
  /**
   * Lower end of the interval for the mean that holds its level for skewed figures as well, by Hall's transformation of t; never below 0 for a
   * measure that never is. Null below two replications; where all are equal, it is that value, and says nothing of rarer courses.
   */
  readonly low: number | null;
  /** Its upper end; of a share never above 1. */
  readonly high: number | null;
}

/** A measure over replications: one object of `summary.json`. */
export interface Estimate extends Spread {
  /** Name in the catalogue, such as `sector.tucson.released`. */
  readonly name: string;
  /** Such as persons, hours, share. */
  readonly unit: string;
}

/**
 * Mean and interval of one figure over replications, in the order given. NaN stands for a replication in which the figure is
 * not defined (the median of nobody) and is left out; `n` counts the others.
 * @throws RangeError if a value is infinite, or `level` is not strictly between 0 and 1
 */
export function estimateMean(values: Iterable<number>, level = 0.95): MeanEstimate {
  return meanOf(defined(values), level);
}

/** Between what a mean can lie. */
export interface Range {
  /** No bound unless given. */
  readonly least?: number;
  /** No bound unless given. */
  readonly most?: number;
}

/**
 * As `estimateMean`, with quantiles and extremes of the single replications, and an interval that holds its level where they are skewed. `range`
 * is what the mean can be: the interval does not reach beyond.
 * @throws RangeError if a value is infinite, or `level` is not strictly between 0 and 1
 * @example estimate([4, 5, 6]).mean // => 5
 */
export function estimate(values: Iterable<number>, level = 0.95, range: Range = {}): Spread {
  const kept = defined(values);
  const sorted = Float64Array.from(kept).sort();
  const at = (p: number): number | null => (sorted.length === 0 ? null : quantileOfSorted(sorted, p));
  return {
    ...meanOf(kept, level),
    q05: at(0.05),
    q50: at(0.5),
    q95: at(0.95),
    min: at(0),
    max: at(1),
    ...endsOf(kept, level, range),
  };
}

function endsOf(values: number[], level: number, { least, most }: Range): Pick<Spread, "low" | "high"> {
  if (values.length < 2) return { low: null, high: null };
  const { low, high } = intervalOf(values, level);
  return { low: Math.max(low, least ?? low), high: Math.min(high, most ?? high) };
}

function defined(values: Iterable<number>): number[] {
  const kept: number[] = [];
  for (const value of values) {
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
      throw new RangeError(`estimate: values must be finite or NaN, got ${value}`);
    }
    if (!Number.isNaN(value)) kept.push(value);
  }
  return kept;
}

function meanOf(values: number[], level: number): MeanEstimate {
  if (!(level > 0 && level < 1)) throw new RangeError(`estimate: level must be between 0 and 1, got ${level}`);
  const n = values.length;
  if (n === 0) return { n, mean: null, halfWidth: null };
  // Compensated sums, and deviations from the mean: large figures that vary little keep their digits.
  const mean = average(values);
  if (n === 1) return { n, mean, halfWidth: null };
  const standardError = Math.sqrt(sampleVariance(values) / n);
  return { n, mean, halfWidth: studentTQuantile((1 + level) / 2, n - 1) * standardError };
}
