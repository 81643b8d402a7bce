import { csvOf } from "../format/csv.ts";
import { type RunOrVariants, runsOf } from "./runs-of.ts";

/**
 * `replications.csv`: a row for each replication and measure, and for each variant if there are variants. The value is
 * empty where the measure is not defined.
 */
export function replicationsCsv(result: RunOrVariants): string {
  const head = ["replication", "measure", "unit", "value"];
  return csvOf(
    "variants" in result ? [...head, "variant"] : head,
    runsOf(result).flatMap(({ result: { catalogue, replications }, variant }) =>
      replications.flatMap(({ replication, measures }) =>
        catalogue.measures.map(({ name, unit }, index) => {
          const row = [replication, name, unit, measures[index] as number];
          return variant === undefined ? row : [...row, variant];
        }),
      ),
    ),
  );
}
