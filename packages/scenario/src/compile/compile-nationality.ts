import type { Category, Timeline } from "@mpp-sim/border";
import type { ZoneTable } from "@mpp-sim/engine";
import { defined } from "../text/nearest.ts";
import { Dated, together } from "../values/calendar.ts";
import { mixColumns } from "./check-table-names.ts";
import type { CompileContext, Path, PlaceOf } from "./compile-context.ts";
import { daysOfMonth, strangeCategory } from "./monthly-counts.ts";

type NationalityFile = NonNullable<PlaceOf<"sectors">["arrivals"]["categories"][Category]>["nationality"];

/** Weight of each nationality over time, in the order of the scenario's list. */
export function compileNationality(
  context: CompileContext,
  { weights, table, rows, scale = {} }: NationalityFile,
  category: Category,
  zone: ZoneTable,
  path: Path,
): Timeline<readonly number[]> {
  const { nationalities } = context.file;
  const mixes = weights
    ? weights.map((of) => inOrder(context, of, [...path, "weights"]))
    : table !== undefined && rows !== undefined
      ? monthsOf(context, table, rows, category, path)
      : undefined;
  if (mixes === undefined) context.error(path, "must have weights, or a table with its rows");
  if (!mixes?.entries.length) return [{ from: Number.NEGATIVE_INFINITY, value: nationalities.map(() => 1) }];
  for (const name of Object.keys(scale)) checkNationality(context, name, [...path, "scale", name]);
  const scaled = together({ mix: mixes, scale: together(scale) }).map(({ mix, scale }) =>
    mix.map((weight, index) => weight * (scale[nationalities[index] as string] ?? 1)),
  );
  if (scaled.entries.some(({ value }) => value.every((weight) => weight === 0)))
    context.error([...path, "scale"], "must leave somebody on every date (got factors of 0 for all)");
  return context.timeline(scaled, zone);
}

/** One entry for each month. From its first month on, the mix of the more specific place is used, and holds until its next. */
function monthsOf(
  context: CompileContext,
  reference: string,
  places: readonly string[],
  category: Category,
  path: Path,
): Dated<readonly number[]> {
  const here = [...path, "table"];
  const table = context.table(reference, here, mixColumns);
  if (table === undefined) return new Dated<readonly number[]>([]);
  let mixes: { month: string; weights: Map<string, number> }[] = [];
  places.forEach((place, index) => {
    const own = new Map<string, Map<string, number>>();
    const ofPlace = table.rows.filter(({ cells }) => cells.place === place);
    const hasRows = ofPlace.some(({ cells }) => cells.category === category);
    for (const { cells, line } of ofPlace) {
      const { month = "", nationality = "", count = "" } = cells;
      const wrong = (message: string): void =>
        context.diagnostics.error({ file: table.file, line, column: 1 }, "", message);
      const strange = strangeCategory(cells.category);
      if (strange !== undefined) wrong(strange);
      if (cells.category !== category) continue;
      const weights = own.get(month) ?? new Map<string, number>();
      if (!/^\d+$/.test(count) || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
        wrong("must have a month written YYYY-MM and a whole count");
      else if (!context.file.nationalities.includes(nationality))
        wrong(`must name nationalities that are listed ${unlisted(context, nationality)}`);
      else if (weights.has(nationality))
        wrong(`must count each place, month, category and nationality once (got ${nationality} again)`);
      else own.set(month, weights.set(nationality, Number(count)));
    }
    if (!hasRows) {
      const known = [...new Set(table.rows.map(({ cells }) => cells.place ?? ""))];
      context.error(
        [...path, "rows", index],
        `must be a place that the table has for ${category} (got ${JSON.stringify(place)})${defined(place, known)}`,
      );
    }
    const months = [...own]
      .map(([month, weights]) => ({ month, weights }))
      .sort((a, b) => (a.month < b.month ? -1 : 1));
    const first = months[0]?.month ?? "";
    mixes = [...mixes.filter(({ month }) => months.length === 0 || month < first), ...months];
  });
  return new Dated(
    mixes.map(({ month, weights }, index) => ({
      from: index === 0 ? Number.NEGATIVE_INFINITY : daysOfMonth(month).first,
      value: inOrder(context, weights, here),
    })),
  );
}

function inOrder(context: CompileContext, weights: ReadonlyMap<string, number>, path: Path): number[] {
  const { nationalities } = context.file;
  for (const name of weights.keys()) checkNationality(context, name, path);
  return nationalities.map((name) => weights.get(name) ?? 0);
}

/** Checks that a name is that of a nationality of the scenario. */
function checkNationality(context: CompileContext, name: string, path: Path): void {
  const { nationalities } = context.file;
  if (nationalities.includes(name)) return;
  context.error(path, `must name nationalities that are listed ${unlisted(context, name)}`);
}

function unlisted({ file: { nationalities } }: CompileContext, name: string): string {
  return `(got ${JSON.stringify(name)})${defined(name, nationalities)}`;
}
