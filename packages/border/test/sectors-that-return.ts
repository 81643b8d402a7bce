import { always, type BorderParameters, type DisplacementParameters, type SectorParameters } from "../src/index.ts";
import { arrivals, border, city, court, onFoot, returnPoint, sector } from "./parameters.ts";
import { run } from "./run.ts";

import { denver, start } from "./two-sectors.ts";

/** Sectors of 500 people a day each, one in five of them Mexican, whose first returns whom it may once the policy says so. */
export const perDay = 500;
export const period = 24;

export function open(
  returns: boolean,
  given: { readonly sectors?: number; readonly beds?: number } = {},
): BorderParameters {
  const sectors = Array.from({ length: given.sectors ?? 2 }, (_, index): SectorParameters => {
    const people = arrivals(denver, period, perDay, { nationality: always([4, 1]) });
    return sector(`sector-${index}`, { zone: denver, arrivals: [people], pathways: index === 0 ? [onFoot(0, 0)] : [] });
  });
  return border(start, period, {
    sectors,
    returnPoints: [returnPoint("port", { sector: 0, zone: denver, open: always(returns) })],
    cities: [city("city", { zone: denver, beds: always(given.beds ?? 1_000_000), acceptance: 1 })],
    courts: [court("court", { zone: denver })],
  });
}

export const lagDays = 3;
export const known = { sensitivity: 2, exposure: 0, outsideShare: 0, lagDays, smoothingDays: 5 };

/** The policy under which the first sector returns people, against the base policy under which nobody does. */
export function displaced(given: Partial<DisplacementParameters> = {}, sectors = 2): BorderParameters {
  return { ...open(true, { sectors }), displacement: { ...known, reference: open(false, { sectors }), ...given } };
}

/** Persons after the lag, of `daily`. */
export const late = (daily: readonly number[]): number =>
  daily.slice(lagDays + 1).reduce((sum, persons) => sum + persons, 0);

export const bytes = (parameters: BorderParameters, replication = 0) => run(parameters, { replication }).result;
