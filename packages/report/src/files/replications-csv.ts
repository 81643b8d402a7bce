import { lineOf } from "../format/csv.ts";
import { type RunOrVariants, runsOf } from "./runs-of.ts";

/**
 * `replications.csv`: a row for each replication and measure, and for each variant if there are variants. The value is
 * empty where the measure is not defined. In pieces, the first line and then a replication each: a text of thousands would be too long.
 */
export function* replicationsCsv(result: RunOrVariants): Generator<string, void, void> {
  const head = ["replication", "measure", "unit", "value"];
  yield `${lineOf("variants" in result ? [...head, "variant"] : head)}\n`;
  for (const { result: run, variant } of runsOf(result)) {
    const named = run.catalogue.measures.map(({ name, unit }) => lineOf([name, unit]));
    const end = variant === undefined ? "\n" : `,${lineOf([variant])}\n`;
    for (const { replication, measures } of run.replications) {
      yield named.map((cells, row) => `${replication},${cells},${lineOf([measures[row] as number])}${end}`).join("");
    }
  }
}
