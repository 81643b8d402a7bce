import { changesOfPolicy, changesSomething } from "../schema/policy-schema.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { nodeAt, pathText } from "../text/locate.ts";
import {
  childOf,
  type Entry,
  type ListNode,
  type MapNode,
  type Node,
  type Place,
  textOf,
  withEntry,
} from "../text/tree.ts";
import { startPolicies } from "./policy-starts.ts";
import { type Branch, dayOf, isPlain, percent, readBranch } from "./read-branch.ts";

/** A run of more would not end in a day. */
const mostFutures = 100;

/** A stretch of the past that futures share, before it is checked. */
export interface StretchTree {
  /** Names of the futures taken so far, empty before the first branch. */
  readonly name: string;
  /** The scenario up to the branch, without the changes of its futures. */
  readonly tree: MapNode;
  /** Day number of the branch. */
  readonly until: number;
}

/** A future before it is checked. */
export interface FutureTree {
  /** Name of the future, after those of the branches before it: `injunction`, `stay/appeal`. */
  readonly name: string;
  readonly label: string;
  readonly because: string;
  readonly probability: number;
  readonly tree: MapNode;
  /** In order of time; futures that share a stretch hold the same object. */
  readonly past: readonly StretchTree[];
}

/** A way through the branches so far. */
interface Way {
  readonly tree: MapNode;
  readonly names: readonly string[];
  readonly labels: readonly string[];
  readonly because: readonly string[];
  readonly probability: number;
  readonly past: readonly StretchTree[];
}

/**
 * The futures of a scenario, in the order of the file. What is written under `branch` becomes an entry of the policy on the date of the
 * branch. Branches on several dates, or within a future, make a tree of futures. Empty if there are none, or after reporting what is
 * wrong. The schema reports its own faults, and the check of dates reports a branch outside the period.
 */
export function readBranches(tree: MapNode, diagnostics: Diagnostics): readonly FutureTree[] {
  const started = startPolicies(tree);
  if (refusedInVariants(started, diagnostics)) return [];
  const start: Way = { tree: started, names: [], labels: [], because: [], probability: 1, past: [] };
  const ways = grown(start, diagnostics);
  if (ways === undefined) return [];
  if (ways.length > mostFutures) {
    diagnostics.error(placeOf(tree), "policy", `must lead to at most ${mostFutures} futures (got ${ways.length})`);
    return [];
  }
  return ways[0]?.past.length === 0
    ? []
    : ways.map(({ tree, names, labels, because, probability, past }) => ({
        name: names.join("/"),
        label: `${labels.join(", ")} (${percent(probability)})`,
        because: because.filter((text) => text !== "").join("; "),
        // In binary, 35 hundredths are not quite 0.35, and results show the number.
        probability: Number(probability.toFixed(12)),
        tree,
        past,
      }));
}

/** Whether any entry of the policy has a branch, in the period or not. */
export function hasBranches(tree: MapNode): boolean {
  const policy = childOf(tree, "policy");
  return policy?.kind === "list" && !policy.items.every(isPlain);
}

/** Every way from here to an end; undefined after reporting what is wrong. */
function grown(way: Way, diagnostics: Diagnostics): readonly Way[] | undefined {
  const { tree } = way;
  const policy = childOf(tree, "policy");
  if (policy?.kind !== "list") return [way];
  const branch = firstBranch(tree, policy, diagnostics);
  if (branch === undefined) return undefined;
  if (branch === "none") return [way];
  const { day, index, item, futures } = branch;
  const name = way.names.join("/");
  const past = [...way.past, { name, tree: withPolicy(tree, policy, (items) => items.filter(isPlain)), until: day }];
  const found = futures.map(([own, future, probability]) => {
    const inner = childOf(future, "policy");
    const later = inner?.kind === "list" ? inner.items : [];
    if (!areFrom(day, later, branch, own, diagnostics)) return undefined;
    return grown(
      {
        tree: startPolicies(
          withPolicy(tree, policy, (items) => items.toSpliced(index, 1, ...changesOf(item, future), ...later)),
        ),
        names: [...way.names, own],
        labels: [...way.labels, textOf(childOf(future, "label")) || own],
        because: [...way.because, textOf(childOf(future, "because")) || textOf(childOf(item, "because"))],
        probability: way.probability * probability,
        past,
      },
      diagnostics,
    );
  });
  return found.every((ways) => ways !== undefined) ? found.flat() : undefined;
}

/** The earliest branch in the period; undefined after reporting what is wrong with one, or if the schema will report it. */
function firstBranch(tree: MapNode, { items }: ListNode, diagnostics: Diagnostics): Branch | "none" | undefined {
  const branches: Branch[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== "map" || isPlain(item)) continue;
    const branch = readBranch(item, index, diagnostics);
    if (branch === undefined) return undefined;
    const [from, to] = ["from", "to"].map((end) => dayOf(nodeAt(tree, ["period", end])));
    if (from !== undefined && to !== undefined && branch.day >= from && branch.day <= to) branches.push(branch);
  }
  return branches.sort((a, b) => a.day - b.day)[0] ?? "none";
}

/** Variants with futures would put the answers to two questions in one table. */
function refusedInVariants(tree: MapNode, diagnostics: Diagnostics): boolean {
  const variants = childOf(tree, "variants");
  if (variants?.kind !== "map") return false;
  const policies = [
    ["policy"],
    ...[...variants.entries.keys()].map((name) => ["variants", name, "policy"]),
  ] as readonly PropertyKey[][];
  let refused = false;
  for (const path of policies) {
    const policy = nodeAt(tree, path);
    if (policy?.kind !== "list") continue;
    for (const [index, item] of policy.items.entries()) {
      if (item.kind !== "map" || isPlain(item)) continue;
      const sentence = "must not be written together with variants: put each policy into a file of its own";
      diagnostics.error((item.entries.get("branch") as Entry).key, pathText([...path, index, "branch"]), sentence);
      refused = true;
    }
  }
  return refused;
}

/** Checks that later changes of a future have a date, and are not before its branch. */
function areFrom(
  day: number,
  items: readonly Node[],
  { item, index }: Branch,
  future: string,
  diagnostics: Diagnostics,
): boolean {
  let sound = true;
  for (const [at, later] of items.entries()) {
    const on = childOf(later, "on");
    const own = dayOf(on);
    if (own !== undefined && own >= day) continue;
    sound = false;
    // Without a date the schema refuses it, once, as an entry of its future.
    if (on === undefined || own === undefined) continue;
    const path = pathText(["policy", index, "branch", future, "policy", at, "on"]);
    const start = textOf(childOf(item, "on"));
    diagnostics.error(on.place, path, `must not be before its branch, ${start} (got ${textOf(on)})`);
  }
  return sound;
}

/** What a future changes, as an entry of the policy; none if it changes nothing. */
function changesOf(item: MapNode, future: MapNode): MapNode[] {
  if (!changesSomething(Object.fromEntries(future.entries))) return [];
  const ofItem = [...item.entries].filter(([key]) => key !== "branch");
  const ofOwn = [...future.entries].filter(([key]) => changesOfPolicy.includes(key));
  return [{ kind: "map", place: future.place, entries: new Map([...ofItem, ...ofOwn]) }];
}

function withPolicy(tree: MapNode, policy: ListNode, change: (items: readonly Node[]) => readonly Node[]): MapNode {
  const { key } = tree.entries.get("policy") as Entry;
  return withEntry(tree, "policy", { key, node: { ...policy, items: change(policy.items) } });
}

function placeOf(tree: MapNode): Place {
  return tree.entries.get("policy")?.key ?? tree.place;
}
