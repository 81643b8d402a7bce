import type { EventType, Simulation, Stateful, StateTransfer } from "@mpp-sim/engine";
import type { Timeline } from "../parameters/timeline.ts";
import { transferFigures } from "../state/transfer-figures.ts";
import { priority } from "./priorities.ts";

interface Watched {
  readonly type: EventType;
  readonly timelines: readonly Timeline<unknown>[];
  readonly priority: number;
}

/** Dated values that must act at once (a limit, a roster, an opening). Others are only read when needed. */
export class Changes implements Stateful {
  private readonly simulation: Simulation;
  private readonly watched: Watched[] = [];
  /** Events of the changes to come, and of those that have been. */
  private readonly events: number[] = [];

  constructor(simulation: Simulation) {
    this.simulation = simulation;
  }

  /** Calls `apply(index)` whenever one of the timelines changes. */
  watch<T>(
    name: string,
    timelines: readonly Timeline<T>[],
    apply: (index: number) => void,
    order: number = priority.change,
  ): void {
    const type = this.simulation.eventType(`${name} changes`, apply);
    const watched = { type, timelines, priority: order };
    this.watched.push(watched);
    this.plan(watched, (from) => from > this.simulation.now);
  }

  /** Plans the later changes from the timelines of this model, in place of those planned before. */
  replan(): void {
    for (const event of this.events) this.simulation.cancel(event);
    this.events.length = 0;
    for (const watched of this.watched) this.plan(watched, (from) => from >= this.simulation.now);
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, this.events);
  }

  private plan({ type, timelines, priority }: Watched, isToCome: (from: number) => boolean): void {
    timelines.forEach((timeline, index) => {
      for (const { from } of timeline) {
        if (isToCome(from)) this.events.push(this.simulation.scheduleAt(from, type, index, priority));
      }
    });
  }
}

/** The moments at which either of two timelines changes, as one. */
export function eitherChanges(a: Timeline<unknown>, b: Timeline<unknown>): Timeline<unknown> {
  return [...a, ...b.filter(({ from }) => a.every((entry) => entry.from !== from))];
}
