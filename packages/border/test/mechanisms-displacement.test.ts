import { fixed } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, BorderModel, type BorderParameters } from "../src/index.ts";
import { border, changing, city, court, group, many, onFoot, returnPoint, sector, single } from "./parameters.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { counted, run, runChecked } from "./run.ts";
import { bytes, displaced, known, lagDays, late, open } from "./sectors-that-return.ts";
import { at, denver, elPaso, start } from "./two-sectors.ts";

describe("M12: people cross where they expect not to be returned", () => {
  it("M12 moves them by the logit of what differs from the base policy, when it is known, and as few as need be", () => {
    const { measure, daily } = run(displaced());
    const still = run(open(true));
    // Four fifths of the people see the probability rise from 0 to 1 in one of two equal sectors; the others see nothing.
    const share = Math.exp(-2) / (1 + Math.exp(-2));
    const arrived = daily("sector.sector-0.arrivals");
    const expected = still.daily("sector.sector-0.arrivals");
    // The fifth day of the run, by UTC, begins in the evening of the fourth date.
    expect(arrived.slice(0, lagDays)).toEqual(expected.slice(0, lagDays));
    const returnable = 0.8 * late(daily("system.arrivals"));
    const found = (late(arrived) - 0.2 * (late(daily("system.arrivals")) / 2)) / returnable;
    // 16,000 persons of whom 12 % stay: standard deviation 0.4 %, of the split of the observed counts as much again.
    expect(Math.abs(found - share)).toBeLessThan(3.29 * 0.006);
    expect(measure("system.arrivals")).toBe(still.measure("system.arrivals"));
    expect(measure("sector.sector-1.displaced.out")).toBe(0);
    expect(measure("system.displaced")).toBe(measure("sector.sector-0.displaced.out"));
    expect(measure("system.displaced")).toBe(measure("sector.sector-1.displaced.in"));
    expect(measure("system.released")).toBeGreaterThan(still.measure("system.released"));
  });

  it("M12 moves those of a nationality that may be returned, and splits the move among the other sectors by their counts", () => {
    const caught = (parameters: BorderParameters): readonly string[] => {
      const model = new BorderModel(parameters, { seed: "test", replication: 0 });
      const found: string[] = [];
      model.ground.onApprehended = (row) => {
        const { cases } = model.view;
        found.push(
          [cases.source, cases.ordinal, cases.nationality, cases.size, cases.sector].map((of) => of[row]).join(),
        );
      };
      model.run();
      return found;
    };
    const [moved, still] = [caught(displaced({}, 3)), caught(open(true, { sectors: 3 }))];
    const who = (one: string): string => one.slice(0, one.lastIndexOf(","));
    // The same people in the same order, of whom some are elsewhere.
    expect(moved.map(who)).toEqual(still.map(who));
    const changed = moved.filter((one, index) => one !== still[index]);
    expect(changed.length).toBeGreaterThan(3_000);
    expect(changed.every((one) => one.split(",")[0] === "0" && one.split(",")[2] === "0")).toBe(true);
    const toSecond = changed.filter((one) => one.endsWith(",1")).length / changed.length;
    // Standard deviation at most 0.5 / sqrt(3,000).
    expect(Math.abs(toSecond - 0.5)).toBeLessThan(0.03);
  });

  it("M12 leaves every history as it is, to the byte, without sensitivity, under the base policy, and while nothing is known", () => {
    fc.assert(
      fc.property(knobs, fc.integer({ min: 0, max: 9 }), (given, replication) => {
        const parameters = randomBorder(given);
        const without = randomBorder(given, { withBus: false });
        const expected = bytes(parameters, replication);
        const steady = { ...known, lagDays: 0 };
        for (const displacement of [
          { ...steady, sensitivity: 0, reference: without },
          { ...steady, sensitivity: 9, exposure: 1, reference: parameters },
          { ...steady, sensitivity: 9, lagDays: 12, reference: without },
        ])
          expect(bytes({ ...parameters, displacement }, replication)).toEqual(expected);
      }),
      { seed: 20191122, numRuns: 6 },
    );
  });

  it("M12 moves few at a small sensitivity", () => {
    const few = run(displaced({ sensitivity: 0.02 })).measure("system.displaced");
    const more = run(displaced({ sensitivity: 0.2 })).measure("system.displaced");
    expect(few).toBeGreaterThan(0);
    // Of 8,000 persons in the first sector 1 - 2 / (1 + e^0.02) = 1 %.
    expect(few).toBeLessThan(130);
    expect(more).toBeGreaterThan(5 * few);
  });

  it("M12 keeps everyone accounted for, also with further attempts by the same choice", () => {
    let moved = 0;
    fc.assert(
      fc.property(knobs, (given) => {
        const parameters = randomBorder({ ...given, leaveRate: 0.01 });
        const reference = { ...randomBorder({ ...given, leaveRate: 0.01 }, { withBus: false }) };
        const tryAgain = { mostAttempts: 3, delay: fixed(20) };
        const displacement = {
          sensitivity: 4,
          exposure: 0.5,
          outsideShare: 0.2,
          lagDays: 1,
          smoothingDays: 2,
          reference,
        };
        const model = runChecked({ ...parameters, displacement, tryAgain });
        moved += counted(model, "displacedIn");
      }),
      { seed: 20191122, numRuns: 10 },
    );
    expect(moved).toBeGreaterThan(20);
  });
});

describe("M14: total demand answers to deterrence through one outside option", () => {
  const arrivedLate = (parameters: BorderParameters): number => late(run(parameters).daily("system.arrivals"));

  it("M14 some stay at home when more are returned, by the logit with that option", () => {
    const { measure, daily } = run(displaced({ outsideShare: 0.5 }, 1));
    const expected = late(run(open(true, { sectors: 1 })).daily("system.arrivals"));
    // Half stay at home anyway: of the returnable e^-2 / (1 + e^-2) come, who were a half.
    const part = (2 * Math.exp(-2)) / (1 + Math.exp(-2));
    // 8,000 returnable persons: standard deviation 38.
    expect(Math.abs(late(daily("system.arrivals")) / expected - (0.2 + 0.8 * part))).toBeLessThan(3.29 * (38 / 10_000));
    expect(measure("system.deterred")).toBeGreaterThan(4_000);
    expect(measure("system.drawn")).toBe(0);
  });

  it("M14 some come who would have stayed when fewer are returned", () => {
    const parameters = {
      ...open(false, { sectors: 1 }),
      displacement: { ...known, outsideShare: 0.5, reference: open(true, { sectors: 1 }) },
    };
    const { measure, daily } = run(parameters);
    const expected = late(run(open(false, { sectors: 1 })).daily("system.arrivals"));
    const part = (2 * Math.exp(2)) / (1 + Math.exp(2));
    // As many at home as come, in a Poisson stream of their own: standard deviation 80 of 10,000.
    expect(Math.abs(late(daily("system.arrivals")) / expected - (0.2 + 0.8 * part))).toBeLessThan(3.29 * (80 / 10_000));
    expect(measure("system.drawn")).toBeGreaterThan(5_000);
    expect(measure("system.balance")).toBe(0);
  });

  it("M14 off, everyone comes", () => {
    expect(arrivedLate(displaced({ outsideShare: 0 }, 1))).toBe(arrivedLate(open(true, { sectors: 1 })));
  });
});

describe("M20: danger is counted as days outside a shelter, and can be a cost", () => {
  const shelters = (given: Partial<BorderParameters["cities"][number]>, scripted: BorderParameters["scripted"]) =>
    border(start, 5, {
      sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(elPaso, 0)] })],
      returnPoints: [returnPoint("paso-del-norte", { sector: elPaso, zone: denver })],
      cities: [city("ciudad-juarez", { zone: denver, beds: always(4), ...given })],
      courts: [court("el-paso", { zone: denver })],
      scripted,
    });

  it("M20 counts those who declined and those who found it full apart, also while they still wait", () => {
    // Six want one of four beds, four do not; a fifth bed opens after two days, two and a half before the end.
    const people = many(10, (index) => single({ acceptsBed: index < 6 }));
    const { measure } = run(
      shelters({ beds: changing(4, [at("12 12:00"), 5]) }, [group(at("10 12:00"), elPaso, people)]),
    );
    for (const place of ["city.ciudad-juarez", "system"]) {
      expect(measure(`${place}.outside-shelter.declined.person-days`)).toBeCloseTo(4 * 4.5, 10);
      expect(measure(`${place}.outside-shelter.full.person-days`)).toBeCloseTo(2 * 4.5 - 2.5, 10);
      expect(measure(`${place}.outside-shelter.person-days`)).toBeCloseTo(18 + 6.5, 10);
      expect(measure(`${place}.wait.open.days.mean`)).toBeCloseTo(4.5, 10);
      expect(measure(`${place}.wait.days.median`)).toBeNaN();
    }
    expect(measure("city.ciudad-juarez.outside-shelter.full.end")).toBe(1);
  });

  it("M20 a day across for a hearing is no day outside a shelter, and the nights after it are", () => {
    // Noon on the 10th to midnight after the 14th is 4.5 days; from 08:00 to 16:00 on the 12th they are at the court.
    const people = [
      group(
        at("10 12:00"),
        elPaso,
        many(3, () => single({ acceptsBed: false })),
      ),
    ];
    const courts = [court("el-paso", { zone: denver, leadDays: 2, outcome: [1, 0, 0, 0] })];
    const { measure } = run({ ...shelters({}, people), courts });
    expect(measure("court.el-paso.heard")).toBe(3);
    expect(measure("system.outside-shelter.person-days")).toBeCloseTo(3 * (4.5 - 8 / 24), 10);
  });

  it("M20 the median wait counts those still waiting: it is that of the hazard, though most waits have not ended", () => {
    const parameters = open(true, { sectors: 1 });
    const leaving = { ...parameters.cities[0]!, leaveRate: 0.05 / 24 };
    const { measure } = run({ ...parameters, cities: [leaving] });
    // log 2 / 0.05 = 13.86 days, by whole days upwards. Some 4,000 have been seen for so long: standard deviation 0.32 days.
    expect(Math.abs(measure("city.city.wait.days.median") - 14)).toBeLessThanOrEqual(1);
    expect(measure("system.wait.days.median")).toBe(measure("city.city.wait.days.median"));
    expect(measure("city.city.left")).toBeLessThan(measure("city.city.waiting.end"));
  });

  it("M20 as a cost moves people away from where those returned sleep outside", () => {
    const twoCities = (beds: number): BorderParameters => {
      const parameters = open(true);
      return {
        ...parameters,
        sectors: parameters.sectors.map((one, index) => ({ ...one, pathways: [onFoot(index, index)] })),
        returnPoints: [0, 1].map((index) => returnPoint(`port-${index}`, { sector: index, zone: denver, city: index })),
        cities: [
          city("near", { zone: denver, beds: always(beds), acceptance: 1 }),
          city("far", { zone: denver, beds: always(1e6), acceptance: 1 }),
        ],
      };
    };
    const displacement = { ...known, sensitivity: 0, exposure: 0.1, reference: twoCities(1e6) };
    const { measure } = run({ ...twoCities(0), displacement });
    expect(measure("sector.sector-0.displaced.out")).toBeGreaterThan(1_000);
    expect(measure("sector.sector-0.displaced.in")).toBe(0);
    expect(run({ ...twoCities(1e6), displacement }).measure("system.displaced")).toBe(0);
    expect(run({ ...twoCities(0), displacement: { ...displacement, exposure: 0 } }).measure("system.displaced")).toBe(
      0,
    );
  });
});
