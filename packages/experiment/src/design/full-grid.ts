import { type Domain, valuesOf } from "./domain.ts";

/**
 * Every combination of values, the last input moving fastest. A range of whole numbers gives each of them; another range gives `levels`
 * values, both ends and evenly between.
 * @throws RangeError if there are more than `most` combinations (100,000 unless given), a range of any numbers has fewer than two
 * levels, or a domain has no values
 * @example fullGrid([{ kind: "values", values: ["a", "b"] }, { kind: "range", low: 1, high: 2, whole: true }])
 * // => [["a", 1], ["a", 2], ["b", 1], ["b", 2]]
 */
export function fullGrid(
  domains: readonly Domain[],
  { levels = 5, most = 100_000 }: { readonly levels?: number; readonly most?: number } = {},
): (number | string)[][] {
  const values = domains.map((domain) => valuesOf(domain, levels));
  const points = values.reduce((product, { length }) => product * length, 1);
  if (!(points >= 1 && points <= most)) {
    throw new RangeError(
      `grid must have 1 to ${most} points, got ${points} (${values.map(({ length }) => length).join(" × ")})`,
    );
  }
  return values.reduce<(number | string)[][]>(
    (rows, column) => rows.flatMap((row) => column.map((value) => [...row, value])),
    [[]],
  );
}
