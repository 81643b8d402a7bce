import { gammaQuantile, type Stream } from "@mpp-sim/engine";
import { mean as average } from "simple-statistics";
import { randomStream } from "../design/random-stream.ts";
import { wholeFrom } from "../design/whole-from.ts";
import { quantileOfSorted } from "../quantile.ts";
import type { Resampling } from "./bootstrap.ts";
import type { VarianceShares } from "./variance-shares.ts";

/** Mean squares of a table, with their degrees of freedom. */
interface Squares {
  readonly square: number;
  readonly degrees: number;
}

/**
 * As `varianceShares`, where all draws of the assumptions have the same replications, in the same order: a two-way analysis of variance with random
 * effects (Searle, Casella & McCulloch 1992, 4.5). Chance is what replications have in common under all draws, and what they do to each. The
 * interval is a generalised one (Weerahandi 1995), found by drawing the sums of squares anew; it is right for normal figures. A replication
 * that some draw does not define is left out. All null below two draws or two such replications.
 * @throws RangeError if draws have not equally many replications, or as `Resampling` says
 */
export function crossedShares(
  draws: readonly (readonly number[])[],
  { seed, resamples = 1000, level = 0.95 }: Resampling,
): VarianceShares {
  wholeFrom(1, "resamples", resamples);
  if (!(level > 0 && level < 1)) throw new RangeError(`crossedShares: level must be between 0 and 1, got ${level}`);
  const all = draws[0]?.length ?? 0;
  const odd = draws.find(({ length }) => length !== all);
  if (odd !== undefined)
    throw new RangeError(`crossedShares: draws must have ${all} replications each, got ${odd.length}`);
  const kept = Array.from({ length: all }, (_, r) => r).filter((r) => draws.every((own) => !Number.isNaN(own[r])));
  const table = draws.map((own) => kept.map((r) => own[r] as number));
  const counts = { draws: table.length, n: table.length * kept.length };
  const unknown = { value: null, low: null, high: null };
  if (table.length < 2 || kept.length < 2) return { ...counts, assumption: null, chance: null, share: unknown };
  const squares = squaresOf(table);
  const { assumption, chance } = partsOf(squares, table.length, kept.length);
  if (assumption + chance === 0) return { ...counts, assumption, chance, share: unknown };
  const random = randomStream(seed, "crossed shares");
  const drawn = Array.from({ length: resamples }, () => {
    const again = partsOf(squares.map((one) => drawnAgain(one, random)) as typeof squares, table.length, kept.length);
    return again.assumption / (again.assumption + again.chance);
  });
  const sorted = Float64Array.from(drawn).sort();
  return {
    ...counts,
    assumption,
    chance,
    share: {
      value: assumption / (assumption + chance),
      low: quantileOfSorted(sorted, (1 - level) / 2),
      high: quantileOfSorted(sorted, (1 + level) / 2),
    },
  };
}

/** Of draws, of replications, and of what is left. */
function squaresOf(table: readonly (readonly number[])[]): [Squares, Squares, Squares] {
  const [rows, columns] = [table.length, (table[0] as readonly number[]).length];
  const centre = average(table.flat());
  const byDraw = table.map((own) => average([...own]) - centre);
  const byReplication = Array.from(
    { length: columns },
    (_, r) => average(table.map((own) => own[r] as number)) - centre,
  );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value * value, 0);
  const left = table.flatMap((own, draw) =>
    own.map((value, r) => value - centre - (byDraw[draw] as number) - (byReplication[r] as number)),
  );
  const mean = (squares: number, degrees: number): Squares => ({ square: squares / degrees, degrees });
  return [
    mean(columns * sum(byDraw), rows - 1),
    mean(rows * sum(byReplication), columns - 1),
    mean(sum(left), (rows - 1) * (columns - 1)),
  ];
}

function partsOf(
  [ofDraws, ofReplications, left]: readonly [Squares, Squares, Squares],
  draws: number,
  replications: number,
) {
  const common = Math.max(0, (ofReplications.square - left.square) / draws);
  return { assumption: Math.max(0, (ofDraws.square - left.square) / replications), chance: common + left.square };
}

/** The true mean square that may have given this one: it, by a χ² over its degrees. */
function drawnAgain({ square, degrees }: Squares, random: Stream): Squares {
  return { square: (square * degrees) / (2 * gammaQuantile(degrees / 2, random.uniform())), degrees };
}
