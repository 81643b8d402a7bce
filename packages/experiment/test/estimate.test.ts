import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimate, estimateMean, pairedDifference, quantileOfSorted, studentTQuantile } from "../src/index.ts";

describe("Student t", () => {
  // Published to nine decimals.
  it.each([
    [0.975, 1, 12.706204736],
    [0.975, 2, 4.30265273],
    [0.975, 4, 2.776445105],
    [0.975, 9, 2.262157163],
    [0.975, 19, 2.093024054],
    [0.975, 29, 2.045229642],
    [0.975, 49, 2.009575237],
    [0.975, 99, 1.984216952],
    [0.995, 9, 3.249835542],
    [0.995, 19, 2.860934606],
    [0.995, 29, 2.756385904],
    // Ten comparisons after Bonferroni.
    [0.9975, 29, 3.038046745],
  ])("quantile %f with %i degrees of freedom", (p, df, published) => {
    expect(studentTQuantile(p, df)).toBeCloseTo(published, 8);
    expect(studentTQuantile(1 - p, df)).toBeCloseTo(-published, 8);
  });

  it("refuses what is no probability and no number of degrees", () => {
    expect(() => studentTQuantile(1, 5)).toThrow("p must be between 0 and 1, got 1");
    expect(() => studentTQuantile(0.5, 0)).toThrow("df must be a whole number from 1, got 0");
  });
});

describe("an estimate", () => {
  it("worked out by hand", () => {
    // Mean 5, variance (1 + 0 + 1) / 2 = 1, standard error 1 / sqrt 3, t(0.975, 2) = 4.30265273.
    const { n, mean, halfWidth, min, max, q50 } = estimate([4, 6, 5]);
    expect([n, mean, min, max, q50]).toEqual([3, 5, 4, 6, 5]);
    expect(halfWidth).toBeCloseTo(4.30265273 / Math.sqrt(3), 8);
  });

  it("keeps the digits of large figures", () => {
    // Variance 30; the naive formula gives -170.67.
    const { mean, halfWidth } = estimateMean([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect(mean).toBe(1e9 + 10);
    expect(halfWidth).toBeCloseTo(studentTQuantile(0.975, 3) * Math.sqrt(30 / 4), 9);
  });

  it("says how many replications define a figure, and nothing where none does", () => {
    expect(estimate([1, Number.NaN, 3])).toMatchObject({ n: 2, mean: 2 });
    expect(estimate([Number.NaN])).toEqual({
      n: 0,
      mean: null,
      halfWidth: null,
      q05: null,
      q50: null,
      q95: null,
      min: null,
      max: null,
      low: null,
      high: null,
    });
    expect(estimate([7])).toMatchObject({ n: 1, mean: 7, halfWidth: null });
    expect(() => estimate([Number.POSITIVE_INFINITY])).toThrow("values must be finite or NaN, got Infinity");
    expect(() => estimate([1, Number.NEGATIVE_INFINITY])).toThrow("values must be finite or NaN, got -Infinity");
    for (const level of [0, 1, -0.5, Number.NaN])
      expect(() => estimateMean([1, 2], level)).toThrow(`level must be between 0 and 1, got ${level}`);
  });

  it("covers the mean of normal figures in 95 % of runs", () => {
    // A hundred fixed sums of twelve uniforms; coverage of 1,000 intervals lies between 926 and 971 (99.9 %).
    let state = 12345;
    const uniform = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 4294967296;
    };
    let covered = 0;
    for (let run = 0; run < 1000; run++) {
      const sample = Array.from({ length: 10 }, () => {
        let sum = 0;
        for (let i = 0; i < 12; i++) sum += uniform();
        return sum - 6;
      });
      const { mean, halfWidth } = estimateMean(sample);
      if (Math.abs(mean!) <= halfWidth!) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(926);
    expect(covered).toBeLessThanOrEqual(971);
  });

  it("order does not matter to its quantiles, which lie between its extremes", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const [a, b] = [estimate(values), estimate([...values].reverse())];
        expect([a.q05, a.q50, a.q95, a.min, a.max]).toEqual([b.q05, b.q50, b.q95, b.min, b.max]);
        expect(a.min! <= a.q05! && a.q05! <= a.q50! && a.q50! <= a.q95! && a.q95! <= a.max!).toBe(true);
      }),
    );
  });
});

describe("quantiles of type 7", () => {
  it("lie between order statistics", () => {
    expect(quantileOfSorted([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantileOfSorted([1, 2, 3, 4], 1)).toBe(4);
    expect(quantileOfSorted([], 0.5)).toBeNaN();
  });
});

describe("a paired difference", () => {
  it("is of the differences, not of two means", () => {
    // Differences 1, 1, 1: no spread, however much the policies vary together.
    expect(pairedDifference([10, 500, 1000], [9, 499, 999])).toMatchObject({ n: 3, mean: 1, halfWidth: 0 });
    expect(() => pairedDifference([1], [1, 2])).toThrow("must have the same number of replications, got 1 and 2");
  });
});
