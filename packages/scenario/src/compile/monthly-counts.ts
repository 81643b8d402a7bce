import { categories } from "@mpp-sim/border";
import { civilOfDay, dayOfCivil } from "@mpp-sim/engine";
import { defined, didYouMean } from "../text/nearest.ts";
import { anyOf } from "../text/words.ts";
import { countColumns } from "./check-table-names.ts";
import type { CompileContext, Path } from "./compile-context.ts";

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

/** What is wrong with the category of a row, if anything. */
export function strangeCategory(category = ""): string | undefined {
  if (categories.some((known) => known === category)) return undefined;
  return `category must be ${anyOf(categories)} (got ${JSON.stringify(category)})${didYouMean(category, categories)}`;
}

/** Persons by month and category for one sector, from a table with the columns sector, month, category, count. */
export function monthlyCounts(
  context: CompileContext,
  reference: string,
  path: Path,
  rows: string,
): ReadonlyMap<string, number> | undefined {
  const table = context.table(reference, path, countColumns);
  if (table === undefined) return undefined;
  const counts = new Map<string, number>();
  let sound = true;
  const own = table.rows.filter(({ cells }) => cells.sector === rows);
  for (const { line, cells } of own) {
    const { month = "", category = "", count = "" } = cells;
    const persons = Number(count);
    const key = `${month} ${category}`;
    const strange = strangeCategory(category);
    const wrong = (message: string): void => {
      sound = false;
      context.diagnostics.error({ file: table.file, line, column: 1 }, "", message);
    };
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) wrong(`month must be written YYYY-MM (got ${JSON.stringify(month)})`);
    else if (strange !== undefined) wrong(strange);
    else if (!/^\d+$/.test(count) || !Number.isSafeInteger(persons))
      wrong(`count must be a whole number from 0 (got ${JSON.stringify(count)})`);
    else if (counts.has(key)) wrong(`must count each sector, month and category once (got ${rows} ${key} again)`);
    else counts.set(key, persons);
  }
  if (own.length === 0) {
    const known = [...new Set(table.rows.map(({ cells }) => cells.sector ?? ""))];
    context.error(
      [...path.slice(0, -1), "rows"],
      `must be a sector of the table (got ${JSON.stringify(rows)})${defined(rows, known)}`,
    );
  }
  return sound && counts.size > 0 ? counts : undefined;
}
