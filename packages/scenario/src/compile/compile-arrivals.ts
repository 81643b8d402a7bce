import { type ArrivalParameters, type Category, categories } from "@mpp-sim/border";
import { isoDate, LocalCalendar, PiecewiseRate, weekday, type ZoneTable } from "@mpp-sim/engine";
import type { SectorFile } from "../schema/scenario-schema.ts";
import type { DatedValue } from "../values/dated.ts";
import { weekdays } from "../values/hours.ts";
import { type DayBlock, hourlyRate, personsOfMonth, type ShapeOn } from "./arrival-rates.ts";
import type { CompileContext } from "./compile-context.ts";
import { compileNationality } from "./compile-nationality.ts";
import { scriptedPart } from "./compile-scripted.ts";
import { daysOfMonth, monthlyCounts, monthOf } from "./monthly-counts.ts";
import { datesOf } from "./shares-by-date.ts";

type Path = readonly PropertyKey[];
type ArrivalsFile = SectorFile["arrivals"];

/** How people of each category cross into one sector. */
export function compileArrivals(context: CompileContext, sector: string, zone: ZoneTable): ArrivalParameters[] {
  const path = ["sectors", sector, "arrivals"];
  const arrivals = (context.file.sectors[sector] as SectorFile).arrivals;
  const shapeOn = shapesOf(arrivals);
  const counts = countsOf(context, arrivals, path);
  return categories.flatMap((category, index): ArrivalParameters[] => {
    const of = arrivals.categories[category];
    const here = [...path, "categories", category];
    if (of === undefined) {
      if ([...(counts?.keys() ?? [])].some((key) => key.endsWith(` ${category}`) && (counts?.get(key) ?? 0) > 0)) {
        context.error([...path, "categories"], `must describe ${category}, which the table counts`);
      }
      return [];
    }
    const days = withoutScripted(
      context,
      countedByDay(context, arrivals, category, counts, shapeOn, path).map(
        (count, index) => count * factorOn(arrivals, context.firstDay + index),
      ),
      arrivals,
      category,
      { counts, shapeOn },
      path,
    );
    const persons = hourlyRate(days, context.firstDay, shapeOn, zone);
    const large =
      arrivals.large?.category === category
        ? compileLarge(context, arrivals.large, days, zone, [...path, "large"])
        : undefined;
    return [
      {
        category: index,
        persons,
        groupCases: of.group,
        caseSize: of.size,
        nationality: compileNationality(context, of.nationality, category, zone, [...here, "nationality"]),
        ...(large === undefined ? {} : { large }),
      },
    ];
  });
}

function countsOf(
  context: CompileContext,
  { categories: of, table, rows }: ArrivalsFile,
  path: Path,
): ReadonlyMap<string, number> | undefined {
  // A sector with persons a day for every category, such as a port, need not be in a table that the others share.
  if (table === undefined || (rows === undefined && Object.values(of).every((one) => one?.persons !== undefined)))
    return undefined;
  if (rows !== undefined) return monthlyCounts(context, table, [...path, "table"], rows);
  context.error(path, "must name the rows of its table: rows must be given");
  return undefined;
}

/** The factor on what is counted or given, by date. */
function factorOn({ scale }: ArrivalsFile, day: number): number {
  return scale.findLast(({ from }) => from <= day)?.value ?? 1;
}

/** Persons of each day before any factor: as given, or the table's month spread over its days. */
function countedByDay(
  context: CompileContext,
  arrivals: ArrivalsFile,
  category: Category,
  counts: ReadonlyMap<string, number> | undefined,
  shapeOn: ShapeOn,
  path: Path,
): number[] {
  const { firstDay, endDay } = context;
  const days = Array.from({ length: endDay - firstDay }, (_, index) => firstDay + index);
  const given = arrivals.categories[category]?.persons;
  if (given) {
    return days.map((day) => {
      const value = given.findLast(({ from }) => from <= day)?.value ?? 0;
      const week = shapeOn(day).weekdays;
      const mean = week.reduce((sum, weight) => sum + weight, 0) / 7;
      return (value * (week[weekday(day)] as number)) / mean;
    });
  }
  if (counts === undefined) {
    if (arrivals.table === undefined)
      context.error([...path, "categories", category], "must have persons a day, or a table of arrivals");
    return days.map(() => 0);
  }
  const months = monthsOf(counts, category, arrivals.beyond);
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

/** Subtracts the persons of scripted groups that are part of their month, evenly over its days. */
function withoutScripted(
  context: CompileContext,
  persons: readonly number[],
  arrivals: ArrivalsFile,
  category: Category,
  { counts, shapeOn }: { readonly counts: ReadonlyMap<string, number> | undefined; readonly shapeOn: ShapeOn },
  path: Path,
): readonly number[] {
  const months = counts && monthsOf(counts, category, arrivals.beyond);
  const isGiven = arrivals.categories[category]?.persons !== undefined;
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
  return persons.map((count, day) => {
    const month = monthOf(context.firstDay + day);
    return scripted.has(month) ? count * Math.max(0, 1 - (scripted.get(month) as number) / expectedIn(month)) : count;
  });

  /** Persons of the whole month, times the factors of its days; where persons a day are given, of its days in the period. */
  function expectedIn(month: string): number {
    if (!isGiven) {
      const count = months?.(month) ?? 0;
      if (arrivals.scale.every(({ value }) => value === 1)) return count;
      const { first, days } = daysOfMonth(month);
      return personsOfMonth({ first, days, count }, shapeOn).reduce(
        (sum, persons, index) => sum + persons * factorOn(arrivals, first + index),
        0,
      );
    }
    return persons.reduce((sum, count, day) => (monthOf(context.firstDay + day) === month ? sum + count : sum), 0);
  }
}

/** Persons of a month: as counted; after the last count none, or as many a day as in the last month; undefined where nothing is known. */
function monthsOf(
  counts: ReadonlyMap<string, number>,
  category: Category,
  beyond: ArrivalsFile["beyond"],
): (month: string) => number | undefined {
  const of = (month: string): number | undefined => counts.get(`${month} ${category}`);
  const known = [...counts.keys()].filter((key) => key.endsWith(` ${category}`)).map((key) => key.slice(0, 7));
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
): { readonly groups: PiecewiseRate; readonly persons: typeof persons } {
  const calendar = new LocalCalendar(zone);
  const { endDay, firstDay } = context;
  const rates = rate.filter(
    ({ from }, index) => from < endDay && (rate[index + 1]?.from ?? Number.POSITIVE_INFINITY) > firstDay,
  );
  for (const [index, { from, value }] of rates.entries()) {
    const expected = value * 24 * persons.mean;
    const [first, end] = [Math.max(from, firstDay), Math.min(endDay, rates[index + 1]?.from ?? endDay)];
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
  const times = rates.map(({ from }) => calendar.midnight(Math.max(from, firstDay)));
  const groups = new PiecewiseRate([...times, calendar.midnight(endDay)], [...rates.map(({ value }) => value), 0]);
  return { groups, persons };
}

function round(x: number): number {
  return Number(x.toFixed(1));
}

/** The shape of every date, by the weights of weekdays and of hours in force on it. */
function shapesOf({ hours, weekdays: week }: ArrivalsFile): ShapeOn {
  const none = [{ from: Number.NEGATIVE_INFINITY, value: undefined }];
  const weeks = (week ?? none).map(({ from, value }) => ({ from, value: weekOf(value) }));
  const days = (hours ?? none).map(({ from, value }) => ({ from, value: blocksOf(value) }));
  const shapes = datesOf([weeks, days]).map((from) => ({
    from,
    value: { weekdays: valueOn(weeks, from), blocks: valueOn(days, from) },
  }));
  return (day) => valueOn(shapes, day);
}

/** The value of a calendar on a date; its first holds from the beginning. */
function valueOn<T>(calendar: readonly DatedValue<T>[], day: number): T {
  return (calendar.findLast(({ from }) => from <= day) as DatedValue<T>).value;
}

function weekOf(week: ReadonlyMap<string, number> | undefined): readonly number[] {
  return weekdays.map((name) => week?.get(name) ?? (week ? 0 : 1));
}

function blocksOf(hours: ReadonlyMap<string, number> | undefined): DayBlock[] {
  if (hours === undefined) return [{ from: 0, to: 24, share: 1 }];
  const total = [...hours.values()].reduce((sum, weight) => sum + weight, 0);
  return [...hours].map(([text, weight]) => {
    const [from, to] = text.split("-").map(Number) as [number, number];
    return { from, to, share: weight / total };
  });
}
