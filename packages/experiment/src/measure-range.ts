import type { Range } from "./estimate.ts";

/**
 * What the mean of a measure can be. Measures count, last or cost something: none of the model's is below 0, and no share above 1. One from outside
 * may be; then a value shows it, and there is no bound.
 */
export function rangeOfMeasure(unit: string, values: readonly number[]): Range {
  const least = values.some((value) => value < 0) ? {} : { least: 0 };
  return unit === "share" && !values.some((value) => value > 1) ? { ...least, most: 1 } : least;
}
