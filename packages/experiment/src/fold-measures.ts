import type { BorderCatalogue, ReplicationResult } from "@mpp-sim/border";
import { type Estimate, estimate } from "./estimate.ts";

/** One estimate a measure, in the order of the catalogue. Replications are taken in the order given. */
export function foldMeasures(catalogue: BorderCatalogue, replications: readonly ReplicationResult[]): Estimate[] {
  return catalogue.measures.map(({ name, unit }, index) => ({
    name,
    unit,
    ...estimate(replications.map(({ measures }) => measures[index] as number)),
  }));
}
