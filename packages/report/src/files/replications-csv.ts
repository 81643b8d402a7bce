import type { RunResult } from "@mpp-sim/experiment";
import { csvOf } from "../format/csv.ts";

/** `replications.csv`: one row a replication and measure; the value is empty where the measure is not defined. */
export function replicationsCsv({ catalogue, replications }: RunResult): string {
  return csvOf(
    ["replication", "measure", "unit", "value"],
    replications.flatMap(({ replication, measures }) =>
      catalogue.measures.map(({ name, unit }, index) => [replication, name, unit, measures[index] as number]),
    ),
  );
}
