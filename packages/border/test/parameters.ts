import { dayNumber, fixed, LocalCalendar, type OpeningHours, PiecewiseRate, type ZoneTable } from "@mpp-sim/engine";
import {
  type ArrivalParameters,
  always,
  alwaysOpen,
  type BorderParameters,
  type BusLineParameters,
  type CityParameters,
  type CourtParameters,
  type Disposition,
  type DispositionMix,
  dispositions,
  type InteriorCourtParameters,
  type InterviewUnitParameters,
  type LaterSettings,
  type Mechanism,
  type PathwayParameters,
  type PlaceSection,
  type ReturnLimitParameters,
  type ReturnPointParameters,
  type ScriptedCase,
  type ScriptedGroup,
  type SectorParameters,
  type SettingsOf,
  settingsOver,
  type Timeline,
  type UsShelterParameters,
} from "../src/index.ts";

/** Nationalities of the tests: the first can be returned, the second cannot. */
export const nationalities = ["GTM", "MEX"] as const;

/** Categories by index, as in `categories`. */
export const [adult, family, child] = [0, 1, 2] as const;

/** The first date of a run, and the clocks of 2019 by hand: Arizona has no summer time; elsewhere it is 10 March to 3 November, 02:00. */
export interface Start {
  readonly firstDay: number;
  readonly phoenix: ZoneTable;
  readonly denver: ZoneTable;
  readonly chicago: ZoneTable;
}

export function startOn(date: string): Start {
  const firstDay = dayNumber(date);
  const utc = (iso: string, hour: number): number => (dayNumber(iso) - firstDay) * 24 + hour;
  const zone = (name: string, standard: number): ZoneTable => ({
    name,
    epochDay: firstDay,
    offsets: [
      { from: Number.NEGATIVE_INFINITY, hours: standard },
      { from: utc("2019-03-10", 2 - standard), hours: standard + 1 },
      { from: utc("2019-11-03", 2 - (standard + 1)), hours: standard },
    ],
  });
  const phoenix = {
    name: "America/Phoenix",
    epochDay: firstDay,
    offsets: [{ from: Number.NEGATIVE_INFINITY, hours: -7 }],
  };
  return { firstDay, phoenix, denver: zone("America/Denver", -7), chicago: zone("America/Chicago", -6) };
}

/** Simulation time of a local moment such as "2019-07-10 08:00". */
export function moment(zone: ZoneTable, local: string): number {
  const [date = "", clock = ""] = local.split(" ");
  const [hours = "0", minutes = "0"] = clock.split(":");
  return new LocalCalendar(zone).at(dayNumber(date), Number(hours) + Number(minutes) / 60);
}

/** Local hours of every day. */
export function clockHours(from: number, to: number): OpeningHours {
  return { days: 0b1111111, from, to };
}

/** A value that changes at moments: `changing(50, [noon, 100])`. */
export function changing<T>(first: T, ...changes: readonly (readonly [from: number, value: T])[]): Timeline<T> {
  return [...always(first), ...changes.map(([from, value]) => ({ from, value }))];
}

/** Settings of a place or mechanism that change at moments, each with what holds from it on. */
export function later<Section extends PlaceSection | Mechanism>(
  parameters: BorderParameters,
  section: Section,
  index: number,
  ...changes: readonly (readonly [from: number, changed: Partial<SettingsOf<Section>>])[]
): LaterSettings {
  const settings = [...settingsOver(parameters, section, index)];
  for (const [from, changed] of changes) settings.push({ from, value: { ...settings.at(-1)!.value, ...changed } });
  return { section, index, settings } as unknown as LaterSettings;
}

/** The same with settings that change. */
export function withLater(parameters: BorderParameters, ...later: readonly LaterSettings[]): BorderParameters {
  return { ...parameters, later };
}

/** Everyone to one disposition. */
export function all(disposition: Disposition): DispositionMix {
  return dispositions.map((name) => (name === disposition ? 1 : 0));
}

/** For every category and nationality the same. */
export function everyone(disposition: Disposition): SectorParameters["fallback"]["mix"] {
  const same = nationalities.map(() => always(all(disposition)));
  return [same, same, same];
}

type Changes<T, K extends keyof T> = Partial<T> & Pick<T, K>;

/** A sector that processes at once, has room for everyone, exempts nobody and releases whoever is not returned, at once. */
export function sector(id: string, given: Changes<SectorParameters, "zone">): SectorParameters {
  return {
    id,
    arrivals: [],
    custody: { capacity: always(1_000_000), whenFull: "crowd", limitHours: 72, atLimit: ["hold", "hold", "hold"] },
    processing: { agents: always(1_000_000), time: [fixed(0), fixed(0), fixed(0)] },
    eligibility: {
      returnable: always([true, false]),
      exempt: always([0, 0, 0]),
      discretion: always([0, 0, 0]),
    },
    fallback: { mix: everyone("release"), hours: dispositions.map(() => fixed(0)) },
    pathways: [],
    ...given,
  };
}

/** A pathway from the sector itself (index `hub`) to return points, without a road. */
export function onFoot(hub: number, ...points: readonly number[]): PathwayParameters {
  return { bus: -1, hub, points: points.map((point) => ({ point, travelHours: 0 })) };
}

/** A pathway by bus. */
export function byBus(bus: number, hub: number, ...points: readonly number[]): PathwayParameters {
  return { ...onFoot(hub, ...points), bus };
}

/** A line with seats for all that leaves at 08:00 every day and takes four hours. */
export function busLine(id: string, given: Changes<BusLineParameters, "from" | "to">): BusLineParameters {
  return {
    id,
    seats: always(1_000_000),
    fleet: always(1),
    inService: always(true),
    whenClosed: always("hold"),
    departureHours: [8],
    days: 0b1111111,
    driveHours: fixed(4),
    turnroundHours: 1,
    miles: 300,
    fit: "block",
    groups: "split",
    minimumLoad: 1,
    ...given,
  };
}

/** Officers at all hours who take no time; nobody claims unless the case says so. */
export function interviewUnit(
  id: string,
  given: Changes<InterviewUnitParameters, "serves" | "zone">,
): InterviewUnitParameters {
  return {
    id,
    officers: always(1_000),
    hours: alwaysOpen,
    open: always(true),
    whenClosed: always("hold"),
    time: fixed(0),
    claim: always(0),
    foundAtRisk: always(0),
    before: "return",
    ...given,
  };
}

/** A point that is open at all hours, leads to city 0 and is heard in court 0. */
export function returnPoint(
  id: string,
  given: Changes<ReturnPointParameters, "sector" | "zone">,
): ReturnPointParameters {
  return { id, city: 0, court: 0, hours: alwaysOpen, open: always(true), whenClosed: always("hold"), ...given };
}

export function returnLimit(
  id: string,
  given: Changes<ReturnLimitParameters, "through" | "zone" | "perDay">,
): ReturnLimitParameters {
  return { id, from: [], counts: "first", fit: "block", ...given };
}

/** A city that nobody leaves, where nobody wants a bed. */
export function city(id: string, given: Changes<CityParameters, "zone">): CityParameters {
  return { id, beds: always(0), acceptance: 0, gate: "none", leaveRate: 0, leaveTo: [1, 0, 0], ...given };
}

/** A court with room for everyone that sits every day from 08:00 to 16:00, hears a case 60 days after its return, and closes it. */
export function court(id: string, given: Changes<CourtParameters, "zone">): CourtParameters {
  return {
    id,
    rooms: always(1),
    slotsPerRoom: always(1_000_000),
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

/** A court of the interior without constraint that sits every day, hears a case 60 days after its release, and closes it. */
export function interior(given: Changes<InteriorCourtParameters, "zone">): InteriorCourtParameters {
  return {
    hours: clockHours(8, 16),
    slots: always(Number.POSITIVE_INFINITY),
    lead: fixed(60 * 24),
    nextLead: fixed(30 * 24),
    absentNotice: 0,
    absentChoice: 0,
    outcome: [0, 0, 0, 1],
    ...given,
  };
}

/** A shelter with beds for all, where everyone stays two days. */
export function usShelter(id: string, given: Changes<UsShelterParameters, "sector">): UsShelterParameters {
  return { id, beds: always(1_000_000), share: 1, stay: fixed(48), ...given };
}

/** Parameters of so many days from the start. */
export function border(
  { firstDay }: Start,
  days: number,
  given: Changes<BorderParameters, "sectors">,
): BorderParameters {
  return {
    firstDay,
    endDay: firstDay + days,
    nationalities,
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

/** A single adult who can be returned. */
export function single(given: Partial<ScriptedCase> = {}): ScriptedCase {
  return { category: adult, nationality: 0, size: 1, ...given };
}

/** A family who can be returned. */
export function familyOf(size: number, given: Partial<ScriptedCase> = {}): ScriptedCase {
  return { category: family, nationality: 0, size, ...given };
}

/** So many cases; `of(0)`, `of(1)` … */
export function many(count: number, of: (index: number) => ScriptedCase = () => single()): ScriptedCase[] {
  return Array.from({ length: count }, (_, index) => of(index));
}

export function group(at: number, sectorIndex: number, cases: readonly ScriptedCase[]): ScriptedGroup {
  return { at, sector: sectorIndex, cases };
}

/** Persons a day, evenly from the first local midnight to the last, in cases and groups as given. */
export function arrivals(
  zone: ZoneTable,
  days: number,
  perDay: number,
  given: Partial<ArrivalParameters> = {},
): ArrivalParameters {
  const calendar = new LocalCalendar(zone);
  const times = [calendar.midnight(zone.epochDay), calendar.midnight(zone.epochDay + days)];
  return {
    category: adult,
    persons: new PiecewiseRate(times, [perDay / 24, 0]),
    groupCases: fixed(1),
    caseSize: fixed(1),
    nationality: always([1, 0]),
    ...given,
  };
}
