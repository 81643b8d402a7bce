import { beforeKey, isCalendar } from "./calendar-map.ts";
import { below, type Reader } from "./reader.ts";
import { sourced } from "./sourced.ts";
import { date } from "./words.ts";

/** A value from a local date on; the first entry holds from the beginning. */
export interface DatedValue<T> {
  /** Day number; -Infinity in the first entry. */
  readonly from: number;
  readonly value: T;
}

/**
 * A value, or a calendar of values: `{ 2019-05-01: 100/day, 2019-06-13: 200/day }`. Before its first date a calendar has the
 * value under `before`, or else the first one. Either may be in its long form.
 */
export function dated<T>(reader: Reader<T>): Reader<readonly DatedValue<T>[]> {
  const one = sourced(reader);
  const calendar: Reader<readonly DatedValue<T>[]> = (raw, report) => {
    if (!isCalendar(raw)) {
      const value = reader(raw, report);
      return value === undefined ? undefined : [{ from: Number.NEGATIVE_INFINITY, value }];
    }
    const entries: DatedValue<T>[] = [];
    let sound = true;
    for (const [key, written] of Object.entries(raw)) {
      const from = key === beforeKey ? Number.NEGATIVE_INFINITY : date(key, below(report, key));
      const value = one(written, below(report, key));
      if (from === undefined || value === undefined) sound = false;
      else entries.push({ from, value });
    }
    if (!sound) return undefined;
    entries.sort((a, b) => a.from - b.from);
    // Whatever is first holds from the beginning.
    return entries.map((entry, index) => (index === 0 ? { ...entry, from: Number.NEGATIVE_INFINITY } : entry));
  };
  return sourced(calendar);
}
