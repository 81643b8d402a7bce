import type { Tally } from "@mpp-sim/engine";

/** Mean of twenty independent replications and half the width of its 99.9 % interval (Student's t, 19 degrees of freedom). */
export function interval(replications: Tally, digits = 2): string {
  if (replications.count !== 20) throw new RangeError(`replications must be 20, got ${replications.count}`);
  const half = 3.883 * Math.sqrt(replications.variance / 20);
  return `${replications.mean.toFixed(digits)} ± ${half.toFixed(digits)}`;
}
