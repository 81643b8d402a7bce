import { fixed } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { familyOf, many } from "./parameters.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { run, runChecked, stepping } from "./run.ts";
import { open } from "./sectors-that-return.ts";
import { at, start, tucson, twice, twoSectors } from "./two-sectors.ts";

describe("M13: people who leave a city try again through another sector", () => {
  const people = [...many(60), ...many(20, () => familyOf(3, { acceptsBed: false }))];

  it("M13 the same people are caught again elsewhere, attempt + 1, and returned anew", () => {
    const parameters = twoSectors({ days: 30, people, tryAgain: twice });
    const { measure } = run(parameters);
    // 120 persons, each caught in El Paso and then in Tucson; nobody leaves Nogales.
    expect(measure("city.ciudad-juarez.left.another-sector")).toBe(120);
    expect(measure("sector.el-paso.arrivals")).toBe(120);
    expect(measure("sector.tucson.arrivals.again")).toBe(120);
    expect(measure("sector.tucson.arrivals.family")).toBe(60);
    expect(measure("system.arrivals")).toBe(240);
    expect(measure("system.persons.unique")).toBe(120);
    expect(measure("system.attempts.mean")).toBe(1.5);
    expect(measure("system.returned.first")).toBe(240);
    expect(measure("system.returned.first.again")).toBe(120);
    expect(measure("system.present.end")).toBe(120);
    expect(measure("system.balance")).toBe(0);
    const { cases } = runChecked(parameters).view;
    for (const row of cases.rows()) {
      expect([cases.attempt[row], cases.sector[row]]).toEqual([2, tucson]);
      // The family declined a bed in Ciudad Juarez, and does in Nogales.
      if (cases.size[row] === 3) expect(cases.place[row]).toBe(2 * 2 + 1);
    }
    expect(measure("city.nogales-son.outside-shelter.declined.end")).toBeGreaterThanOrEqual(60);
  });

  it("M13 off, to leave for another sector is to leave for good", () => {
    const { measure } = run(twoSectors({ days: 30, people }));
    expect(measure("system.arrivals")).toBe(120);
    expect(measure("system.attempts.mean")).toBe(1);
    expect(measure("system.present.end")).toBe(0);
    expect(run(twoSectors({ days: 30, people, tryAgain: { ...twice, mostAttempts: 1 } })).result).toEqual(
      run(twoSectors({ days: 30, people })).result,
    );
  });

  it("M13 a hearing that is pending is kept, at its court, and none is booked twice", () => {
    const parameters = twoSectors({ days: 30, people: many(50), tryAgain: twice, leadDays: 20 });
    const { model, until } = stepping(parameters);
    until(at("29 12:00"));
    const booked = (index: number, day: number): number =>
      model.view.hearings.dockets[index]!.bookedOn(start.firstDay + day);
    // 10 July + 20 days.
    expect(booked(0, 20)).toBe(50);
    for (let day = 0; day < 60; day++) expect(booked(1, day)).toBe(0);
    expect(model.ground.counts.courts.map(({ pendingCases }) => pendingCases)).toEqual([50, 0]);
    until(at("30 12:00"));
    expect(model.ground.counts.courts.map(({ heardCases, pendingCases }) => [heardCases, pendingCases])).toEqual([
      [50, 0],
      [0, 0],
    ]);
  });

  it("M13 a date that passes before the next return is missed, and the return books another", () => {
    // The date is on the 12th at 08:00; they are caught again two days after having left, on the 12th at noon or later.
    const { measure } = run(twoSectors({ days: 30, people: many(50), tryAgain: twice, leadDays: 2 }));
    const left = measure("city.ciudad-juarez.left");
    expect(left).toBeGreaterThan(0);
    expect(measure("court.el-paso.heard") + left).toBe(50);
    expect(measure("court.el-paso.absent.share")).toBe(left / 50);
    expect(measure("court.el-paso.pending.end")).toBe(0);
    expect(measure("court.tucson.heard")).toBe(left);
  });

  it("M13 people between two attempts are in no place, but not lost", () => {
    const { model, until } = stepping(twoSectors({ days: 30, people: many(50), tryAgain: twice }));
    until(at("12 11:59"));
    const away = model.ground.conservation.personsBetweenAttempts;
    expect(away).toBeGreaterThan(45);
    expect(model.ground.whereabouts.levels.reduce((sum, { level }) => sum + level, 0)).toBe(50 - away);
    expect(model.ground.conservation.balance).toBe(0);
    expect(model.ground.conservation.uniquePersons).toBe(50);
    const { measure } = run(twoSectors({ days: 5, people: many(50), tryAgain: { ...twice, delay: fixed(1_000) } }));
    expect(measure("system.between-attempts.end")).toBeGreaterThan(45);
    expect(measure("system.between-attempts.end")).toBe(measure("city.ciudad-juarez.left"));
  });

  it("M13 everyone balances at every hour, in attempts and in unique people, in random scenarios", () => {
    let again = 0;
    fc.assert(
      fc.property(knobs, fc.integer({ min: 2, max: 4 }), (given, mostAttempts) => {
        const others = [0, 1, 2, 3].map((from) => [0, 1, 2, 3].map((to) => (to === from ? 0 : 1)));
        const tryAgain = { mostAttempts, delay: fixed(30), through: others };
        const model = runChecked({ ...randomBorder({ ...given, leaveRate: 0.01 }), tryAgain });
        again += model.ground.conservation.triedAgainPersons;
        const pending = model.ground.counts.courts.reduce((sum, { pendingCases }) => sum + pendingCases, 0);
        const dates = [...model.ground.cases.rows()].filter(
          (row) => model.ground.cases.keptDate[row] !== 0 || [12, 14].includes(model.ground.cases.stage[row]!),
        );
        expect(pending).toBe(dates.length);
      }),
      { seed: 20191122, numRuns: 15 },
    );
    expect(again).toBeGreaterThan(100);
  });
});

describe("M13: people who try again choose their sector as their like do", () => {
  it("M13 not the one they were returned from, and the others by the counts of the day", () => {
    const parameters = open(true, { sectors: 3 });
    const leaving = { ...parameters.cities[0]!, leaveRate: 1, leaveTo: [0, 0, 1] };
    const { measure } = run({ ...parameters, cities: [leaving], tryAgain: { mostAttempts: 2, delay: fixed(24) } });
    const again = [0, 1, 2].map((index) => measure(`sector.sector-${index}.arrivals.again`));
    expect(again[0]).toBe(0);
    // 9,000 persons evenly: standard deviation 47.
    expect(again[1]! + again[2]!).toBeGreaterThan(8_500);
    expect(Math.abs(again[1]! - again[2]!)).toBeLessThan(2 * 3.29 * 47);
  });
});
