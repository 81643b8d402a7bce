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
 * The tree without unknown keys, which are reported: a setting, a key of a value's long form, a date of a calendar.
 * They are left out, so that no further fault is reported about them, nor about what then seems to be missing beside
 * them.
 */
export function withKnownKeys(tree: MapNode, structure: Structure, diagnostics: Diagnostics): MapNode {
  return new KnownKeys(structure, diagnostics).map(tree, structure, []);
}

class KnownKeys {
  private readonly root: Structure;
  private readonly diagnostics: Diagnostics;

  constructor(root: Structure, diagnostics: Diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  map(node: MapNode, { keys, below, byPath }: Structure, path: Path): MapNode {
    const entries = new Map<string, Entry>();
    for (const [key, entry] of node.entries) {
      const here = [...path, key];
      const meant = byPath ? this.meantBy(key) : keys?.includes(key) === false ? didYouMean(key, keys) : undefined;
      const known = meant === undefined;
      if (!known) this.wrong(entry.key, here, `is not a known setting${meant}`);
      const cleaned = known ? this.node(entry.node, below(key), here) : undefined;
      if (cleaned !== undefined) entries.set(key, { ...entry, node: cleaned });
      else this.diagnostics.excuse(known ? here : path);
    }
    return { ...node, entries };
  }

  /** The end of a sentence about a path with an unknown step; undefined if all steps are known. */
  private meantBy(path: string): string | undefined {
    const steps = path.split(".");
    let at: Structure | undefined = this.root;
    for (const [index, step] of steps.entries()) {
      if (at?.keys?.includes(step) === false) {
        const meant = nearest(step, at.keys);
        return meant === undefined ? "" : ` (did you mean "${steps.with(index, meant).join(".")}"?)`;
      }
      at = at?.item ?? at?.below(step);
    }
    return undefined;
  }

  private node(node: Node, structure: Structure | undefined, path: Path): Node | undefined {
    if (structure === undefined) return this.isSound(node, path) ? node : undefined;
    if (node.kind === "map") return this.map(node, structure, path);
    const { item } = structure;
    if (node.kind === "scalar" || item === undefined) return node;
    return { ...node, items: node.items.map((one, index) => this.node(one, item, [...path, index]) ?? one) };
  }

  /** Whether a value has no misspelt key of a long form or calendar, at any depth. */
  private isSound(node: Node, path: Path): boolean {
    if (node.kind !== "map") return true;
    const keys = [...node.entries.keys()];
    const isLong = keys.includes("value") || keys.filter((key) => didYouMean(key, sourcedKeys) !== "").length > 1;
    const isCalendar = !isLong && keys.some((key) => key === beforeKey || isLikeDate(key));
    const faults = [...node.entries].map(([key, { key: place, node: inner }]): boolean => {
      const here = [...path, key];
      const isKnown = isLong ? sourcedKeys.some((known) => known === key) : !isCalendar || isDate(key);
      if (isKnown) return (!isLong || key === "value") && !this.isSound(inner, here);
      const meant = didYouMean(key, isLong ? sourcedKeys : [beforeKey]);
      const sentence = isLong ? "is not a known setting" : "must be a date that exists, written YYYY-MM-DD";
      return this.wrong(place, here, `${sentence}${meant}`);
    });
    if (faults.includes(true)) return false;
    const lacking = isLong ? ["value", "source"].find((key) => !keys.includes(key)) : undefined;
    if (lacking === undefined) return true;
    const examples = { value: "what holds", source: "the id of one that is listed, or assumption" };
    return !this.wrong(node.place, [...path, lacking], `must be given: ${examples[lacking as "value" | "source"]}`);
  }

  private wrong(place: Place, path: Path, sentence: string): true {
    this.diagnostics.error(place, pathText(path), sentence);
    return true;
  }
}

function isDate(key: string): boolean {
  return key === beforeKey || date(key, () => {}) !== undefined;
}

/** Whether a key is a date, or a misspelt one. Hours of the day, such as 00-06, have fewer digits. */
function isLikeDate(key: string): boolean {
  return key.includes("-") && key.replace(/\D/g, "").length > 5;
}
