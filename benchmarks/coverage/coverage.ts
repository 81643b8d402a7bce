import { estimate, rangeOfMeasure } from "@mpp-sim/experiment";
import { type Figure, streamOf } from "./figures.ts";

/** Of so many experiments, how many intervals of 95 % held the true mean. */
export interface Coverage {
  readonly experiments: number;
  /** By `low` and `high`. */
  readonly held: number;
  /** By Student's t: `mean` ± `halfWidth`. */
  readonly heldByT: number;
  /** Intervals of t that reach beyond what the figure can be. */
  readonly impossibleByT: number;
}

/** Repeats an experiment of some replications, each time with other random numbers. */
export function coverageOf(
  { mean: truth, unit, draw }: Figure,
  experiments: number,
  replications: number,
  seed: string,
): Coverage {
  const stream = streamOf(seed);
  const counted = { experiments, held: 0, heldByT: 0, impossibleByT: 0 };
  for (let experiment = 0; experiment < experiments; experiment++) {
    const values = Array.from({ length: replications }, () => draw(stream));
    const { mean, halfWidth, low, high } = estimate(values, 0.95, rangeOfMeasure(unit, values));
    if (low! <= truth && truth <= high!) counted.held++;
    if (Math.abs(mean! - truth) <= halfWidth!) counted.heldByT++;
    if (mean! - halfWidth! < 0 || (unit === "share" && mean! + halfWidth! > 1)) counted.impossibleByT++;
  }
  return counted;
}
