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
