import { fixed, type OpeningHours, type ZoneTable } from "@mpp-sim/engine";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type {
  BusLineParameters,
  CityParameters,
  CourtParameters,
  InterviewUnitParameters,
  ReturnLimitParameters,
  ReturnPointParameters,
} from "../parameters/place-parameters.ts";
import { alwaysOpen, type PathwayParameters, type SectorParameters } from "../parameters/sector-parameters.ts";
import { always } from "../parameters/timeline.ts";
import { type Disposition, dispositions } from "../parameters/vocabulary.ts";

/** Arguments of a builder: settings without a default, and those that differ from it. */
export type Given<T, Needed extends keyof T> = Partial<T> & Pick<T, Needed>;

/** Nationalities of a border that names none: the first can be returned, the second cannot. */
export const twoNationalities: readonly string[] = ["GTM", "MEX"];

const everyDay = 0b1111111;
/** Persons, or cases a day: enough for everyone. */
const plenty = always(1_000_000);
/** Open; people on the way when it closes are held. */
const open = { open: always(true), whenClosed: always("hold" as const) };

/** From one local hour to another, every day. Hours are numbers from 0 to 24. */
export function clockHours(from: number, to: number): OpeningHours {
  return { days: everyDay, from, to };
}

/** A time zone that is so many hours from UTC on every date, as Arizona is (-7). `firstDay` is that of the border. */
export function zoneWithoutSummerTime(name: string, firstDay: number, hours: number): ZoneTable {
  return { name, epochDay: firstDay, offsets: [{ from: Number.NEGATIVE_INFINITY, hours }] };
}

/** A fallback of one disposition for people of every category and of either of two nationalities. */
export function everyone(disposition: Disposition): SectorParameters["fallback"]["mix"] {
  const same = twoNationalities.map(() => always(dispositions.map((name) => (name === disposition ? 1 : 0))));
  return [same, same, same];
}

/**
 * A border of so many days, without the places that are not given. `firstDay` counts days since 1970-01-01: `dayNumber("2019-07-10")`.
 * Where `nationalities` are given, sectors and arrivals must name as many: `eligibility.returnable`, `fallback.mix`, `nationality`.
 * @example border(dayNumber("2019-07-10"), 30, { sectors: [sector("tucson", { zone })] })
 */
export function border(firstDay: number, days: number, given: Given<BorderParameters, "sectors">): BorderParameters {
  return {
    firstDay,
    endDay: firstDay + days,
    nationalities: twoNationalities,
    buses: [],
    interviewUnits: [],
    returnPoints: [],
    returnLimits: [],
    cities: [],
    courts: [],
    scripted: [],
    census: [],
    ...given,
  };
}

/**
 * A sector that processes at once, has room for everyone, exempts nobody, can return the first of two nationalities, has no pathway,
 * and releases at once whoever is not returned.
 */
export function sector(id: string, given: Given<SectorParameters, "zone">): SectorParameters {
  return {
    id,
    arrivals: [],
    custody: { capacity: plenty, whenFull: "crowd", limitHours: 72, atLimit: ["hold", "hold", "hold"] },
    processing: { agents: plenty, time: [fixed(0), fixed(0), fixed(0)] },
    eligibility: { returnable: always([true, false]), exempt: always([0, 0, 0]), discretion: always([0, 0, 0]) },
    fallback: { mix: everyone("release"), hours: dispositions.map(() => fixed(0)) },
    pathways: [],
    ...given,
  };
}

/** A pathway from the custody of the sector with index `hub`, its own, to return points by index, without a road. */
export function onFoot(hub: number, ...points: readonly number[]): PathwayParameters {
  return { bus: -1, hub, points: points.map((point) => ({ point, travelHours: 0 })) };
}

/** A pathway by the bus line with index `bus` to the custody of sector `hub`, and from there to return points. */
export function byBus(bus: number, hub: number, ...points: readonly number[]): PathwayParameters {
  return { ...onFoot(hub, ...points), bus };
}

/** A line with one vehicle and seats for all that leaves at 08:00 every day and takes four hours. `from` and `to` are sectors by index. */
export function busLine(id: string, given: Given<BusLineParameters, "from" | "to">): BusLineParameters {
  return {
    id,
    seats: plenty,
    fleet: always(1),
    inService: always(true),
    whenClosed: always("hold"),
    departureHours: [8],
    days: everyDay,
    driveHours: fixed(4),
    turnroundHours: 1,
    miles: 300,
    fit: "block",
    groups: "split",
    minimumLoad: 1,
    ...given,
  };
}

/** A thousand officers at all hours who take no time; nobody claims fear unless the case says so. `serves` are sectors by index. */
export function interviewUnit(
  id: string,
  given: Given<InterviewUnitParameters, "serves" | "zone">,
): InterviewUnitParameters {
  return {
    id,
    officers: always(1_000),
    hours: alwaysOpen,
    ...open,
    time: fixed(0),
    claim: always(0),
    foundAtRisk: always(0),
    before: "return",
    ...given,
  };
}

/** A point that is open at all hours, leads to the first city and is heard in the first court. `sector` is an index. */
export function returnPoint(id: string, given: Given<ReturnPointParameters, "sector" | "zone">): ReturnPointParameters {
  return { id, city: 0, court: 0, hours: alwaysOpen, ...open, ...given };
}

/** A limit on first returns of people caught anywhere; who does not fit blocks those behind. `through` are points by index. */
export function returnLimit(
  id: string,
  given: Given<ReturnLimitParameters, "through" | "zone" | "perDay">,
): ReturnLimitParameters {
  return { id, from: [], counts: "first", fit: "block", ...given };
}

/** A city that nobody leaves, where nobody wants a bed. */
export function city(id: string, given: Given<CityParameters, "zone">): CityParameters {
  return { id, beds: always(0), acceptance: 0, gate: "none", leaveRate: 0, leaveTo: [1, 0, 0], ...given };
}

/** A court with room for everyone that sits every day from 08:00 to 16:00, hears a case 60 days after its return, and closes it. */
export function court(id: string, given: Given<CourtParameters, "zone">): CourtParameters {
  return {
    id,
    rooms: always(1),
    slotsPerRoom: plenty,
    sitting: always(true),
    gate: "none",
    whenClosed: always("hold"),
    hours: clockHours(8, 16),
    leadDays: 60,
    nextLeadDays: 30,
    maxWaitDays: 365,
    absentNotice: 0,
    absentChoice: 0,
    outcome: [0, 0, 0, 1],
    filed: always("return"),
    ...given,
  };
}
