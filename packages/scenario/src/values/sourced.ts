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
  const mix = onlyOne(value);
  if (mix instanceof Map) {
    checkShare(mix, range, report);
    return;
  }
  const figure = figureOf(value);
  // Ends that are words, such as "twice October", are for people.
  const [low, high] = range.map((end) => figureOf(reader(end, () => {})));
  if (figure === undefined || low === undefined || high === undefined) return;
  if (figure < Math.min(low, high) || figure > Math.max(low, high)) {
    report(`must hold the value itself (got ${range.join(" to ")})`);
  }
}

/** The range of a mix is that of the share of one of its names: `[release 0 %, release 40 %]`. */
function checkShare(mix: ReadonlyMap<string, number>, range: readonly unknown[], report: Report): void {
  const [low, high] = range.map((end) => /^(\S+) (\d+(?:\.\d+)?) ?%$/.exec(String(end)));
  if (!low || !high) return;
  const [name = "", other = ""] = [low[1], high[1]];
  if (name !== other) {
    report(`must be of the share of one name (got ${name} and ${other})`);
    return;
  }
  const total = [...mix.values()].reduce((sum, weight) => sum + weight, 0);
  const share = Number(((100 * (mix.get(name) ?? 0)) / total).toFixed(9));
  const ends = [Number(low[2]), Number(high[2])];
  if (share >= Math.min(...ends) && share <= Math.max(...ends)) return;
  report(`must hold the share of ${name} itself, ${Number(share.toFixed(2))} % (got ${range.join(" to ")})`);
}

/** A figure, also when it is the only one of a calendar of dates. */
function figureOf(value: unknown): number | undefined {
  const only = onlyOne(value);
  return typeof only === "number" ? only : undefined;
}

/** A value, or the only one of a calendar of dates. */
function onlyOne(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [only, ...others] = value;
  return others.length === 0 && isMap(only) ? only.value : undefined;
}
