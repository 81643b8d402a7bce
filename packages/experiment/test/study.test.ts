import type { Factor } from "@mpp-sim/scenario";
import { describe, expect, it } from "vitest";
import { foldStudy, gridOf, pointAt, pointsOfDesign, positionsIn } from "../src/index.ts";

const seats: Factor = {
  origin: "a.yaml:1",
  paths: ["buses.coach.seats", "buses.van.seats"],
  base: "50",
  range: { kind: "interval", low: "40", high: "43", whole: true },
};
const departs: Factor = {
  origin: "a.yaml:2",
  paths: ["buses.coach.departs"],
  base: "12:00",
  range: { kind: "levels", levels: { early: "04:00", late: "20:00" } },
};
const share: Factor = {
  origin: "a.yaml:3",
  paths: ["share"],
  base: "20 %",
  range: { kind: "interval", low: "0 %", high: "60 %", whole: false },
};

describe("points of a study", () => {
  it("change every place that a value reaches, and are named by the first", () => {
    expect(pointAt([seats, departs], [0, "late"])).toEqual({
      name: "buses.coach.seats=40, buses.coach.departs=late",
      values: ["40", "late"],
      settings: [
        { path: "buses.coach.seats", value: "40" },
        { path: "buses.van.seats", value: "40" },
        { path: "buses.coach.departs", value: "20:00" },
      ],
    });
  });

  it("leave what has no position as it is", () => {
    expect(pointAt([seats, share], [undefined, 0.5])).toEqual({
      name: "share=30 %",
      values: ["", "30 %"],
      settings: [{ path: "share", value: "30 %" }],
    });
    expect(pointAt([seats], [undefined])).toEqual({ name: "base", values: [""], settings: [] });
  });

  it("lie evenly from end to end, each written value once", () => {
    expect(positionsIn(share, 3)).toEqual([0, 0.5, 1]);
    expect(positionsIn(share, 1)).toEqual([0.5]);
    // 40, 41, 42, 43 are all that there are.
    expect(positionsIn(seats, 9).map((at) => pointAt([seats], [at]).values[0])).toEqual(["40", "41", "42", "43"]);
    expect(positionsIn(departs, 9)).toEqual(["early", "late"]);
    expect(() => positionsIn(share, 0)).toThrow("steps must be a whole number from 1, got 0");
  });

  it("of a grid: the last setting changes first", () => {
    const points = gridOf(
      [share, departs],
      [
        [0, 1],
        ["early", "late"],
      ],
    );
    expect(points.map(({ values }) => values)).toEqual([
      ["0 %", "early"],
      ["0 %", "late"],
      ["60 %", "early"],
      ["60 %", "late"],
    ]);
  });

  it("of a design: a coordinate is a part of an interval, and levels have equal parts of it", () => {
    const rows = [
      [0.5, 0],
      [0.25, 0.499],
      [0.25, 0.5],
      [0, 1],
    ];
    expect(pointsOfDesign([share, departs], rows).map(({ values }) => values)).toEqual([
      ["30 %", "early"],
      ["15 %", "early"],
      ["15 %", "late"],
      ["0 %", "late"],
    ]);
  });
});

it("a study is folded by point and then by measure", () => {
  const [a, b] = gridOf([departs], [["early", "late"]]) as [ReturnType<typeof pointAt>, ReturnType<typeof pointAt>];
  const rows = foldStudy(
    [
      { name: "x", unit: "persons" },
      { name: "y", unit: "hours" },
    ],
    [
      {
        point: a,
        values: [
          [1, 3],
          [Number.NaN, 5],
        ],
      },
      {
        point: b,
        values: [
          [2, 2],
          [4, 8],
        ],
      },
    ],
  );
  expect(rows.map(({ number, point, name, unit, n, mean }) => [number, point.values[0], name, unit, n, mean])).toEqual([
    [1, "early", "x", "persons", 2, 2],
    [1, "early", "y", "hours", 1, 5],
    [2, "late", "x", "persons", 2, 2],
    [2, "late", "y", "hours", 2, 6],
  ]);
});
