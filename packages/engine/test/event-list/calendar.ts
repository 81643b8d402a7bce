import { EventList, type EventListKind } from "../../src/event-list/event-list.ts";
import type { EventKey, UniformSource } from "../../src/index.ts";

export const kinds: readonly EventListKind[] = ["heap", "ladder"];

/** The calls of an event list in the shape that tests like. */
export class Calendar {
  readonly list: EventList;

  constructor(kind: EventListKind, ties?: UniformSource) {
    this.list = new EventList(kind, ties);
  }

  add(time: number, subject: number, priority = 0): number {
    this.list.newTime = time;
    return this.list.handle(this.list.add(3, subject, priority));
  }

  /** Subject of the first event before a time, or -1 if there is none. */
  take(until = Number.POSITIVE_INFINITY): number {
    this.list.until = until;
    return this.list.take() ? this.list.subject : -1;
  }

  drain(): number[] {
    const taken: number[] = [];
    for (let subject = this.take(); subject >= 0; subject = this.take()) taken.push(subject);
    return taken;
  }
}

export interface KnownEvent extends EventKey {
  readonly handle: number;
}

/** The same order kept in the plainest way: an array that is always sorted. */
export class PlainList<E extends EventKey> {
  readonly events: E[] = [];
  private readonly before: (a: EventKey, b: EventKey) => boolean;

  constructor(before: (a: EventKey, b: EventKey) => boolean) {
    this.before = before;
  }

  add(event: E): void {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.before(this.events[middle]!, event)) low = middle + 1;
      else high = middle;
    }
    this.events.splice(low, 0, event);
  }
}
