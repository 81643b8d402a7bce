import type { Category, Timeline } from "@mpp-sim/border";
import type { ZoneTable } from "@mpp-sim/engine";
import { defined } from "../text/nearest.ts";
import { Dated, together } from "../values/calendar.ts";
import { mixColumns } from "./check-table-names.ts";
import type { CompileContext, Path, PlaceOf } from "./compile-context.ts";
import { countsOf, daysOfMonth, strangeCategory } from "./monthly-counts.ts";

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
    ? weights.map((of) => inOrder(context, of))
    : table !== undefined && rows !== undefined
      ? monthsOf(context, table, rows, category, path)
      : undefined;
  if (mixes === undefined) context.error(path, "must have weights, or a table with its rows");
  if (!mixes?.entries.length) return [{ from: Number.NEGATIVE_INFINITY, value: nationalities.map(() => 1) }];
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
  const table = context.table(reference, [...path, "table"], mixColumns);
  if (table === undefined) return new Dated<readonly number[]>([]);
  let mixes: { month: string; weights: ReadonlyMap<string, number> }[] = [];
  places.forEach((place, index) => {
    const own = table.rows.filter(({ cells }) => cells.place === place);
    const counts = countsOf(
      context,
      table,
      own.filter(({ cells }) => cells.category === category || strangeCategory(cells)),
      {
        column: "nationality",
        faultOf: (cells) => strangeCategory(cells) ?? unlisted(context, cells.nationality),
        again: ({ nationality }) =>
          `must count each place, month, category and nationality once (got ${nationality} again)`,
      },
    );
    if (!own.some(({ cells }) => cells.category === category)) {
      const known = [...new Set(table.rows.map(({ cells }) => cells.place ?? ""))];
      context.error(
        [...path, "rows", index],
        `must be a place that the table has for ${category} (got ${JSON.stringify(place)})${defined(place, known)}`,
      );
    }
    const months = [...(counts ?? [])]
      .map(([month, weights]) => ({ month, weights }))
      .sort((a, b) => (a.month < b.month ? -1 : 1));
    const first = months[0]?.month ?? "";
    mixes = [...mixes.filter(({ month }) => months.length === 0 || month < first), ...months];
  });
  return new Dated(
    mixes.map(({ month, weights }, index) => ({
      from: index === 0 ? Number.NEGATIVE_INFINITY : daysOfMonth(month).first,
      value: inOrder(context, weights),
    })),
  );
}

function inOrder({ file }: CompileContext, weights: ReadonlyMap<string, number>): number[] {
  return file.nationalities.map((name) => weights.get(name) ?? 0);
}

function unlisted({ file: { nationalities } }: CompileContext, name = ""): string | undefined {
  if (nationalities.includes(name)) return undefined;
  return `must name nationalities that are listed (got ${JSON.stringify(name)})${defined(name, nationalities)}`;
}
