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
  /** For example `over 72 h`: longer than the custody limit, by its hours where these people and the hub have one that never changes. */
  readonly overLimit: string;
}

/** Name of the measure of the people it is about who at the end are neither returned nor out. */
export function underWayAtEnd({ prefix, sector }: Focus): string {
  return sector === undefined ? `${prefix}.custody.end` : `${prefix}.under-way.end`;
}

/** The focus of a scenario with the parameters behind its names. */
export function focusOf({ focus, parameters }: Scenario): Focus {
  const { sectors, buses } = parameters;
  const sector = sectors.find(({ id }) => id === focus.sector);
  const bus = buses.find(({ id }) => id === focus.bus);
  const hub = bus && sectors[bus.to];
  const ends = bus && [sectors[bus.from], sectors[bus.to]];
  const places = sector === undefined ? sectors : [sector, ...(hub === undefined ? [] : [hub])];
  const limitHours = custodyLimitOf(
    parameters,
    places.map((place) => sectors.indexOf(place)),
  );
  const common = {
    busName: ends?.map((end) => placeName(end?.id ?? "")).join(" to ") ?? "",
    ...(bus === undefined ? {} : { bus }),
    ...(hub === undefined ? {} : { hub }),
    ...(focus.limit === undefined ? {} : { limit: focus.limit }),
    overLimit: limitHours === undefined ? "over the custody limit" : `over ${limitHours} h`,
  };
  return sector === undefined
    ? { prefix: "system", place: "system", name: "all sectors", ...common }
    : { prefix: `sector.${sector.id}`, place: sector.id, name: placeName(sector.id), sector, ...common };
}
