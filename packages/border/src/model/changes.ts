import type { Simulation } from "@mpp-sim/engine";
import type { Timeline } from "../parameters/timeline.ts";

/** Policy changes come before anything else that happens at their instant, but after the date has moved on. */
const changePriority = 50;

/**
 * Calls `apply(index)` now for each timeline and again whenever it changes: dated values that must act at once
 * (a limit, a roster, an opening), as against those that are merely read when needed.
 */
export function onChange<T>(
  simulation: Simulation,
  name: string,
  timelines: readonly Timeline<T>[],
  apply: (index: number) => void,
): void {
  const type = simulation.eventType(`${name} changes`, apply);
  timelines.forEach((timeline, index) => {
    apply(index);
    for (const { from } of timeline) {
      if (from > simulation.now) simulation.scheduleAt(from, type, index, changePriority);
    }
  });
}
