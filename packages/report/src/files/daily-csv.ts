import { csvOf } from "../format/csv.ts";
import { type RunOrVariants, runsOf } from "./runs-of.ts";

/**
 * `daily.csv`: a row for each local date and series, with the mean and quantiles over replications. With variants, a
 * row for each variant.
 */
export function dailyCsv(result: RunOrVariants): string {
  const head = ["date", "measure", "unit", "mean", "q05", "q50", "q95"];
  return csvOf(
    "variants" in result ? [...head, "variant"] : head,
    runsOf(result).flatMap(({ result: { daily }, variant }) =>
      daily.map(({ date, measure, unit, mean, q05, q50, q95 }) => {
        const row = [date, measure, unit, mean, q05, q50, q95];
        return variant === undefined ? row : [...row, variant];
      }),
    ),
  );
}
