import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BorderParameters, describeBorder, type Timeline, valueAt } from "../src/index.ts";
import { familyOf, group, many } from "./parameters.ts";
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
