import { dayNumber, fixed, LocalCalendar, type ZoneTable } from "@mpp-sim/engine";
import {
  always,
  type BorderParameters,
  border as borderFrom,
  clockHours,
  type Disposition,
  type DispositionMix,
  dispositions,
  type Given,
  type InteriorCourtParameters,
  type LaterSettings,
  type Mechanism,
  type PlaceSection,
  type ScriptedCase,
  type ScriptedGroup,
  type SettingsOf,
  settingsOver,
  singleAdult,
  type Timeline,
  type UsShelterParameters,
  zoneWithoutSummerTime,
} from "../src/index.ts";

export {
  busLine,
  byBus,
  city,
  clockHours,
  court,
  everyone,
  familyOf,
  interviewUnit,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  singleAdult as single,
  steadyArrivals as arrivals,
  twoNationalities as nationalities,
} from "../src/index.ts";

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
  const phoenix = zoneWithoutSummerTime("America/Phoenix", firstDay, -7);
  return { firstDay, phoenix, denver: zone("America/Denver", -7), chicago: zone("America/Chicago", -6) };
}

/** Simulation time of a local moment such as "2019-07-10 08:00". */
export function moment(zone: ZoneTable, local: string): number {
  const [date = "", clock = ""] = local.split(" ");
  const [hours = "0", minutes = "0"] = clock.split(":");
  return new LocalCalendar(zone).at(dayNumber(date), Number(hours) + Number(minutes) / 60);
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

/** A court of the interior without constraint that sits every day, hears a case 60 days after its release, and closes it. */
export function interior(given: Given<InteriorCourtParameters, "zone">): InteriorCourtParameters {
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

/** A shelter with beds for all to which every released case comes, for two days. */
export function usShelter(id: string, given: Given<UsShelterParameters, "sector">): UsShelterParameters {
  return { id, beds: always(1_000_000), share: 1, stay: fixed(48), ...given };
}

/** Parameters of so many days from the start. */
export function border({ firstDay }: Start, days: number, given: Parameters<typeof borderFrom>[2]): BorderParameters {
  return borderFrom(firstDay, days, given);
}

/** So many cases; `of(0)`, `of(1)` … */
export function many(count: number, of: (index: number) => ScriptedCase = () => singleAdult()): ScriptedCase[] {
  return Array.from({ length: count }, (_, index) => of(index));
}

export function group(at: number, sectorIndex: number, cases: readonly ScriptedCase[]): ScriptedGroup {
  return { at, sector: sectorIndex, cases };
}
