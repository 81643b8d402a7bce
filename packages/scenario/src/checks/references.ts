import type { Diagnostics } from "../text/diagnostics.ts";
import { locate, nodeAt, pathText } from "../text/locate.ts";
import { defined } from "../text/nearest.ts";
import { childOf, type MapNode, type Node } from "../text/tree.ts";
import { areCalendarKeys } from "../values/calendar-map.ts";

/** Settings that name something defined elsewhere: `*` is any key or item, `#` the keys themselves; `besides` is a word that may stand there too. */
const references: readonly (readonly [path: string, section: string, thing: string, besides?: string])[] = [
  ["sectors.*.pathways.*.bus", "buses", "bus line"],
  ["sectors.*.pathways.*.points.#", "returnPoints", "return point"],
  ["sectors.*.list.city", "cities", "city"],
  ["buses.*.from", "sectors", "sector"],
  ["buses.*.to", "sectors", "sector"],
  ["interviews.*.serves.*", "sectors", "sector"],
  ["returnPoints.*.sector", "sectors", "sector"],
  ["returnPoints.*.city", "cities", "city"],
  ["returnPoints.*.court", "courts", "court"],
  ["returnLimits.*.from.*", "sectors", "sector"],
  ["returnLimits.*.through.*", "returnPoints", "return point"],
  ["usShelters.*.sector", "sectors", "sector"],
  ["tryAgain.through.#", "sectors", "sector", "default"],
  ["tryAgain.through.*.#", "sectors", "sector"],
  ["focus.sector", "sectors", "sector"],
  ["focus.bus", "buses", "bus line"],
  ["focus.limit", "returnLimits", "return limit"],
  ["policy.*.open", "returnPoints", "return point"],
  ["policy.*.close", "returnPoints", "return point"],
  ["policy.*.stop", "buses", "bus line"],
  ["policy.*.start", "buses", "bus line"],
];

/** Checks that every name that is used is defined. It reads the tree, so that a fault elsewhere does not hide these. */
export function checkReferences(tree: MapNode, diagnostics: Diagnostics): void {
  for (const [pattern, section, thing, besides] of references) {
    if (diagnostics.isExcused([section])) continue;
    const places = nodeAt(tree, [section]);
    if (places !== undefined && places.kind !== "map") continue;
    const known = [...(places?.entries.keys() ?? [])];
    for (const { path, name } of namesAt(tree, pattern.split("."), [])) {
      if (known.includes(name) || name === besides) continue;
      diagnostics.error(
        locate(tree, path),
        pathText(path),
        `must be a ${thing} that is defined (got ${JSON.stringify(name)})${defined(name, known)}`,
      );
    }
  }
}

interface Named {
  readonly path: readonly PropertyKey[];
  readonly name: string;
}

function namesAt(node: Node | undefined, pattern: readonly string[], path: readonly PropertyKey[]): Named[] {
  const [step, ...rest] = pattern;
  if (node === undefined) return [];
  if (node.kind === "map" && node.entries.has("value") && node.entries.has("source"))
    return namesAt(childOf(node, "value"), pattern, [...path, "value"]);
  if (node.kind === "map" && areCalendarKeys([...node.entries.keys()]))
    return [...node.entries].flatMap(([date, { node: inner }]) => namesAt(inner, pattern, [...path, date]));
  if (step === undefined) return node.kind === "scalar" && node.text !== "" ? [{ path, name: node.text }] : [];
  if (step === "#")
    return node.kind === "map" ? [...node.entries.keys()].map((name) => ({ path: [...path, name], name })) : [];
  if (step !== "*") return node.kind === "map" ? namesAt(node.entries.get(step)?.node, rest, [...path, step]) : [];
  if (node.kind === "map")
    return [...node.entries].flatMap(([key, { node: inner }]) => namesAt(inner, rest, [...path, key]));
  return node.kind === "list" ? node.items.flatMap((inner, index) => namesAt(inner, rest, [...path, index])) : [];
}
