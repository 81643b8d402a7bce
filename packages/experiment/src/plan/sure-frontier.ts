import { type Assessed, assess, checkTarget, contradicts, type Target } from "./assess.ts";

/** Values of two settings, and who runs them. */
export interface FrontierOptions<First, Second> extends Target {
  /** In order, from the least to the most. */
  readonly first: readonly First[];
  /** In order, from the least to the most. */
  readonly second: readonly Second[];
  /** The measure in the first `replications` replications under both. All pairs share replications. */
  readonly run: (first: First, second: Second, replications: number) => Promise<readonly number[]>;
}

/** A pair that was tried. */
export interface TriedPair<First, Second> extends Assessed {
  /** Of the first setting. */
  readonly first: First;
  /** Of the second one. */
  readonly second: Second;
}

/** What two settings must be together. */
export interface Frontier<First, Second> {
  /** Pairs that surely meet the target, while one step less of either was not found to: more of one buys less of the other. */
  readonly frontier: readonly TriedPair<First, Second>[];
  /** In the order in which they were tried. */
  readonly tried: readonly TriedPair<First, Second>[];
  /** Over all pairs. */
  readonly runs: number;
  /** Pairs tried of which the one with less of both came to more: then the order is not what it was thought to be. */
  readonly contradictions: readonly (readonly [less: TriedPair<First, Second>, more: TriedPair<First, Second>])[];
}

/**
 * Which pairs of two settings are just enough, by walking along the edge: from the least of the first and the most of the second, less of the
 * second wherever the target is surely met, else more of the first. It tries at most as many pairs as there are
 * values of both, and two more above the edge, so that an order that does not hold may show.
 * @throws RangeError if either has no values, or as `smallestSure`
 */
export async function sureFrontier<First, Second>({
  first,
  second,
  run,
  ...target
}: FrontierOptions<First, Second>): Promise<Frontier<First, Second>> {
  if (first.length === 0 || second.length === 0) throw new RangeError("values must be at least one of each, got none");
  checkTarget(target);
  const tried: Placed<First, Second>[] = [];
  const tryAt = async (row: number, column: number): Promise<Placed<First, Second>> => {
    const pair = { first: first[row] as First, second: second[column] as Second };
    const assessed = await assess((n) => run(pair.first, pair.second, n), target);
    const one = { ...pair, ...assessed, row, column };
    tried.push(one);
    return one;
  };
  const edge: Placed<First, Second>[] = [];
  let sure: Placed<First, Second> | undefined;
  for (let row = 0, column = second.length - 1; row < first.length && column >= 0; ) {
    const one = await tryAt(row, column);
    if (one.certainty === "sure") {
      sure = one;
      column--;
    } else {
      if (sure !== undefined) edge.push(sure);
      sure = undefined;
      row++;
    }
  }
  if (sure !== undefined) edge.push(sure);
  // The walk never looks above the edge: the most of both, and a pair on the way there, show whether more is still enough.
  const middle = edge[Math.floor(edge.length / 2)];
  if (middle !== undefined) {
    for (const part of [1 / 2, 1]) {
      const row = middle.row + Math.ceil((first.length - 1 - middle.row) * part);
      const column = middle.column + Math.ceil((second.length - 1 - middle.column) * part);
      if (!tried.some((one) => one.row === row && one.column === column)) await tryAt(row, column);
    }
  }
  return {
    frontier: edge.map(plain),
    tried: tried.map(plain),
    runs: tried.reduce((sum, { n }) => sum + n, 0),
    contradictions: tried.flatMap((less) =>
      tried.flatMap((more) =>
        less.row <= more.row && less.column <= more.column && contradicts(less, more)
          ? [[plain(less), plain(more)] as const]
          : [],
      ),
    ),
  };
}

type Placed<First, Second> = TriedPair<First, Second> & { readonly row: number; readonly column: number };

function plain<First, Second>({ row: _, column: __, ...pair }: Placed<First, Second>): TriedPair<First, Second> {
  return pair as TriedPair<First, Second>;
}
