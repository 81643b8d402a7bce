import type { SourcedValue } from "@mpp-sim/scenario";

/** If more names than these differ in one place of a path, a star stands for them. */
const mostNames = 3;

/**
 * Values that are written once and hold in several places (a default that all sectors inherit) become one value, in the
 * place of the first. Its path stands for all: `sectors.*.arrivals.hours (9 places)`, `exempt.{single-adult, family} (2
 * places)`.
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

/** Several paths of the same length, written as one. */
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
