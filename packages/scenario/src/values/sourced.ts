import { didYouMean } from "../text/nearest.ts";
import { below, isMap, type Reader, type Report } from "./reader.ts";

/** Keys of the long form of a value: `{ value: 5 %, range: [1 %, 40 %], source: assumption, note: … }`. */
export const sourcedKeys = ["value", "source", "range", "note"] as const;

/** Key of a range that is none, and says why. */
export const notVaried = "notVaried";

/** Whether a written value is in its long form. */
export function isSourced(raw: unknown): raw is { readonly value: unknown; readonly range?: unknown } {
  return isMap(raw) && "value" in raw && "source" in raw;
}

/**
 * The value itself, or in its long form, which says where it comes from and how far it may be off. What the form says is collected
 * elsewhere; but what a range holds must be values of the setting, and a figure, or each share of a mix, lie in its own range.
 */
export function sourced<T>(reader: Reader<T>): Reader<T> {
  return (raw, report) => {
    if (!isSourced(raw)) return reader(raw, report);
    const value = reader(raw.value, below(report, "value"));
    if (raw.range !== undefined) checkRange(value, raw.range, reader, below(report, "range"));
    return value;
  };
}

const forms = "must be two values, [1 %, 40 %], levels by name, { few: 1 %, many: 40 % }, or { notVaried: why }";

function checkRange<T>(value: T | undefined, range: unknown, reader: Reader<T>, report: Report): void {
  if (isMap(range)) {
    const levels = Object.entries(range);
    const [[only = ""] = []] = levels;
    const meant = didYouMean(only, [notVaried]);
    const isReason = notVaried in range && levels.length === 1;
    if (notVaried in range && !isReason)
      report(
        `must be put in quotes if it holds a comma (got ${levels.map(([key, text]) => (key === notVaried ? text : key)).join(", ")})`,
        [notVaried],
      );
    else if (!isReason && levels.length === 1 && meant !== "") report(`is not known${meant}`, [only]);
    else if (levels.length === 0 || (isReason && typeof range[notVaried] !== "string")) report(forms);
    else if (!isReason) for (const [name, level] of levels) reader(level, below(report, name));
    return;
  }
  if (!Array.isArray(range) || range.length !== 2) {
    report(forms);
    return;
  }
  const [low, high] = range.map((end, index) => figuresOf(reader(end, below(report, index))));
  const figures = figuresOf(value);
  if (JSON.stringify(range[0]) === JSON.stringify(range[1])) report("must have two ends that differ");
  if (figures === undefined || low === undefined || high === undefined) return;
  for (const name of new Set([...figures.keys(), ...low.keys(), ...high.keys()])) {
    const [figure, ...ends] = [figures, low, high].map((of) => of.get(name) ?? 0) as [number, number, number];
    if (figure >= Math.min(...ends) - rounding && figure <= Math.max(...ends) + rounding) continue;
    const percent = (share: number): string => `${Number((100 * share).toFixed(2))} %`;
    report(
      name === ""
        ? `must hold the value itself (got ${range.map(String).join(" to ")})`
        : `must hold the share of ${name} itself, ${percent(figure)} (got ${ends.map(percent).join(" to ")})`,
    );
    return;
  }
}

/** Shares are written in decimals, which binary fractions miss by a little. */
const rounding = 1e-12;

/** A figure, the mean of a distribution or the shares of a mix by name, also as the only value of a calendar; undefined of all else. */
function figuresOf(value: unknown): ReadonlyMap<string, number> | undefined {
  if (typeof value === "number") return new Map([["", value]]);
  if (value instanceof Map) {
    const parts = [...value] as [string, unknown][];
    if (!parts.every((part): part is [string, number] => typeof part[1] === "number")) return undefined;
    const total = parts.reduce((sum, [, part]) => sum + part, 0);
    return new Map(parts.map(([name, part]) => [name, part / total]));
  }
  if (!isMap(value)) return undefined;
  if (Array.isArray(value.entries)) return value.entries.length === 1 ? figuresOf(value.entries[0].value) : undefined;
  return typeof value.mean === "number" ? new Map([["", value.mean]]) : undefined;
}
