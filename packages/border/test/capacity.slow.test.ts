import { fixed } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, type BorderParameters, causes } from "../src/index.ts";
import {
  arrivals,
  border,
  busLine,
  byBus,
  city,
  court,
  interviewUnit,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  startOn,
} from "./parameters.ts";
import { type Knobs, knobs, randomBorder } from "./random-border.ts";
import { run } from "./run.ts";

const seed = 20191122;
const holds = (law: (given: Knobs) => void, numRuns = 12): void => {
  fc.assert(fc.property(knobs, law), { seed, numRuns });
};
const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

/** Nothing to wait for but the next bus. */
function withInfiniteCapacity(parameters: BorderParameters): BorderParameters {
  const plenty = always(1_000_000);
  return {
    ...parameters,
    sectors: parameters.sectors.map((one) => ({
      ...one,
      custody: { ...one.custody, capacity: plenty, limitHours: 72, atLimit: ["release", "release", "hold"] },
      processing: { ...one.processing, agents: plenty },
    })),
    buses: parameters.buses.map((bus) => ({
      ...bus,
      seats: plenty,
      fleet: plenty,
      minimumLoad: 1,
      inService: always(true),
    })),
    interviewUnits: parameters.interviewUnits.map((unit) => ({ ...unit, officers: plenty, open: always(true) })),
    returnPoints: parameters.returnPoints.map((point) => ({
      ...point,
      open: always(true),
      hours: { days: 127, from: 0, to: 24 },
    })),
    returnLimits: parameters.returnLimits.map((limit) => ({ ...limit, perDay: plenty })),
    cities: parameters.cities.map((one) => ({ ...one, beds: plenty })),
    courts: parameters.courts.map((one) => ({ ...one, slotsPerRoom: plenty, sitting: always(true) })),
  };
}

describe("at the ends of capacity", () => {
  it("without any, nobody is returned, and everyone else leaves another way or is held", () => {
    holds((given) => {
      for (const nothing of [
        { limits: [0, 0, 0, 0, 0], limitAfter: 0 },
        { consentEnds: 0, consentLasts: 10_000 },
      ]) {
        const parameters = randomBorder({ ...given, ...nothing });
        const shut =
          "consentEnds" in nothing
            ? parameters.returnPoints.map((point) => ({ ...point, open: always(false) }))
            : parameters.returnPoints;
        const { measure } = run({ ...parameters, returnPoints: shut });
        expect(measure("system.returned.first")).toBe(0);
        const out = ["released", "exits.detention", "exits.removal", "exits.transfer"].map((what) =>
          measure(`system.${what}`),
        );
        expect(measure("system.arrivals")).toBe(total(out) + measure("system.custody.end"));
      }
    });
  });

  it("with all of it, only those who are not eligible or found at risk are not returned", () => {
    let returned = 0;
    holds((given) => {
      const { measure } = run(withInfiniteCapacity(randomBorder({ ...given, fallback: "release" })));
      const whole = ["nationality", "exempt", "discretion", "at-risk"];
      for (const cause of causes) {
        if (!whole.includes(cause)) expect(measure(`system.released.cause.${cause}`), cause).toBe(0);
      }
      expect(measure("system.arrivals")).toBe(
        total(whole.map((cause) => measure(`system.released.cause.${cause}`))) +
          measure("system.exits.transfer") +
          measure("system.returned.first") +
          measure("system.custody.end"),
      );
      returned += measure("system.returned.first");
    });
    expect(returned).toBeGreaterThan(1_000);
  });

  it("arrivals and places ten times as many return, release and hold ten times as many, in expectation", () => {
    const start = startOn("2019-07-01");
    const days = 40;
    const scenario = (scale: number): BorderParameters =>
      border(start, days, {
        sectors: [
          sector("tucson", {
            zone: start.phoenix,
            arrivals: [arrivals(start.phoenix, days, 30 * scale, { nationality: always([2, 1]) })],
            custody: {
              capacity: always(1_000_000),
              whenFull: "crowd",
              limitHours: 72,
              atLimit: ["release", "release", "hold"],
            },
            pathways: [onFoot(0, 0)],
          }),
        ],
        returnPoints: [returnPoint("port", { sector: 0, zone: start.phoenix })],
        returnLimits: [returnLimit("port", { through: [0], zone: start.phoenix, perDay: always(10 * scale) })],
        cities: [city("across", { zone: start.phoenix })],
        courts: [court("court", { zone: start.phoenix })],
      });
    const [one, ten] = [run(scenario(10)), run(scenario(100))];
    // Twice as many may be returned as there are places, so that every place is used but for the first hours.
    expect(ten.measure("system.returned.first")).toBe(10 * one.measure("system.returned.first"));
    // 12,000 and 120,000 arrivals: standard deviations of 110 × 10 and 346.
    const spread = 3.29 * Math.hypot(1_100, 346);
    for (const what of ["arrivals", "released", "custody.end"])
      expect(Math.abs(ten.measure(`system.${what}`) - 10 * one.measure(`system.${what}`)), what).toBeLessThan(spread);
  });
});

describe("more of one capacity, the same people", () => {
  const start = startOn("2019-07-01");
  const days = 15;
  /** Adults from Tucson by bus to El Paso, where its own wait with them; nobody is released by the clock. */
  const line = (given: { agents: number; seats: number; officers: number; limit: number }): BorderParameters =>
    border(start, days, {
      sectors: [
        sector("tucson", {
          zone: start.phoenix,
          arrivals: [arrivals(start.phoenix, days, 12)],
          processing: { agents: always(given.agents), time: [fixed(2.5), fixed(1), fixed(1)] },
          pathways: [byBus(0, 1, 0)],
        }),
        sector("el-paso", { zone: start.denver }),
      ],
      buses: [busLine("bus", { from: 0, to: 1, seats: always(given.seats), fleet: always(1) })],
      interviewUnits: [
        interviewUnit("el-paso", {
          serves: [1],
          zone: start.denver,
          officers: always(given.officers),
          claim: always(1),
          time: fixed(3),
        }),
      ],
      returnPoints: [returnPoint("port", { sector: 1, zone: start.denver })],
      returnLimits: [returnLimit("port", { through: [0], zone: start.denver, perDay: always(given.limit) })],
      cities: [city("across", { zone: start.denver })],
      courts: [court("court", { zone: start.denver })],
    });
  /** Persons returned up to the end of each date. */
  const returned = (parameters: BorderParameters): readonly number[] => {
    let sum = 0;
    return run(parameters)
      .daily("system.returned.first")
      .map((persons) => {
        sum += persons;
        return sum;
      });
  };

  it("never returns fewer up to any date where all are alike and wait in one order", () => {
    const scarce = { agents: 1, seats: 9, officers: 1, limit: 7 };
    const capacity = fc.record({
      agents: fc.integer({ min: 1, max: 3 }),
      seats: fc.integer({ min: 3, max: 14 }),
      officers: fc.integer({ min: 1, max: 3 }),
      limit: fc.integer({ min: 2, max: 14 }),
    });
    let gained = 0;
    fc.assert(
      fc.property(capacity, fc.constantFrom("agents", "seats", "officers", "limit"), (given, more) => {
        const [few, many] = [
          returned(line(given)),
          returned(line({ ...given, [more as keyof typeof scarce]: given[more as keyof typeof scarce] + 1 })),
        ];
        few.forEach((persons, day) => {
          expect(many[day]!).toBeGreaterThanOrEqual(persons);
        });
        gained += many.at(-1)! - few.at(-1)!;
      }),
      { seed, numRuns: 25 },
    );
    expect(gained).toBeGreaterThan(50);
  });
});
