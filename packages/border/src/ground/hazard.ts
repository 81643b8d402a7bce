import { type Distribution, exponential } from "@mpp-sim/engine";
import type { Timeline } from "../parameters/timeline.ts";

/** Distribution of the time until something with a constant hazard, a share an hour; undefined without a hazard. */
export function timeUnder(rate: number): Distribution | undefined {
  return rate > 0 ? exponential(1 / rate) : undefined;
}

/** The integral of a hazard that changes on dates between two moments. */
function hazardBetween(rates: Timeline<number>, since: number, now: number): number {
  return rates.reduce((sum, { from, value }, index) => {
    const until = rates[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const hours = Math.min(until, now) - Math.max(from, since);
    return hours > 0 ? sum + hours * value : sum;
  }, 0);
}

/**
 * What is left of the hazard for one who has been under it since a moment. The event happens when the integrated hazard reaches the
 * value drawn, so that nobody is drawn anew when the hazard changes. Divided by the present rate, it gives the hours to go.
 */
export function hazardLeft(rates: Timeline<number>, since: number, now: number, uniform: number): number {
  return exponential(1).quantile(uniform) - hazardBetween(rates, since, now);
}
