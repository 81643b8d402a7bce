import { foldStudy, type StudyResult } from "@mpp-sim/experiment";
import { describe, expect, it } from "vitest";
import { inkOf, pointsCsv, sweepObject, sweepText } from "../../src/index.ts";
import { sweepSheet } from "../../src/svg/index.ts";
import { valueAxis } from "../../src/svg/value-axis.ts";
import { fakeScenario } from "../fake-run.ts";

const values = [
  ["40", "04:00", [10, 12]],
  ["40", "20:00", [20, 22]],
  ["60", "04:00", [5, 5]],
  ["60", "20:00", [Number.NaN, Number.NaN]],
] as const;
const paths = ["bus.seats", "bus.departs"];
const measures = [{ name: "system.released", unit: "persons" }];
const result: StudyResult = {
  paths,
  measures,
  replications: 2,
  rows: foldStudy(
    measures,
    values.map(([seats, departs, own]) => ({
      point: {
        name: `${seats} ${departs}`,
        values: [seats, departs],
        settings: [{ path: "bus.seats", value: seats }],
      },
      values: [own],
    })),
  ),
};
const scenario = fakeScenario;
const run = { command: "sweep", scenario, seed: "a", replications: 2, points: 4 };

it("points.csv has a row for each point and measure, empty where nothing is defined", () => {
  const [head, first, , third, last] = pointsCsv(result).split("\n");
  expect(head).toBe("point,bus.seats,bus.departs,measure,unit,n,mean,halfWidth,q05,q50,q95,min,max,low,high");
  expect(first).toMatch(/^1,40,04:00,system\.released,persons,2,11,12\.706\d*,10\.1,11,11\.9,10,12,0,23\.706\d*$/);
  expect(third).toBe("3,60,04:00,system.released,persons,2,5,0,5,5,5,5,5,5,5");
  expect(last).toBe("4,60,20:00,system.released,persons,0,,,,,,,,,");
});

it("the document has each point with its settings", () => {
  expect(sweepObject(run, result)).toMatchObject({
    command: "sweep",
    points: 4,
    paths,
    results: [
      { point: 1, set: [{ path: "bus.seats", value: "40" }], measures: [{ name: "system.released", n: 2, mean: 11 }] },
      { point: 2 },
      { point: 3 },
      { point: 4, measures: [{ n: 0, mean: null }] },
    ],
  });
});

it("a terminal has a row for each point, and says what is not defined", () => {
  const paper = { width: 100, ink: inkOf(false), bars: false };
  const text = sweepText(run, result, paper);
  expect(text).toContain("4 points of 2 replications, the same people at each");
  expect(text).toMatch(/\n {2}40, 04:00 +11 ± 13\n/);
  expect(text).toMatch(/\n {2}60, 20:00 +none \(not defined\)\n/);
  const widthAt = (width: number): number =>
    Math.max(
      ...sweepText(run, result, { ...paper, width })
        .split("\n")
        .map(({ length }) => length),
    );
  expect(widthAt(100)).toBeLessThanOrEqual(100);
  expect(widthAt(44)).toBeLessThanOrEqual(44);
  expect(widthAt(44)).toBeLessThan(widthAt(100));
});

describe("sweep.svg", () => {
  it("has a line for each value of the second setting, named at its end", () => {
    const svg = sweepSheet("Title & more", result, true);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain("Title &amp; more");
    expect(svg.match(/<path [^>]*stroke="var\(--median\)"|aria-label="line"/g)?.length).toBeGreaterThan(0);
    expect(svg).toMatch(/>04:00<\/text>/);
    // The line that ends where nothing is defined has no end to be named at.
    expect(svg).not.toMatch(/>20:00<\/text>/);
    expect(svg).toMatch(/a line for each<\/text>\n<text [^>]*>bus\.departs</);
  });

  it("draws each measure over each setting where the points are no grid", () => {
    expect(sweepSheet("T", result, true).match(/role="img"/g)).toHaveLength(1);
    expect(sweepSheet("T", result, false).match(/role="img"/g)).toHaveLength(2);
  });
});

describe("an axis of values", () => {
  it("has figures of one unit at their figures", () => {
    const axis = valueAxis(["40 %", "10 %", "25.5 %"]);
    expect([axis.unit, axis.at("25.5 %"), axis.ticks, axis.label(25.5)]).toEqual([
      "in %",
      25.5,
      [10, 25.5, 40],
      "25.5",
    ]);
    expect(valueAxis(["5/day", "10/day"])).toMatchObject({ unit: "in /day", ticks: [5, 10] });
  });

  it("has all else one after the other", () => {
    for (const values of [
      ["04:00", "20:00"],
      ["2019-11-01", "2019-12-01"],
      ["1 h", "30 min"],
      ["early", "late"],
    ]) {
      const axis = valueAxis(values);
      expect([axis.unit, values.map(axis.at), [0, 1].map(axis.label)]).toEqual(["", [0, 1], values]);
    }
  });

  it("names no more than eight figures", () => {
    const figures = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);
    expect(valueAxis(figures(8)).ticks).toHaveLength(8);
    expect(valueAxis(figures(9)).ticks).toEqual([0, 8]);
  });
});
