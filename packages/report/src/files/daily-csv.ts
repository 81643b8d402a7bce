import type { RunResult } from "@mpp-sim/experiment";
import { csvOf } from "../format/csv.ts";

/** `daily.csv`: one row a local date and series, with the mean and quantiles over replications. */
export function dailyCsv({ daily }: RunResult): string {
  return csvOf(
    ["date", "measure", "unit", "mean", "q05", "q50", "q95"],
    daily.map(({ date, measure, unit, mean, q05, q50, q95 }) => [date, measure, unit, mean, q05, q50, q95]),
  );
}
