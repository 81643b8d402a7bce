/** What orders events. */
export interface EventKey {
  readonly time: number;
  readonly priority: number;
  readonly sequence: number;
}

/** Earlier time, then higher priority, then first scheduled. A total order, so a seed replays exactly. */
export function comesBefore(a: EventKey, b: EventKey): boolean {
  if (a.time !== b.time) return a.time < b.time;
  if (a.priority !== b.priority) return a.priority > b.priority;
  return a.sequence < b.sequence;
}
