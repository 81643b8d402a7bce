import type { BorderCatalogue, ReplicationResult } from "@mpp-sim/border";
import { type Estimate, estimate } from "./estimate.ts";
import { rangeOfMeasure } from "./measure-range.ts";

/** One estimate a measure, in the order of the catalogue. Replications are taken in the order given. */
export function foldMeasures(catalogue: BorderCatalogue, replications: readonly ReplicationResult[]): Estimate[] {
  return catalogue.measures.map(({ name, unit }, index) => {
    const values = replications.map(({ measures }) => measures[index] as number);
    return { name, unit, ...estimate(values, 0.95, rangeOfMeasure(unit, values)) };
  });
}
