import { fixed } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, type BorderParameters, causes, describeBorder, type Timeline, valueAt } from "../src/index.ts";
import {
  arrivals,
  border,
  busLine,
  byBus,
  city,
  court,
  familyOf,
  group,
  interviewUnit,
  many,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  startOn,
} from "./parameters.ts";
import { type Knobs, knobs, randomBorder } from "./random-border.ts";
import { type Run, run } from "./run.ts";

const seed = 20191122;
const holds = (law: (given: Knobs) => void, numRuns = 12): void => {
  fc.assert(fc.property(knobs, law), { seed, numRuns });
};
const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

/** The same scenario with its sectors in another order, and everything that names one by its index after them. */
function reordered(parameters: BorderParameters, order: readonly number[]): BorderParameters {
  const now = (index: number): number => order.indexOf(index);
  return {
    ...parameters,
    sectors: order.map((index) => {
      const one = parameters.sectors[index]!;
      return { ...one, pathways: one.pathways.map((pathway) => ({ ...pathway, hub: now(pathway.hub) })) };
    }),
    buses: parameters.buses.map((bus) => ({ ...bus, from: now(bus.from), to: now(bus.to) })),
    interviewUnits: parameters.interviewUnits.map((unit) => ({ ...unit, serves: unit.serves.map(now) })),
    returnPoints: parameters.returnPoints.map((point) => ({ ...point, sector: now(point.sector) })),
    returnLimits: parameters.returnLimits.map((limit) => ({ ...limit, from: limit.from.map(now) })),
  };
}

/** Each sector under the name of the next, the last under that of the first. */
function renamed(parameters: BorderParameters): BorderParameters {
  const { sectors } = parameters;
  return {
    ...parameters,
    sectors: sectors.map((one, index) => ({ ...one, id: sectors[(index + 1) % sectors.length]!.id })),
  };
}

/** What a measure or a series is called once its sector has another name. */
function renamedIn({ sectors }: BorderParameters, name: string): string {
  const [, id, what] = /^sector\.([a-z-]+)\.(.+)$/.exec(name) ?? [];
  const index = sectors.findIndex((one) => one.id === id);
  return index < 0 ? name : `sector.${sectors[(index + 1) % sectors.length]!.id}.${what}`;
}

/** A random border in which nobody arrives but in named groups, five a sector, whose draws have the names of the groups. */
function inNamedGroups(parameters: BorderParameters): BorderParameters {
  const { sectors, scripted: _none, ...others } = parameters;
  return {
    ...others,
    sectors: sectors.map((one) => ({ ...one, arrivals: [] })),
    scripted: Array.from({ length: 20 }, (_, index) => ({
      ...group(6 + 9.7 * index, index % sectors.length, [...many(4), familyOf(2), familyOf(4), familyOf(3)]),
      id: `group-${index}`,
    })),
  };
}

/** Every timeline with a change to the value it has anyway. */
function withInertPolicy(parameters: BorderParameters, at: number): BorderParameters {
  const again = <T>(timeline: Timeline<T>): Timeline<T> =>
    [...timeline, { from: at, value: valueAt(timeline, at) }].sort((a, b) => a.from - b.from);
  return {
    ...parameters,
    sectors: parameters.sectors.map((one) => ({
      ...one,
      custody: { ...one.custody, capacity: again(one.custody.capacity) },
      processing: { ...one.processing, agents: again(one.processing.agents) },
      eligibility: {
        returnable: again(one.eligibility.returnable),
        exempt: again(one.eligibility.exempt),
        discretion: again(one.eligibility.discretion),
      },
    })),
    buses: parameters.buses.map((bus) => ({
      ...bus,
      seats: again(bus.seats),
      fleet: again(bus.fleet),
      inService: again(bus.inService),
      whenClosed: again(bus.whenClosed),
    })),
    interviewUnits: parameters.interviewUnits.map((unit) => ({
      ...unit,
      officers: again(unit.officers),
      open: again(unit.open),
      whenClosed: again(unit.whenClosed),
    })),
    returnPoints: parameters.returnPoints.map((point) => ({
      ...point,
      open: again(point.open),
      whenClosed: again(point.whenClosed),
    })),
    returnLimits: parameters.returnLimits.map((limit) => ({ ...limit, perDay: again(limit.perDay) })),
    cities: parameters.cities.map((one) => ({ ...one, beds: again(one.beds) })),
    courts: parameters.courts.map((one) => ({
      ...one,
      rooms: again(one.rooms),
      sitting: again(one.sitting),
      whenClosed: again(one.whenClosed),
    })),
  };
}

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

describe("a change that should not matter", () => {
  it("the order of the sectors: results follow their names", () => {
    holds((given) => {
      const parameters = randomBorder(given);
      const other = reordered(parameters, [2, 0, 3, 1]);
      const [before, after] = [run(parameters), run(other)];
      for (const { name } of describeBorder(parameters).measures) {
        const [expected, found] = [before.measure(name), after.measure(name)];
        if (Number.isNaN(expected)) expect(found, name).toBeNaN();
        else expect(found, name).toBeCloseTo(expected, 6);
      }
      for (const { name } of describeBorder(parameters).series) {
        const expected = before.daily(name);
        after.daily(name).forEach((value, day) => {
          expect(value, name).toBeCloseTo(expected[day]!, 6);
        });
      }
    });
  });

  // Draws follow names, so that one more sector, or another order, changes nobody's. They must have some name: so people who arrive in a
  // sector by another name are other people, of the same kind, and the law holds for them in distribution only.
  it("the names of the sectors, of people who have names of their own: results are exchanged", () => {
    let returned = 0;
    holds((given) => {
      const parameters = inNamedGroups(randomBorder(given));
      const [before, after] = [run(parameters), run(renamed(parameters))];
      // Catalogues keep the order of the sectors, so that what a sector had stands where it stood, under the other name.
      expect(after.result.measures).toEqual(before.result.measures);
      expect(after.result.daily).toEqual(before.result.daily);
      for (const { name } of describeBorder(parameters).measures) {
        if (name.startsWith("sector."))
          expect(after.measure(renamedIn(parameters, name)), name).toBe(before.measure(name));
      }
      returned += before.measure("system.returned.first");
    });
    expect(returned).toBeGreaterThan(300);
  });

  it("the names of the sectors, of people who arrive at random: results are exchanged in distribution", () => {
    const parameters = randomBorder(fc.sample(knobs, { seed, numRuns: 1 })[0]!);
    const other = renamed(parameters);
    const figures = ["arrivals", "enrolled", "released", "returned.first", "custody.end", "exits.removal"];
    const names = parameters.sectors.flatMap(({ id }) => figures.map((figure) => `sector.${id}.${figure}`));
    const replications = Array.from({ length: 60 }, (_, replication) => replication);
    const [before, after] = [parameters, other].map((one) =>
      replications.map((replication) => run(one, { replication })),
    );
    const spreadOf = (values: readonly number[]): [mean: number, squaredError: number] => {
      const mean = total(values) / values.length;
      const squares = total(values.map((value) => (value - mean) ** 2));
      return [mean, squares / (values.length - 1) / values.length];
    };
    for (const name of names) {
      const [expected, errorBefore] = spreadOf(before!.map(({ measure }) => measure(name)));
      const [found, errorAfter] = spreadOf(after!.map(({ measure }) => measure(renamedIn(parameters, name))));
      // 3.46 standard errors are 99.9 % of Student's t at 118 degrees of freedom, from above.
      expect(Math.abs(found - expected), name).toBeLessThanOrEqual(3.46 * Math.sqrt(errorBefore + errorAfter));
    }
    expect(before!.map(({ measure }) => measure("system.arrivals"))).not.toEqual(
      after!.map(({ measure }) => measure("system.arrivals")),
    );
  });

  it("a policy that sets every setting to what it is: not a byte of any measure or date", () => {
    holds((given) => {
      const parameters = randomBorder(given);
      // Not at the very moment at which people set out for a port that opens: they leave a hair late.
      const at = given.consentEnds / 2 + 40 + 1 / 7;
      const [before, after] = [run(parameters), run(withInertPolicy(parameters, at))];
      // A change makes the desks look again at what each case lacks, so hours may be charged to another constraint. Their sum stays.
      const figures = ({ result }: Run): [string, number][] =>
        describeBorder(parameters).measures.flatMap(({ name }, row) =>
          /\.waited\.[a-z]/.test(name) ? [] : [[name, result.measures[row]!]],
        );
      expect(figures(after)).toEqual(figures(before));
      expect(figures(after).some(([name]) => name === "system.waited")).toBe(true);
      expect(after.result.daily).toEqual(before.result.daily);
    });
  });
});

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
