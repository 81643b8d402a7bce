import type { Diagnostics } from "../text/diagnostics.ts";
import { pathText } from "../text/locate.ts";
import { didYouMean, nearest } from "../text/nearest.ts";
import type { Entry, MapNode, Node, Place } from "../text/tree.ts";
import { beforeKey } from "../values/calendar-map.ts";
import { sourcedKeys } from "../values/sourced.ts";
import { date } from "../values/words.ts";
import type { Structure } from "./structure.ts";

type Path = readonly PropertyKey[];

/**
 * The tree without unknown keys, which are reported: a setting, a key of a value's long form, a date of a calendar. They are left out,
 * so that no further fault is reported about them, nor about what then seems to be missing beside them.
 */
export function withKnownKeys(tree: MapNode, root: Structure, diagnostics: Diagnostics): MapNode {
  const wrong = (place: Place, path: Path, sentence: string): true => {
    diagnostics.error(place, pathText(path), sentence);
    return true;
  };
  const cleanedMap = (node: MapNode, { keys, below, byPath }: Structure, path: Path): MapNode => {
    const entries = new Map<string, Entry>();
    for (const [key, entry] of node.entries) {
      const here = [...path, key];
      const strange = byPath ? strangePath(key, root) : strangeIn(key, keys);
      if (strange !== undefined) wrong(entry.key, here, strange);
      const cleaned = strange === undefined ? cleanedNode(entry.node, below(key), here) : undefined;
      if (cleaned !== undefined) entries.set(key, { ...entry, node: cleaned });
      else diagnostics.excuse(strange === undefined ? here : path, node.place);
    }
    return { ...node, entries };
  };
  const cleanedNode = (node: Node, structure: Structure | undefined, path: Path): Node | undefined => {
    if (structure === undefined) return isSound(node, path) ? node : undefined;
    if (node.kind === "map") return cleanedMap(node, structure, path);
    const { item } = structure;
    if (node.kind === "scalar" || item === undefined) return node;
    return { ...node, items: node.items.map((one, index) => cleanedNode(one, item, [...path, index]) ?? one) };
  };
  /** Whether a value has no misspelt key of a long form or calendar, at any depth. */
  const isSound = (node: Node, path: Path): boolean => {
    if (node.kind !== "map") return true;
    const keys = [...node.entries.keys()];
    const isLong = keys.includes("value") || keys.filter((key) => didYouMean(key, sourcedKeys) !== "").length > 1;
    const isCalendar = !isLong && keys.some((key) => key === beforeKey || isLikeDate(key));
    const faults = [...node.entries].map(([key, { key: place, node: inner }]): boolean => {
      const here = [...path, key];
      const strange = isCalendar && key !== "<<" ? strangeDate(key) : strangeIn(key, isLong ? sourcedKeys : [key]);
      if (strange === undefined) return (!isLong || key === "value") && !isSound(inner, here);
      return wrong(place, here, strange);
    });
    if (faults.includes(true)) return false;
    const lacking = isLong ? (["value", "source"] as const).find((key) => !keys.includes(key)) : undefined;
    if (lacking === undefined) return true;
    const examples = { value: "what holds", source: "the id of one that is listed, or assumption" };
    return !wrong(node.place, [...path, lacking], `must be given: ${examples[lacking]}`);
  };
  return cleanedMap(tree, root, []);
}

/** What is wrong with a setting by path of which a step is not known. */
function strangePath(path: string, root: Structure): string | undefined {
  const steps = path.split(".");
  let at: Structure | undefined = root;
  for (const [index, step] of steps.entries()) {
    if (at?.keys?.includes(step) === false) {
      const meant = nearest(step, at.keys);
      return strangeIn(path, meant === undefined ? [] : [steps.with(index, meant).join(".")]);
    }
    at = at?.item ?? at?.below(step);
  }
  return undefined;
}

const mergeKey =
  "must not be used: give what places share under `defaults`, or repeat a whole value by its anchor (a: *b)";

/** What is wrong with a key that is not among those known. */
function strangeIn(key: string, known: readonly string[] = [key]): string | undefined {
  if (key === "<<") return mergeKey;
  if (known.includes(key)) return undefined;
  const comma = /^\d/.test(key) ? ": a comma within { } parts settings; decimals have a point" : "";
  return `is not a known setting${comma}${didYouMean(key, known)}`;
}

/** What is wrong with a key of a calendar. */
function strangeDate(key: string): string | undefined {
  if (key === beforeKey) return undefined;
  let strange: string | undefined;
  date(key, (sentence) => {
    strange = `${sentence}${didYouMean(key, [beforeKey])}`;
  });
  return strange;
}

/** Whether a key is a date, or a misspelt one. Hours of the day, such as 00-06, have fewer digits. */
function isLikeDate(key: string): boolean {
  return key.includes("-") && key.replace(/\D/g, "").length > 5;
}
