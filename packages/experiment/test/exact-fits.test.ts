import { type BorderCatalogue, blockedFigures, type ReplicationResult } from "@mpp-sim/border";
import { describe, expect, it } from "vitest";
import { holm } from "../src/differences-from.ts";
import { areAllFutures } from "../src/fold-mixture.ts";
import { estimate, estimateMean, foldBottlenecks, quantileOfSorted, studentTQuantile } from "../src/index.ts";

/** One sector, one replication: person-hours, persons, people diverted and person-hours held of each constraint. */
function bottlenecksOf(rows: Readonly<Record<string, readonly [number, number, number, number]>>) {
  const catalogue: BorderCatalogue = {
    measures: [],
    series: [],
    days: [],
    blocked: Object.keys(rows).map((constraint) => ({ sector: "x", constraint })),
  };
  const names = ["personHours", "persons", "diverted", "heldPersonHours"] as const;
  const blocked = Object.values(rows).flatMap((row) => blockedFigures.map((figure) => row[names.indexOf(figure)]!));
  const result = { blocked: Float64Array.from(blocked) } as unknown as ReplicationResult;
  return foldBottlenecks(catalogue, [result]).filter(({ place }) => place === "x");
}

describe("bottlenecks of equal hours or equal people diverted", () => {
  const found = bottlenecksOf({ a: [10, 1, 1, 10], b: [10, 1, 2, 10], c: [5, 1, 2, 5], d: [10, 1, 1, 10] });

  it("come by people diverted, and then as the catalogue has them", () => {
    expect(found.map(({ constraint, rankByHours }) => [constraint, rankByHours])).toEqual([
      ["b", 1],
      ["a", 2],
      ["d", 3],
      ["c", 4],
    ]);
  });

  it("are ranked by people diverted, then by hours, then as the catalogue has them", () => {
    expect(found.map(({ constraint, rankByDiverted }) => [constraint, rankByDiverted])).toEqual([
      ["b", 1],
      ["a", 3],
      ["d", 4],
      ["c", 2],
    ]);
  });

  it("are shown if anybody was diverted or held, and not if neither", () => {
    const seen = bottlenecksOf({ none: [0, 3, 0, 0], diverted: [0, 1, 1, 0], held: [0, 1, 0, 0.25] });
    expect(seen.map(({ constraint, share }) => [constraint, share])).toEqual([
      ["diverted", 0],
      ["held", 0],
    ]);
  });
});

describe("Holm, at the very bound", () => {
  it("rejects a chance that is the bound, and not one above it", () => {
    expect(holm([0.05])).toEqual([true]);
    expect(holm([0.050001])).toEqual([false]);
    // 0.025 = 0.05 / 2, then 0.05 / 1.
    expect(holm([0.05, 0.025])).toEqual([true, true]);
    expect(holm([0.05, 0.025001])).toEqual([false, false]);
  });

  it("equal chances stand or fall one after the other", () => {
    expect(holm([0.025, 0.025])).toEqual([true, true]);
    expect(holm([0.026, 0.026])).toEqual([false, false]);
    expect(holm([])).toEqual([]);
  });
});

describe("a quantile that falls on a value", () => {
  it("is that value", () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantileOfSorted([1, 2, 4, 8, 16], p))).toEqual([1, 2, 4, 8, 16]);
    expect([0, 0.5, 1].map((p) => quantileOfSorted([7], p))).toEqual([7, 7, 7]);
    expect(quantileOfSorted([3, 3, 3], 0.3)).toBe(3);
  });
});

describe("an estimate, at its bounds", () => {
  it("of equal figures has no width, of two has that of one degree of freedom", () => {
    const all = { mean: 5, q05: 5, q50: 5, q95: 5, min: 5, max: 5, low: 5, high: 5 };
    expect(estimate([5, 5, 5])).toEqual({ n: 3, ...all, halfWidth: 0 });
    // Variance of 1 and 3 is 2, so the standard error is 1.
    expect(estimateMean([1, 3]).halfWidth).toBeCloseTo(12.706204736, 8);
  });

  it("has a level strictly between 0 and 1, and finite figures", () => {
    for (const level of [0, 1, -0.1, 1.1, Number.NaN]) {
      expect(() => estimateMean([1, 2], level)).toThrow(`level must be between 0 and 1, got ${level}`);
    }
    expect(() => estimateMean([Number.NEGATIVE_INFINITY])).toThrow("values must be finite or NaN, got -Infinity");
  });
});

describe("Student t, where it is known without a table", () => {
  it("is 0 in the middle, and with one degree of freedom 1 at three quarters", () => {
    expect(studentTQuantile(0.5, 1)).toBe(0);
    expect(studentTQuantile(0.75, 1)).toBeCloseTo(1, 12);
    expect(studentTQuantile(0.25, 1)).toBeCloseTo(-1, 12);
    // With two, p = 1/2 + t / (2 sqrt(2 + t²)): at t = 1 that is 1/2 + 1 / (2 sqrt 3).
    expect(studentTQuantile(0.5 + 1 / (2 * Math.sqrt(3)), 2)).toBeCloseTo(1, 10);
  });

  it("refuses the ends, and what is no whole number from 1", () => {
    for (const p of [0, 1, Number.NaN]) expect(() => studentTQuantile(p, 5)).toThrow("p must be between 0 and 1");
    for (const df of [0, 0.5, 1.5, Number.NaN]) {
      expect(() => studentTQuantile(0.9, df)).toThrow(`df must be a whole number from 1, got ${df}`);
    }
  });
});

it("futures are all there are if their probabilities sum to 1 but for rounding", () => {
  expect(areAllFutures([0.1, 0.2, 0.7])).toBe(true);
  expect(areAllFutures(Array.from({ length: 10 }, () => 0.1))).toBe(true);
  expect(areAllFutures([0.5, 0.49999])).toBe(false);
  expect(areAllFutures([0.5, 0.50001])).toBe(false);
  expect(areAllFutures([])).toBe(false);
});
