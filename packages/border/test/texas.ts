import { dayNumber, discrete, geometric } from "@mpp-sim/engine";
import { always, BorderModel, type BorderParameters } from "../src/index.ts";
import {
  arrivals,
  border,
  city,
  court,
  family,
  onFoot,
  returnLimit,
  returnPoint,
  type Start,
  sector,
} from "./parameters.ts";

export const days = 30;
export const limits = { "el-paso": 9, "del-rio": 6, laredo: 8, tucson: 5 } as const;

/** Texas and Arizona for a month: more people than places, in families, at all hours. */
export function month({ firstDay, phoenix, denver, chicago }: Start, perDay: number): BorderParameters {
  const people = (zone: Start["phoenix"]) => [
    arrivals(zone, days, perDay, { groupCases: geometric(2) }),
    arrivals(zone, days, perDay, { category: family, caseSize: discrete([2, 3, 4]), groupCases: geometric(2) }),
  ];
  const zones = [denver, chicago, chicago, phoenix];
  const names = Object.keys(limits) as (keyof typeof limits)[];
  return border({ firstDay, phoenix, denver, chicago }, days, {
    sectors: names.map((id, index) =>
      // Del Rio returns through Eagle Pass and Laredo.
      sector(id, {
        zone: zones[index]!,
        arrivals: perDay > 0 ? people(zones[index]!) : [],
        pathways: [onFoot(index, ...(id === "del-rio" ? [2, 1] : [index]))],
      }),
    ),
    returnPoints: names.map((id, index) => returnPoint(id, { sector: index, zone: zones[index]! })),
    returnLimits: names.map((id, index) =>
      returnLimit(id, {
        zone: zones[index]!,
        perDay: always(limits[id]),
        ...(id === "del-rio" ? { from: [1], through: [1, 2], fit: "skip" } : { through: [index] }),
      }),
    ),
    cities: [city("across", { zone: denver })],
    courts: [court("court", { zone: denver })],
  });
}

/** The clocks of 2019 by hand: hours from UTC in El Paso, at the Rio Grande and in Arizona. */
function offset(zone: "denver" | "chicago" | "phoenix", utcDay: number, utcHour: number): number {
  const standard = zone === "chicago" ? -6 : -7;
  const at = 24 * utcDay + utcHour;
  const summer =
    at >= 24 * dayNumber("2019-03-10") + 2 - standard && at < 24 * dayNumber("2019-11-03") + 2 - (standard + 1);
  return zone !== "phoenix" && summer ? standard + 1 : standard;
}

/** Persons who cross, by limit and local date. */
export function crossings(parameters: BorderParameters, seed: string, replication: number): Map<string, number> {
  const model = new BorderModel(parameters, { seed, replication });
  const { cases, counts, simulation } = model.view;
  const found = new Map<string, number>();
  const cross = counts.cross.bind(counts);
  const add = (limit: string, zone: Parameters<typeof offset>[0], persons: number): void => {
    const hours = 24 * parameters.firstDay + simulation.now;
    const date = Math.floor((hours + offset(zone, Math.floor(hours / 24), hours % 24)) / 24);
    found.set(`${limit} ${date}`, (found.get(`${limit} ${date}`) ?? 0) + persons);
  };
  counts.cross = (row, reEntry) => {
    const [point, persons] = [cases.point[row]!, cases.size[row]!];
    if (point === 0) add("el-paso", "denver", persons);
    if (point === 2) add("laredo", "chicago", persons);
    if (point === 3) add("tucson", "phoenix", persons);
    if (cases.sector[row] === 1) add("del-rio", "chicago", persons);
    cross(row, reEntry);
  };
  model.run();
  return found;
}

export const limitOf = (key: string): number => limits[key.split(" ")[0] as keyof typeof limits];
