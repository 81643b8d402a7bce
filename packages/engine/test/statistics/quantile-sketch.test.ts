import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CensoredStays, Histogram, QuantileSketch } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { loading, saving } from "../support/loaded-state.ts";

function sketchOf(values: readonly number[]): QuantileSketch {
  const sketch = new QuantileSketch();
  for (const value of values) sketch.add(value);
  return sketch;
}

const size = fc.oneof(
  fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  fc.double({ min: 1e-9, max: 1e-3, noNaN: true }),
  fc.constant(0),
);

describe("QuantileSketch", () => {
  it("has quantiles within 1/256 of the exact ones, and exact ends", () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 80 }), share, (values, p) => {
        const sketch = sketchOf(values);
        const sorted = values.toSorted((a, b) => a - b);
        const exact = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)]!;
        expect(Math.abs(sketch.quantile(p) - exact)).toBeLessThanOrEqual(exact / 256);
        expect([sketch.min, sketch.max, sketch.count]).toEqual([sorted[0], sorted.at(-1), sorted.length]);
      }),
      fixedRuns(500),
    );
  });

  it("takes numbers of every size", () => {
    const sketch = sketchOf([0, 1e-300, 1, 1e300]);
    expect([0.25, 0.5, 0.75, 1].map((p) => sketch.quantile(p).toPrecision(1))).toEqual(["0", "1e-300", "1", "1e+300"]);
  });

  it("is the same to the last bit in whatever order it is merged", () => {
    const parts = fc.array(fc.array(size, { maxLength: 20 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (all, keys) => {
        const whole = sketchOf(all.flat());
        const merged = new QuantileSketch();
        const order = all.map((_, i) => i).toSorted((a, b) => keys[a]! - keys[b]!);
        for (const i of order) merged.merge(sketchOf(all[i]!));
        const ps = [0.01, 0.25, 0.5, 0.75, 0.9, 0.99, 1];
        expect(ps.map((p) => merged.quantile(p))).toEqual(ps.map((p) => whole.quantile(p)));
        expect([merged.count, merged.min, merged.max]).toEqual([whole.count, whole.min, whole.max]);
      }),
      fixedRuns(300),
    );
  });

  it("counts by weight, goes on from a saved state, and forgets", () => {
    const sketch = sketchOf([1]);
    sketch.add(8, 3);
    sketch.add(5, 0);
    // The middle of the bucket from 1 to 1 + 1 / 128; that of 8 lies beyond the greatest.
    expect([sketch.quantile(0.25), sketch.quantile(0.26)]).toEqual([1 + 1 / 256, 8]);
    const state = saving();
    sketch.transfer(state);
    const other = new QuantileSketch();
    other.transfer(loading(...state.saved));
    for (const each of [sketch, other]) each.add(0.01, 4);
    expect([0.1, 0.5, 0.6, 0.9].map((p) => other.quantile(p))).toEqual(
      [0.1, 0.5, 0.6, 0.9].map((p) => sketch.quantile(p)),
    );
    other.reset();
    expect([other.count, other.quantile(0.5)]).toEqual([0, Number.NaN]);
    other.add(3);
    expect([other.min, other.max, other.quantile(0.5)]).toEqual([3, 3, 3]);
  });

  it.each([
    ["x must be finite and not negative, got -1", () => new QuantileSketch().add(-1)],
    ["x must be finite and not negative, got NaN", () => new QuantileSketch().add(Number.NaN)],
    ["weight must be a whole number from 0, got 0.5", () => new QuantileSketch().add(1, 0.5)],
  ])("says: %s", (message, wrong) => {
    expect(wrong).toThrow(new RangeError(message));
  });
});

it("a histogram forgets and begins anew", () => {
  const histogram = new Histogram(1);
  for (const x of [1, 5, 300]) histogram.add(x);
  histogram.reset();
  expect([histogram.count, histogram.quantile(0.5)]).toEqual([0, Number.NaN]);
  histogram.add(2);
  expect([histogram.mean, histogram.quantile(1), histogram.shareAbove(1), histogram.shareAbove(2)]).toEqual([
    2, 2, 1, 0,
  ]);
});

describe("CensoredStays", () => {
  // Remission in weeks under 6-mercaptopurine; + means that it went on (Freireich et al. 1963, the standard example).
  const stays = new CensoredStays();
  for (const weeks of [6, 6, 6, 7, 10, 13, 16, 22, 23]) stays.end(weeks);
  for (const weeks of [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]) stays.censor(weeks);

  it("gives the published estimates", () => {
    expect([stays.count, stays.ended]).toEqual([21, 9]);
    const published = [
      [5, 1],
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
      [35, 0.4482],
    ] as const;
    for (const [week, share] of published) expect(stays.shareBeyond(week)).toBeCloseTo(share, 4);
    expect(stays.standardErrorBeyond(6)).toBeCloseTo(0.0764, 4);
    expect(stays.standardErrorBeyond(23)).toBeCloseTo(0.1346, 4);
    expect([stays.quantile(0.5), stays.quantile(0.1), stays.quantile(0.6)]).toEqual([23, 6, Number.NaN]);
    expect(stays.shareBeyond(36)).toBeNaN();
  });

  it("is the plain share when all have ended", () => {
    const all = new CensoredStays();
    for (let i = 1; i <= 100; i++) all.end(i);
    for (const t of [0, 1, 50, 99]) expect(all.shareBeyond(t)).toBeCloseTo(1 - t / 100, 12);
    expect([all.shareBeyond(100), all.shareBeyond(200), all.standardErrorBeyond(150)]).toEqual([0, 0, 0]);
    expect(all.standardErrorBeyond(50)).toBeCloseTo(Math.sqrt(0.25 / 100), 12);
    expect(all.quantile(0.995)).toBe(100);
  });

  it("has a quantile where the share that is left meets it, though binary fractions miss both", () => {
    for (const n of [10, 20, 30, 70]) {
      const all = new CensoredStays();
      for (let i = 1; i <= n; i++) all.end(i);
      for (const tenths of [1, 3, 5, 7, 9]) expect(all.quantile(tenths / 10)).toBe((n * tenths) / 10);
    }
  });

  it("goes on from a saved state, forgets, and has nothing to say of nothing", () => {
    const state = saving();
    stays.transfer(state);
    const other = new CensoredStays();
    other.transfer(loading(...state.saved));
    for (const each of [stays, other]) for (let i = 0; i < 60; i++) each.end(40);
    expect([other.shareBeyond(23), other.quantile(0.9)]).toEqual([stays.shareBeyond(23), 40]);
    other.reset();
    expect([other.count, other.shareBeyond(1), other.quantile(0.5)]).toEqual([0, Number.NaN, Number.NaN]);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("takes no stay of %d", (duration) => {
    const message = `duration must be finite and not negative, got ${duration}`;
    expect(() => new CensoredStays().end(duration)).toThrow(new RangeError(message));
    expect(() => new CensoredStays().censor(duration)).toThrow(new RangeError(message));
  });
});
