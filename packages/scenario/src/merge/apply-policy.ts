import type { Diagnostics } from "../text/diagnostics.ts";
import { nodeAt } from "../text/locate.ts";
import { childOf, type Entry, type MapNode, type Node } from "../text/tree.ts";
import { areCalendarKeys, beforeKey } from "../values/calendar-map.ts";
import { type Change, changesOf, isSame } from "./policy-changes.ts";
import { changeAt } from "./set-path.ts";

type Calendar = readonly (readonly [date: string, entry: Entry])[];

/**
 * Writes every change of the policy into the calendar of the setting that it changes, so that a policy is only dated values. A
 * suspension covers what the calendars say of its dates. After it, settings are as they would be without it.
 */
export function applyPolicy(tree: MapNode, diagnostics: Diagnostics): MapNode {
  const policy = childOf(tree, "policy");
  if (policy?.kind !== "list") return tree;
  const changes = changesOf(tree, policy, diagnostics);
  const unsuspended = changes.filter(({ kind }) => kind === "named").reduce(written, tree);
  const covered = changes
    .filter(({ kind }) => kind === "suspend")
    .reduce((changed, suspension) => withoutCovered(changed, suspension, changes), tree);
  return changes
    .map((change) => ({ ...change, node: change.node ?? valueOn(unsuspended, change) }))
    .reduce(written, covered);
}

function written(tree: MapNode, change: Change): MapNode {
  return changeAt(tree, change.path, change.place, (node) => withDate(node, change));
}

/** The tree without the entries that a suspended setting's calendar has for the time until it is resumed. */
function withoutCovered(tree: MapNode, { on, path, place }: Change, changes: readonly Change[]): MapNode {
  const node = nodeAt(tree, path);
  const ends = changes.filter((change) => change.kind === "resume" && change.on > on && isSame(change.path, path));
  const isCovered = (date: string): boolean => date > on && ends.every((end) => date < end.on) && date !== beforeKey;
  const entries = calendarOf(node);
  if (node === undefined || !entries.some(([date]) => isCovered(date))) return tree;
  const kept = withBefore(entries).filter(([date]) => !isCovered(date));
  const [first] = kept;
  // A value without dates is no calendar.
  const without: Node =
    kept.length === 1 && first?.[0] === beforeKey
      ? first[1].node
      : { kind: "map", place: node.place, entries: new Map(kept) };
  return changeAt(tree, path, place, () => without);
}

/** The value of a setting on the date of a change, by its calendar. */
function valueOn(tree: MapNode, { before, on, path, place }: Change): Node {
  const [latest] = withBefore(calendarOf(nodeAt(tree, path)))
    .filter(([date]) => date === beforeKey || date <= on)
    .sort(([a], [b]) => (a === beforeKey || (b !== beforeKey && a < b) ? 1 : -1));
  return latest?.[1].node ?? { kind: "scalar", place, text: before };
}

/** The calendar of a setting with one more date. What was there holds until its first date. */
function withDate(node: Node | undefined, { on, node: value, before, place }: Change): Node {
  const given = calendarOf(node);
  const entries = new Map<string, Entry>(given.every(([date]) => on < date) ? withBefore(given) : given);
  if (entries.size === 0 && before !== "")
    entries.set(beforeKey, { key: place, node: { kind: "scalar", place, text: before } });
  if (value !== undefined) entries.set(on, { key: place, node: value });
  return { kind: "map", place: node?.place ?? place, entries };
}

/** The value before the first date of a calendar is written out. */
function withBefore(calendar: Calendar): Calendar {
  const [first] = calendar.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return first === undefined || calendar.some(([date]) => date === beforeKey)
    ? calendar
    : [[beforeKey, first[1]], ...calendar];
}

/** Entries of a calendar; a single value holds `before`. The long form of a calendar goes to each of its entries. */
function calendarOf(node: Node | undefined): Calendar {
  if (node === undefined) return [];
  if (node.kind === "map" && areCalendarKeys([...node.entries.keys()])) return [...node.entries];
  const inner = childOf(node, "value");
  if (node.kind === "map" && inner?.kind === "map" && areCalendarKeys([...inner.entries.keys()])) {
    return [...inner.entries].map(([date, entry]) => {
      const long = new Map(node.entries).set("value", { key: entry.key, node: entry.node });
      return [date, { key: entry.key, node: { ...node, entries: long } }] as const;
    });
  }
  return [[beforeKey, { key: node.place, node }]];
}
