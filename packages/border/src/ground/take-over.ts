import type { Resource } from "@mpp-sim/engine";

/**
 * Takes a unit for a service that is in progress at the start, if need be beyond the units there are: what has begun is finished,
 * as when units are withdrawn later. Returns whether it did; it does not if somebody waits, who would come first.
 */
export function takeOver(units: Resource): boolean {
  if (units.line.length > 0) return false;
  const { capacity } = units;
  units.setCapacity(Math.max(capacity, units.inUse + 1));
  const taken = units.tryTake(1);
  units.setCapacity(capacity);
  return taken;
}
