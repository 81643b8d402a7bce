import { type BusLineParameters, custodyLimitOf, type SectorParameters } from "@mpp-sim/border";
import type { Scenario } from "@mpp-sim/scenario";
import { placeName } from "../format/names.ts";

/** What a summary leads with. Absent parts are those the scenario does not name. */
export interface Focus {
  /** Prefix of the measures of the people it is about: `sector.tucson`, or `system`. */
  readonly prefix: string;
  /** Place of their bottlenecks: `tucson`, or `system`. */
  readonly place: string;
  /** `Tucson`, or `all sectors`. */
  readonly name: string;
  readonly sector?: SectorParameters;
  readonly bus?: BusLineParameters;
  /** For example `Tucson to El Paso`; empty without a bus. */
  readonly busName: string;
  /** The sector the bus goes to. */
  readonly hub?: SectorParameters;
  /** Id of the limit. */
  readonly limit?: string;
  /** The custody limit of these people and of the hub, where it is one that never changes. */
  readonly limitHours: number | undefined;
}

/** Name of the measure of the people in focus who are still on their way at the end: neither returned, nor out otherwise. */
export function underWayAtEnd({ prefix, sector }: Focus): string {
  return sector === undefined ? `${prefix}.custody.end` : `${prefix}.under-way.end`;
}

/**
 * Words for longer than the custody limit, for example `over 72 h`. They give its hours if it never changes and all
 * scenarios side by side agree.
 */
export function overLimitWords(scenarios: readonly Scenario[]): string {
  const [limitHours, ...others] = new Set(scenarios.map((scenario) => focusOf(scenario).limitHours));
  return limitHours === undefined || others.length > 0 ? "over the custody limit" : `over ${limitHours} h`;
}

/** The focus of a scenario with the parameters behind its names. */
export function focusOf({ focus, parameters }: Scenario): Focus {
  const { sectors, buses } = parameters;
  const sector = sectors.find(({ id }) => id === focus.sector);
  const bus = buses.find(({ id }) => id === focus.bus);
  const hub = bus && sectors[bus.to];
  const ends = bus && [sectors[bus.from], sectors[bus.to]];
  const places = sector === undefined ? sectors : [sector, ...(hub === undefined ? [] : [hub])];
  const common = {
    busName: ends?.map((end) => placeName(end?.id ?? "")).join(" to ") ?? "",
    ...(bus === undefined ? {} : { bus }),
    ...(hub === undefined ? {} : { hub }),
    ...(focus.limit === undefined ? {} : { limit: focus.limit }),
    limitHours: custodyLimitOf(
      parameters,
      places.map((place) => sectors.indexOf(place)),
    ),
  };
  return sector === undefined
    ? { prefix: "system", place: "system", name: "all sectors", ...common }
    : { prefix: `sector.${sector.id}`, place: sector.id, name: placeName(sector.id), sector, ...common };
}
