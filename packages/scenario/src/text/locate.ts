import type { MapNode, Node, Place } from "./tree.ts";

/** Where a setting is written: at its key, or, if it is not written, at the nearest key above it. */
export function locate(tree: MapNode, path: readonly PropertyKey[]): Place {
  let node: Node | undefined = tree;
  let place = tree.place;
  for (const step of path) {
    if (node?.kind === "map") {
      const entry = node.entries.get(String(step));
      if (entry === undefined) return place;
      place = entry.key;
      node = entry.node;
    } else if (node?.kind === "list" && typeof step === "number") {
      node = node.items[step];
      if (node === undefined) return place;
      place = node.place;
    } else return place;
  }
  return place;
}

/** `sectors.tucson.pathways[0].bus`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? String(step) : `${text}.${String(step)}`;
  }, "");
}

/** The node at a path, or undefined. */
export function nodeAt(tree: Node, path: readonly PropertyKey[]): Node | undefined {
  let node: Node | undefined = tree;
  for (const step of path) {
    if (node?.kind === "map") node = node.entries.get(String(step))?.node;
    else if (node?.kind === "list" && typeof step === "number") node = node.items[step];
    else return undefined;
  }
  return node;
}

/** A node as plain maps, lists and text. */
export function plainOf(node: Node): unknown {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(plainOf);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainOf(entry.node)]));
}

/** A node, and where it stands. */
export interface Found {
  readonly path: readonly PropertyKey[];
  readonly node: Node;
}

/** What lies in a node: the entries of a map, the items of a list. */
export function within({ node, path }: Found): readonly (Found & { readonly key: PropertyKey })[] {
  if (node.kind === "map")
    return [...node.entries].map(([key, { node: inner }]) => ({ key, path: [...path, key], node: inner }));
  return node.kind === "list" ? node.items.map((inner, key) => ({ key, path: [...path, key], node: inner })) : [];
}

/** A node and all below it. */
export function* everyNode(found: Found): Generator<Found> {
  yield found;
  for (const inner of within(found)) yield* everyNode(inner);
}
