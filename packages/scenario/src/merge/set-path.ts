import { emptyMap, type MapNode, type Node, type Place, withEntry } from "../text/tree.ts";

/**
 * The tree with `change` applied to the node at a dotted path, as if written at `place`. Missing maps on the way are
 * made. An entry of a list goes by its number, from 0: `sectors.tucson.pathways.0.points`.
 */
export function changeAt(
  tree: MapNode,
  path: readonly string[],
  place: Place,
  change: (before: Node | undefined) => Node,
): MapNode {
  const [key, ...rest] = path;
  if (key === undefined) return tree;
  const before = tree.entries.get(key);
  const list = before?.node;
  const [index = "", ...below] = rest;
  if (list?.kind === "list" && list.items[Number(index)]?.kind === "map" && below.length > 0) {
    const items = list.items.map((item, at) =>
      at === Number(index) && item.kind === "map" ? changeAt(item, below, place, change) : item,
    );
    return withEntry(tree, key, { key: before?.key ?? place, node: { ...list, items } });
  }
  if (rest.length === 0) return withEntry(tree, key, { key: place, node: change(before?.node) });
  const inner = before?.node.kind === "map" ? before.node : emptyMap(place);
  return withEntry(tree, key, { key: before?.key ?? place, node: changeAt(inner, rest, place, change) });
}
