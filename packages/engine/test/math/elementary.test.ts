import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, log, log1p } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

/** How many doubles lie between two of the same sign. */
function ulpsBetween(a: number, b: number): number {
  const view = new DataView(new ArrayBuffer(16));
  view.setFloat64(0, a);
  view.setFloat64(8, b);
  const apart = view.getBigInt64(0) - view.getBigInt64(8);
  return Number(apart < 0n ? -apart : apart);
}

/** The same infinity, zero or NaN, or a finite number at most so many units in the last place from the true one. */
function expectNear(got: number, value: number, units: number): void {
  if (value === 0 || !Number.isFinite(value)) expect(got).toBe(value);
  else expect(ulpsBetween(got, value)).toBeLessThanOrEqual(units);
}

/** Doubles of every size, as evenly over the exponents as over the fractions. */
const positive = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true });

describe("log", () => {
  it("is within one unit in the last place of the machine's", () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 0.5, max: 2, noNaN: true }), (x, nearOne) => {
        expect(ulpsBetween(log(x), Math.log(x))).toBeLessThanOrEqual(1);
        expect(ulpsBetween(log(nearOne), Math.log(nearOne))).toBeLessThanOrEqual(1);
      }),
      fixedRuns(10_000),
    );
  });

  it.each([
    [1, 0],
    [2, Math.LN2],
    [10, Math.LN10],
    [0.1, -Math.LN10],
    [1e300, 690.7755278982137],
    [5e-324, -744.4400719213812],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [0, Number.NEGATIVE_INFINITY],
    [-0, Number.NEGATIVE_INFINITY],
    [-1, Number.NaN],
    [Number.NaN, Number.NaN],
  ])("of %d is %d", (x, value) => {
    expectNear(log(x), value, 1);
  });
});

describe("log1p", () => {
  it("is within two units in the last place of the machine's, near 0 and near -1 too", () => {
    const nearZero = fc.double({ min: -1e-3, max: 1e-3, noNaN: true });
    const wide = fc.double({ min: -0.9999999999999999, max: 1e6, noNaN: true });
    const uniform = fc.double({ min: Number.MIN_VALUE, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(nearZero, wide, uniform, (small, large, u) => {
        for (const x of [small, large, -u]) expect(ulpsBetween(log1p(x), Math.log1p(x))).toBeLessThanOrEqual(2);
      }),
      fixedRuns(10_000),
    );
  });

  it.each([
    [0, 0],
    [1e-20, 1e-20],
    [1e-10, 9.9999999995e-11],
    [1, Math.LN2],
    [-0.5, -Math.LN2],
    [2 ** -53 - 1, -36.7368005696771],
    [-1, Number.NEGATIVE_INFINITY],
    [-2, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [Number.NaN, Number.NaN],
  ])("of %d is %d", (x, value) => {
    expectNear(log1p(x), value, 2);
  });
});

describe("exp", () => {
  it("is within one unit in the last place of the machine's", () => {
    const any = fc.double({ min: -746, max: 710, noNaN: true });
    const small = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(any, small, (x, y) => {
        for (const z of [x, y]) expect(ulpsBetween(exp(z), Math.exp(z))).toBeLessThanOrEqual(1);
      }),
      fixedRuns(10_000),
    );
  });

  it.each([
    [0, 1],
    [1, Math.E],
    [-1, 0.36787944117144233],
    [10, 22026.465794806718],
    [709.782712893384, 1.797693134862273e308],
    [709.7827128933841, Number.POSITIVE_INFINITY],
    [-745.1332191019411, 5e-324],
    [-746, 0],
    [Number.NEGATIVE_INFINITY, 0],
    [Number.NaN, Number.NaN],
  ])("of %d is %d", (x, value) => {
    expectNear(exp(x), value, 1);
  });

  it("undoes log", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
        expect(Math.abs(exp(log(x)) / x - 1)).toBeLessThan(1e-14);
      }),
      fixedRuns(2000),
    );
  });
});
