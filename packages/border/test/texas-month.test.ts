import { dayNumber, discrete, geometric } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, BorderModel, type BorderParameters } from "../src/index.ts";
import {
  arrivals,
  border,
  city,
  court,
  family,
  group,
  many,
  onFoot,
  returnLimit,
  returnPoint,
  type Start,
  sector,
  startOn,
} from "./parameters.ts";

const days = 30;
const limits = { "el-paso": 9, "del-rio": 6, laredo: 8, tucson: 5 } as const;

/** Texas and Arizona for a month: more people than places, in families, at all hours. */
function month({ firstDay, phoenix, denver, chicago }: Start, perDay: number): BorderParameters {
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
function crossings(parameters: BorderParameters, seed: string, replication: number): Map<string, number> {
  const model = new BorderModel(parameters, { seed, replication });
  const { cases, counts, simulation } = model;
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

const limitOf = (key: string): number => limits[key.split(" ")[0] as keyof typeof limits];

describe("M9 a daily limit", () => {
  it("is never exceeded on any local date, in 1,000 months of which each has a change of clocks in Texas", () => {
    const [march, november] = [month(startOn("2019-02-20"), 4), month(startOn("2019-10-20"), 4)];
    let full = 0;
    for (let replication = 0; replication < 500; replication++) {
      for (const [name, parameters] of [
        ["march", march],
        ["november", november],
      ] as const) {
        for (const [key, persons] of crossings(parameters, name, replication)) {
          if (persons > limitOf(key)) throw new Error(`limit must hold, got ${persons} on ${key} of ${replication}`);
          if (persons === limitOf(key)) full++;
        }
      }
    }
    // Most dates are full: there is something to exceed.
    expect(full).toBeGreaterThan(0.5 * 1_000 * 4 * days);
  });

  it.each([
    ["2019-03-09", "2019-03-10"],
    ["2019-11-02", "2019-11-03"],
  ])(
    "is used to the last place on each date where people wait, from %s on: on %s too, an hour short or long",
    (from, changes) => {
      const start = startOn(from);
      // Everyone is there on the first evening in UTC; a place falls free at midnight and is used at once.
      const parameters = {
        ...month(start, 0),
        scripted: [0, 1, 2, 3].map((index) => group(12, index, many(400))),
      };
      const found = crossings(parameters, "test", 0);
      for (const id of ["el-paso", "del-rio", "tucson"] as const) {
        for (let date = start.firstDay; date < start.firstDay + 5; date++)
          expect(found.get(`${id} ${date}`)).toBe(limits[id]);
      }
      expect(found.get(`laredo ${dayNumber(changes)}`)).toBe(limits.laredo);
      // Midnights, in hours from the first day's 00:00 UTC: Texas changes, Arizona does not.
      const { localDays } = new BorderModel(parameters, { seed: "test", replication: 0 });
      const midnights = localDays.limits.map(({ calendar }) =>
        [1, 2].map((day) => calendar.midnight(start.firstDay + day) - 24 * day),
      );
      expect(midnights).toEqual(
        changes === "2019-03-10"
          ? [
              [7, 6],
              [6, 5],
              [6, 5],
              [7, 7],
            ]
          : [
              [6, 7],
              [5, 6],
              [5, 6],
              [7, 7],
            ],
      );
    },
  );
});
