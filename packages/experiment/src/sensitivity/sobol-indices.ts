import { type Bounded, bootstrapped, type Resampling } from "./bootstrap.ts";

/** How much of the variance of a figure an input accounts for. Sampling noise may take an index a little below 0 or above 1. */
export interface SobolIndex {
  /** Alone: the share of variance that would go, on average, were the input known. */
  readonly first: Bounded;
  /** With all its interactions: the share that would be left, on average, were all others known. */
  readonly total: Bounded;
}

/** Sobol' indices of one figure. */
export interface SobolIndices {
  /** Rows in which the figure is defined at every point. */
  readonly n: number;
  /** Of the figure over its inputs; null below two rows. */
  readonly variance: number | null;
  /** One for each matrix of `mixed`, in its order. */
  readonly indices: readonly SobolIndex[];
  /** Of an input that does nothing: what noise alone gives. An index within this interval is not told from none. */
  readonly dummy: SobolIndex;
}

/** The figure at the points of a `SaltelliDesign`, row by row. NaN where it is not defined: the row is left out. */
export interface SaltelliOutputs {
  /** At the points of `a`. */
  readonly a: readonly number[];
  /** At those of `b`. */
  readonly b: readonly number[];
  /** At those of each matrix of `mixed`. */
  readonly mixed: readonly (readonly number[])[];
}

/**
 * First-order indices by Saltelli et al. 2010 and total ones by Jansen 1999, with bootstrap intervals over rows. The dummy has the estimators of
 * Khorashadi Zadeh et al. 2017 (Environmental Modelling & Software 91), which need no runs of their own. Where nothing varies, indices
 * are null.
 * @throws RangeError if not all have the same number of rows, or as `Resampling` says
 */
export function sobolIndices({ a, b, mixed }: SaltelliOutputs, resampling: Resampling): SobolIndices {
  for (const { length } of [b, ...mixed]) {
    if (length !== a.length) throw new RangeError(`sobolIndices: all must have ${a.length} rows, got ${length}`);
  }
  const kept = [...a.keys()].filter((row) => [a, b, ...mixed].every((column) => !Number.isNaN(column[row])));
  const of = (column: readonly number[]): Float64Array => Float64Array.from(kept, (row) => column[row] as number);
  const outputs = { a: of(a), b: of(b), mixed: mixed.map(of) };
  const bounded = bootstrapped(kept.length, (rows) => figuresOf(outputs, rows), resampling);
  const index = (at: number): SobolIndex => ({ first: bounded[at] as Bounded, total: bounded[at + 1] as Bounded });
  return {
    n: kept.length,
    variance: kept.length < 2 ? null : varianceOf(outputs, [...kept.keys()]).variance,
    indices: mixed.map((_, input) => index(2 * input + 2)),
    dummy: index(0),
  };
}

interface Columns {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly mixed: readonly Float64Array[];
}

/** Of the rows of both independent matrices. */
function varianceOf(
  { a, b }: Columns,
  rows: ArrayLike<number>,
): { readonly centre: number; readonly variance: number } {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += (a[rows[at] as number] as number) + (b[rows[at] as number] as number);
  const centre = sum / (2 * rows.length);
  let squares = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    squares += ((a[row] as number) - centre) ** 2 + ((b[row] as number) - centre) ** 2;
  }
  return { centre, variance: squares / (2 * rows.length - 1) };
}

/** First and total of the dummy, then of each mixed matrix. */
function figuresOf(columns: Columns, rows: ArrayLike<number>): number[] {
  const { a, b, mixed } = columns;
  const { centre, variance } = varianceOf(columns, rows);
  const n = rows.length;
  const figures: number[] = [];
  const add = (first: number, total: number): void => {
    figures.push(...(variance > 0 ? [first / n / variance, total / n / variance] : [Number.NaN, Number.NaN]));
  };
  let both = 0;
  let left = 0;
  for (let at = 0; at < n; at++) {
    const row = rows[at] as number;
    const ofB = (b[row] as number) - centre;
    both += ((a[row] as number) - centre) * ofB;
    left += variance - ofB * ofB;
  }
  add(both, left);
  for (const column of mixed) {
    let first = 0;
    let total = 0;
    for (let at = 0; at < n; at++) {
      const row = rows[at] as number;
      const moved = (column[row] as number) - (a[row] as number);
      first += ((b[row] as number) - centre) * moved;
      total += (moved * moved) / 2;
    }
    add(first, total);
  }
  return figures;
}
