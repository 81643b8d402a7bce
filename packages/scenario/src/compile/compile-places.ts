import {
  type BusLineParameters,
  type CityParameters,
  type CourtParameters,
  departures,
  type InterviewUnitParameters,
  outcomes,
  type ReturnLimitParameters,
  type ReturnPointParameters,
  valueAt,
  wholeDays,
} from "@mpp-sim/border";
import { civilOfDay, federalHolidays, LocalCalendar, type ZoneTable } from "@mpp-sim/engine";
import type { FileInForce } from "../schema/scenario-schema.ts";
import { defined, didYouMean } from "../text/nearest.ts";
import type { CompileContext } from "./compile-context.ts";

type Of<Section extends keyof FileInForce> =
  NonNullable<FileInForce[Section]> extends Record<string, infer Place> ? Place : never;

/** Time zone of a sector. */
export function zoneOfSector(context: CompileContext, sector: string): ZoneTable {
  return context.zone(context.file.sectors[sector]?.timeZone ?? "UTC");
}

export function compileBus(context: CompileContext, id: string, bus: Of<"buses">): BusLineParameters {
  const zone = zoneOfSector(context, bus.from);
  return {
    id,
    from: context.index("sectors", bus.from),
    to: context.index("sectors", bus.to),
    seats: context.timeline(bus.seats, zone),
    fleet: context.timeline(bus.fleet, zone),
    inService: context.timeline(bus.inService, zone),
    whenClosed: context.timeline(bus.whenClosed, zone),
    departureHours: bus.departs.hours,
    days: bus.departs.days,
    driveHours: bus.drive,
    turnroundHours: bus.turnround,
    miles: bus.distance,
    fit: bus.fit,
    groups: bus.groups,
    minimumLoad: bus.minimumLoad,
    ...(bus.extra && { extra: { load: Math.max(1, bus.extra.load), mostPerDay: bus.extra.most } }),
    ...(bus.cost && { cost: bus.cost }),
    ...(bus.breakdown && {
      breakdown: {
        perTrip: bus.breakdown.perTrip,
        delayHours: bus.breakdown.delay,
        repairHours: bus.breakdown.repair,
      },
    }),
  };
}

export function compileInterviews(
  context: CompileContext,
  id: string,
  unit: Of<"interviews">,
): InterviewUnitParameters {
  const path = ["interviews", id];
  const serves = unit.serves ?? [id];
  if (unit.serves === undefined && context.file.sectors[id] === undefined) {
    context.error(
      path,
      `must say which sectors it serves, for it is not named after one${defined(id, context.names("sectors"))}`,
    );
  }
  checkScreeningError(context, id, unit);
  const zone = unit.timeZone === undefined ? zoneOfSector(context, serves[0] ?? id) : context.zone(unit.timeZone);
  return {
    id,
    serves: serves.map((sector) => context.index("sectors", sector)),
    zone,
    officers: context.timeline(unit.officers, zone),
    hours: unit.hours,
    open: context.timeline(unit.open, zone),
    whenClosed: context.timeline(unit.whenClosed, zone),
    time: unit.time,
    claim: context.timeline(unit.claim, zone),
    foundAtRisk: context.timeline(unit.foundAtRisk, zone),
    ...(unit.afterHearing && {
      afterHearing: {
        claim: context.timeline(unit.afterHearing.claim, zone),
        foundAtRisk: context.timeline(unit.afterHearing.foundAtRisk, zone),
      },
    }),
    ...(unit.screeningError !== undefined && { screeningError: unit.screeningError }),
    before: unit.before,
  };
}

/** Those found at risk are those who are, less the error of the screening. So those who are must not be more than all. */
function checkScreeningError(
  context: CompileContext,
  id: string,
  { foundAtRisk, screeningError }: Of<"interviews">,
): void {
  const found = Math.max(...foundAtRisk.map(({ value }) => value));
  if (screeningError === undefined || (screeningError < 1 && found + screeningError <= 1)) return;
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  context.error(
    ["interviews", id, "screeningError"],
    `must be below 100 %, and at most 100 % with those found at risk (got ${percent(screeningError)}, and ${percent(found)} found)`,
  );
}

export function compileReturnPoint(
  context: CompileContext,
  id: string,
  point: Of<"returnPoints">,
): ReturnPointParameters {
  const zone = zoneOfPoint(context, id);
  const calendar = new LocalCalendar(zone);
  const opened = point.opened === undefined ? Number.NEGATIVE_INFINITY : calendar.midnight(point.opened);
  const later = context.timeline(point.open, zone);
  // Shut until it opens for the first time, whatever its later openings and closings say.
  const open = [
    { from: Number.NEGATIVE_INFINITY, value: opened === Number.NEGATIVE_INFINITY && valueAt(later, opened) },
    ...(opened === Number.NEGATIVE_INFINITY ? [] : [{ from: opened, value: valueAt(later, opened) }]),
    ...later.filter(({ from }) => from > opened),
  ];
  return {
    id,
    sector: context.index("sectors", point.sector),
    city: context.index("cities", point.city),
    court: context.index("courts", point.court),
    zone,
    hours: point.hours,
    open,
    whenClosed: context.timeline(point.whenClosed, zone),
  };
}

function zoneOfPoint(context: CompileContext, id: string): ZoneTable {
  const point = context.file.returnPoints?.[id];
  if (point?.timeZone !== undefined) return context.zone(point.timeZone);
  return zoneOfSector(context, point?.sector ?? "");
}

export function compileReturnLimit(
  context: CompileContext,
  id: string,
  limit: Of<"returnLimits">,
): ReturnLimitParameters {
  const path = ["returnLimits", id];
  const zones = limit.through.map((point) => zoneOfPoint(context, point));
  const zone = zones[0];
  if (zone === undefined) {
    context.error([...path, "through"], "must name at least one return point (got none)");
  } else if (zones.some(({ name }) => name !== zone.name)) {
    const names = [...new Set(zones.map(({ name }) => name))].join(" and ");
    context.error(
      [...path, "through"],
      `must name return points of one time zone, because its day ends at one midnight (got ${names})`,
    );
  }
  const inZone = zone ?? zoneOfSector(context, "");
  return {
    id,
    from: (limit.from ?? []).map((sector) => context.index("sectors", sector)),
    through: limit.through.map((point) => context.index("returnPoints", point)),
    perDay: context.timeline(limit.limit, inZone),
    counts: limit.counts,
    zone: inZone,
    fit: limit.fit,
  };
}

export function compileCity(context: CompileContext, id: string, city: Of<"cities">): CityParameters {
  const path = ["cities", id];
  const point = Object.entries(context.file.returnPoints ?? {}).find(([, { city: to }]) => to === id)?.[0];
  if (city.timeZone === undefined && point === undefined) {
    const others = context.names("cities").filter((name) => name !== id);
    context.error(path, `must have a time zone, for no return point leads here${didYouMean(id, others)}`);
  }
  const zone = city.timeZone === undefined ? zoneOfPoint(context, point ?? "") : context.zone(city.timeZone);
  return {
    id,
    zone,
    beds: context.timeline(city.shelters.beds, zone),
    acceptance: city.shelters.acceptance,
    gate: city.shelters.gate,
    leaveRate: city.leaves?.rate ?? 0,
    leaveTo: sharesOf(city.leaves?.to, departures),
    ...(city.onward && { onward: context.timeline(city.onward, zone) }),
  };
}

export function compileCourt(context: CompileContext, id: string, court: Of<"courts">): CourtParameters {
  const zone = context.zone(court.timeZone);
  return {
    id,
    zone,
    rooms: context.timeline(court.rooms, zone),
    slotsPerRoom: context.timeline(court.slots, zone),
    sitting: context.timeline(court.sitting, zone),
    gate: court.gate,
    whenClosed: context.timeline(court.whenClosed, zone),
    hours: sittingHours(context, court),
    leadDays: wholeDays(court.lead),
    nextLeadDays: wholeDays(court.nextLead),
    maxWaitDays: wholeDays(court.maxWait),
    ...absenceOf(context, court.absence, ["courts", id, "absence"]),
    outcome: sharesOf(court.outcomes, outcomes),
    ...(court.removed && { removed: context.timeline(court.removed, zone) }),
    filed: context.timeline(court.filed, zone),
  };
}

/** Days and hours on which a court sits: never on federal holidays. */
export function sittingHours(
  context: CompileContext,
  { hours, sits }: Pick<Of<"courts">, "hours" | "sits">,
): CourtParameters["hours"] {
  const years = Array.from({ length: 16 }, (_, index) => civilOfDay(context.firstDay)[0] - 1 + index);
  return { ...hours, days: sits, closedOn: new Set(years.flatMap(federalHolidays)) };
}

/** The causes of absence, which exclude one another. */
export function absenceOf(
  context: CompileContext,
  { choice, notice }: Of<"courts">["absence"],
  path: readonly string[],
): Pick<CourtParameters, "absentChoice" | "absentNotice"> {
  if (notice + choice > 1) context.error(path, "must sum to at most 100 %");
  return { absentNotice: notice, absentChoice: choice };
}

/** Shares in the order of `words`. */
export function sharesOf(given: ReadonlyMap<string, number> | undefined, words: readonly string[]): number[] {
  return words.map((word) => given?.get(word) ?? 0);
}
