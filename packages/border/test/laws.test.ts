import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, BorderModel, type BorderParameters, causes, constraints, valueAt } from "../src/index.ts";
import { event } from "../src/ledger/tallies.ts";
import { busLine, city, court, returnLimit, returnPoint, sector } from "./parameters.ts";
import { days, type Knobs, knobs, randomBorder } from "./random-border.ts";
import { type Run, run, runChecked } from "./run.ts";

const seed = 20191122;
const holds = (law: (given: Knobs) => void, numRuns = 30): void => {
  fc.assert(fc.property(knobs, law), { seed, numRuns });
};

/** Everyone caught, in order: when, where, of what kind. */
function people(parameters: BorderParameters, replication = 0): readonly string[] {
  const model = new BorderModel(parameters, { seed: "people", replication });
  const { cases, simulation } = model.view;
  const caught: string[] = [];
  model.ground.onApprehended = (row) => {
    const of = [cases.sector, cases.category, cases.nationality, cases.size].map((column) => column[row]);
    caught.push(`${simulation.now} ${of.join(" ")}`);
  };
  model.run();
  return caught;
}

const total = (part: readonly number[]): number => part.reduce((sum, value) => sum + value, 0);

describe("in every scenario", () => {
  it("everyone is accounted for at every hour, and no family is split", () => {
    holds((given) => {
      expect(() => runChecked(randomBorder(given))).not.toThrow();
    });
  });

  it("what is charged to a constraint is charged while it held, and consent, which comes first, always then", () => {
    let several = 0;
    holds((given) => {
      const { result } = run(randomBorder(given));
      for (let row = 0; row < result.blocked.length; row += 4) {
        const [charged, held] = [result.blocked[row]!, result.blocked[row + 3]!];
        expect(held).toBeGreaterThanOrEqual(charged - 1e-6);
        if (held > charged + 1e-6) several++;
        if (row % (4 * constraints.length) === 0) expect(held).toBeCloseTo(charged, 6);
      }
    });
    expect(several).toBeGreaterThan(0);
  });

  it("no limit is exceeded on any local date, by a count of its own", () => {
    holds((given) => {
      const parameters = randomBorder({ ...given, road: 0 });
      const model = runChecked(parameters);
      const { tallies } = model.view;
      const { points } = model.ground.counts;
      // Del Rio's own limit counts the returns of its sector, the others those through a point.
      const flows = [points[0]!, undefined, points[2]!, points[1]!].map((place, limit) => {
        if (place === undefined) return [tallies.daily(2, event.returned)];
        return parameters.returnLimits[limit]!.counts === "all"
          ? [place.first.daily, place.afterHearing.daily]
          : [place.first.daily];
      });
      parameters.returnLimits.forEach(({ perDay, zone }, limit) => {
        for (let day = 0; day < days; day++) {
          const crossed = total(flows[limit]!.map((flow) => flow[day]!));
          expect(crossed).toBe(model.view.limits.all[limit]!.figures.daily[day]);
          const { calendar } = model.ground.localDays.limits[limit]!;
          const [from, to] = [day, day + 1].map((one) => calendar.midnight(zone.epochDay + one)) as [number, number];
          const most = Math.max(
            valueAt(perDay, from),
            ...perDay.filter((one) => one.from > from && one.from < to).map(({ value }) => value),
          );
          expect(crossed).toBeLessThanOrEqual(most);
        }
      });
    });
  });

  it("whoever comes in goes out or stays, and every release has a cause", () => {
    holds((given) => {
      const parameters = randomBorder(given);
      const { measure } = run(parameters);
      const out = ["released", "exits.detention", "exits.removal", "exits.transfer"].map((what) =>
        measure(`system.${what}`),
      );
      expect(measure("system.arrivals")).toBe(
        measure("system.returned.first") + total(out) + measure("system.custody.end"),
      );
      const ended = parameters.courts.flatMap(({ id }) =>
        ["in-absentia", "granted", "denied", "closed"].map((how) => measure(`court.${id}.ended.${how}`)),
      );
      const left = parameters.cities.map(({ id }) => measure(`city.${id}.left`));
      expect(measure("system.returned.first")).toBe(
        total(ended) + total(left) + measure("system.released.after-hearing") + measure("system.waiting.end"),
      );
      for (const place of ["system", ...parameters.sectors.map(({ id }) => `sector.${id}`)]) {
        const byCause = causes.map((cause) => measure(`${place}.released.cause.${cause}`));
        expect(total(byCause)).toBe(measure(`${place}.released`));
      }
      for (const { id } of parameters.sectors) {
        const gone = ["returned.first", "released", "exits.detention", "exits.removal", "exits.transfer"];
        expect(measure(`sector.${id}.initial.custody`) + measure(`sector.${id}.arrivals`)).toBe(
          total(gone.map((what) => measure(`sector.${id}.${what}`))) + measure(`sector.${id}.under-way.end`),
        );
      }
      for (const what of ["interviewed", "at-risk", "enrolled"]) {
        const bySector = parameters.sectors.map(({ id }) => measure(`sector.${id}.${what}`));
        expect(measure(`system.${what}`)).toBe(total(bySector));
      }
    });
  });

  it("a family whose custody limit is to release it is in no custody for longer", () => {
    holds((given) => {
      const parameters = randomBorder({ ...given, atLimit: "release", road: 0 });
      const families = parameters.sectors.map((one) => ({
        ...one,
        arrivals: one.arrivals.filter(({ category }) => category === 1),
      }));
      const { measure } = run({ ...parameters, sectors: families });
      for (const { id } of families) {
        const share = measure(`sector.${id}.custody.over-limit.share`);
        expect(Number.isNaN(share) ? 0 : share).toBe(0);
      }
    });
  });
});

describe("random numbers", () => {
  const bytes = ({ result }: Run): readonly unknown[] => [
    result.fingerprint,
    result.events,
    [...result.measures],
    [...result.daily],
    [...result.blocked],
  ];

  it("give the same bytes for the same seed and replication, and others for another", () => {
    holds((given) => {
      const parameters = randomBorder(given);
      const once = bytes(run(parameters, { seed: "a", replication: 3 }));
      expect(bytes(run(parameters, { seed: "a", replication: 3 }))).toEqual(once);
      expect(run(parameters, { seed: "a", replication: 4 }).result.fingerprint).not.toBe(once[0]);
      expect(run(parameters, { seed: "b", replication: 3 }).result.fingerprint).not.toBe(once[0]);
    }, 15);
  });

  it("bring the same people under every policy", () => {
    fc.assert(
      fc.property(knobs, knobs, (a, b) => {
        const policy: Knobs = { ...b, perDay: a.perDay, largestFamily: a.largestFamily };
        expect(people(randomBorder(policy, { withBus: false }))).toEqual(people(randomBorder(a)));
      }),
      { seed, numRuns: 15 },
    );
  });

  it("bring the same people, and the same run, where places are added that nobody uses", () => {
    holds((given) => {
      const parameters = randomBorder(given);
      const { zone } = parameters.sectors[0]!;
      const wider: BorderParameters = {
        ...parameters,
        sectors: [...parameters.sectors, sector("big-bend", { zone })],
        buses: [...parameters.buses, busLine("idle", { from: 4, to: 1, inService: always(false) })],
        returnPoints: [...parameters.returnPoints, returnPoint("nogales", { sector: 4, zone, city: 2, court: 2 })],
        returnLimits: [...parameters.returnLimits, returnLimit("nogales", { through: [3], zone, perDay: always(30) })],
        cities: [...parameters.cities, city("nogales-son", { zone })],
        courts: [...parameters.courts, court("tucson", { zone })],
      };
      expect(people(wider)).toEqual(people(parameters));
      const [before, after] = [run(parameters), run(wider)];
      for (const what of [
        "arrivals",
        "returned.first",
        "returned.after-hearing",
        "released",
        "custody.end",
        "waiting.end",
      ]) {
        expect(after.measure(`system.${what}`)).toBe(before.measure(`system.${what}`));
      }
    }, 15);
  });

  it("pair to the person: with and without a bus the difference in releases is that in returns, other exits and people inside", () => {
    let differences = 0;
    holds((given) => {
      const [withBus, without] = [true, false].map((yes) => run(randomBorder(given, { withBus: yes }))) as [Run, Run];
      const change = (what: string): number => withBus.measure(`system.${what}`) - without.measure(`system.${what}`);
      expect(change("arrivals")).toBe(0);
      const others = ["returned.first", "exits.detention", "exits.removal", "exits.transfer", "custody.end"].map(
        change,
      );
      expect(0 - change("released")).toBe(total(others));
      if (change("released") < 0) differences++;
    });
    // The bus does something in most of these scenarios.
    expect(differences).toBeGreaterThan(10);
  });
});
