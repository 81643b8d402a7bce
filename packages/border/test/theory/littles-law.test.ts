import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BorderModel, type BorderParameters } from "../../src/index.ts";
import { arrivals, border, city, court, onFoot, returnPoint, sector, startOn } from "../parameters.ts";
import { knobs, randomBorder } from "../random-border.ts";
import { run } from "../run.ts";

/**
 * Stays of persons in each place, written down from outside: whose time there is the sum over those who came, each from coming to
 * going or to the end.
 */
function personHours(parameters: BorderParameters): { readonly model: BorderModel; readonly hours: readonly number[] } {
  const model = new BorderModel(parameters, { seed: "little", replication: 0 });
  const { cases, simulation, whereabouts } = model.view;
  const hours = whereabouts.levels.map(() => 0);
  const came = new Map<number, { place: number; at: number; persons: number }>();
  const end = (row: number): void => {
    const stay = came.get(row);
    if (stay) hours[stay.place] = hours[stay.place]! + stay.persons * (simulation.now - stay.at);
    came.delete(row);
  };
  const move = whereabouts.move.bind(whereabouts);
  whereabouts.move = (row, place, since) => {
    end(row);
    move(row, place, since);
    if (place >= 0) came.set(row, { place, at: simulation.now, persons: cases.size[row]! });
  };
  model.run();
  for (const row of came.keys()) end(row);
  return { model, hours };
}

describe("Little's law, on the path of a finished run", () => {
  it("holds in every place: the level over time is the hours of those who came", () => {
    let places = 0;
    fc.assert(
      fc.property(knobs, (given) => {
        const { model, hours } = personHours(randomBorder(given));
        model.ground.whereabouts.levels.forEach((level, place) => {
          expect(level.integral).toBeCloseTo(hours[place]!, 5);
          if (hours[place]! > 0) places++;
        });
      }),
      { seed: 20191122, numRuns: 20 },
    );
    expect(places).toBeGreaterThan(150);
  });

  it("holds in what is reported: mean number times length is arrivals times mean wait", () => {
    const start = startOn("2019-07-10");
    const { denver } = start;
    const days = 60;
    // People come for 20 days and all leave within the 60, so that every wait has ended: L T = N W.
    const parameters = border(start, days, {
      sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(0, 0)], arrivals: [arrivals(denver, 20, 40)] })],
      returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
      cities: [city("ciudad-juarez", { zone: denver, leaveRate: 0.5 / 24 })],
      courts: [court("el-paso", { zone: denver, leadDays: 90 })],
    });
    const { daily, measure } = run(parameters);
    const returned = measure("sector.el-paso.returned.first");
    expect(measure("city.ciudad-juarez.waiting.end")).toBe(0);
    expect(measure("city.ciudad-juarez.left")).toBe(returned);
    const personDays = daily("city.ciudad-juarez.waiting").reduce((sum, level) => sum + level, 0);
    expect(personDays).toBeCloseTo(measure("city.ciudad-juarez.outside-shelter.person-days"), 6);
    // A wait is exponential with a mean of two days: that of so many people lies within 3.291 of its errors.
    expect(returned).toBeGreaterThan(700);
    expect(Math.abs(personDays / returned - 2)).toBeLessThan((3.291 * 2) / Math.sqrt(returned));
  });
});
