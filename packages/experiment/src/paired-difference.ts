import { estimate, type Spread } from "./estimate.ts";

/**
 * The difference a - b over replications that met the same people (same seed, same index): the interval is of the differences,
 * not of two separate means. Replications in which either is undefined are left out. Two equal policies differ by exactly 0.
 * @throws RangeError if the lengths differ, or a value is infinite
 */
export function pairedDifference(a: readonly number[], b: readonly number[], level = 0.95): Spread {
  if (a.length !== b.length) {
    throw new RangeError(
      `pairedDifference: both must have the same number of replications, got ${a.length} and ${b.length}`,
    );
  }
  return estimate(
    a.map((value, replication) => value - (b[replication] as number)),
    level,
  );
}
