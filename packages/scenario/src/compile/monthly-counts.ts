import { categories } from "@mpp-sim/border";
import { civilOfDay, dayOfCivil } from "@mpp-sim/engine";
import { choice } from "../values/words.ts";
import type { CompileContext } from "./compile-context.ts";
import type { Table, TableRow } from "./tables.ts";

/** A month as `2019-10`. */
export function monthOf(day: number): string {
  const [year, month] = civilOfDay(day);
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** First day and number of days of a month written `2019-10`. */
export function daysOfMonth(month: string): { readonly first: number; readonly days: number } {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const first = dayOfCivil(year, number, 1);
  return { first, days: dayOfCivil(number === 12 ? year + 1 : year, (number % 12) + 1, 1) - first };
}

/** Counts by month, and in it by the name of a category or nationality. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

type Cells = TableRow["cells"];

/** What is wrong with the category of a row, if anything. */
export function strangeCategory({ category = "" }: Cells): string | undefined {
  const faults: string[] = [];
  choice(categories)(category, (fault) => faults.push(`category ${fault}`));
  return faults[0];
}

/** Counts of the rows of one place. Each row that is not sound is told at its line; undefined if there are any. */
export function countsOf(
  { diagnostics }: CompileContext,
  { file }: Table,
  rows: readonly TableRow[],
  {
    column,
    faultOf,
    again,
  }: {
    readonly column: "category" | "nationality";
    readonly faultOf: (cells: Cells) => string | undefined;
    /** What is said of a second row of the same. */
    readonly again: (cells: Cells) => string;
  },
): Counts | undefined {
  const counts = new Map<string, Map<string, number>>();
  let areSound = true;
  for (const { line, cells } of rows) {
    const { month = "", count = "", [column]: name = "" } = cells;
    const ofMonth = counts.get(month) ?? new Map<string, number>();
    const fault = /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
      ? (faultOf(cells) ?? countFault(count) ?? (ofMonth.has(name) ? again(cells) : undefined))
      : `month must be written YYYY-MM (got ${JSON.stringify(month)})`;
    if (fault === undefined) counts.set(month, ofMonth.set(name, Number(count)));
    else diagnostics.error({ file, line, column: 1 }, "", fault);
    areSound &&= fault === undefined;
  }
  return areSound ? counts : undefined;
}

function countFault(count: string): string | undefined {
  return /^\d+$/.test(count) && Number.isSafeInteger(Number(count))
    ? undefined
    : `count must be a whole number from 0 (got ${JSON.stringify(count)})`;
}
