import type { Distribution } from "@mpp-sim/engine";

/**
 * What is left of a duration that has lasted for some time: the quantile at `uniform` of durations that last longer, less the
 * time passed. For one that begins now it is the whole; for one that cannot last longer it is 0.
 */
export function remaining(duration: Distribution, elapsed: number, uniform: number): number {
  if (elapsed <= 0) return duration.quantile(uniform);
  // The share that would have ended by now, between `ended` and `notEnded`.
  let ended = 0;
  let notEnded = 1;
  for (let step = 0; step < 60; step++) {
    const middle = ended + (notEnded - ended) / 2;
    if (middle < 1 && duration.quantile(middle) <= elapsed) ended = middle;
    else notEnded = middle;
  }
  const p = ended + uniform * (1 - ended);
  return p < 1 ? Math.max(0, duration.quantile(p) - elapsed) : 0;
}
