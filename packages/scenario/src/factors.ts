import { z } from "zod";
import { placeAt } from "./schema/settings.ts";
import { locate, nodeAt, plainOf } from "./text/locate.ts";
import { childOf, type MapNode, type Node, originOf } from "./text/tree.ts";
import { blend } from "./values/blend.ts";
import { isMap } from "./values/reader.ts";
import { settingText, type Written } from "./values/setting.ts";
import { notVaried } from "./values/sourced.ts";

/** A value that may be off, with how far: one entry of a file, at all the places that it reaches. */
export interface Factor {
  /** Where its range stands: `file:line`. */
  readonly origin: string;
  /** Paths of its value, as those of settings given from outside: `defaults.interviews.claim`, `variants.two.buses.coach.departs`. */
  readonly paths: readonly string[];
  /** As written, without its source. */
  readonly base: Written;
  /** Either all values between two, or some by name. */
  readonly range: Interval | Levels;
}

/** A range of two values of the setting's own type, as they are written. */
export interface Interval {
  /** Tells it from levels. */
  readonly kind: "interval";
  /** The lower end. */
  readonly low: Written;
  /** The upper end. */
  readonly high: Written;
  /** Whether the setting takes no fractions. */
  readonly whole: boolean;
}

/** A range of several values, each with a name. */
export interface Levels {
  /** Tells them from an interval. */
  readonly kind: "levels";
  /** Each value as it is written, by its name. */
  readonly levels: Readonly<Record<string, Written>>;
}

/**
 * The settings that give a factor another value, for `set` of `loadScenario`. Of an interval the value lies at a part of the way from
 * its lower end, 0, to its upper end, 1; of levels it is one of them, by name.
 * @throws RangeError if the part is outside 0 to 1, or there is no such level
 */
export function settingsOf(
  { paths, range }: Factor,
  at: number | string,
): readonly { readonly path: string; readonly value: string }[] {
  const value = range.kind === "interval" ? valueAtPart(range, at) : levelNamed(range, at);
  return paths.map((path) => ({ path, value: settingText(value) }));
}

function valueAtPart({ low, high, whole }: Interval, at: number | string): Written {
  if (typeof at !== "number" || !(at >= 0 && at <= 1)) throw new RangeError(`part must be from 0 to 1, got ${at}`);
  return blend(low, high, at, whole) as Written;
}

function levelNamed({ levels }: Levels, at: number | string): Written {
  const level = Object.hasOwn(levels, at) ? levels[at] : undefined;
  if (level === undefined) throw new RangeError(`level must be one of ${Object.keys(levels).join(", ")}, got ${at}`);
  return level;
}

/** The factors of a merged file that holds together, before its defaults reach their places, in the order of the file. */
export function factorsOf(tree: MapNode): readonly Factor[] {
  const found = new Map<string, { readonly paths: PropertyKey[][]; readonly node: MapNode; readonly range: Node }>();
  const visit = (node: Node, path: PropertyKey[]): void => {
    if (node.kind === "list") for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    if (node.kind !== "map" || path[0] === "sources") return;
    const range = node.entries.has("source") ? childOf(node, "range") : undefined;
    if (range !== undefined && childOf(range, notVaried) === undefined) {
      // What stands under an anchor is one entry, wherever else it is called.
      const { file, line, column } = range.place;
      const entry = `${file}:${line}:${column}`;
      const known = found.get(entry);
      if (known) known.paths.push(path);
      else found.set(entry, { paths: [path], node, range });
    }
    for (const [key, { node: inner }] of node.entries) visit(inner, [...path, key]);
  };
  visit(tree, []);
  return [...found.values()].map(({ paths, node, range }) => factorOf(tree, node, range, paths));
}

function factorOf(tree: MapNode, node: MapNode, range: Node, paths: readonly PropertyKey[][]): Factor {
  const base = plainOf(childOf(node, "value") as Node) as Written;
  const told = plainOf(range) as Written;
  const [first = []] = paths;
  return {
    origin: originOf(locate(tree, [...first, "range"])),
    paths: paths.map((path) => path.join(".")),
    base,
    range: Array.isArray(told)
      ? rangeOf(tree, first, base, told)
      : { kind: "levels", levels: told as Levels["levels"] },
  };
}

/** No fraction: so far between two whole figures nothing is whole by chance. */
const inside = Math.SQRT1_2;

/** An interval, or two levels where there is nothing between. */
function rangeOf(
  tree: MapNode,
  path: readonly PropertyKey[],
  base: Written,
  told: readonly Written[],
): Interval | Levels {
  // Two figures around a distribution are those of its mean: its shape stays.
  const [low, high] = told.map((end) => withMean(base, end)) as [Written, Written];
  const within = blend(low, high, inside);
  const between: Interval = { kind: "interval", low, high, whole: false };
  if (within !== undefined && isRead(tree, path, within)) return between;
  const rounded = blend(low, high, inside, true);
  if (rounded !== undefined && isRead(tree, path, rounded)) return { ...between, whole: true };
  return { kind: "levels", levels: Object.fromEntries(told.map((end) => [settingText(end), end])) };
}

function withMean(base: Written, end: Written): Written {
  const [[family = "", parameters] = []] = isMap(base) ? Object.entries(base) : [];
  return typeof end === "string" && isMap(parameters) && "mean" in parameters
    ? ({ [family]: { ...parameters, mean: end } } as Written)
    : end;
}

/** Whether the setting at a path, or that which the path leads into, takes a value there. */
function isRead(tree: MapNode, path: readonly PropertyKey[], value: Written): boolean {
  const { place, rest } = placeAt(settingPath(path));
  const leaf = path.slice(0, path.length - rest.length);
  const whole = plainOf(nodeAt(tree, leaf) as Node) as Written;
  return z.safeParse(place.outer, replaced(whole, path.slice(leaf.length), value)).success;
}

/** The path of a setting of a place, which may stand in a variant, among defaults or in a policy. */
function settingPath(path: readonly PropertyKey[]): readonly string[] {
  const steps = path.flatMap((step) => String(step).split("."));
  const [section, name, ...rest] = steps;
  if (section === "variants") return settingPath(rest);
  if (section === "defaults") return [String(name), "*", ...rest];
  const from = section === "policy" ? steps.indexOf("set") + 1 : name === "reference" ? 2 : 0;
  return steps.slice(from);
}

function replaced(whole: Written, [step, ...rest]: readonly PropertyKey[], value: Written): Written {
  if (step === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((item, index) => (index === step ? replaced(item as Written, rest, value) : item)) as Written;
  const map = whole as { readonly [key: string]: Written };
  return { ...map, [String(step)]: replaced(map[String(step)] as Written, rest, value) };
}
