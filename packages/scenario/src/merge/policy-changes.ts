import { placeSections } from "../schema/scenario-schema.ts";
import { defaultAt, fixedBecause, mustStaySame } from "../schema/settings.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { inline } from "../text/inline.ts";
import { nodeAt, pathText } from "../text/locate.ts";
import { defined } from "../text/nearest.ts";
import { childOf, type Entry, type ListNode, type MapNode, type Node, originOf, type Place } from "../text/tree.ts";
import { dayOf } from "./read-branch.ts";

/** One dated change of one setting. */
export interface Change {
  /** It names its setting or place; stops or resumes all of a kind; or says what becomes of those enrolled at this one closing. */
  readonly kind: "named" | "suspend" | "resume" | "whenClosed";
  readonly path: readonly string[];
  readonly on: string;
  /** Undefined if the setting returns to the value that it would have without suspensions and other closings. */
  readonly node: Node | undefined;
  /** The value until then, where the file gives none. */
  readonly before: string;
  readonly place: Place;
}

/** What `suspend` and `resume` change: a setting of every place of a section. */
const suspended = new Map([
  ["returns", ["returnPoints", "open"]],
  ["hearings", ["courts", "sitting"]],
] as const);

/**
 * The changes of a policy, in the order of the file. Faults in the policy itself are found by the schema, and are passed over here.
 * These are reported here: a change of a fixed setting, or of one that has no value before; two values of one setting on one date; a
 * `resume` of what was not suspended.
 */
export function changesOf(tree: MapNode, policy: ListNode, diagnostics: Diagnostics): readonly Change[] {
  const changes = policy.items.flatMap((item, index): readonly Change[] => {
    const on = childOf(item, "on");
    if (item.kind !== "map" || on?.kind !== "scalar" || dayOf(on) === undefined) return [];
    const set = childOf(item, "set");
    const settings = set?.kind === "map" ? [...set.entries] : [];
    // A change of one place comes before a change of all places.
    return [
      ...everywhere(tree, item, on.text, index, policy, diagnostics),
      ...switched(tree, item, on.text),
      ...settings.flatMap(([path, entry]) => settingOf(tree, path, on.text, entry, diagnostics)),
    ];
  });
  warnOfTwo(changes, diagnostics);
  // A rule given beside one closing is not for the next one: that goes by the place itself.
  return changes.filter(
    ({ kind, node, on, path }) =>
      kind !== "whenClosed" ||
      node !== undefined ||
      changes.some((other) => other.node !== undefined && other.on < on && isSame(other.path, path)),
  );
}

export function isSame(path: readonly string[], other: readonly string[]): boolean {
  return path.join(".") === other.join(".");
}

/** A place that opens or closes, a bus line that starts or stops. */
function switched(tree: MapNode, item: MapNode, on: string): readonly Change[] {
  const named = (key: string, section: string, setting: string, value: "yes" | "no"): readonly Change[] => {
    const name = childOf(item, key);
    if (name?.kind !== "scalar" || !namesIn(tree, section).includes(name.text)) return [];
    const node: Node = { kind: "scalar", place: item.place, text: value };
    const before = value === "yes" ? "no" : "yes";
    const turn: Change = { kind: "named", path: [section, name.text, setting], on, node, before, place: item.place };
    return value === "no" ? [turn, ruleOf(turn, item)] : [turn];
  };
  return [
    ...named("open", "returnPoints", "open", "yes"),
    ...named("close", "returnPoints", "open", "no"),
    ...named("stop", "buses", "inService", "no"),
    ...named("start", "buses", "inService", "yes"),
  ];
}

/** All returns, or all hearings, stop or are resumed. */
function everywhere(
  tree: MapNode,
  item: MapNode,
  on: string,
  index: number,
  policy: ListNode,
  diagnostics: Diagnostics,
): readonly Change[] {
  return (["suspend", "resume"] as const).flatMap((kind) => {
    const what = childOf(item, kind);
    const settings = what?.kind === "scalar" ? suspended.get(what.text as "returns" | "hearings") : undefined;
    if (what?.kind !== "scalar" || settings === undefined) return [];
    const [section, setting] = settings;
    const isSuspended = policy.items.some((other) => {
      const [since, stopped] = [childOf(other, "on"), childOf(other, "suspend")];
      return since?.kind === "scalar" && since.text <= on && stopped?.kind === "scalar" && stopped.text === what.text;
    });
    if (kind === "resume" && !isSuspended && !diagnostics.isExcused(["policy", index])) {
      const sentence = `must follow a suspension, without which it changes nothing (got ${what.text} on ${on})`;
      diagnostics.warning(what.place, pathText(["policy", index, "resume"]), sentence);
    }
    return namesIn(tree, section).flatMap((name): readonly Change[] => {
      const node: Node | undefined = kind === "suspend" ? { kind: "scalar", place: item.place, text: "no" } : undefined;
      const turn: Change = { kind, path: [section, name, setting], on, node, before: "yes", place: item.place };
      return kind === "suspend" ? [turn, ruleOf(turn, item)] : [turn];
    });
  });
}

/** What becomes of those enrolled by what a change closes. */
function ruleOf({ path: [section = "", name = ""], on, place }: Change, item: MapNode): Change {
  const path = [section, name, "whenClosed"];
  return { kind: "whenClosed", path, on, node: childOf(item, "whenClosed"), before: textAt(path), place };
}

/** A change by path, as it is written; none for a fixed setting. */
function settingOf(
  tree: MapNode,
  path: string,
  on: string,
  { key: place, node }: Entry,
  diagnostics: Diagnostics,
): readonly Change[] {
  const steps = path.split(".");
  if (diagnostics.isExcused(steps)) return [];
  const [section = "", name = "", ...rest] = steps;
  const places: readonly string[] = placeSections;
  if (places.includes(section) && !namesIn(tree, section).includes(name)) {
    const meant = defined(name, namesIn(tree, section))
      .replace('mean "', `mean "${section}.`)
      .replace('"?', `.${rest.join(".")}"?`);
    diagnostics.error(place, path, `must be a setting of a place that is defined (got ${name})${meant}`);
    return [];
  }
  const because = fixedBecause(steps);
  if (because !== undefined) {
    diagnostics.error(place, path, `${mustStaySame(because)} (got a change on ${on})`);
    return [];
  }
  const before = valueBefore(tree, path, place, diagnostics);
  return [{ kind: "named", path: steps, on, node, before, place }];
}

/** The value before the first change of a setting that the file does not give; undefined if the file gives one. */
function valueBefore(tree: MapNode, path: string, place: Place, diagnostics: Diagnostics): string {
  const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  if (nodeAt(tree, steps) !== undefined) return "";
  if (defaultAt(path.split(".")) === "none")
    diagnostics.error(
      place,
      path,
      "must have a value before it changes: the scenario must give it, or a calendar with `before`",
    );
  return textAt(path.split("."));
}

/** What holds of a setting that nobody gives. */
function textAt(path: readonly string[]): string {
  const held = defaultAt(path);
  return typeof held === "object" ? held.text : "";
}

/** Warns where a setting or a place is named twice for one date: probably a slip. */
function warnOfTwo(changes: readonly Change[], diagnostics: Diagnostics): void {
  const before = new Map<string, Change>();
  for (const change of changes) {
    const { kind, node, on, path, place } = change;
    if (kind !== "named" || node === undefined) continue;
    const setting = path.join(".");
    const first = before.get(`${setting} ${on}`);
    if (first?.node !== undefined) {
      const got = `${inline(first.node)} at ${originOf(first.place)}`;
      const sentence = `must take one value on ${on}: the later of two holds (got ${got}, then ${inline(node)})`;
      diagnostics.warning(place, setting, sentence);
    }
    before.set(`${setting} ${on}`, change);
  }
}

function namesIn(tree: MapNode, section: string): string[] {
  const places = childOf(tree, section);
  return places?.kind === "map" ? [...places.entries.keys()] : [];
}
