import { namingSettings } from "../schema/settings.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { locate, nodeAt, pathText } from "../text/locate.ts";
import { defined } from "../text/nearest.ts";
import { childOf, type MapNode, type Node } from "../text/tree.ts";
import { areCalendarKeys } from "../values/calendar-map.ts";
import { type Names, named } from "../values/setting.ts";

/** Checks that every name that is used is defined. It reads the tree, so that a fault elsewhere does not hide these. */
export function checkReferences(tree: MapNode, diagnostics: Diagnostics): void {
  for (const { path: pattern, names } of namingSettings()) {
    if (diagnostics.isExcused([names.of])) continue;
    for (const { path, node } of nodesAt({ node: tree, path: [] }, pattern)) {
      for (const { of, besides, at, name } of namesIn({ node, path }, names)) {
        const known = definedIn(tree, of);
        if (known === undefined || known.includes(name) || name === besides) continue;
        const thing = `${named[of]} that is ${of === "nationalities" ? "listed" : "defined"}`;
        const sentence = `must be a ${thing} (got ${JSON.stringify(name)})${defined(name, known)}`;
        diagnostics.error(locate(tree, at), pathText(at), sentence);
      }
    }
  }
}

/** Names of the places of a section, or of all nationalities; undefined of what is written otherwise, which is told. */
function definedIn(tree: MapNode, section: Names["of"]): readonly string[] | undefined {
  const node = nodeAt(tree, [section]);
  if (node === undefined) return [];
  if (section !== "nationalities") return node.kind === "map" ? [...node.entries.keys()] : undefined;
  const list = childOf(node, "value") ?? node;
  return list.kind === "list" ? list.items.flatMap((item) => (item.kind === "scalar" ? [item.text] : [])) : undefined;
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
function namesIn(
  found: Found,
  names: Names,
): readonly (Names & { readonly at: readonly PropertyKey[]; readonly name: string })[] {
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
