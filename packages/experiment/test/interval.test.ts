import { estimate, rangeOfMeasure } from "@mpp-sim/experiment";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("the interval of a mean", () => {
  it("is that of t where there is no skew", () => {
    const { mean, halfWidth, low, high } = estimate([4, 5, 6]);
    expect(low).toBeCloseTo(mean! - halfWidth!, 12);
    expect(high).toBeCloseTo(mean! + halfWidth!, 12);
  });

  it("reaches further to the side of the tail, and not beyond what the figure can be", () => {
    // Mean 1, deviation 2, so error 1; squares 12 / 4 = 3, cubes 24 / 4 = 6, skew 6 / 3^1.5 = 1.1547; t of three degrees 3.1824463.
    // Low: 1 - 2 / 0.3849 · (cube root of (1 + 1.1547 (1.5912231 - 0.0481125)) - 1), high with -1.5912231.
    const values = [0, 0, 0, 4];
    expect(estimate(values).low).toBeCloseTo(-1.1117394, 6);
    expect(estimate(values).high).toBeCloseTo(11.1998332, 6);
    expect(estimate(values, 0.95, { least: 0 }).low).toBe(0);
    expect(estimate(values, 0.95, { most: 3 }).high).toBe(3);
    expect(estimate(values, 0.95, { least: 0 }).halfWidth).toBe(estimate(values).halfWidth);
  });

  it("mirrors with the values, moves with them, and holds the mean", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }), (values) => {
        const { mean, low, high } = estimate(values);
        const mirrored = estimate(values.map((value) => -value));
        expect(mirrored.low).toBeCloseTo(-high!, 6);
        expect(mirrored.high).toBeCloseTo(-low!, 6);
        expect(estimate(values.map((value) => value + 100)).low).toBeCloseTo(low! + 100, 6);
        expect(low! <= mean! + 1e-9 && mean! - 1e-9 <= high!).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("is a point where all are equal, and unknown below two", () => {
    expect(estimate([7, 7])).toMatchObject({ low: 7, high: 7 });
    expect(estimate([7])).toMatchObject({ low: null, high: null });
    expect(estimate([])).toMatchObject({ low: null, high: null });
  });
});

it("a measure is bounded by its unit, unless a value says otherwise", () => {
  expect(rangeOfMeasure("persons", [0, 3])).toEqual({ least: 0 });
  expect(rangeOfMeasure("share", [0, Number.NaN, 1])).toEqual({ least: 0, most: 1 });
  expect(rangeOfMeasure("share", [0, 1.1])).toEqual({ least: 0 });
  expect(rangeOfMeasure("dollars", [-1, 1])).toEqual({});
});
