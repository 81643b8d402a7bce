import type { Category, Timeline } from "@mpp-sim/border";
import type { ZoneTable } from "@mpp-sim/engine";
import type { SectorFile } from "../schema/scenario-schema.ts";
import { defined } from "../text/nearest.ts";
import type { DatedValue } from "../values/dated.ts";
import type { CompileContext } from "./compile-context.ts";
import { daysOfMonth } from "./monthly-counts.ts";

type Path = readonly PropertyKey[];
type NationalityFile = NonNullable<SectorFile["arrivals"]["categories"][Category]>["nationality"];

/** Weight of each nationality over time, in the order of the scenario's list. */
export function compileNationality(
  context: CompileContext,
  { weights, table, rows }: NationalityFile,
  category: Category,
  zone: ZoneTable,
  path: Path,
): Timeline<readonly number[]> {
  const { nationalities } = context.file;
  const none = [{ from: Number.NEGATIVE_INFINITY, value: nationalities.map(() => 1) }];
  if (weights) {
    return context.timeline(
      weights.map(({ from, value }) => ({ from, value: inOrder(context, value, [...path, "weights"]) })),
      zone,
    );
  }
  if (table === undefined || rows === undefined) {
    context.error(path, "must have weights, or a table with its rows");
    return none;
  }
  const months = monthsOf(context, table, rows, category, path);
  return months.length === 0 ? none : context.timeline(months, zone);
}

/** One entry a month: from the first month of a more specific place on, its mix takes over and holds until its next. */
function monthsOf(
  context: CompileContext,
  reference: string,
  places: readonly string[],
  category: Category,
  path: Path,
): DatedValue<readonly number[]>[] {
  const here = [...path, "table"];
  const table = context.table(reference, here, ["place", "month", "category", "nationality", "count"]);
  if (table === undefined) return [];
  let mixes: { month: string; weights: Map<string, number> }[] = [];
  places.forEach((place, index) => {
    const own = new Map<string, Map<string, number>>();
    for (const { cells, line } of table.rows) {
      if (cells.place !== place || cells.category !== category) continue;
      const { month = "", nationality = "", count = "" } = cells;
      if (!/^\d+$/.test(count) || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
        context.diagnostics.error(
          { file: table.file, line, column: 1 },
          "",
          "must have a month written YYYY-MM and a whole count",
        );
        continue;
      }
      const weights = own.get(month) ?? new Map<string, number>();
      weights.set(nationality, Number(count));
      own.set(month, weights);
    }
    if (own.size === 0) {
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
  return mixes.map(({ month, weights }, index) => ({
    from: index === 0 ? Number.NEGATIVE_INFINITY : daysOfMonth(month).first,
    value: inOrder(context, weights, here),
  }));
}

function inOrder(context: CompileContext, weights: ReadonlyMap<string, number>, path: Path): number[] {
  const { nationalities } = context.file;
  for (const name of weights.keys()) {
    if (!nationalities.includes(name))
      context.error(
        path,
        `must name nationalities that are listed (got ${JSON.stringify(name)})${defined(name, nationalities)}`,
      );
  }
  return nationalities.map((name) => weights.get(name) ?? 0);
}
