import type { Spread, StudyResult } from "@mpp-sim/experiment";
import { csvOf } from "../format/csv.ts";

/** Columns of an estimate. */
export const figures = ["n", "mean", "halfWidth", "q05", "q50", "q95", "min", "max", "low", "high"] as const;

/** The columns of an estimate as an object for JSON. */
export function spreadObject(spread: Spread): object {
  return Object.fromEntries(figures.map((figure) => [figure, spread[figure]]));
}

/**
 * `points.csv`: a row for each point and measure, with a column for each setting that is varied. A setting that is left as it is has an
 * empty cell there, as has a figure that is not defined.
 */
export function pointsCsv({ paths, rows }: Pick<StudyResult, "paths" | "rows">): string {
  return csvOf(
    ["point", ...paths, "measure", "unit", ...figures],
    rows.map((row) => [row.number, ...row.point.values, row.name, row.unit, ...figures.map((figure) => row[figure])]),
  );
}
