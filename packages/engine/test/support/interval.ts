import { mean, sampleStandardDeviation } from "simple-statistics";
import { expect } from "vitest";

/** Replications of a theory test, and the 99.95 % point of Student's t with one degree of freedom fewer. */
export const replications = 30;
const studentT = 3.6594;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 99.9 % interval of the mean of thirty independent values. */
export function interval(values: readonly number[]): Interval {
  if (values.length !== replications) throw new RangeError(`values must be ${replications}, got ${values.length}`);
  const half = (studentT * sampleStandardDeviation([...values])) / Math.sqrt(replications);
  return { low: mean([...values]) - half, high: mean([...values]) + half };
}

export function contains({ low, high }: Interval, value: number): boolean {
  return low <= value && value <= high;
}

/** The theory lies inside the interval, and the interval is narrow enough to say something. */
export function expectInside(values: readonly number[], theory: number, widthAtMost = 0.25): void {
  const { low, high } = interval(values);
  expect(low).toBeLessThanOrEqual(theory);
  expect(high).toBeGreaterThanOrEqual(theory);
  expect(high - low).toBeLessThan(widthAtMost * Math.abs(theory));
}

/** One value for each replication. */
export function replicate<T>(run: (replication: number) => T): T[] {
  return Array.from({ length: replications }, (_, replication) => run(replication));
}
