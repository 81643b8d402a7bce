import type { Factor } from "@mpp-sim/scenario";
import { describe, expect, it } from "vitest";
import {
  morrisDesign,
  morrisOfRanges,
  placesToRun,
  rangesThatMove,
  type Trajectory,
  type TrajectoryFigures,
  walksOfRanges,
} from "../src/index.ts";

const factor = (path: string): Factor => ({
  origin: "a.yaml:1",
  paths: [path],
  base: "20 %",
  range: { kind: "interval", low: "0 %", high: "60 %", whole: false },
});
const measures = [
  { name: "x", unit: "persons" },
  { name: "y", unit: "persons" },
];
/** Moves input 1, then 0, then 2. */
const walk: Trajectory = {
  points: [
    [0, 0, 0],
    [0, 1, 0],
    [1, 1, 0],
    [1, 1, 1],
  ],
  moved: [1, 0, 2],
};

describe("which ranges do something", () => {
  it("is seen in any measure and any replication", () => {
    const same = [
      [4, 5],
      [1, Number.NaN],
    ];
    expect([...rangesThatMove([walk], [[same, same, same, same]])]).toEqual([]);
    const inLast = [
      [4, 5],
      [1, 0],
    ] as const;
    expect([...rangesThatMove([walk], [[same, same, inLast, inLast]])]).toEqual([0]);
    // -0 is no other figure to a reader, but another to the last digit.
    expect([...rangesThatMove([walk], [[[[0]], [[-0]], [[-0]], [[-0]]]])]).toEqual([1]);
  });

  it("is open where a point is refused", () => {
    const same = [[1], [2]];
    expect([...rangesThatMove([walk], [[same, same, [], same]])].sort()).toEqual([0, 2]);
  });

  it("decides which places are run", () => {
    expect(placesToRun(walk, new Set([0, 2]))).toEqual([0, 2, 3]);
    expect(placesToRun(walk, new Set())).toEqual([0]);
  });
});

it("elementary effects, worked out by hand: the widest first, those that did nothing from the first walks alone", () => {
  const factors = [factor("sectors.tucson.a"), factor("sectors.tucson.b"), factor("sectors.yuma.c")];
  // The first range does 3 in one replication and 5 in the other, then 7 and 9 where the second walk goes; the third takes 10.
  const figures: TrajectoryFigures[] = [
    [
      [
        [10, 20],
        [0, 0],
      ],
      undefined,
      [
        [13, 25],
        [0, 0],
      ],
      [
        [3, 15],
        [0, 0],
      ],
    ],
    [
      [
        [30, 40],
        [0, 0],
      ],
      undefined,
      [
        [37, 49],
        [0, 0],
      ],
      [
        [27, 39],
        [0, 0],
      ],
    ],
  ];
  const tried = { factors, trajectories: [walk, walk], figures, moving: new Set([0, 2]), first: 1 };
  const [x, y] = morrisOfRanges(measures, tried, { seed: "a" });
  expect(
    x?.ranges.map(({ name, n, mean, meanAbsolute, deviation }) => [
      name,
      n,
      mean.value,
      meanAbsolute.value,
      deviation.value,
    ]),
  ).toEqual([
    ["sectors.yuma.c", 2, -10, 10, 0],
    // Mean effects 4 and 8: their mean, and (8 - 4) / √2.
    ["sectors.tucson.a", 2, 6, 6, Math.sqrt(8)],
    ["sectors.tucson.b", 1, 0, 0, null],
  ]);
  // Effects 3, 5 in one place and 7, 9 in the other: within 2; between (2 · 8 - 2) / 2 = 7.
  expect(x?.ranges[1]?.variance).toMatchObject({ draws: 2, n: 4, chance: 2, assumption: 7 });
  expect(x?.groups.map(({ group, ranges, widest }) => [group, ranges, widest.name])).toEqual([
    ["sectors.yuma", 1, "sectors.yuma.c"],
    ["sectors.tucson", 2, "sectors.tucson.a"],
  ]);
  expect(y?.ranges.map(({ meanAbsolute }) => meanAbsolute.value)).toEqual([0, 0, 0]);
});

it("a point that is refused takes the effects on both sides of it", () => {
  const factors = ["a", "b", "c"].map(factor);
  const figures: TrajectoryFigures[] = [[[[1]], [], [[3]], [[7]]]];
  const tried = { factors, trajectories: [walk], figures, moving: new Set([0, 1, 2]), first: 1 };
  const [{ ranges } = { ranges: [] }] = morrisOfRanges(measures.slice(0, 1), tried, { seed: "a" });
  expect(ranges.map(({ name, n, mean }) => [name, n, mean.value])).toEqual([
    ["c", 1, 4],
    ["a", 0, null],
    ["b", 0, null],
  ]);
});

it("effects of a linear figure are its slopes, wherever the walks lead", () => {
  const slopes = [5, -2, 0];
  const trajectories = morrisDesign(4, 3, { seed: "line" });
  const at = (point: readonly number[]): number =>
    point.reduce((sum, unit, input) => sum + unit * (slopes[input] as number), 7);
  const figures = trajectories.map(({ points }) => points.map((point) => [[at(point)]]));
  const tried = { factors: ["a", "b", "c"].map(factor), trajectories, figures, moving: new Set([0, 1, 2]), first: 2 };
  const [found] = morrisOfRanges(measures.slice(0, 1), tried, { seed: "a" });
  expect(
    found?.ranges.map(({ mean, meanAbsolute }) =>
      [mean.value, meanAbsolute.value].map((one) => Math.round((one as number) * 1e9) / 1e9),
    ),
  ).toEqual([
    [5, 5],
    [-2, 2],
    [0, 0],
  ]);
});

it("the second walk is the first mirrored, so that a range that acts at one end alone is seen in two walks", () => {
  const walks = walksOfRanges(3, 4, "mirror");
  const [first, second, third] = walks;
  expect(second?.moved).toEqual(first?.moved);
  expect(second?.points.flat().map((unit, at) => unit + (first?.points.flat()[at] as number))).toEqual(
    Array(20).fill(1),
  );
  expect(third).toEqual(morrisDesign(3, 4, { seed: "mirror" })[2]);
  expect(walksOfRanges(1, 4, "mirror")).toEqual([first]);
  for (const seed of ["a", "b", "c", "d", "e", "f", "g", "h"]) {
    const two = walksOfRanges(2, 1, seed);
    const atLowest = two.map(({ points }) => points.map(([unit = 0]) => [[unit === 0 ? 1 : 0]]));
    expect([...rangesThatMove(two, atLowest)]).toEqual([0]);
  }
});
