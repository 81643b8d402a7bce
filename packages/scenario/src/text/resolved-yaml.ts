import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { childOf, type Entry, type MapNode, type Node, originOf } from "./tree.ts";

/** A tree as YAML, with a comment at each value of where it was written. The policy stands in the calendars that it changed, branches do not. */
export function resolvedYaml(tree: MapNode): string {
  const document = new Document(undefined, { schema: "failsafe" });
  const plain: MapNode = {
    ...tree,
    entries: new Map([...tree.entries].flatMap(([key, entry]) => (key === "extends" ? [] : shown(key, entry)))),
  };
  document.contents = yamlNode(plain) as typeof document.contents;
  return document.toString({ lineWidth: 0 });
}

function shown(key: string, entry: Entry): readonly (readonly [string, Entry])[] {
  if (key !== "policy" || entry.node.kind !== "list") return [[key, entry]];
  const items = entry.node.items.filter((item) => childOf(item, "branch") !== undefined);
  return items.length === 0 ? [] : [[key, { ...entry, node: { ...entry.node, items } }]];
}

function yamlNode(node: Node): YAMLMap | YAMLSeq | Scalar {
  if (node.kind === "scalar") {
    const scalar = new Scalar(node.text);
    scalar.comment = ` ${originOf(node.place)}`;
    return scalar;
  }
  if (node.kind === "list") {
    const list = new YAMLSeq();
    list.items = node.items.map(yamlNode);
    return list;
  }
  const map = new YAMLMap();
  map.items = [...node.entries].map(([key, entry]) => new Pair(new Scalar(key), yamlNode(entry.node)));
  return map;
}
