import { DecisionTreeClassifier, type TreeNode } from "#ml-cart";
import { type Box, boxOf, type Explored, inputsOf, type Restriction } from "./box.ts";

/** How large a tree may be. */
export interface TreeOptions {
  /** Conditions on one path at most; 3 unless given. */
  readonly depth?: number;
  /** The least part of all points that is split further; 0.05 unless given. */
  readonly least?: number;
}

/**
 * A second opinion on a box of `prim`: the leaves of a classification tree (Breiman et al. 1984, by Gini impurity), each as a box, the one with the
 * most points of interest in it first, less the points of no interest. What both methods name is the surer.
 * @throws RangeError as `inputsOf` of `prim` does
 */
export function treeLeaves(explored: Explored, { depth = 3, least = 0.05 }: TreeOptions = {}): Box[] {
  const columns = columnsOf(explored);
  // The library looks for splits between neighbours of different kinds: with each column both ways and those of interest first it finds
  // them between equal values as well.
  const order = [...explored.points.keys()].sort((a, b) => Number(explored.interest[b]) - Number(explored.interest[a]));
  if (order.length === 0) return [];
  const tree = new DecisionTreeClassifier({
    maxDepth: depth,
    minNumSamples: Math.max(1, Math.floor(least * order.length)),
    gainThreshold: 0.001,
  });
  tree.train(
    order.map((at) =>
      columns.map(({ valueIn, sign }) => sign * valueIn(explored.points[at] as readonly (number | string)[])),
    ),
    order.map((at) => Number(explored.interest[at])),
  );
  const surplus = ({ n, hits }: Box): number => 2 * hits - n;
  return leavesOf(tree.root, columns, [])
    .map((restrictions) => boxOf(explored, restrictions))
    .sort((one, other) => surplus(other) - surplus(one));
}

/** A column of the tree: an input, or whether it has some level; forward or backward. */
interface Column {
  readonly valueIn: (point: readonly (number | string)[]) => number;
  readonly sign: 1 | -1;
  /** The restrictions so far, with the points whose value is at least `split`, or those below it. */
  readonly split: (restrictions: readonly Restriction[], split: number, isBelow: boolean) => readonly Restriction[];
}

function columnsOf(explored: Explored): Column[] {
  return inputsOf(explored).flatMap(({ input, levels }): Column[] => {
    const both = (
      valueIn: Column["valueIn"],
      restrict: (own: Restriction, split: number, isBelow: boolean, sign: 1 | -1) => Restriction,
    ) =>
      ([1, -1] as const).map((sign) => ({
        valueIn,
        sign,
        split: (restrictions: readonly Restriction[], split: number, isBelow: boolean) => {
          const own = restrictions.find((one) => one.input === input) ?? { input };
          const others = restrictions.filter((one) => one.input !== input);
          return [...others, restrict(own, sign * split, (sign === 1) === isBelow, sign)];
        },
      }));
    if (levels === undefined) {
      const values = explored.points.map((point) => point[input] as number).sort((a, b) => a - b);
      return both(
        (point) => point[input] as number,
        (own, split, isBelow, sign) => {
          // Ends are values that occur, as those of `prim`. A value equal to the split goes up, backward it goes down.
          const at = (value: number, side: 1 | -1): boolean =>
            (value - split) * side > 0 || (value === split && sign === side);
          const end = isBelow ? values.findLast((value) => at(value, -1)) : values.find((value) => at(value, 1));
          return { ...own, ...(isBelow ? { high: end as number } : { low: end as number }) };
        },
      );
    }
    return levels.flatMap((level) =>
      both(
        (point) => (point[input] === level ? 1 : 0),
        (own, _, isBelow) => ({
          ...own,
          levels: isBelow ? (own.levels ?? levels).filter((other) => other !== level) : [level],
        }),
      ),
    );
  });
}

function leavesOf(
  { left, right, splitColumn, splitValue }: TreeNode,
  columns: readonly Column[],
  restrictions: readonly Restriction[],
): (readonly Restriction[])[] {
  if (left === undefined || right === undefined) return [restrictions];
  const { split } = columns[splitColumn] as Column;
  return [
    ...leavesOf(left, columns, split(restrictions, splitValue, true)),
    ...leavesOf(right, columns, split(restrictions, splitValue, false)),
  ];
}
