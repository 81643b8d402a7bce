import {
  fullGrid,
  latinHypercube,
  morrisDesign,
  positionAt,
  saltelliDesign,
  sobolSequence,
  valueAt,
} from "@mpp-sim/experiment";
import type { Factor } from "@mpp-sim/scenario";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const factor = (range: Factor["range"]): Factor => ({ origin: "a.yaml:1", paths: ["a"], base: "1", range });

describe("values of an input", () => {
  it("lie at a part of a range, both ends among them", () => {
    const range = { kind: "range", low: 0.1, high: 0.7 } as const;
    expect([valueAt(range, 0), valueAt(range, 0.5), valueAt(range, 1)]).toEqual([0.1, 0.4, 0.7]);
  });

  it("are whole numbers, each for an equal part of 0..1", () => {
    const range = { kind: "range", low: 3, high: 5, whole: true } as const;
    expect([0, 0.33, 0.34, 0.66, 0.67, 1].map((unit) => valueAt(range, unit))).toEqual([3, 3, 4, 4, 5, 5]);
  });

  it("are those listed, in their order", () => {
    const listed = { kind: "values", values: ["fifo", 7] } as const;
    expect([0, 0.49, 0.5, 1].map((unit) => valueAt(listed, unit))).toEqual(["fifo", "fifo", 7, 7]);
  });

  it("of assumptions are positions for settingsOf", () => {
    const interval = factor({ kind: "interval", low: "40 min", high: "90 min", whole: false });
    const levels = factor({ kind: "levels", levels: { few: "1", many: "9" } });
    expect([0, 0.25, 1].map((unit) => positionAt(interval, unit))).toEqual([0, 0.25, 1]);
    expect([0, 0.5].map((unit) => positionAt(levels, unit))).toEqual(["few", "many"]);
    // Three whole numbers, a third of 0..1 each, whichever end is written first.
    const whole = factor({ kind: "interval", low: "2 people", high: "4 people", whole: true });
    expect([0, 0.3, 0.4, 0.7, 1].map((unit) => positionAt(whole, unit))).toEqual([0, 0, 0.5, 1, 1]);
    const down = factor({ kind: "interval", low: "4", high: "2", whole: true });
    expect([0, 0.4, 1].map((unit) => positionAt(down, unit))).toEqual([1, 0.5, 0]);
  });

  it("refuse what is no domain", () => {
    expect(() => valueAt({ kind: "values", values: [] }, 0)).toThrow("values must be at least one, got none");
    expect(() => valueAt({ kind: "range", low: 2, high: 1 }, 0)).toThrow(
      "must go from a number up to another, got 2 to 1",
    );
    expect(() => valueAt({ kind: "range", low: 1, high: 2.5, whole: true }, 0)).toThrow("whole ends, got 1 to 2.5");
    expect(() => valueAt({ kind: "range", low: 1, high: 2 }, 1.01)).toThrow("unit must be from 0 to 1, got 1.01");
  });
});

describe("a full grid", () => {
  const letters = { kind: "values", values: ["a", "b"] } as const;

  it("has every combination, the last input fastest", () => {
    expect(fullGrid([letters, { kind: "range", low: 1, high: 3, whole: true }])).toEqual(
      ["a", "b"].flatMap((letter) => [1, 2, 3].map((number) => [letter, number])),
    );
    expect(fullGrid([{ kind: "range", low: 0, high: 1 }], { levels: 3 })).toEqual([[0], [0.5], [1]]);
  });

  it("may have exactly as many points as allowed", () => {
    expect(fullGrid([letters, letters], { most: 4 })).toHaveLength(4);
    expect(() => fullGrid([letters, letters], { most: 3 })).toThrow("grid must have 1 to 3 points, got 4 (2 × 2)");
    expect(() => fullGrid([{ kind: "range", low: 0, high: 1 }], { levels: 1 })).toThrow("whole number from 2, got 1");
  });
});

it("a Latin hypercube has one point in each part of each input, and stays when inputs are added", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 5 }),
      fc.string(),
      (points, inputs, seed) => {
        const design = latinHypercube(points, inputs, seed);
        for (let input = 0; input < inputs; input++) {
          const parts = design.map((point) => Math.floor((point[input] as number) * points));
          expect(parts.sort((a, b) => a - b)).toEqual([...Array(points).keys()]);
        }
        expect(latinHypercube(points, inputs + 1, seed).map((point) => point.slice(0, inputs))).toEqual(design);
      },
    ),
    { numRuns: 30 },
  );
  expect(latinHypercube(9, 2, "a")).not.toEqual(latinHypercube(9, 2, "b"));
  expect(() => latinHypercube(0, 2, "a")).toThrow("points must be a whole number from 1, got 0");
});

describe("a Sobol' sequence", () => {
  it("is that of Joe and Kuo", () => {
    // Computed by scipy.stats.qmc.Sobol, which has the same direction numbers.
    expect(sobolSequence(8, 5)).toEqual([
      [0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
    ]);
    const last = sobolSequence(1001, 256)[1000] as readonly number[];
    expect([0, 1, 2, 9, 49, 127, 199, 255].map((input) => last[input])).toEqual([
      0.2197265625, 0.0966796875, 0.5185546875, 0.0693359375, 0.4794921875, 0.5439453125, 0.8427734375, 0.2490234375,
    ]);
    expect(() => sobolSequence(2, 257)).toThrow("at most 256, got 257");
  });

  it("keeps its evenness when shifted: each of 64 parts of each of 256 inputs holds one of 64 points", () => {
    const points = sobolSequence(64, 256, "seed");
    for (let input = 0; input < 256; input++) {
      expect(new Set(points.map((point) => Math.floor((point[input] as number) * 64))).size).toBe(64);
    }
    expect(Math.min(...points.flat())).toBeGreaterThan(0);
    expect(sobolSequence(64, 256, "seed")).toEqual(points);
    expect(sobolSequence(64, 256, "other")).not.toEqual(points);
  });
});

it("a Morris design moves each input once a trajectory, by the same step, on its grid", () => {
  const design = morrisDesign(6, 5, { seed: "m" });
  expect(design).toHaveLength(6);
  for (const { points, moved } of design) {
    expect([...moved].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(points).toHaveLength(6);
    moved.forEach((input, step) => {
      const [from, to] = [points[step], points[step + 1]] as [number[], number[]];
      expect(from.flatMap((unit, at) => (unit === to[at] ? [] : [at]))).toEqual([input]);
      expect(Math.abs((to[input] as number) - (from[input] as number))).toBeCloseTo(2 / 3, 12);
    });
    for (const unit of points.flat()) expect([0, 1 / 3, 2 / 3, 1]).toContain(unit);
  }
  expect(new Set(design.map(({ moved }) => moved.join())).size).toBeGreaterThan(1);
  expect(morrisDesign(3, 5, { seed: "m" })).toEqual(design.slice(0, 3));
  expect(() => morrisDesign(1, 1, { seed: "m", levels: 3 })).toThrow("levels must be an even number, got 3");
});

describe("Saltelli's matrices", () => {
  it("take the inputs of a group from the other matrix", () => {
    const { a, b, mixed } = saltelliDesign(4, 3, { seed: "s", groups: [[1], [0, 2]] });
    const [pa, pb] = [a[2], b[2]] as [number[], number[]];
    expect(mixed.map((rows) => rows[2])).toEqual([
      [pa[0], pb[1], pa[2]],
      [pb[0], pa[1], pb[2]],
    ]);
    expect(new Set([...pa, ...pb]).size).toBe(6);
    expect(saltelliDesign(4, 3, { seed: "s" }).mixed).toHaveLength(3);
  });

  it("want each input in one group", () => {
    expect(() => saltelliDesign(4, 3, { seed: "s", groups: [[0], [0, 2]] })).toThrow(
      "each input from 0 to 2 once, got 0, 0, 2",
    );
    expect(() => saltelliDesign(1, 3, { seed: "s" })).toThrow("rows must be a whole number from 2, got 1");
    expect(saltelliDesign(2, 128, { seed: "s" }).a[0]).toHaveLength(128);
    expect(() => saltelliDesign(2, 129, { seed: "s" })).toThrow("at most 256, got 258");
  });
});
