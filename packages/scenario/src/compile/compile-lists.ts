import { type BorderParameters, categories, type PortListParameters, type ScriptedGroup } from "@mpp-sim/border";
import { LocalCalendar, type ZoneTable } from "@mpp-sim/engine";
import type { SectorFile } from "../schema/scenario-schema.ts";
import type { CompileContext } from "./compile-context.ts";

type ListFile = NonNullable<SectorFile["list"]>;

/** The waiting list of a port. */
export function compileList(
  context: CompileContext,
  { at, calls, city, leaves }: ListFile,
  zone: ZoneTable,
): PortListParameters {
  return {
    city: context.index("cities", city),
    calls: context.timeline(calls, zone),
    callHour: at,
    leaveRate: leaves,
  };
}

/** People on lists at the start: they come at the first midnight, as one group for each list, which has no measures. */
export function compileListed(context: CompileContext): ScriptedGroup[] {
  return context.names("sectors").flatMap((id, sector) => {
    const { arrivals, list, timeZone } = context.file.sectors[id] as SectorFile;
    const initial = list?.initial;
    if (initial === undefined) return [];
    const drawn = categories.flatMap((category, index) => {
      const persons = initial[category];
      if (persons > 0 && arrivals.categories[category] === undefined)
        context.error(["sectors", id, "list", "initial", category], `must be of a category that arrives in ${id}`);
      return persons > 0 ? [{ category: index, persons }] : [];
    });
    const at = new LocalCalendar(context.zone(timeZone)).midnight(context.firstDay);
    return drawn.length === 0 ? [] : [{ at, sector, cases: [], drawn }];
  });
}

/** People who come to a port do not choose another place to cross, and nobody who was returned tries again through a port. */
export function checkLists(context: CompileContext, { displacement, sectors, tryAgain }: BorderParameters): void {
  sectors.forEach(({ id, list }, sector) => {
    if (list === undefined) return;
    const path = ["sectors", id, "list"];
    if (displacement)
      context.error(path, "must not be given while displacement is on: people of a port do not respond");
    if (tryAgain === undefined) return;
    if (tryAgain.through === undefined)
      context.error(path, "must not be given without tryAgain.through, which says where people try again");
    else if (tryAgain.through.some((weights) => (weights[sector] ?? 0) > 0))
      context.error(["tryAgain", "through"], `must not lead to ${id}, whose people wait on a list`);
  });
}
