import { type ArrivalParameters, type Category, categories } from "@mpp-sim/border";
import { isoDate, LocalCalendar, PiecewiseRate, weekday, type ZoneTable } from "@mpp-sim/engine";
import { defined } from "../text/nearest.ts";
import { type Dated, together } from "../values/calendar.ts";
import { weekdays } from "../values/hours.ts";
import { type DayBlock, hourlyRate, personsOfMonth, type ShapeOn } from "./arrival-rates.ts";
import { countColumns } from "./check-table-names.ts";
import type { CompileContext, Path, PlaceOf } from "./compile-context.ts";
import { compileNationality } from "./compile-nationality.ts";
import { scriptedPart } from "./compile-scripted.ts";
import { type Counts, countsOf, daysOfMonth, monthOf, strangeCategory } from "./monthly-counts.ts";

type ArrivalsFile = PlaceOf<"sectors">["arrivals"];

/** What the categories of one sector have in common. */
interface Crossing {
  readonly context: CompileContext;
  readonly path: Path;
  readonly arrivals: ArrivalsFile;
  readonly shapeOn: ShapeOn;
  /** Undefined without a table. */
  readonly counts: Counts | undefined;
}

/** Persons of a month: as counted; after the last count none, or as many a day as in the last month; undefined where nothing is known. */
type MonthOf = (month: string) => number | undefined;

/** How people of each category cross into one sector. */
export function compileArrivals(context: CompileContext, sector: string, zone: ZoneTable): ArrivalParameters[] {
  const path = ["sectors", sector, "arrivals"];
  const { arrivals } = context.place("sectors", sector);
  const counts = tableOf(context, arrivals, path);
  const crossing = { context, path, arrivals, shapeOn: shapesOf(arrivals), counts };
  return categories.flatMap((category, index): ArrivalParameters[] => {
    const of = arrivals.categories[category];
    const here = [...path, "categories", category];
    if (of === undefined) {
      if ([...(counts?.values() ?? [])].some((ofMonth) => (ofMonth.get(category) ?? 0) > 0))
        context.error([...path, "categories"], `must describe ${category}, which the table counts`);
      return [];
    }
    const days = personsByDay(crossing, category, of.persons);
    const large = arrivals.large?.category === category ? arrivals.large : undefined;
    return [
      {
        category: index,
        persons: hourlyRate(days, context.firstDay, crossing.shapeOn, zone),
        groupCases: of.group,
        caseSize: of.size,
        nationality: compileNationality(context, of.nationality, category, zone, [...here, "nationality"]),
        ...(large && { large: compileLarge(context, large, days, zone, [...path, "large"]) }),
      },
    ];
  });
}

/** Persons of a sector by month and category; undefined if it has no table, or after reporting why that cannot be used. */
function tableOf(
  context: CompileContext,
  { categories: of, table: reference, rows }: ArrivalsFile,
  path: Path,
): Counts | undefined {
  // A sector with persons a day for every category, such as a port, need not be in a table that the others share.
  const isGiven = rows === undefined && Object.values(of).every((one) => one?.persons !== undefined);
  if (reference === undefined || isGiven) return undefined;
  if (rows === undefined) context.error(path, "must name the rows of its table: rows must be given");
  const table = rows && context.table(reference, [...path, "table"], countColumns);
  if (!table) return undefined;
  const own = table.rows.filter(({ cells }) => cells.sector === rows);
  if (own.length === 0) {
    const known = [...new Set(table.rows.map(({ cells }) => cells.sector ?? ""))];
    const sentence = `must be a sector of the table (got ${JSON.stringify(rows)})${defined(rows, known)}`;
    context.error([...path, "rows"], sentence);
    return undefined;
  }
  return countsOf(context, table, own, {
    column: "category",
    faultOf: strangeCategory,
    again: ({ month, category }) =>
      `must count each sector, month and category once (got ${rows} ${month} ${category} again)`,
  });
}

/** Expected persons of each day, besides those of scripted groups. */
function personsByDay(crossing: Crossing, category: Category, given: Dated<number> | undefined): readonly number[] {
  const { arrivals, context, path, counts } = crossing;
  const { firstDay, endDay } = context;
  const days = Array.from({ length: endDay - firstDay }, (_, index) => firstDay + index);
  const months: MonthOf = counts ? monthsOf(counts, category, arrivals.beyond) : () => 0;
  if (given === undefined && counts === undefined && arrivals.table === undefined)
    context.error([...path, "categories", category], "must have persons a day, or a table of arrivals");
  const counted = given ? givenByDay(crossing, given, days) : countedByDay(crossing, category, months);
  const persons = counted.map((count, index) => count * arrivals.scale.on(firstDay + index));
  const expectedIn = (month: string): number =>
    given
      ? persons.reduce((sum, count, index) => (monthOf(firstDay + index) === month ? sum + count : sum), 0)
      : scaledMonth(crossing, month, months(month) ?? 0);
  return withoutScripted(crossing, category, persons, expectedIn);
}

/** Persons of each day as given, by the weight of its weekday. */
function givenByDay({ shapeOn }: Crossing, given: Dated<number>, days: readonly number[]): readonly number[] {
  return days.map((day) => {
    const week = shapeOn(day).weekdays;
    const mean = week.reduce((sum, weight) => sum + weight, 0) / 7;
    return (given.on(day) * (week[weekday(day)] as number)) / mean;
  });
}

/** The table's months spread over their days, before any factor. */
function countedByDay({ context, path, shapeOn }: Crossing, category: Category, months: MonthOf): readonly number[] {
  const { firstDay, endDay } = context;
  const lacking = new Set<string>();
  const persons: number[] = [];
  for (let day = firstDay; day < endDay; ) {
    const month = monthOf(day);
    const count = months(month);
    if (count === undefined) lacking.add(month);
    const { first, days } = daysOfMonth(month);
    const ofMonth = personsOfMonth({ first, days, count: count ?? 0 }, shapeOn);
    const end = Math.min(first + days, endDay);
    persons.push(...ofMonth.slice(day - first, end - first));
    day = end;
  }
  if (lacking.size > 0 && !context.diagnostics.isExcused([...path, "table"])) {
    const more = lacking.size > 1 ? ` and ${lacking.size - 1} more` : "";
    context.error(
      [...path, "table"],
      `must count ${category} in every month of the period, or say what comes \`beyond\` its last (lacks ${[...lacking][0]}${more})`,
    );
  }
  return persons;
}

/** Persons of a whole month, times the factors of its days. */
function scaledMonth({ arrivals: { scale }, shapeOn }: Crossing, month: string, count: number): number {
  if (scale.entries.every(({ value }) => value === 1)) return count;
  const { first, days } = daysOfMonth(month);
  const persons = personsOfMonth({ first, days, count }, shapeOn);
  return persons.reduce((sum, persons, index) => sum + persons * scale.on(first + index), 0);
}

/** Subtracts the persons of scripted groups that are part of their month, evenly over its days. */
function withoutScripted(
  { arrivals, context, path }: Crossing,
  category: Category,
  persons: readonly number[],
  expectedIn: (month: string) => number,
): readonly number[] {
  const scripted = new Map<string, number>();
  for (const { id, on, persons: inGroup } of scriptedPart(context, arrivals, category)) {
    const month = monthOf(on);
    const so = (scripted.get(month) ?? 0) + inGroup;
    scripted.set(month, so);
    const total = expectedIn(month);
    if (so > total && !context.diagnostics.hasErrors) {
      const message = `must have at most the persons of ${category} expected in ${month}, or be counted on-top`;
      context.error([...path, "scripted", id], `${message} (got ${so} of ${round(total)})`);
    }
  }
  const left = new Map([...scripted].map(([month, so]) => [month, Math.max(0, 1 - so / expectedIn(month))]));
  return persons.map((count, index) => count * (left.get(monthOf(context.firstDay + index)) ?? 1));
}

function monthsOf(counts: Counts, category: Category, beyond: ArrivalsFile["beyond"]): MonthOf {
  const of = (month: string): number | undefined => counts.get(month)?.get(category);
  const known = [...counts.keys()].filter((month) => of(month) !== undefined);
  const last = known.sort()[known.length - 1];
  return (month) => {
    const count = of(month);
    if (count !== undefined || last === undefined || month < last || beyond === undefined) return count;
    return beyond === "none" ? 0 : ((of(last) as number) / daysOfMonth(last).days) * daysOfMonth(month).days;
  };
}

function compileLarge(
  context: CompileContext,
  { rate, persons }: NonNullable<ArrivalsFile["large"]>,
  byDay: readonly number[],
  zone: ZoneTable,
  path: Path,
): NonNullable<ArrivalParameters["large"]> {
  const calendar = new LocalCalendar(zone);
  const { endDay, firstDay } = context;
  const ends = rate.entries.map((_, index) => rate.entries[index + 1]?.from ?? Number.POSITIVE_INFINITY);
  const rates = rate.entries
    .map(({ from, value }, index) => ({ first: Math.max(from, firstDay), end: Math.min(ends[index]!, endDay), value }))
    .filter(({ first, end }) => first < end);
  for (const { first, end, value } of rates) {
    const expected = value * 24 * persons.mean;
    const ofDays = byDay.slice(first - firstDay, end - firstDay);
    const least = Math.min(...ofDays);
    // Without its table a sector has nobody. That has been reported already.
    if (expected > least && !context.diagnostics.hasErrors) {
      const day = isoDate(first + ofDays.indexOf(least));
      // The user's own table may be too small for the groups of the base.
      const table = [...path.slice(0, -1), "table"];
      context.error(
        context.isOwn(table) && !context.isOwn(path) ? table : path,
        `must expect no more persons a day in large groups than cross in all (got ${round(expected)} of ${round(least)} on the quietest day, ${day}): the rate of large groups may change on dates, for example { before: 1/month, ${day}: 0/month }`,
      );
    }
  }
  const times = [...rates.map(({ first }) => first), endDay].map((day) => calendar.midnight(day));
  return { groups: new PiecewiseRate(times, [...rates.map(({ value }) => value), 0]), persons };
}

function round(x: number): number {
  return Number(x.toFixed(1));
}

/** The shape of every date, by the weights of weekdays and of hours in force on it. */
function shapesOf({ hours, weekdays: week }: ArrivalsFile): ShapeOn {
  const shapes = together({ hours, week }).map(({ hours, week }) => ({
    weekdays: weekdays.map((name) => week?.get(name) ?? (week ? 0 : 1)),
    blocks: blocksOf(hours),
  }));
  return (day) => shapes.on(day);
}

function blocksOf(hours: ReadonlyMap<string, number> | undefined): DayBlock[] {
  if (hours === undefined) return [{ from: 0, to: 24, share: 1 }];
  const total = [...hours.values()].reduce((sum, weight) => sum + weight, 0);
  return [...hours].map(([text, weight]) => {
    const [from, to] = text.split("-").map(Number) as [number, number];
    return { from, to, share: weight / total };
  });
}
