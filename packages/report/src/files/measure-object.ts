import type { Estimate } from "@mpp-sim/experiment";

// Keys are named one by one, so that files keep their form when a type gains a field.
export function measureObject(estimate: Estimate): Estimate {
  const { name, unit, n, mean, halfWidth, q05, q50, q95, min, max, low, high } = estimate;
  return { name, unit, n, mean, halfWidth, q05, q50, q95, min, max, low, high };
}
