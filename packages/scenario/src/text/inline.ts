import type { Node } from "./tree.ts";

/** A node on one line: `{ release: 60 %, removal: 40 % }`. */
export function inline(node: Node): string {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return `[${node.items.map(inline).join(", ")}]`;
  return `{ ${[...node.entries].map(([key, { node: inner }]) => `${key}: ${inline(inner)}`).join(", ")} }`;
}
