import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, expm1, log, log1p, pow } from "../../src/index.ts";
import {
  type Exact,
  errorInUnits,
  exact,
  exactExp,
  exactExpm1,
  exactLog,
  exactLog1p,
  exactPow,
} from "../support/exact.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}

/** The largest error of a function over many arguments from several ranges, in units in the last place. */
function worst(f: (x: number) => number, truth: (x: number) => Exact, ranges: readonly (readonly [number, number])[]) {
  let most = 0;
  fc.assert(
    fc.property(fc.tuple(...ranges.map(([low, high]) => between(low, high))), (xs) => {
      for (const x of xs) if (x !== 0) most = Math.max(most, errorInUnits(f(x), truth(x)));
    }),
    fixedRuns(1500),
  );
  return most;
}

it("the yardstick is right: published digits of log 2, e and the square root of 2", () => {
  // log 2 = 0.693147180559945309417232121458176568, e = 2.718281828459045235360287471352662498 (OEIS A002162, A001113).
  const digits = ({ mantissa, exponent }: Exact) => (mantissa * 10n ** 36n) >> BigInt(-exponent);
  expect(digits(exactLog(2))).toBe(693147180559945309417232121458176568n);
  expect(digits(exactExp(1))).toBe(2718281828459045235360287471352662497n);
  expect(digits(exactPow(2, 0.5))).toBe(1414213562373095048801688724209698078n);
  expect(errorInUnits(1 + 2 ** -52, exact(1))).toBe(1);
  expect(errorInUnits(Math.SQRT2, exactPow(2, 0.5))).toBeLessThanOrEqual(0.5);
  // 0.1 is a little more than a tenth; half a unit in the last place is the most that rounding may cost.
  expect(errorInUnits(0.1, { mantissa: (1n << 200n) / 10n, exponent: -200 })).toBeLessThanOrEqual(0.5);
});

describe("error in units in the last place", () => {
  it("of log: below 1", () => {
    const ranges = [
      [Number.MIN_VALUE, Number.MAX_VALUE],
      [0.5, 2],
      [1 - 1e-6, 1 + 1e-6],
      [1e-9, 1],
    ] as const;
    expect(worst(log, exactLog, ranges)).toBeLessThan(1);
  });

  it("of log1p: at most 2, near 0 and near -1 too", () => {
    const ranges = [
      [-1e-3, 1e-3],
      [-1e-15, 1e-15],
      [-(1 - 2 ** -53), 1e6],
      [2 ** -53 - 1, -Number.MIN_VALUE],
    ] as const;
    expect(worst(log1p, exactLog1p, ranges)).toBeLessThanOrEqual(2);
  });

  it("of log1p at the negative of a uniform: below 1, as of log", () => {
    const uniform = fc.nat(2 ** 30 - 1).map((k) => (k * 2 ** 22 + 0.5) * 2 ** -52);
    fc.assert(
      fc.property(uniform, (u) => {
        expect(errorInUnits(log1p(-u), exactLog1p(-u))).toBeLessThan(1);
      }),
      fixedRuns(2000),
    );
  });

  it("of exp: below 1", () => {
    const ranges = [
      [-745, 709.78],
      [-1, 1],
      [-1e-6, 1e-6],
    ] as const;
    expect(worst(exp, exactExp, ranges)).toBeLessThan(1);
  });

  it("of expm1: below 1", () => {
    const ranges = [
      [-40, 709.78],
      [-2, 2],
      [-1e-6, 1e-6],
      [30, 60],
    ] as const;
    expect(worst(expm1, exactExpm1, ranges)).toBeLessThan(1);
  });

  it("of pow: below 1", () => {
    let most = 0;
    const bases = fc.oneof(between(1e-300, 1e300), between(0.5, 2), between(1 - 1e-8, 1 + 1e-8));
    const exponents = fc.oneof(between(-5, 5), between(-1e3, 1e3), between(-1e10, 1e10));
    fc.assert(
      fc.property(bases, exponents, (x, y) => {
        const size = y * Math.log(x);
        if (x !== 1 && Math.abs(size) < 700) most = Math.max(most, errorInUnits(pow(x, y), exactPow(x, y)));
      }),
      fixedRuns(4000),
    );
    expect(most).toBeLessThan(1);
  });

  it("of pow, where the result is so small that it loses bits: at most 1", () => {
    for (const [x, y] of [
      [2, -1070],
      [0.3, 610],
      [1.5, -1830],
      [10, -320],
    ] as const)
      expect(errorInUnits(pow(x, y), exactPow(x, y))).toBeLessThanOrEqual(1);
  });
});

/** The same infinity, zero or NaN, or the nearest double but one. */
function expectNear(got: number, value: number): void {
  if (value === 0 || !Number.isFinite(value)) expect(got).toBe(value);
  else expect(errorInUnits(got, exact(value))).toBeLessThanOrEqual(1);
}

const { MIN_VALUE, MAX_VALUE, NaN: nan, POSITIVE_INFINITY: infinity, NEGATIVE_INFINITY: minusInfinity } = Number;

describe("special values", () => {
  it.each([
    [1, 0],
    [2, Math.LN2],
    [10, Math.LN10],
    [0.1, -Math.LN10],
    [1e300, 690.7755278982137],
    [MAX_VALUE, 709.782712893384],
    [MIN_VALUE, -744.4400719213812],
    [infinity, infinity],
    [0, minusInfinity],
    [-0, minusInfinity],
    [-1, nan],
    [minusInfinity, nan],
    [nan, nan],
  ])("log of %d is %d", (x, value) => expectNear(log(x), value));

  it.each([
    [0, 0],
    [-0, -0],
    [1e-20, 1e-20],
    [1e-10, 9.9999999995e-11],
    [1, Math.LN2],
    [-0.5, -Math.LN2],
    [2 ** -53 - 1, -36.7368005696771],
    [-1, minusInfinity],
    [-2, nan],
    [infinity, infinity],
    [nan, nan],
  ])("log1p of %d is %d", (x, value) => expectNear(log1p(x), value));

  it.each([
    [0, 1],
    [1, Math.E],
    [-1, 0.36787944117144233],
    [10, 22026.465794806718],
    [709.782712893384, 1.797693134862273e308],
    [709.7827128933841, infinity],
    [-745.1332191019411, MIN_VALUE],
    [-746, 0],
    [minusInfinity, 0],
    [nan, nan],
  ])("exp of %d is %d", (x, value) => expectNear(exp(x), value));

  it.each([
    [0, 0],
    [-0, -0],
    [MIN_VALUE, MIN_VALUE],
    [1e-17, 1e-17],
    [1, 1.718281828459045],
    [-1, -0.6321205588285577],
    [-50, -1],
    [709.782712893384, 1.797693134862273e308],
    [710, infinity],
    [minusInfinity, -1],
    [infinity, infinity],
    [nan, nan],
  ])("expm1 of %d is %d", (x, value) => expectNear(expm1(x), value));

  // The standard fixes these for every machine, so Math.pow itself may say what they are.
  const specials = [0, 0.5, 1, 2, 3, 7.5, 1e10 + 1, 2 ** 53, 1e20, infinity].flatMap((x) => [x, -x]).concat(nan);
  it.each(specials)("pow of %d to any special power is as the standard says", (x) => {
    for (const y of specials) expectNear(pow(x, y), x ** y);
  });

  it("pow of a number a little off 1 to an enormous power overflows or vanishes", () => {
    const [above, below] = [1 + 2 ** -40, 1 - 2 ** -40];
    expect([pow(above, 1e16), pow(above, -1e16), pow(below, 1e16), pow(below, -1e16)]).toEqual([
      infinity,
      0,
      0,
      infinity,
    ]);
    expect(errorInUnits(pow(above, 2 ** 41), exactPow(above, 2 ** 41))).toBeLessThan(1);
  });

  it("pow reaches the largest and the least numbers", () => {
    expect([pow(2, 1023), pow(2, -1074), pow(2, 1024), pow(2, -1076)]).toEqual([2 ** 1023, MIN_VALUE, infinity, 0]);
    expect(pow(MIN_VALUE, 0.5)).toBe(Math.sqrt(MIN_VALUE));
  });
});

it("exp undoes log", () => {
  fc.assert(
    fc.property(between(1e-3, 1e3), (x) => {
      expect(Math.abs(exp(log(x)) / x - 1)).toBeLessThan(1e-14);
    }),
    fixedRuns(2000),
  );
});
