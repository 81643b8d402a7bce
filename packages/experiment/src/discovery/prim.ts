import { betaShare } from "../beta.ts";
import { type Box, boxOf, type Explored, hitsAmong, inputsOf, meets, pointsInside, type Restriction } from "./box.ts";

/** How patiently to look. */
export interface PrimOptions {
  /** The part of the points inside that a step takes off or adds; 0.05 unless given. Smaller is more patient. */
  readonly step?: number;
  /** The least part of all points that a box must hold; 0.05 unless given. */
  readonly least?: number;
}

/** A restriction of a box, and whether it may be there by chance. */
export interface TestedRestriction extends Restriction {
  /**
   * Quasi-p-value (Bryant & Lempert 2010): the chance of at least as many points of interest in the box, were it drawn at random from the
   * points that meet all other restrictions. Above 0.05 the restriction may well be noise. It takes no account of the search for the box.
   */
  readonly quasiP: number;
}

/** The condition under which points of interest are most dense. */
export interface Discovery {
  /** Boxes from that of all points to the smallest, each within the one before: coverage falls while density rises. */
  readonly trajectory: readonly Box[];
  /** The box of the trajectory with the greatest harmonic mean of coverage and density, with room added where that keeps its density. */
  readonly box: Omit<Box, "restrictions"> & { readonly restrictions: readonly TestedRestriction[] };
}

/**
 * The patient rule induction method (Friedman & Fisher 1999): small slices of points are peeled off, each time the one that raises the density
 * most for each point lost, until nothing raises it or the box would be too small; then slices are pasted on again. Equal ones:
 * the first input, its lower side before its upper.
 * @throws RangeError if there are no points, `step` or `least` is not strictly between 0 and 1, points and interest are not equally many, or
 * an input mixes numbers and levels
 */
export function prim(explored: Explored, { step = 0.05, least = 0.05 }: PrimOptions = {}): Discovery {
  const inputs = inputsOf(explored);
  if (explored.points.length === 0) throw new RangeError("points must be at least one, got none");
  for (const [what, part] of [["step", step] as const, ["least", least] as const]) {
    if (!(part > 0 && part < 1)) throw new RangeError(`${what} must be between 0 and 1, got ${part}`);
  }
  const fewest = Math.max(1, Math.ceil(least * explored.points.length));
  const trajectory = [boxOf(explored, [])];
  for (;;) {
    const peeled = peel(explored, trajectory.at(-1) as Box, inputs, step, fewest);
    if (peeled === undefined) break;
    trajectory.push(boxOf(explored, peeled));
  }
  const best = trajectory.reduce((one, other) => (balance(other) > balance(one) ? other : one));
  const box = boxOf(explored, paste(explored, best.restrictions, step));
  return { trajectory, box: { ...box, restrictions: box.restrictions.map((one) => tested(explored, box, one)) } };
}

function balance({ coverage, density }: Box): number {
  const [one, other] = [coverage ?? 0, density ?? 0];
  return one + other === 0 ? 0 : (2 * one * other) / (one + other);
}

/** The restrictions with the best slice taken off, if any raises the density. */
function peel(
  explored: Explored,
  box: Box,
  inputs: ReturnType<typeof inputsOf>,
  step: number,
  fewest: number,
): Restriction[] | undefined {
  const inside = pointsInside(explored, box.restrictions);
  let best: { readonly restriction: Restriction; readonly gain: number } | undefined;
  for (const { input, levels } of inputs) {
    const own = box.restrictions.find((one) => one.input === input) ?? { input };
    const values = inside.map((at) => explored.points[at]?.[input] as number | string);
    for (const restriction of slices(own, values, levels, step)) {
      const left = inside.filter((_, at) => meets(restriction, values[at] as number | string));
      if (left.length < fewest || left.length === inside.length) continue;
      const gain = (hitsAmong(explored, left) / left.length - box.hits / box.n) / (inside.length - left.length);
      if (gain > (best?.gain ?? 0)) best = { restriction, gain };
    }
  }
  return best && replaced(box.restrictions, best.restriction);
}

/** The ways to take a slice off an input: from below or from above, or one level. */
function slices(
  own: Restriction,
  values: readonly (number | string)[],
  levels: readonly string[] | undefined,
  step: number,
): Restriction[] {
  if (levels !== undefined) {
    const now = own.levels ?? levels;
    return now.length < 2 ? [] : now.map((gone) => ({ ...own, levels: now.filter((level) => level !== gone) }));
  }
  const sorted = Float64Array.from(values as readonly number[]).sort();
  const off = Math.max(1, Math.floor(step * sorted.length));
  // Equal values go together: where a slice would end among them, the next value is the end.
  const [lowest, highest] = [sorted[0] as number, sorted.at(-1) as number];
  const low = [...sorted.slice(off)].find((value) => value > lowest);
  const high = [...sorted.slice(0, sorted.length - off)].reverse().find((value) => value < highest);
  return [...(low === undefined ? [] : [{ ...own, low }]), ...(high === undefined ? [] : [{ ...own, high }])];
}

/** Adds slices while that lowers the density nowhere: the densest first, then the largest. */
function paste(explored: Explored, restrictions: readonly Restriction[], step: number): readonly Restriction[] {
  let box = boxOf(explored, restrictions);
  for (;;) {
    const wider = box.restrictions
      .flatMap((own) => widened(explored, box, own, step).map((one) => boxOf(explored, one)))
      .filter(({ n, density }) => n > box.n && (density as number) >= (box.density as number))
      .sort((one, other) => (other.density as number) - (one.density as number) || other.n - one.n);
    if (wider[0] === undefined) return box.restrictions;
    box = wider[0];
  }
}

/** The ways to widen one restriction, each with all others. */
function widened(explored: Explored, box: Box, own: Restriction, step: number): Restriction[][] {
  const others = box.restrictions.filter((one) => one !== own);
  const outside = pointsInside(explored, others).map((at) => explored.points[at]?.[own.input] as number | string);
  const { input, low, high, levels } = own;
  if (levels !== undefined) {
    const more = [...new Set(outside as readonly string[])].filter((level) => !levels.includes(level));
    return more.map((level) => [...others, { input, levels: [...levels, level] }]);
  }
  const values = outside as readonly number[];
  const on = Math.max(1, Math.floor(step * box.n));
  const below = values.filter((value) => low !== undefined && value < low).sort((a, b) => b - a);
  const above = values.filter((value) => high !== undefined && value > high).sort((a, b) => a - b);
  const upper = high === undefined ? {} : { high };
  const lower = low === undefined ? {} : { low };
  const end = (nearest: readonly number[]): number | undefined => nearest[Math.min(on, nearest.length) - 1];
  const [newLow, newHigh] = [end(below), end(above)];
  return [
    ...(newLow === undefined ? [] : [[...others, { input, ...upper, low: newLow }]]),
    ...(newHigh === undefined ? [] : [[...others, { input, ...lower, high: newHigh }]]),
  ];
}

function replaced(restrictions: readonly Restriction[], own: Restriction): Restriction[] {
  return [...restrictions.filter(({ input }) => input !== own.input), own];
}

function tested(explored: Explored, { restrictions, n, hits }: Box, own: Restriction): TestedRestriction {
  const wider = boxOf(
    explored,
    restrictions.filter((one) => one !== own),
  );
  return { ...own, quasiP: hits === 0 ? 1 : betaShare(hits, n - hits + 1, wider.hits / wider.n) };
}
