import { mean as average } from "simple-statistics";
import { fQuantile } from "../beta.ts";
import type { Bounded } from "./bootstrap.ts";

/** How much of the variance of a figure comes from assumptions, and how much from chance. */
export interface VarianceShares {
  /** Draws of the assumptions in which some replication defines the figure. */
  readonly draws: number;
  /** Replications over all draws. */
  readonly n: number;
  /** Between draws: of what the figure would be on average under each. Null where it cannot be told. */
  readonly assumption: number | null;
  /** Within draws: between replications of one draw. */
  readonly chance: number | null;
  /** Of the sum of both, the share of the assumptions, with its interval; that of chance is the rest. */
  readonly share: Bounded;
}

/**
 * The variance of a nested design taken apart: one-way analysis of variance with random effects (Searle, Casella & McCulloch 1992, 3.6). `draws`
 * holds, for each draw of the assumptions, the figure of its replications, which must be its own: for draws that share replications there is
 * `crossedShares`. The interval is exact for normal figures and equal numbers of replications, otherwise about right. NaN is left out.
 * All null below two draws, or where no draw has two replications; the share is null where nothing varies.
 * @throws RangeError if `level` is not strictly between 0 and 1
 */
export function varianceShares(draws: readonly (readonly number[])[], level = 0.95): VarianceShares {
  if (!(level > 0 && level < 1)) throw new RangeError(`varianceShares: level must be between 0 and 1, got ${level}`);
  const groups = draws
    .map((values) => values.filter((value) => !Number.isNaN(value)))
    .filter(({ length }) => length > 0);
  const n = groups.reduce((sum, { length }) => sum + length, 0);
  const between = groups.length - 1;
  const within = n - groups.length;
  const unknown: Bounded = { value: null, low: null, high: null };
  if (between < 1 || within < 1) return { draws: groups.length, n, assumption: null, chance: null, share: unknown };
  const centre = average(groups.flat());
  let squaresBetween = 0;
  let squaresWithin = 0;
  for (const group of groups) {
    const mean = average(group);
    squaresBetween += group.length * (mean - centre) ** 2;
    for (const value of group) squaresWithin += (value - mean) ** 2;
  }
  // Replications of a draw; their number where all have the same.
  const size = (n - groups.reduce((sum, { length }) => sum + length ** 2, 0) / n) / between;
  const chance = squaresWithin / within;
  const assumption = Math.max(0, (squaresBetween / between - chance) / size);
  const shares = { draws: groups.length, n, assumption, chance };
  if (chance === 0) return { ...shares, share: assumption === 0 ? unknown : { value: 1, low: 1, high: 1 } };
  const ratio = squaresBetween / between / chance;
  const shareAt = (f: number): number => Math.min(1, Math.max(0, (f - 1) / (f + size - 1)));
  const tail = (1 + level) / 2;
  return {
    ...shares,
    share: {
      value: shareAt(ratio),
      low: shareAt(ratio / fQuantile(tail, between, within)),
      high: shareAt(ratio * fQuantile(tail, within, between)),
    },
  };
}
