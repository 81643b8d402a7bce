import { type Category, categories, type ScriptedGroup } from "@mpp-sim/border";
import { isoDate, LocalCalendar } from "@mpp-sim/engine";
import type { SectorFile } from "../schema/scenario-schema.ts";
import type { CompileContext } from "./compile-context.ts";
import { isOnePerson } from "./one-person.ts";

type ScriptedFile = NonNullable<SectorFile["arrivals"]["scripted"]>[string];

/** The scripted groups of sectors, in the order of the file. A group outside the period does not cross. */
export function compileScripted(context: CompileContext): ScriptedGroup[] {
  const sectorOf = new Map<string, string>();
  return context.names("sectors").flatMap((sector, index) =>
    Object.entries(context.file.sectors[sector]?.arrivals.scripted ?? {}).flatMap(([id, group]): ScriptedGroup[] => {
      const path = ["sectors", sector, "arrivals", "scripted", id];
      const first = sectorOf.get(id);
      if (first !== undefined) context.error(path, `must have a name of its own (there is one in ${first})`);
      sectorOf.set(id, sector);
      checkGroup(context, sector, group, path);
      if (!isInPeriod(context, group)) {
        const period = `${isoDate(context.firstDay)} to ${isoDate(context.endDay - 1)}`;
        context.warning([...path, "on"], `must be a date in the period, ${period} (got ${isoDate(group.on)})`);
        return [];
      }
      const calendar = new LocalCalendar(context.zone((context.file.sectors[sector] as SectorFile).timeZone));
      return [
        {
          id,
          at: calendar.at(group.on, group.at),
          overHours: group.over,
          sector: index,
          cases: (group.cases ?? []).flatMap(({ count, category, nationality, size }) =>
            Array.from({ length: count }, () => ({
              category: categories.indexOf(category),
              nationality: context.file.nationalities.indexOf(nationality),
              size,
            })),
          ),
          drawn: categories.flatMap((category, at) => {
            const persons = group.people?.[category] ?? 0;
            return persons > 0 ? [{ category: at, persons }] : [];
          }),
        },
      ];
    }),
  );
}

/** Persons of a category in the groups of a sector that are part of its expected arrivals, with their dates. */
export function scriptedPart(
  context: CompileContext,
  { scripted = {} }: SectorFile["arrivals"],
  category: Category,
): { readonly id: string; readonly on: number; readonly persons: number }[] {
  return Object.entries(scripted)
    .filter(([, group]) => group.counted !== "on-top" && isInPeriod(context, group))
    .map(([id, group]) => ({ id, on: group.on, persons: personsOf(group, category) }));
}

function isInPeriod({ firstDay, endDay }: CompileContext, { on }: ScriptedFile): boolean {
  return on >= firstDay && on < endDay;
}

function personsOf({ people, cases }: ScriptedFile, category: Category): number {
  return (cases ?? [])
    .filter((one) => one.category === category)
    .reduce((sum, { count, size }) => sum + count * size, people?.[category] ?? 0);
}

function checkGroup(context: CompileContext, sector: string, group: ScriptedFile, path: readonly PropertyKey[]): void {
  const { sectors } = context.file;
  const total = categories.reduce((sum, category) => sum + personsOf(group, category), 0);
  if (total === 0) context.error(path, "must have people, or cases with persons in them");
  for (const category of categories) {
    if ((group.people?.[category] ?? 0) > 0 && sectors[sector]?.arrivals.categories[category] === undefined) {
      context.error([...path, "people", category], `must be of a category that arrives in ${sector}`);
    }
  }
  (group.cases ?? []).forEach(({ category, size }, index) => {
    const here = [...path, "cases", index];
    if (size < 1) context.error([...here, "size"], "must be at least 1 person");
    else if (size > 1 && isOnePerson(context, sector, category))
      context.error([...here, "size"], `must be 1 person of an adult or a child alone (got ${size} people)`);
  });
}
