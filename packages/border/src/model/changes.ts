import type { Simulation } from "@mpp-sim/engine";
import type { Timeline } from "../parameters/timeline.ts";
import { priority } from "./priorities.ts";

/** The moments at which either of two timelines changes, as one. */
export function eitherChanges(a: Timeline<unknown>, b: Timeline<unknown>): Timeline<unknown> {
  return [...a, ...b.filter(({ from }) => a.every((entry) => entry.from !== from))];
}

/**
 * Calls `apply(index)` whenever one of the timelines changes: dated values that must act at once (a limit, a roster, an opening),
 * as against those that are merely read when needed.
 */
export function onChange<T>(
  simulation: Simulation,
  name: string,
  timelines: readonly Timeline<T>[],
  apply: (index: number) => void,
): void {
  const type = simulation.eventType(`${name} changes`, apply);
  timelines.forEach((timeline, index) => {
    for (const { from } of timeline) {
      if (from > simulation.now) simulation.scheduleAt(from, type, index, priority.change);
    }
  });
}
