import { pow } from "@mpp-sim/engine";
import { mean as average, sampleVariance } from "simple-statistics";
import { studentTQuantile } from "./student-t.ts";

/** Ends of an interval. */
export interface Interval {
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
}

/**
 * An interval for the mean of skewed figures: that of Student's t after the cubic transformation that takes the skew out of it (Hall 1992, On the
 * removal of skewness by transformation, J. R. Statist. Soc. B 54(1)). Without skew it is that of t. `values` are at least two.
 */
export function intervalOf(values: number[], level: number): Interval {
  const n = values.length;
  const mean = average(values);
  const error = Math.sqrt(sampleVariance(values) / n);
  if (error === 0) return { low: mean, high: mean };
  const t = studentTQuantile((1 + level) / 2, n - 1);
  const skew = skewOf(values, mean);
  return { low: mean - error * unskewed(t, skew, n), high: mean - error * unskewed(-t, skew, n) };
}

/** Third moment over the variance to the power of 3/2, both by n. */
function skewOf(values: readonly number[], mean: number): number {
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const apart = value - mean;
    squares += apart * apart;
    cubes += apart * apart * apart;
  }
  const variance = squares / values.length;
  return cubes / values.length / (variance * Math.sqrt(variance));
}

/** The t whose transformed value is this one: of Hall's polynomial with a = 1/3 and b = 1/6. */
function unskewed(transformed: number, skew: number, n: number): number {
  const third = skew / 3;
  if (Math.abs(third) < 1e-9) return transformed;
  const root = Math.sqrt(n);
  return (root / third) * (cubeRoot(1 + skew * (transformed / root - skew / (6 * n))) - 1);
}

function cubeRoot(x: number): number {
  return x < 0 ? -pow(-x, 1 / 3) : pow(x, 1 / 3);
}
