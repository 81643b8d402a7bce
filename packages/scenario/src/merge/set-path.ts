import { emptyMap, type MapNode, type Node, type Place, withEntry } from "../text/tree.ts";

/**
 * The tree with the node at a dotted path replaced by what `change` makes of it, as if written at `place`; maps on the way are
 * made where they lack.
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
  if (rest.length === 0) return withEntry(tree, key, { key: place, node: change(before?.node) });
  const inner = before?.node.kind === "map" ? before.node : emptyMap(place);
  return withEntry(tree, key, { key: before?.key ?? place, node: changeAt(inner, rest, place, change) });
}
