import { emptyMap, type MapNode, type Node, type Place, withEntry } from "../text/tree.ts";

/**
 * The tree with `change` applied to the node at a dotted path, as if written at `place`. Missing maps on the way are made. An entry
 * of a list goes by its number, from 0, and the next one is added: `sectors.tucson.pathways.0.points`.
 */
export function changeAt(
  tree: MapNode,
  path: readonly string[],
  place: Place,
  change: (before: Node | undefined) => Node,
): MapNode {
  const changed = (node: Node | undefined, path: readonly string[]): Node => {
    const [step, ...others] = path;
    if (step === undefined) return change(node);
    const list = node === undefined && step === "0" ? { kind: "list" as const, place, items: [] } : node;
    const index = Number(step);
    if (list?.kind === "list" && /^\d{1,6}$/.test(step) && index <= list.items.length) {
      const items = [...list.items];
      items[index] = changed(items[index], others);
      return { ...list, items };
    }
    const map = node?.kind === "map" ? node : emptyMap(place);
    // A key may hold dots itself: that of a setting by path, in a policy.
    const length = path.findIndex((_, at) => map.entries.has(path.slice(0, at + 1).join("."))) + 1 || 1;
    const [key, rest] = [path.slice(0, length).join("."), path.slice(length)];
    const before = map.entries.get(key);
    const inner = changed(before?.node, rest);
    const stays = rest.length > 0 && before !== undefined && before.node.kind === inner.kind;
    return withEntry(map, key, { key: stays ? before.key : place, node: inner });
  };
  return path.length === 0 ? tree : (changed(tree, path) as MapNode);
}
