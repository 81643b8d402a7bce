import { placeSections } from "../schema/scenario-schema.ts";
import { inline } from "../text/inline.ts";
import { childOf, type Entry, type MapNode, type Node, withEntry, withoutEntry } from "../text/tree.ts";
import type { Structure } from "./structure.ts";

/** One tree on top of another, key by key; a value is replaced whole, but dated changes of the policy and notes are added. */
export function mergeTrees(base: MapNode, over: MapNode, structure: Structure): MapNode {
  const entries = new Map<string, Entry>(base.entries);
  for (const [key, entry] of over.entries) {
    const before = base.entries.get(key)?.node;
    const below = structure.below(key);
    const { node } = entry;
    if (before?.kind === "map" && node.kind === "map" && below) {
      entries.set(key, { key: entry.key, node: mergeTrees(before, node, below) });
    } else if (key === "policy" && before?.kind === "list" && node.kind === "list") {
      entries.set(key, { key: entry.key, node: { ...node, items: [...before.items, ...node.items] } });
    } else if (key === "notes" && before?.kind === "list" && node.kind === "list") {
      const known = new Set(before.items.map(inline));
      const others = node.items.filter((note) => !known.has(inline(note)));
      entries.set(key, { key: entry.key, node: { ...node, items: [...before.items, ...others] } });
    } else entries.set(key, entry);
  }
  return { ...over, entries };
}

/** Gives every place the defaults of its section, under its own settings. `defaults` is then removed. */
export function spreadDefaults(tree: MapNode, structure: Structure): MapNode {
  const defaults = childOf(tree, "defaults");
  let spread = withoutEntry(tree, "defaults");
  for (const section of placeSections) {
    const given = childOf(defaults, section);
    const places = tree.entries.get(section);
    const placeStructure = structure.below(section)?.below("any");
    if (given?.kind !== "map" || places?.node.kind !== "map" || !placeStructure) continue;
    const entries = new Map<string, Entry>();
    for (const [name, entry] of places.node.entries) {
      const merged = entry.node.kind === "map" ? mergeTrees(given, entry.node, placeStructure) : entry.node;
      entries.set(name, { key: entry.key, node: merged });
    }
    const node: Node = { ...places.node, entries };
    spread = withEntry(spread, section, { key: places.key, node });
  }
  return spread;
}
