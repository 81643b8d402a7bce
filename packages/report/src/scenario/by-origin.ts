import type { SourcedValue } from "@mpp-sim/scenario";

/** More names than these in one place of a path are written as a star. */
const mostNames = 3;

/**
 * Values that are written once and hold in several places (a default that all sectors inherit) become one value, in the order of
 * the first, whose path stands for all: `sectors.*.arrivals.hours (9 places)`, `exempt.{single-adult, family} (2 places)`.
 */
export function byOrigin(values: readonly SourcedValue[]): SourcedValue[] {
  const groups = new Map<string, SourcedValue[]>();
  for (const value of values) {
    const { text, source, range, note, origin, path } = value;
    const key = JSON.stringify([text, source, range, note, origin, path.split(".").length]);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()].map((group) => ({ ...group[0]!, path: commonPath(group.map(({ path }) => path)) }));
}

/** Paths of the same length as one. */
function commonPath(paths: readonly string[]): string {
  const [first = "", ...others] = paths;
  if (others.length === 0) return first;
  const parts = paths.map((path) => path.split("."));
  const common = first.split(".").map((_, index) => {
    const names = [...new Set(parts.map((part) => part[index]))];
    if (names.length === 1) return names[0];
    return names.length > mostNames ? "*" : `{${names.join(", ")}}`;
  });
  return `${common.join(".")} (${paths.length} places)`;
}
