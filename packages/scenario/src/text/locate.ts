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
