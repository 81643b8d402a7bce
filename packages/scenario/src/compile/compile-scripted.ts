import { type Category, categories, type ScriptedGroup } from "@mpp-sim/border";
import { isoDate, LocalCalendar } from "@mpp-sim/engine";
import { valuesOf } from "../values/calendar.ts";
import type { CompileContext, Path, PlaceOf } from "./compile-context.ts";

type ArrivalsFile = PlaceOf<"sectors">["arrivals"];
type ScriptedFile = NonNullable<ArrivalsFile["scripted"]>[string];
type People = NonNullable<ScriptedFile["people"]>;

/** The scripted groups of sectors, in the order of the file. A group outside the period does not cross. */
export function compileScripted(context: CompileContext): ScriptedGroup[] {
  const sectorOf = new Map<string, string>();
  return context.names("sectors").flatMap((sector, index) => {
    const { arrivals, timeZone } = context.place("sectors", sector);
    return Object.entries(arrivals.scripted ?? {}).flatMap(([id, group]): ScriptedGroup[] => {
      const path = ["sectors", sector, "arrivals", "scripted", id];
      const first = sectorOf.get(id);
      if (first !== undefined) context.error(path, `must have a name of its own (there is one in ${first})`);
      sectorOf.set(id, sector);
      checkGroup(context, sector, group, path);
      const drawn = drawnOf(context, sector, group.people, [...path, "people"]);
      if (!isInPeriod(context, group)) {
        const period = `${isoDate(context.firstDay)} to ${isoDate(context.endDay - 1)}`;
        context.warning([...path, "on"], `must be a date in the period, ${period} (got ${isoDate(group.on)})`);
        return [];
      }
      const cases = (group.cases ?? []).flatMap(({ count, category, nationality, size }) => {
        const one = { category: categories.indexOf(category), nationality: context.index(nationality), size };
        return Array.from({ length: count }, () => one);
      });
      const at = new LocalCalendar(context.zone(timeZone)).at(group.on, group.at);
      return [{ id, at, overHours: group.over, sector: index, cases, drawn }];
    });
  });
}

/** People on lists at the start: they come at the first midnight, as one group for each list, which has no measures. */
export function compileListed(context: CompileContext): ScriptedGroup[] {
  return context.names("sectors").flatMap((id, sector) => {
    const { list, timeZone } = context.place("sectors", id);
    const drawn = drawnOf(context, id, list?.initial, ["sectors", id, "list", "initial"]);
    const at = new LocalCalendar(context.zone(timeZone)).midnight(context.firstDay);
    return drawn.length === 0 ? [] : [{ at, sector, cases: [], drawn }];
  });
}

/** Persons of each category of whom there are any, after a check that people of it arrive in the sector. */
function drawnOf(
  context: CompileContext,
  sector: string,
  people: People | undefined,
  path: Path,
): { readonly category: number; readonly persons: number }[] {
  return categories.flatMap((category, index) => {
    const persons = people?.[category] ?? 0;
    if (persons > 0 && context.place("sectors", sector).arrivals.categories[category] === undefined)
      context.error([...path, category], `must be of a category that arrives in ${sector}`);
    return persons > 0 ? [{ category: index, persons }] : [];
  });
}

/** Persons of a category in the groups of a sector that are part of its expected arrivals, with their dates. */
export function scriptedPart(
  context: CompileContext,
  { scripted = {} }: ArrivalsFile,
  category: Category,
): { readonly id: string; readonly on: number; readonly persons: number }[] {
  return Object.entries(scripted)
    .filter(([, group]) => group.counted !== "on-top" && isInPeriod(context, group))
    .map(([id, group]) => ({ id, on: group.on, persons: personsOf(group, category) }));
}

function isInPeriod({ firstDay, endDay }: CompileContext, { on }: ScriptedFile): boolean {
  return on >= firstDay && on < endDay;
}

function personsOf({ people, cases = [] }: ScriptedFile, category: Category): number {
  const own = cases.filter((one) => one.category === category);
  return own.reduce((sum, { count, size }) => sum + count * size, people?.[category] ?? 0);
}

function checkGroup(context: CompileContext, sector: string, group: ScriptedFile, path: Path): void {
  const total = categories.reduce((sum, category) => sum + personsOf(group, category), 0);
  if (total === 0) context.error(path, "must have people, or cases with persons in them");
  (group.cases ?? []).forEach(({ category, size }, index) => {
    const here = [...path, "cases", index, "size"];
    if (size < 1) context.error(here, "must be at least 1 person");
    else if (size > 1 && isOnePerson(context, sector, category))
      context.error(here, `must be 1 person of an adult or a child alone (got ${size} people)`);
  });
}

/** Whether a case is one person: an adult, or a child alone, unless the scenario gives arrivals of the sector another size. */
export function isOnePerson(context: CompileContext, sector: string, category: Category): boolean {
  if (category === "family") return false;
  const size = context.written.sectors[sector]?.arrivals.categories[category]?.size;
  return size === undefined || valuesOf(size).every(({ mean, variance }) => mean === 1 && variance === 0);
}
