import type { Stateful } from "../core/stateful.ts";

/**
 * Gives the rows of pending events in the order of `comesBefore`. `first` is called before `drop`. No row is added that
 * comes before one already dropped.
 */
export interface EventQueue extends Stateful {
  add(row: number): void;
  /** The first row, or -1. */
  first(): number;
  /** True only if every row is later than a time. It may be false when the answer would take long. */
  isLater(time: number): boolean;
  /** Drops the first row. */
  drop(): void;
  /** Drops every row whose event was cancelled, and calls `dropped` for each. */
  sweep(dropped: (row: number) => void): void;
}

/** What orders events. */
export interface EventKey {
  /** When it is to happen. */
  readonly time: number;
  /** A whole number; higher goes first. */
  readonly priority: number;
  /** How many had been scheduled before it. */
  readonly sequence: number;
}

/** Earlier time, then higher priority, then first scheduled. A total order, so a seed replays exactly. */
export function comesBefore(a: EventKey, b: EventKey): boolean {
  if (a.time !== b.time) return a.time < b.time;
  if (a.priority !== b.priority) return a.priority > b.priority;
  return a.sequence < b.sequence;
}
