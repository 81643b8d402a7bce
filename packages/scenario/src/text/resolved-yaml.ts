import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { type MapNode, type Node, originOf } from "./tree.ts";

/** A tree as YAML, every value with the place it was written at as a comment. Policy stands in the calendars that it changed. */
export function resolvedYaml(tree: MapNode): string {
  const document = new Document(undefined, { schema: "failsafe" });
  const plain: MapNode = {
    ...tree,
    entries: new Map([...tree.entries].filter(([key]) => key !== "extends" && key !== "policy")),
  };
  document.contents = yamlNode(plain) as typeof document.contents;
  return document.toString({ lineWidth: 0 });
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
