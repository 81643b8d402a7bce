import { defaultAt } from "../schema/default-at.ts";
import { fixedBecause, mustStaySame } from "../schema/fixed-settings.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { inline } from "../text/inline.ts";
import { nodeAt } from "../text/locate.ts";
import { childOf, type Entry, type ListNode, type MapNode, type Node, originOf, type Place } from "../text/tree.ts";
import { areCalendarKeys, beforeKey } from "../values/calendar-map.ts";
import { dayOf } from "./read-branch.ts";
import { changeAt } from "./set-path.ts";

/** One dated change of one setting. */
interface Change {
  readonly path: readonly string[];
  readonly on: string;
  readonly node: Node;
  /** The value until then, where the file gives none. */
  readonly before: string;
  readonly place: Place;
}

/**
 * Writes every change of the policy into the calendar of the setting it changes, so that a policy is nothing but dated values.
 * Faults in the policy itself are found when the file is read against the schema; here they are passed over, but for a change of what
 * stays the same or has no value before, and for a setting that takes two values on one date.
 */
export function applyPolicy(tree: MapNode, diagnostics: Diagnostics): MapNode {
  const policy = childOf(tree, "policy");
  if (policy?.kind !== "list") return tree;
  let changed = tree;
  for (const change of changesOf(tree, policy, diagnostics)) {
    changed = changeAt(changed, change.path, change.place, (node) => withDate(node, change));
  }
  return changed;
}

function changesOf(tree: MapNode, policy: ListNode, diagnostics: Diagnostics): Change[] {
  const writtenBefore = new Map<string, Change>();
  /** What holds before the first change of a setting that the file does not give; nothing where it gives one. */
  const valueBefore = (path: string, place: Place): string => {
    if (
      nodeAt(
        tree,
        path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
      ) !== undefined
    )
      return "";
    const unlessGiven = defaultAt(path.split("."));
    if (unlessGiven === "none")
      diagnostics.error(
        place,
        path,
        "must have a value before it changes: the scenario must give it, or a calendar with `before`",
      );
    return typeof unlessGiven === "object" ? unlessGiven.text : "";
  };
  /** A change that names its setting, or its one place: another such change of the same date is likely a slip. */
  const written = (change: Change): Change => {
    const path = change.path.join(".");
    const before = writtenBefore.get(`${path} ${change.on}`);
    if (before !== undefined) {
      const first = `${inline(before.node)} at ${originOf(before.place)}`;
      const sentence = `must take one value on ${change.on}: the later of two holds (got ${first}, then ${inline(change.node)})`;
      diagnostics.warning(change.place, path, sentence);
    }
    writtenBefore.set(`${path} ${change.on}`, change);
    return change;
  };
  /** A change by path, as it is written; none of what stays the same. */
  const setting = (path: string, on: string, entry: Entry): Change[] => {
    const { key, node } = entry;
    const because = fixedBecause(path);
    if (because !== undefined) {
      diagnostics.error(key, path, `${mustStaySame(because)} (got a change on ${on})`);
      return [];
    }
    return [written({ path: path.split("."), on, node, before: valueBefore(path, key), place: key })];
  };
  return policy.items.flatMap((item): Change[] => {
    const on = childOf(item, "on");
    if (item.kind !== "map" || on?.kind !== "scalar" || dayOf(on) === undefined) return [];
    const { place } = item;
    const rule = childOf(item, "whenClosed");
    const turn = (section: string, name: string, setting: string, value: "yes" | "no", before: string): Change[] => [
      {
        path: [section, name, setting],
        on: on.text,
        node: { kind: "scalar", place, text: value },
        before,
        place,
      },
      ...(value === "no" && rule
        ? [{ path: [section, name, "whenClosed"], on: on.text, node: rule, before: "hold", place }]
        : []),
    ];
    const everywhere = (section: string, setting: string, value: "yes" | "no"): Change[] =>
      namesIn(tree, section).flatMap((name) => turn(section, name, setting, value, "yes"));
    const named = (key: string, section: string, setting: string, value: "yes" | "no"): Change[] => {
      const name = childOf(item, key);
      return name?.kind === "scalar" && namesIn(tree, section).includes(name.text)
        ? turn(section, name.text, setting, value, value === "yes" ? "no" : "yes").map(written)
        : [];
    };
    const all = (key: string, value: "yes" | "no"): Change[] => {
      const what = childOf(item, key);
      if (what?.kind !== "scalar") return [];
      if (what.text === "returns") return everywhere("returnPoints", "open", value);
      return what.text === "hearings" ? everywhere("courts", "sitting", value) : [];
    };
    const set = childOf(item, "set");
    const settings = set?.kind === "map" ? [...set.entries] : [];
    return [
      ...named("open", "returnPoints", "open", "yes"),
      ...named("close", "returnPoints", "open", "no"),
      ...all("suspend", "no"),
      ...all("resume", "yes"),
      ...named("stop", "buses", "inService", "no"),
      ...named("start", "buses", "inService", "yes"),
      ...settings.flatMap(([path, entry]) => setting(path, on.text, entry)),
    ];
  });
}

function namesIn(tree: MapNode, section: string): string[] {
  const places = childOf(tree, section);
  return places?.kind === "map" ? [...places.entries.keys()] : [];
}

/** The calendar of a setting with one more date. What was there holds until its first date. */
function withDate(node: Node | undefined, { on, node: value, before, place }: Change): Node {
  const entries = new Map<string, Entry>(calendarOf(node));
  if (entries.size === 0 && before !== "")
    entries.set(beforeKey, { key: place, node: { kind: "scalar", place, text: before } });
  entries.set(on, { key: place, node: value });
  return { kind: "map", place: node?.place ?? place, entries };
}

/** Entries of a calendar; a single value holds `before`. The long form of a calendar goes to each of its entries. */
function calendarOf(node: Node | undefined): readonly (readonly [string, Entry])[] {
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
