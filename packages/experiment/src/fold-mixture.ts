import { columnsOf, rowsIn } from "./columns.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { rangeOfMeasure } from "./measure-range.ts";
import type { RunResult } from "./run-result.ts";

/** A future, and how likely it is. */
export interface LikelyFuture {
  /** From 0 to 1. */
  readonly probability: number;
  /** All futures have the same replications. */
  readonly result: RunResult;
}

/** Probabilities are decimals, which binary fractions miss by a little. */
const rounding = 1e-9;

/** Whether these are all the futures there are. */
export function areAllFutures(probabilities: readonly number[]): boolean {
  return Math.abs(probabilities.reduce((sum, one) => sum + one, 0) - 1) < rounding;
}

/**
 * Each measure when it is not known which future will come: its mean over the futures, weighed by probability. The interval is from
 * that mean in each replication, since the futures of one replication share their people. Quantiles and extremes are of single runs,
 * one replication under one future. A replication in which some future does not define the measure is left out.
 */
export function foldMixture(futures: readonly LikelyFuture[]): Estimate[] {
  const [first] = futures;
  if (first === undefined) return [];
  const rowsByName = futures.map(({ result }) => rowsIn(result.catalogue));
  const shared = first.result.catalogue.measures.filter(({ name }) => rowsByName.every((rows) => rows.has(name)));
  const columns = futures.map(({ result }, future) =>
    columnsOf(
      result.replications,
      "measures",
      shared.map(({ name }) => rowsByName[future]?.get(name) as number),
    ),
  );
  return shared.map(({ name, unit }): Estimate => {
    const values = columns.map((column) => column.next().value as Float64Array);
    const rows = first.result.replications
      .map((_, row) =>
        futures.map(({ probability }, future) => ({ probability, value: values[future]?.[row] as number })),
      )
      .filter((courses) => courses.every(({ value }) => !Number.isNaN(value)));
    const means = rows.map((courses) => courses.reduce((sum, { probability, value }) => sum + probability * value, 0));
    const courses = rows
      .flat()
      .filter(({ probability }) => probability > 0)
      .sort((a, b) => a.value - b.value);
    const at = (p: number): number | null => quantileOf(courses, p * rows.length);
    const mean = estimate(means, 0.95, rangeOfMeasure(unit, means));
    return { name, unit, ...mean, q05: at(0.05), q50: at(0.5), q95: at(0.95), min: at(0), max: at(1) };
  });
}

function quantileOf(
  ascending: readonly { readonly probability: number; readonly value: number }[],
  weight: number,
): number | null {
  let reached = 0;
  for (const { probability, value } of ascending) {
    reached += probability;
    if (reached >= weight - rounding) return value;
  }
  return ascending.at(-1)?.value ?? null;
}
