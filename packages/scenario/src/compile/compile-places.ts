import {
  always,
  type BusLineParameters,
  type CityParameters,
  type CourtParameters,
  departures,
  type InteriorCourtParameters,
  type InterviewUnitParameters,
  type ReturnLimitParameters,
  type ReturnPointParameters,
  type UsShelterParameters,
  valueAt,
  wholeDays,
} from "@mpp-sim/border";
import { civilOfDay, federalHolidays, LocalCalendar, type ZoneTable } from "@mpp-sim/engine";
import { defined, didYouMean } from "../text/nearest.ts";
import { NameIn } from "../values/setting.ts";
import type { CompileContext, PlaceOf } from "./compile-context.ts";

/** A setting of the same name and meaning needs no line here: it goes through with `same`. */
export function compileBus(context: CompileContext, id: string): BusLineParameters {
  const bus = context.place("buses", id);
  const zone = context.zoneOfSector(bus.from.name);
  const { departs, drive, turnround, distance, extra, breakdown, ...same } = context.resolved(bus, zone);
  return {
    id,
    ...same,
    departureHours: departs.hours,
    days: departs.days,
    driveHours: drive,
    turnroundHours: turnround,
    miles: distance,
    ...(extra && { extra: { load: Math.max(1, extra.load), mostPerDay: extra.most } }),
    ...(breakdown && {
      breakdown: { perTrip: breakdown.perTrip, delayHours: breakdown.delay, repairHours: breakdown.repair },
    }),
  };
}

export function compileInterviews(context: CompileContext, id: string): InterviewUnitParameters {
  const { serves, timeZone, ...unit } = context.place("interviews", id);
  const [first] = serves ?? [];
  if (serves === undefined && context.file.sectors[id] === undefined) {
    const sentence = "must say which sectors it serves, for it is not named after one";
    context.error(["interviews", id], `${sentence}${defined(id, context.names("sectors"))}`);
  }
  checkScreeningError(context, id, unit);
  const zone = timeZone === undefined ? context.zoneOfSector(first?.name ?? id) : context.zone(timeZone);
  return { id, zone, ...context.resolved({ serves: serves ?? [new NameIn("sectors", id)], ...unit }, zone) };
}

/** Found at risk are those who are, less the error of screening. Those who are, found / (1 - error), must be 100 % at most. */
function checkScreeningError(
  context: CompileContext,
  id: string,
  { foundAtRisk, screeningError }: Pick<PlaceOf<"interviews">, "foundAtRisk" | "screeningError">,
): void {
  const found = Math.max(...foundAtRisk.entries.map(({ value }) => value));
  if (screeningError === undefined || (screeningError < 1 && found + screeningError <= 1)) return;
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  context.error(
    ["interviews", id, "screeningError"],
    `must be below 100 %, and at most 100 % with those found at risk (got ${percent(screeningError)}, and ${percent(found)} found)`,
  );
}

export function compileReturnPoint(context: CompileContext, id: string): ReturnPointParameters {
  const { opened, timeZone, ...point } = context.place("returnPoints", id);
  const zone = zoneOfPoint(context, id);
  const { open, ...same } = context.resolved(point, zone);
  const first = opened === undefined ? Number.NEGATIVE_INFINITY : new LocalCalendar(zone).midnight(opened);
  // Shut until it opens for the first time, whatever its later openings and closings say.
  const shut = { from: Number.NEGATIVE_INFINITY, value: false };
  const since = [{ from: first, value: valueAt(open, first) }, ...open.filter(({ from }) => from > first)];
  return { id, zone, ...same, open: opened === undefined ? since : [shut, ...since] };
}

function zoneOfPoint(context: CompileContext, id: string): ZoneTable {
  const point = context.file.returnPoints?.[id];
  return point?.timeZone === undefined ? context.zoneOfSector(point?.sector.name ?? "") : context.zone(point.timeZone);
}

export function compileReturnLimit(context: CompileContext, id: string): ReturnLimitParameters {
  const { from = [], limit, ...same } = context.place("returnLimits", id);
  const zones = same.through.map(({ name }) => zoneOfPoint(context, name));
  const [zone = context.zoneOfSector("")] = zones;
  const names = [...new Set(zones.map(({ name }) => name))];
  const refuse = (sentence: string): void => context.error(["returnLimits", id, "through"], sentence);
  if (names.length === 0) refuse("must name at least one return point (got none)");
  if (names.length > 1)
    refuse(
      `must name return points of one time zone, because its day ends at one midnight (got ${names.join(" and ")})`,
    );
  return { id, zone, ...context.resolved({ from, perDay: limit, ...same }, zone) };
}

export function compileCity(context: CompileContext, id: string): CityParameters {
  const { timeZone, shelters, leaves, onward } = context.place("cities", id);
  const points = context.names("returnPoints");
  const point = points.find((point) => context.place("returnPoints", point).city.name === id);
  if (timeZone === undefined && point === undefined) {
    const others = context.names("cities").filter((name) => name !== id);
    const sentence = "must have a time zone, for no return point leads here";
    context.error(["cities", id], `${sentence}${didYouMean(id, others)}`);
  }
  const zone = timeZone === undefined ? zoneOfPoint(context, point ?? "") : context.zone(timeZone);
  return {
    id,
    zone,
    ...context.resolved({ ...shelters, ...(onward && { onward }) }, zone),
    leaveRate: leaves?.rate ?? 0,
    leaveTo: leaves ? [...leaves.to.values()] : departures.map(() => 0),
  };
}

export function compileCourt(context: CompileContext, id: string): CourtParameters {
  const { timeZone, ...court } = context.place("courts", id);
  const zone = context.zone(timeZone);
  const { absence, hours, lead, maxWait, nextLead, outcomes, sits, slots, ...same } = context.resolved(court, zone);
  return {
    id,
    zone,
    ...same,
    slotsPerRoom: slots,
    hours: sittingHours(context, { hours, sits }),
    leadDays: wholeDays(lead),
    nextLeadDays: wholeDays(nextLead),
    maxWaitDays: wholeDays(maxWait),
    ...absenceOf(context, absence, ["courts", id, "absence"]),
    outcome: [...outcomes.values()],
  };
}

/** The court of people released in the United States. */
export function compileInterior(context: CompileContext): InteriorCourtParameters | undefined {
  const { interior } = context.file;
  if (interior === undefined) return undefined;
  const zone = context.zone(interior.timeZone);
  const { absence, hours, outcomes, sits, slots, timeZone, ...same } = context.resolved(interior, zone);
  return {
    zone,
    ...same,
    hours: sittingHours(context, { hours, sits }),
    slots: slots ?? always(Number.POSITIVE_INFINITY),
    ...absenceOf(context, absence, ["interior", "absence"]),
    outcome: [...outcomes.values()],
  };
}

/** Days and hours on which a court sits: never on federal holidays. */
function sittingHours(
  { firstDay }: CompileContext,
  { hours, sits }: Pick<PlaceOf<"courts">, "hours" | "sits">,
): CourtParameters["hours"] {
  const years = Array.from({ length: 16 }, (_, index) => civilOfDay(firstDay)[0] - 1 + index);
  return { ...hours, days: sits, closedOn: new Set(years.flatMap(federalHolidays)) };
}

/** The causes of absence, which exclude one another. */
function absenceOf(
  context: CompileContext,
  { choice, notice }: PlaceOf<"courts">["absence"],
  path: readonly string[],
): Pick<CourtParameters, "absentChoice" | "absentNotice"> {
  if (notice + choice > 1) context.error(path, "must sum to at most 100 %");
  return { absentNotice: notice, absentChoice: choice };
}

/** People whom a shelter can hold at the start: each of them leaves by an event of their own. */
const mostInitial = 100_000;

export function compileUsShelter(context: CompileContext, id: string): UsShelterParameters {
  const shelter = context.place("usShelters", id);
  const { initial, sector } = shelter;
  const first = context.names("usShelters").find((o) => context.place("usShelters", o).sector.name === sector.name);
  const path = ["usShelters", id];
  if (first !== id)
    context.error(
      [...path, "sector"],
      `must be a sector without another shelter (got ${sector.name}, which has ${first})`,
    );
  if (initial > mostInitial)
    context.error([...path, "initial"], `must be at most ${mostInitial} people (got ${initial})`);
  return { id, ...context.resolved(shelter, context.zoneOfSector(sector.name)) };
}
