/** What some condition must hold of: an input's value at each point. */
export interface Explored {
  /** Values of the inputs, point by point: numbers, or levels by name. */
  readonly points: readonly (readonly (number | string)[])[];
  /** For each point, whether it is one of interest: the verdict differs, the target is missed. */
  readonly interest: readonly boolean[];
}

/** A condition on one input. */
export interface Restriction {
  /** Its place among the inputs, from 0. */
  readonly input: number;
  /** The value is at least this. */
  readonly low?: number;
  /** The value is at most this. */
  readonly high?: number;
  /** Of an input with levels: those that remain, in the order in which they first occur. */
  readonly levels?: readonly string[];
}

/** Points that meet some restrictions together. */
export interface Box {
  /** By input; empty for the box of all points. */
  readonly restrictions: readonly Restriction[];
  /** Points inside. */
  readonly n: number;
  /** Of them, points of interest. */
  readonly hits: number;
  /** Of all points of interest, the share inside. Null if there are none. */
  readonly coverage: number | null;
  /** Of the points inside, the share of interest. Null if there are none. */
  readonly density: number | null;
}

/** Whether a value meets a restriction. */
export function meets({ low, high, levels }: Restriction, value: number | string): boolean {
  if (typeof value === "string") return levels === undefined || levels.includes(value);
  return (low === undefined || value >= low) && (high === undefined || value <= high);
}

/** Places of the points that meet all restrictions. */
export function pointsInside({ points }: Explored, restrictions: readonly Restriction[]): number[] {
  return points.flatMap((point, at) =>
    restrictions.every((restriction) => meets(restriction, point[restriction.input] as number | string)) ? [at] : [],
  );
}

/** The box of some restrictions, with what is inside. */
export function boxOf(explored: Explored, restrictions: readonly Restriction[]): Box {
  const inside = pointsInside(explored, restrictions);
  const hits = hitsAmong(explored, inside);
  const all = explored.interest.filter(Boolean).length;
  return {
    restrictions: [...restrictions].sort((one, other) => one.input - other.input),
    n: inside.length,
    hits,
    coverage: all === 0 ? null : hits / all,
    density: inside.length === 0 ? null : hits / inside.length,
  };
}

/** Of some points, those of interest. */
export function hitsAmong({ interest }: Explored, points: readonly number[]): number {
  return points.reduce((sum, at) => sum + (interest[at] === true ? 1 : 0), 0);
}

/**
 * The inputs, from 0, and for those with levels the levels in the order in which they first occur.
 * @throws RangeError if points and interest are not equally many, a point has not as many values as the others, or an input mixes
 * numbers and levels
 */
export function inputsOf({
  points,
  interest,
}: Explored): { readonly input: number; readonly levels?: readonly string[] }[] {
  if (points.length !== interest.length) {
    throw new RangeError(`points must be as many as interest, got ${points.length} and ${interest.length}`);
  }
  const width = points[0]?.length ?? 0;
  const odd = points.find((point) => point.length !== width);
  if (odd !== undefined) throw new RangeError(`points must have ${width} values each, got ${odd.length}`);
  return Array.from({ length: width }, (_, input) => {
    const values = points.map((point) => point[input] as number | string);
    const levels = [...new Set(values.filter((value) => typeof value === "string"))];
    if (levels.length === 0) return { input };
    if (values.some((value) => typeof value === "number")) {
      throw new RangeError(`values of input ${input} must be all numbers or all levels, got both`);
    }
    return { input, levels };
  });
}
