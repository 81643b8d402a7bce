/** A value from a moment on. `from` is in hours of simulation time; the first entry of a timeline starts at -Infinity. */
export interface Dated<T> {
  /** Hours of simulation time; -Infinity in the first entry. */
  readonly from: number;
  /** What holds from then on. */
  readonly value: T;
}

/** A value that may change on dates: entries sorted by `from`, the first at -Infinity. */
export type Timeline<T> = readonly Dated<T>[];

/** A timeline that never changes. */
export function always<T>(value: T): Timeline<T> {
  return [{ from: Number.NEGATIVE_INFINITY, value }];
}

/**
 * The value in force at `time` (hours); a change applies from its own instant on.
 * @throws RangeError if the timeline is empty
 */
export function valueAt<T>(timeline: Timeline<T>, time: number): T {
  let low = 0;
  let high = timeline.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((timeline[middle] as Dated<T>).from <= time) low = middle;
    else high = middle - 1;
  }
  const entry = timeline[low];
  if (entry === undefined) throw new RangeError("timeline must have at least one entry, got none");
  return entry.value;
}
