import type { MeasureDefinition } from "@mpp-sim/border";
import { csvOf } from "../format/csv.ts";
import { type RunOrVariants, runsOf } from "./runs-of.ts";

/**
 * `measures.csv`: what each name in the tables of a run stands for, a row each: its unit, its definition, and the table that it is in. With
 * variants, those of all of them, each once.
 */
export function measuresCsv(result: RunOrVariants): string {
  const catalogues = runsOf(result).map(({ result: { catalogue } }) => catalogue);
  const rowsOf = (table: string, lists: readonly (readonly MeasureDefinition[])[]) => {
    const byName = new Map(lists.flat().map((one) => [one.name, one]));
    return [...byName.values()].map(({ name, unit, description }) => [name, unit, description, table]);
  };
  return csvOf(
    ["name", "unit", "definition", "table"],
    [
      ...rowsOf(
        "replications.csv",
        catalogues.map(({ measures }) => measures),
      ),
      ...rowsOf(
        "daily.csv",
        catalogues.map(({ series }) => series),
      ),
    ],
  );
}
