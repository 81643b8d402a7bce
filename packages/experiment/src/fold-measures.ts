import type { BorderCatalogue, ReplicationResult } from "@mpp-sim/border";
import { columnsOf } from "./columns.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { rangeOfMeasure } from "./measure-range.ts";

/** One estimate a measure, in the order of the catalogue. Replications are taken in the order given. */
export function foldMeasures(catalogue: BorderCatalogue, replications: readonly ReplicationResult[]): Estimate[] {
  const { measures } = catalogue;
  const columns = columnsOf(replications, "measures", [...measures.keys()]);
  return Array.from(columns, (column, index) => {
    const { name, unit } = measures[index] as BorderCatalogue["measures"][number];
    const values = Array.from(column);
    return { name, unit, ...estimate(values, 0.95, rangeOfMeasure(unit, values)) };
  });
}
