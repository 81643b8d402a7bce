import type { BorderCatalogue } from "@mpp-sim/border";
import type { Scenario } from "@mpp-sim/scenario";
import type { Estimate } from "../estimate.ts";
import { pairedDifference } from "../paired-difference.ts";

/** A figure of a replication that a change of policy may move: measures added up, each so many times. */
export interface Moved {
  /** Of a measure, or of what is made of several: `sector.tucson.custody.person-hours`. */
  readonly name: string;
  /** Such as persons. */
  readonly unit: string;
  /** Names of measures. */
  readonly of: readonly string[];
  /** How many times each counts; 1 unless given. */
  readonly times?: number;
}

/** What people in focus meet: how many are released and returned, and all hours in custody anywhere. */
export function outcomesOf({ focus, parameters }: Scenario, { days }: BorderCatalogue): readonly Moved[] {
  const prefix = focus.sector === undefined ? "system" : `sector.${focus.sector}`;
  return [
    measure(`${prefix}.released`),
    measure(`${prefix}.returned.first`),
    inCustody(
      "system",
      parameters.sectors.map(({ id }) => id),
      days.length,
    ),
  ];
}

/**
 * What a policy for the people in focus costs elsewhere: custody where the bus leads and people of there who are not returned for want of
 * anything, days outside a shelter across the border, releases in all sectors.
 */
export function elsewhereOf({ focus, parameters }: Scenario, { days }: BorderCatalogue): readonly Moved[] {
  const { sectors, buses, returnPoints, cities } = parameters;
  const sector = sectors.find(({ id }) => id === focus.sector);
  const bus = buses.find(({ id }) => id === focus.bus);
  const hub = bus && sectors[bus.to];
  const points = sector?.pathways.flatMap((pathway) => pathway.points.map(({ point }) => point)) ?? [
    ...returnPoints.keys(),
  ];
  const reached = new Set(points.map((point) => returnPoints[point]?.city));
  return [
    ...(hub === undefined || hub === sector
      ? []
      : [inCustody(`sector.${hub.id}`, [hub.id], days.length), measure(`hub.${hub.id}.own.diverted`)]),
    ...cities.flatMap(({ id }, city) => (reached.has(city) ? [outside(id)] : [])),
    ...(sector === undefined ? [] : [measure("system.released")]),
  ];
}

/**
 * Paired differences of figures between two policies, replication by replication. Of a figure that either does not report there is none.
 * @throws RangeError if they have not the same number of replications
 */
export function movesBetween(
  figures: readonly Moved[],
  own: Reported,
  against: Reported,
  level = 0.95,
): readonly Estimate[] {
  return figures.flatMap((figure) => {
    const [mine, theirs] = [valuesOf(figure, own), valuesOf(figure, against)];
    if (mine === undefined || theirs === undefined) return [];
    return [{ name: figure.name, unit: figure.unit, ...pairedDifference(mine, theirs, level) }];
  });
}

/** Replications, and what their rows mean. */
export interface Reported {
  /** Of the policy. */
  readonly catalogue: { readonly measures: readonly { readonly name: string }[] };
  /** By index. */
  readonly replications: readonly { readonly measures: ArrayLike<number> }[];
}

function measure(name: string): Moved {
  return { name, unit: "persons", of: [name] };
}

function outside(city: string): Moved {
  const name = `city.${city}.outside-shelter.person-days`;
  return { name, unit: "person-days", of: [name] };
}

/** Hours that people are in custody: how many there are on average, times the hours of the period. */
function inCustody(place: string, sectors: readonly string[], days: number): Moved {
  const of = sectors.map((sector) => `sector.${sector}.custody.occupancy.mean`);
  return { name: `${place}.custody.person-hours`, unit: "person-hours", of, times: 24 * days };
}

/** By replication; undefined where the policy does not report all of it. */
function valuesOf({ of, times = 1 }: Moved, { catalogue, replications }: Reported): readonly number[] | undefined {
  const rows = of.map((name) => catalogue.measures.findIndex((measure) => measure.name === name));
  if (rows.includes(-1)) return undefined;
  return replications.map(({ measures }) => times * rows.reduce((sum, row) => sum + (measures[row] as number), 0));
}
