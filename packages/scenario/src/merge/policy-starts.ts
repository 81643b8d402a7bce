import { isoDate } from "@mpp-sim/engine";
import { childOf, type MapNode, type Node, withEntry } from "../text/tree.ts";
import { dimensions, parseQuantity } from "../values/units.ts";
import { date } from "../values/words.ts";

/**
 * Announced is not started: a change with the date of its announcement and a lag gets the date on which it starts, as if that had
 * been written, also within a future. What cannot be read is refused later, with the rest of the file.
 */
export function startPolicies(tree: MapNode): MapNode {
  const policy = tree.entries.get("policy");
  if (policy?.node.kind !== "list") return tree;
  const items = policy.node.items.map((item) => (item.kind === "map" ? startedWithFutures(item) : item));
  return withEntry(tree, "policy", { ...policy, node: { ...policy.node, items } });
}

function startedWithFutures(item: MapNode): MapNode {
  const dated = item.entries.has("on") ? item : started(item);
  const branch = dated.entries.get("branch");
  if (branch?.node.kind !== "map") return dated;
  let futures = branch.node;
  for (const [name, entry] of branch.node.entries) {
    if (entry.node.kind === "map") futures = withEntry(futures, name, { ...entry, node: startPolicies(entry.node) });
  }
  return withEntry(dated, "branch", { ...branch, node: futures });
}

function started(item: MapNode): MapNode {
  const lag = item.entries.get("lag");
  const start = startOf(childOf(item, "announced"), lag?.node);
  if (lag === undefined || start === undefined) return item;
  const { place } = lag.node;
  return withEntry(item, "on", { key: lag.key, node: { kind: "scalar", place, text: isoDate(start) } });
}

/** Day number on which a change announced on a date starts after a lag; a part of a day is a whole one. */
export function startOf(announced: Node | undefined, lag: Node | undefined): number | undefined {
  if (announced?.kind !== "scalar" || lag?.kind !== "scalar") return undefined;
  const day = date(announced.text, () => {});
  const length = parseQuantity(lag.text, dimensions.duration);
  return day === undefined || "problem" in length ? undefined : day + Math.ceil(length.value / 24);
}
