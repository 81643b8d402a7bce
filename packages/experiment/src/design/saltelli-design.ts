import type { UnitPoint } from "./domain.ts";
import { sobolSequence } from "./sobol-sequence.ts";
import { wholeFrom } from "./whole-from.ts";

/** The points at which a model is run for Sobol' indices. All matrices have the same rows. */
export interface SaltelliDesign {
  /** Rows at random. */
  readonly a: readonly UnitPoint[];
  /** Rows at random, independent of those of `a`. */
  readonly b: readonly UnitPoint[];
  /** For each group of inputs: the rows of `a` with the inputs of that group from `b`. */
  readonly mixed: readonly (readonly UnitPoint[])[];
}

/**
 * The matrices of Saltelli et al. 2010 from one Sobol' sequence, for `sobolIndices`; `rows` is best a power of 2. Inputs are moved one by one,
 * or together where `groups` names their places, from 0; each input belongs to one group. It costs rows × (groups + 2) points.
 * Chance is an input as well, if one more input decides which replications a point is run with.
 * @throws RangeError if there are fewer than 2 rows, no input, more than 128 inputs, or an input in no group or in two
 */
export function saltelliDesign(
  rows: number,
  inputs: number,
  { seed, groups }: { readonly seed: string; readonly groups?: readonly (readonly number[])[] },
): SaltelliDesign {
  wholeFrom(2, "rows", rows);
  wholeFrom(1, "inputs", inputs);
  const moved = groups ?? Array.from({ length: inputs }, (_, input) => [input]);
  const named = moved.flat().sort((one, other) => one - other);
  if (named.length !== inputs || named.some((input, index) => input !== index)) {
    throw new RangeError(`groups must hold each input from 0 to ${inputs - 1} once, got ${named.join(", ")}`);
  }
  const both = sobolSequence(rows, 2 * inputs, seed);
  const a = both.map((point) => point.slice(0, inputs));
  const b = both.map((point) => point.slice(inputs));
  const mixed = moved.map((group) =>
    a.map((point, row) =>
      point.map((unit, input) => (group.includes(input) ? ((b[row] as UnitPoint)[input] as number) : unit)),
    ),
  );
  return { a, b, mixed };
}
