import type { Diagnostics } from "../text/diagnostics.ts";
import { pathText } from "../text/locate.ts";
import { childOf, type Entry, type MapNode, type Node } from "../text/tree.ts";
import { dimensions, parseQuantity } from "../values/units.ts";
import { date } from "../values/words.ts";
import { baseName } from "./read-variants.ts";

/** Names that a future may not have, and what results mean by them. */
const reserved = new Map([
  ["mixture", "all futures together"],
  [baseName, "the scenario as written"],
]);

/** Probabilities are decimals, which binary fractions miss by a little. */
const rounding = 1e-9;

/** The keys of a branch. */
const ofBranch = ["on", "announced", "lag", "because", "branch"];

/** An entry of the policy that parts it into futures. */
export interface Branch {
  /** Its entry of the policy. */
  readonly item: MapNode;
  readonly index: number;
  readonly day: number;
  readonly futures: readonly (readonly [name: string, future: MapNode, probability: number])[];
}

/** Whether an entry of the policy has no branch. */
export function isPlain(item: Node): boolean {
  return childOf(item, "branch") === undefined;
}

/** The branch of an entry; undefined after reporting what is wrong with it, or if the schema will report it. */
export function readBranch(item: MapNode, index: number, diagnostics: Diagnostics): Branch | undefined {
  const entry = item.entries.get("branch") as Entry;
  const day = dayOf(childOf(item, "on"));
  if (entry.node.kind !== "map" || day === undefined) return undefined;
  const path = `policy[${index}].branch`;
  const strange = [...item.entries].find(([key]) => !ofBranch.includes(key));
  if (strange !== undefined) {
    const sentence = "must be written in a future, or in an entry of its own without a branch";
    return diagnostics.error(strange[1].key, pathText(["policy", index, strange[0]]), sentence);
  }
  const futures = [...entry.node.entries].flatMap(([name, { node }]) => {
    const probability = probabilityOf(childOf(node, "probability"));
    return node.kind !== "map" || probability === undefined ? [] : [[name, node, probability] as const];
  });
  if (futures.length < entry.node.entries.size) return undefined;
  if (futures.length < 2)
    return diagnostics.error(entry.key, path, `must have two futures or more (got ${futures.length})`);
  const taken = futures.map(([name]) => name).find((name) => reserved.has(name));
  if (taken !== undefined) {
    const sentence = `must have another name: ${taken} stands for ${reserved.get(taken)}`;
    return diagnostics.error((entry.node.entries.get(taken) as Entry).key, `${path}.${taken}`, sentence);
  }
  const sum = futures.reduce((sum, [, , probability]) => sum + probability, 0);
  if (Math.abs(sum - 1) > rounding) {
    const parts = futures.map(([, , probability]) => percent(probability)).join(" + ");
    return diagnostics.error(
      entry.key,
      path,
      `must have probabilities that sum to 100 % (got ${parts} = ${percent(sum)})`,
    );
  }
  return { item, index, day, futures };
}

/** The day number that a date stands for, if it is one. */
export function dayOf(node: Node | undefined): number | undefined {
  return node?.kind === "scalar" ? date(node.text, () => {}) : undefined;
}

/** A share, or the value of its long form. */
function probabilityOf(node: Node | undefined): number | undefined {
  const plain = node?.kind === "map" ? childOf(node, "value") : node;
  if (plain?.kind !== "scalar") return undefined;
  const parsed = parseQuantity(plain.text, dimensions.share);
  return "problem" in parsed ? undefined : parsed.value;
}

/** 0.35 as "35 %". */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}
