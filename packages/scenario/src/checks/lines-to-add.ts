import { changeAt } from "../merge/set-path.ts";
import { inline } from "../text/inline.ts";
import { nodeAt } from "../text/locate.ts";
import { childOf, emptyMap, type MapNode, type Node } from "../text/tree.ts";

/** A setting that a place lacks, and what is said of that. */
interface Lacking {
  readonly path: readonly string[];
  readonly message: string;
}

/** `city: tijuana, court: san-diego`: settings that a place lacks, as another place has them, or the example of a message, or left open. */
export function settingsToAdd(tree: MapNode, section: string, lacking: readonly Lacking[]): string {
  const places = childOf(tree, section);
  const others = places?.kind === "map" ? [...places.entries.values()].map(({ node }) => node) : [];
  const added = lacking.reduce((map, { path, message }) => {
    const like = others.map((other) => nodeAt(other, path)).find((node) => node !== undefined);
    const [, text = "…"] = /for example (.+?)(,| or | \(|$)/.exec(message) ?? [];
    return changeAt(map, path, tree.place, () =>
      like ? withoutSources(like) : { kind: "scalar", place: tree.place, text },
    );
  }, emptyMap(tree.place));
  return inline(added).slice(2, -2);
}

/** A place written as the first of its section is, which may have defaults beside: `palomas: { shelters: { beds: 2000 people } }`; or none. */
export function placeToAdd(tree: MapNode, section: string, name: string): string | undefined {
  const places = childOf(tree, section);
  const [first] = places?.kind === "map" ? places.entries.values() : [];
  return first && `${name}: ${inline(withoutSources(first.node))}`;
}

/** A node as it can be pasted, with the value alone of each long form. */
export function withoutSources(node: Node): Node {
  if (node.kind === "scalar")
    return { ...node, text: /[,[\]{}#"']|: /.test(node.text) ? JSON.stringify(node.text) : node.text };
  if (node.kind === "list") return { ...node, items: node.items.map(withoutSources) };
  const value = node.entries.has("source") ? childOf(node, "value") : undefined;
  if (value !== undefined) return withoutSources(value);
  const entries = [...node.entries].map(
    ([key, entry]) => [key, { ...entry, node: withoutSources(entry.node) }] as const,
  );
  return { ...node, entries: new Map(entries) };
}
