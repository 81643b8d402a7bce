import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classOf, type Effect, effectOf, type Point, verdictOf } from "../src/index.ts";

describe("an effect", () => {
  it("worked out by hand: 10 and 20 with, 20 and 20 without", () => {
    // Differences 10 and 0, mean 5, of 20: a fall of a quarter. Residuals 10 - 5 and 0 - 5: s² = 50, error √(50/2)/20 = 0.25.
    const effect = effectOf([10, 20], [20, 20], "lower", 0.5);
    expect(effect).toMatchObject({ n: 2, own: 15, against: 20, effect: 0.25 });
    // The upper quartile of t with one degree of freedom is 1.
    expect(effect.low).toBeCloseTo(0, 12);
    expect(effect.high).toBeCloseTo(0.5, 12);
    expect(effectOf([10, 20], [20, 20], "higher", 0.5).effect).toBe(-0.25);
  });

  it("is exact where the policy always takes the same part", () => {
    expect(effectOf([5, 10, 20], [10, 20, 40], "lower")).toMatchObject({ effect: 0.5, low: 0.5, high: 0.5 });
    expect(effectOf([3, 4], [3, 4], "lower")).toMatchObject({ effect: 0, low: 0, high: 0 });
  });

  it("leaves out replications in which either is not defined, and is not defined without any", () => {
    const { NaN: none } = Number;
    expect(effectOf([none, 5, 10], [10, none, 20], "lower")).toMatchObject({ n: 1, effect: 0.5, low: null });
    expect(effectOf([none], [1], "lower")).toEqual({
      n: 0,
      own: null,
      against: null,
      effect: null,
      low: null,
      high: null,
    });
    expect(effectOf([1, 2], [0, 0], "lower")).toMatchObject({ n: 2, against: 0, effect: null, low: null });
  });

  it("changes its sign with the claim, and does not depend on the unit", () => {
    const figures = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(figures, fc.constantFrom(2, 8, 0.25), (pairs, unit) => {
        const [own, against] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const one = effectOf(own, against, "lower");
        const other = effectOf(own, against, "higher");
        expect(other.effect).toBeCloseTo(-one.effect!, 10);
        expect(other.low).toBeCloseTo(-one.high!, 10);
        const scaled = effectOf(
          own.map((a) => a * unit),
          against.map((b) => b * unit),
          "lower",
        );
        expect(scaled.low).toBeCloseTo(one.low!, 10);
      }),
    );
  });

  it("refuses other replications on one side", () => {
    expect(() => effectOf([1], [1, 2], "lower")).toThrow("effectOf: both must have the same replications, got 1 and 2");
  });
});

const effect = (low: number | null, high: number | null): Effect => ({
  n: 10,
  own: 1,
  against: 1,
  effect: low === null || high === null ? null : (low + high) / 2,
  low,
  high,
});

describe("the class of a point, where 5 % matters", () => {
  it.each([
    // Just at the bound, and just beside it.
    [0.9, 1, "all"],
    [0.899, 1, "most"],
    [0.5, 0.7, "most"],
    [0.499, 0.7, "some"],
    [0.05, 0.4, "some"],
    [0.049, 0.4, "unresolved"],
    [-0.05, 0.05, "none"],
    [-0.05, 0.051, "unresolved"],
    [-0.4, -0.05, "opposite"],
    [-0.4, -0.049, "unresolved"],
    [-0.4, 0.4, "unresolved"],
    [null, null, "unresolved"],
  ] as const)("from %s to %s: %s", (low, high, expected) => {
    expect(classOf(effect(low, high), 0.05)).toBe(expected);
  });
});

describe("a verdict", () => {
  const all = effect(0.95, 1);
  const most = effect(0.6, 0.8);
  const some = effect(0.1, 0.3);
  const none = effect(-0.02, 0.03);
  const opposite = effect(-0.4, -0.2);
  const open = effect(-0.2, 0.3);
  const points = (factor: string, ...effects: Effect[]): Point[] =>
    effects.map((one, index) => ({ factor, value: `${20 * index} %`, effect: one }));

  it.each([
    ["yes", all, [all, all]],
    ["yes, mostly", all, [most, all]],
    ["partly", most, [some, all]],
    ["no", none, [none, opposite]],
    ["no", opposite, [none]],
    ["depends", most, [none]],
    // An unresolved point is never agreement.
    ["depends", most, [most, open]],
    ["depends", none, [none, open]],
    ["not distinguishable", open, [most]],
    ["yes", all, []],
  ] as const)("%s", (word, base, around) => {
    expect(verdictOf(base, points("a", ...around), 0.05).word).toBe(word);
  });

  it("says of each assumption whether it agrees, whether a half stays, and where the side changes", () => {
    const { factors } = verdictOf(
      most,
      [...points("a", all, most, most), ...points("b", most, some, none, opposite)],
      0.05,
    );
    expect(factors).toEqual([
      { factor: "a", low: 0.7, high: 0.975, agrees: true, half: true },
      { factor: "b", low: expect.closeTo(-0.3, 9), high: 0.7, agrees: false, half: false, changes: ["20 %", "40 %"] },
    ]);
  });

  it("of an unresolved base tells how many replications would settle it", () => {
    // Effect 0.15 with half width 0.2: the lower bound has to clear 0.05, so a half width of 0.1, four times as many.
    expect(verdictOf(effect(-0.05, 0.35), [], 0.05)).toMatchObject({ word: "not distinguishable", settledBy: 40 });
    // Effect 0.02: to be none it has to lie within 0.05, so a half width of 0.03.
    expect(verdictOf(effect(-0.04, 0.08), [], 0.05)).toMatchObject({ settledBy: 40 });
    expect(verdictOf(effect(0, 0.1), [], 0.05).settledBy).toBeUndefined();
    expect(verdictOf(effect(null, null), [], 0.05).settledBy).toBeUndefined();
  });
});
