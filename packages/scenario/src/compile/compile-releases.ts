import { always, type InteriorCourtParameters, outcomes, type UsShelterParameters } from "@mpp-sim/border";
import type { CompileContext } from "./compile-context.ts";
import { absenceOf, sharesOf, sittingHours, zoneOfSector } from "./compile-places.ts";

/** The court of people released in the United States; undefined where it is not simulated. */
export function compileInterior(context: CompileContext): InteriorCourtParameters | undefined {
  const { interior } = context.file;
  if (interior === undefined) return undefined;
  const zone = context.zone(interior.timeZone);
  return {
    zone,
    hours: sittingHours(context, interior),
    slots: interior.slots ? context.timeline(interior.slots, zone) : always(Number.POSITIVE_INFINITY),
    lead: interior.lead,
    nextLead: interior.nextLead,
    ...absenceOf(context, interior.absence, ["interior", "absence"]),
    outcome: sharesOf(interior.outcomes, outcomes),
    ...(interior.removed && { removed: context.timeline(interior.removed, zone) }),
  };
}

/** People whom a shelter can hold at the start: each of them leaves by an event of their own. */
const mostInitial = 100_000;

/** Shelters in the United States; undefined where there are none. */
export function compileUsShelters(context: CompileContext): readonly UsShelterParameters[] | undefined {
  const { usShelters } = context.file;
  if (usShelters === undefined) return undefined;
  return Object.entries(usShelters).map(([id, { beds, initial, sector, share, stay }]) => {
    const first = Object.keys(usShelters).find((other) => usShelters[other]?.sector === sector);
    if (first !== undefined && first !== id)
      context.error(
        ["usShelters", id, "sector"],
        `must be a sector without another shelter (got ${sector}, which has ${first})`,
      );
    if (initial > mostInitial)
      context.error(["usShelters", id, "initial"], `must be at most ${mostInitial} people (got ${initial})`);
    return {
      id,
      sector: context.index("sectors", sector),
      beds: context.timeline(beds, zoneOfSector(context, sector)),
      share,
      stay,
      initial,
    };
  });
}
