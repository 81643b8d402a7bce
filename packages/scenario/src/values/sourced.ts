import { below, isMap, type Reader } from "./reader.ts";

/** Keys of the long form of a value: `{ value: 5 %, range: [1 %, 40 %], source: assumption, note: … }`. */
export const sourcedKeys = ["value", "source", "range", "note"] as const;

/** Whether a written value is in its long form. */
export function isSourced(raw: unknown): raw is { readonly value: unknown } {
  return isMap(raw) && "value" in raw && "source" in raw;
}

/** The value itself, or in its long form, which says where it comes from. What the form says is collected elsewhere. */
export function sourced<T>(reader: Reader<T>): Reader<T> {
  return (raw, report) => (isSourced(raw) ? reader(raw.value, below(report, "value")) : reader(raw, report));
}
