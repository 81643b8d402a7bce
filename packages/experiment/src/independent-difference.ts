import { mean as average, sampleVariance } from "simple-statistics";
import type { Spread } from "./estimate.ts";
import { intervalOf } from "./interval.ts";
import { studentTQuantile, studentTWithin } from "./student-t.ts";

/** A difference of two runs that met other people, and the chance of one at least as far from 0, were the true one 0. */
export interface IndependentDifference {
  /** `n` is the lesser of both. No single replication has a difference, so quantiles and extremes are null. */
  readonly spread: Spread;
  /** NaN where either has fewer than two replications. */
  readonly chance: number;
}

const nothing = { q05: null, q50: null, q95: null, min: null, max: null } as const;

/**
 * The mean of one run less that of another, which met other people: the interval of Welch (1947), with degrees of freedom after Satterthwaite,
 * rounded down. Its ends `low` and `high` are made of those of both means, so that they hold for skewed figures as these do (Zou and Donner
 * 2008, Statistics in Medicine 27(10)). NaN is left out.
 */
export function independentDifference(own: readonly number[], other: readonly number[]): IndependentDifference {
  const [a, b] = [own, other].map((values) => values.filter((value) => !Number.isNaN(value))) as [number[], number[]];
  const n = Math.min(a.length, b.length);
  const unknown = { n, halfWidth: null, ...nothing, low: null, high: null };
  if (n === 0) return { spread: { ...unknown, mean: null }, chance: Number.NaN };
  const mean = average(a) - average(b);
  if (n === 1) return { spread: { ...unknown, mean }, chance: Number.NaN };
  const [errorA, errorB] = [a, b].map((values) => sampleVariance(values) / values.length) as [number, number];
  const error = Math.sqrt(errorA + errorB);
  if (error === 0) {
    return { spread: { ...unknown, mean, halfWidth: 0, low: mean, high: mean }, chance: mean === 0 ? 1 : 0 };
  }
  const within = (errorA * errorA) / (a.length - 1) + (errorB * errorB) / (b.length - 1);
  const freedom = Math.max(1, Math.floor(((errorA + errorB) * (errorA + errorB)) / within));
  const [endsA, endsB] = [intervalOf(a, 0.95), intervalOf(b, 0.95)];
  const [middleA, middleB] = [average(a), average(b)];
  return {
    spread: {
      ...unknown,
      mean,
      halfWidth: studentTQuantile(0.975, freedom) * error,
      low: mean - together(middleA - endsA.low, endsB.high - middleB),
      high: mean + together(endsA.high - middleA, middleB - endsB.low),
    },
    chance: 1 - studentTWithin(Math.abs(mean) / error, freedom),
  };
}

function together(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}
