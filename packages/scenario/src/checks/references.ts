import { namingSettings } from "../schema/settings.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { inline } from "../text/inline.ts";
import { locate, nodeAt, pathText } from "../text/locate.ts";
import { defined, nearest } from "../text/nearest.ts";
import { childOf, type MapNode, type Node } from "../text/tree.ts";
import { areCalendarKeys } from "../values/calendar-map.ts";
import { type Names, named } from "../values/setting.ts";
import { placeToAdd, withoutSources } from "./lines-to-add.ts";

type Use = Names & { readonly at: readonly PropertyKey[]; readonly name: string };

/**
 * Checks that every name that is used is defined. It reads the tree, so that a fault elsewhere does not hide these. `unspread` is the
 * tree before defaults reached their places.
 */
export function checkReferences(tree: MapNode, unspread: MapNode, diagnostics: Diagnostics): void {
  const uses = namingSettings()
    .filter(({ names }) => !diagnostics.isExcused([names.of]))
    .flatMap(({ path, names }) => nodesAt({ node: tree, path: [] }, path).flatMap((found) => namesIn(found, names)));
  const places = placesOfNames(tree, uses);
  const wereErrors = diagnostics.hasErrors;
  const slips = new Set<string>();
  for (const { of, besides, at, name } of uses) {
    const known = definedIn(tree, of);
    if (known === undefined || known.includes(name) || name === besides) continue;
    const meant = nearest(name, known);
    if (meant !== undefined) slips.add(meant);
    const [times, others] = [name, meant].map((one) => places.get(`${of} ${one}`)?.size ?? 0) as [number, number];
    if (meant !== undefined && times > 1 && times > others) {
      // The slip is where the name is defined.
      const path = [of, ...(of === "nationalities" ? listPath(tree, meant) : [meant])];
      const sentence = `is named in ${others} places, and "${name}", which is not defined, in ${times} (did you mean "${name}"?)`;
      diagnostics.error(locate(tree, path), pathText(path), sentence);
      continue;
    }
    const thing = `${named[of]} that is ${of === "nationalities" ? "listed" : "defined"}`;
    const words = besides === undefined ? known : [...known, besides];
    const isNew = of !== "nationalities" && isSlug(name) && nearest(name, words) === undefined;
    const added = isNew ? placeToAdd(unspread, of, name) : undefined;
    const lines = added === undefined ? "" : `, or be added to ${of}: \`${added}\``;
    const sentence = `must be a ${thing} (got ${JSON.stringify(name)})${defined(name, words)}${lines}`;
    diagnostics.error(locate(tree, at), pathText(at), sentence);
  }
  if (!wereErrors && definedIn(tree, "sectors") !== undefined) warnOfUnusedPoints(tree, uses, slips, diagnostics);
}

/** Warns of return points that no pathway leads to, unless that follows from a slip. */
function warnOfUnusedPoints(
  tree: MapNode,
  uses: readonly Use[],
  slips: ReadonlySet<string>,
  diagnostics: Diagnostics,
): void {
  const used = new Set(uses.filter(({ at }) => at.includes("pathways")).map(({ name }) => name));
  for (const point of definedIn(tree, "returnPoints") ?? []) {
    if (used.has(point) || slips.has(point)) continue;
    const path = ["returnPoints", point];
    const sector = nodeAt(tree, [...path, "sector"]);
    const ways = sector?.kind === "scalar" ? nodeAt(tree, ["sectors", sector.text, "pathways"]) : undefined;
    const known = ways?.kind === "list" ? ways.items.map((way) => `${inline(withoutSources(way))}, `).join("") : "";
    const lines =
      sector?.kind === "scalar" && ways
        ? `: for example give sectors.${sector.text} \`pathways: [${known}{ points: { ${point}: 0 h } }]\``
        : "";
    diagnostics.warning(
      locate(tree, path),
      pathText(path),
      `is a return point that no sector's pathway leads to${lines}`,
    );
  }
}

/** Where each name is written; what stands under an anchor, or among defaults, is written once. */
function placesOfNames(tree: MapNode, uses: readonly Use[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const { of, at, name } of uses) {
    const { file, line, column } = locate(tree, at);
    const known = places.get(`${of} ${name}`) ?? new Set();
    places.set(`${of} ${name}`, known.add(`${file}:${line}:${column}`));
  }
  return places;
}

/** Names of the places of a section, or of all nationalities; undefined of what is written otherwise, which is told. */
function definedIn(tree: MapNode, section: Names["of"]): readonly string[] | undefined {
  const node = nodeAt(tree, [section]);
  if (node === undefined) return [];
  if (section !== "nationalities") return node.kind === "map" ? [...node.entries.keys()] : undefined;
  const list = childOf(node, "value") ?? node;
  return list.kind === "list" ? list.items.flatMap((item) => (item.kind === "scalar" ? [item.text] : [])) : undefined;
}

/** Where a nationality stands in the list of all. */
function listPath(tree: MapNode, name: string): readonly PropertyKey[] {
  const index = definedIn(tree, "nationalities")?.indexOf(name) ?? 0;
  return nodeAt(tree, ["nationalities", "value"]) ? ["value", index] : [index];
}

function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

interface Found {
  readonly path: readonly PropertyKey[];
  readonly node: Node;
}

/** What lies in a node: the entries of a map, the items of a list. */
function within({ node, path }: Found): readonly (Found & { readonly key: PropertyKey })[] {
  if (node.kind === "map")
    return [...node.entries].map(([key, { node: inner }]) => ({ key, path: [...path, key], node: inner }));
  return node.kind === "list" ? node.items.map((inner, key) => ({ key, path: [...path, key], node: inner })) : [];
}

/** What is written for a setting, at each of its places. */
function nodesAt(found: Found, [step, ...rest]: readonly string[]): readonly Found[] {
  if (step === undefined) return [found];
  return within(found)
    .filter(({ key }) => step === "*" || key === step)
    .flatMap((inner) => nodesAt(inner, rest));
}

/** The names in a value, or in each value of a calendar, also in the long form. */
function namesIn(found: Found, names: Names): readonly Use[] {
  const { node, path } = found;
  const keys = node.kind === "map" ? [...node.entries.keys()] : [];
  if (areCalendarKeys(keys)) return within(found).flatMap((inner) => namesIn(inner, names));
  if (keys.includes("value") && keys.includes("source"))
    return namesIn({ node: childOf(node, "value") as Node, path: [...path, "value"] }, names);
  if (names.in === "text")
    return node.kind === "scalar" && node.text !== "" ? [{ ...names, at: path, name: node.text }] : [];
  if (names.in === "items")
    return node.kind === "list" ? within(found).flatMap((item) => namesIn(item, { ...names, in: "text" })) : [];
  const { below } = names;
  return [
    ...keys.map((name) => ({ ...names, at: [...path, name], name })),
    ...(below ? within(found).flatMap((inner) => namesIn(inner, below)) : []),
  ];
}
