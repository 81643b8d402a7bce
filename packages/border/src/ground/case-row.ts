declare const isCaseRow: unique symbol;

/**
 * The row of a case in the case table, as a type of its own, so that a column cannot be read at another number, such as the subject of
 * an event. Rows are sixteen apart. The event list, lines and resources know a case only by a number: `numberOf` gives it, and `rowOf`
 * is the way back.
 */
export type CaseRow = number & { readonly [isCaseRow]: true };

/** Bytes, words and doubles of a case in the table: more than it needs of each, and a power of two of them. */
const placesLog2 = 4;
export const placesPerCase: number = 1 << placesLog2;

/** The number by which events, lines and resources know the case of a row. Cases at the same time in the table are numbered from 0. */
export function numberOf(row: CaseRow): number {
  return row >> placesLog2;
}

/** The row of the case that is known by a number. */
export function rowOf(number: number): CaseRow {
  return (number << placesLog2) as CaseRow;
}
