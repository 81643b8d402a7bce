import { below, isMap, type Reader, type Report } from "./reader.ts";

/** Keys of the long form of a value: `{ value: 5 %, range: [1 %, 40 %], source: assumption, note: … }`. */
export const sourcedKeys = ["value", "source", "range", "note"] as const;

/** Whether a written value is in its long form. */
export function isSourced(raw: unknown): raw is { readonly value: unknown; readonly range?: unknown } {
  return isMap(raw) && "value" in raw && "source" in raw;
}

/**
 * The value itself, or in its long form, which says where it comes from. What the form says is collected elsewhere; but a figure
 * must lie in its own range.
 */
export function sourced<T>(reader: Reader<T>): Reader<T> {
  return (raw, report) => {
    if (!isSourced(raw)) return reader(raw, report);
    const value = reader(raw.value, below(report, "value"));
    if (value !== undefined && Array.isArray(raw.range)) checkRange(value, raw.range, reader, below(report, "range"));
    return value;
  };
}

function checkRange<T>(value: T, range: readonly unknown[], reader: Reader<T>, report: Report): void {
  const figure = figureOf(value);
  // Ends that are words, such as "twice October", are for people.
  const [low, high] = range.map((end) => figureOf(reader(end, () => {})));
  if (figure === undefined || low === undefined || high === undefined) return;
  if (figure < Math.min(low, high) || figure > Math.max(low, high)) {
    report(`must hold the value itself (got ${range.join(" to ")})`);
  }
}

/** A figure, also when it is the only one of a calendar of dates. */
function figureOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const [only, ...others] = Array.isArray(value) ? value : [];
  return others.length === 0 && isMap(only) && typeof only.value === "number" ? only.value : undefined;
}
