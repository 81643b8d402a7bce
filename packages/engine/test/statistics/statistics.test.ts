import fc from "fast-check";
import { mean, sampleVariance } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { Histogram, Simulation, Tally, TimeWeighted } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

function tallyOf(values: readonly number[]): Tally {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
}

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 50 });

describe("Tally", () => {
  it("keeps its figures where the naive formula loses all: 1e9 + 4, 7, 13, 16 have mean 1e9 + 10 and variance 30", () => {
    const tally = tallyOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect([tally.mean, tally.variance, tally.count]).toEqual([1e9 + 10, 30, 4]);
    expect([tally.min, tally.max, tally.sum]).toEqual([1e9 + 4, 1e9 + 16, 4e9 + 40]);
  });

  it("agrees with mean and variance taken from the whole", () => {
    fc.assert(
      fc.property(values, (all) => {
        const tally = tallyOf(all);
        expect(tally.mean).toBeCloseTo(mean(all), 6);
        expect(Math.abs(tally.variance - sampleVariance(all))).toBeLessThanOrEqual(1e-9 * (1 + sampleVariance(all)));
        expect([tally.count, tally.min, tally.max]).toEqual([all.length, Math.min(...all), Math.max(...all)]);
      }),
      fixedRuns(300),
    );
  });

  it("merges any partition to the same, to within rounding", () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.nat(), (all, a, b) => {
        const [first, second] = [a % all.length, b % all.length].sort((x, y) => x - y) as [number, number];
        const merged = tallyOf(all.slice(0, first));
        merged.merge(tallyOf(all.slice(first, second)));
        merged.merge(tallyOf(all.slice(second)));
        const whole = tallyOf(all);
        expect([merged.count, merged.min, merged.max]).toEqual([whole.count, whole.min, whole.max]);
        expect(Math.abs(merged.mean - whole.mean)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(whole.mean)));
        expect(Math.abs(merged.variance - whole.variance)).toBeLessThanOrEqual(1e-9 * (1 + whole.variance));
        expect(Math.abs(merged.sum - whole.sum)).toBeLessThanOrEqual(1e-6);
      }),
      fixedRuns(300),
    );
  });

  it("has no mean of nothing and no variance of one", () => {
    expect([new Tally().mean, new Tally().variance, new Tally().count]).toEqual([Number.NaN, Number.NaN, 0]);
    expect([tallyOf([5]).mean, tallyOf([5]).variance]).toEqual([5, Number.NaN]);
    const merged = new Tally();
    merged.merge(new Tally());
    expect(merged.mean).toBeNaN();
    merged.merge(tallyOf([1, 3]));
    expect([merged.mean, merged.variance, merged.sum]).toEqual([2, 2, 4]);
  });
});

describe("TimeWeighted", () => {
  it("by hand: 2 from 0, 5 from 3, 1 from 4, until 10", () => {
    const clock = { now: 0 };
    const level = new TimeWeighted(clock, 2);
    clock.now = 3;
    level.add(3);
    clock.now = 4;
    level.set(1);
    clock.now = 10;
    expect([level.level, level.integral, level.mean, level.max]).toEqual([1, 2 * 3 + 5 * 1 + 1 * 6, 17 / 10, 5]);
    // Asking changes nothing.
    expect(level.integral).toBe(17);
  });

  it("counts a peak that lasts no time in its maximum only", () => {
    const clock = { now: 1 };
    const level = new TimeWeighted(clock);
    level.set(9);
    level.set(2);
    expect([level.max, level.mean]).toEqual([9, 2]);
    clock.now = 3;
    expect([level.integral, level.mean]).toEqual([4, 2]);
  });

  it("starts when it is made, and again when reset; the level stays", () => {
    const simulation = new Simulation({ seed: "level" });
    simulation.run(100);
    const level = new TimeWeighted(simulation, 4);
    simulation.run(110);
    expect([level.integral, level.mean]).toEqual([40, 4]);
    level.set(7);
    simulation.run(120);
    level.set(3);
    level.reset();
    expect([level.level, level.max, level.integral, level.mean]).toEqual([3, 3, 0, 3]);
    simulation.run(124);
    level.add(1);
    simulation.run(126);
    expect([level.integral, level.mean, level.max]).toEqual([3 * 4 + 4 * 2, 20 / 6, 4]);
  });

  it("sums up to the same in whatever order a history is split", () => {
    const step = fc.record({ wait: fc.nat(10), level: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const clock = { now: 0 };
        const level = new TimeWeighted(clock);
        let area = 0;
        for (const { wait, level: next } of steps) {
          area += level.level * wait;
          clock.now += wait;
          level.set(next);
        }
        expect(level.integral).toBe(area);
        expect(level.max).toBe(Math.max(0, ...steps.map((each) => each.level)));
      }),
      fixedRuns(100),
    );
  });
});

describe("Histogram", () => {
  it("by hand: bins of a half, edges belonging to the bin below", () => {
    const histogram = new Histogram(0.5);
    for (const x of [0, 0.5, 0.75, 1, 3]) histogram.add(x);
    histogram.add(2, 5);
    expect([histogram.count, histogram.mean]).toEqual([10, (0 + 0.5 + 0.75 + 1 + 3 + 10) / 10]);
    // Two in (0, 0.5] with 0, two in (0.5, 1], five in (1.5, 2], one in (2.5, 3].
    expect([0.1, 0.2, 0.3, 0.4, 0.41, 0.9, 0.95, 1].map((p) => histogram.quantile(p))).toEqual([
      0.5, 0.5, 1, 1, 2, 2, 3, 3,
    ]);
    expect([-1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 99].map((x) => histogram.shareAbove(x))).toEqual([
      1, 1, 0.8, 0.6, 0.6, 0.1, 0.1, 0, 0,
    ]);
  });

  it("grows with what it is given", () => {
    const histogram = new Histogram(1);
    histogram.add(3);
    histogram.add(100_000, 2);
    expect([histogram.quantile(0.3), histogram.quantile(0.9), histogram.shareAbove(99_999)]).toEqual([
      3,
      100_000,
      2 / 3,
    ]);
  });

  it("merged is as if one had counted all, and refuses bins of another width", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 4000 }).map((k) => k / 8));
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [one, other, both] = [new Histogram(0.5), new Histogram(0.5), new Histogram(0.5)];
        for (const x of a) one.add(x);
        for (const x of b) other.add(x);
        for (const x of [...a, ...b]) both.add(x);
        one.merge(other);
        expect(one).toMatchObject({ count: both.count, mean: both.mean });
        for (const p of [0.1, 0.5, 1]) expect(one.quantile(p)).toBe(both.quantile(p));
        for (const x of [0, 0.5, 250]) expect(one.shareAbove(x)).toBe(both.shareAbove(x));
      }),
    );
    expect(() => new Histogram(0.5).merge(new Histogram(1))).toThrow("binWidth must be 0.5, got 1");
  });

  it("has quantiles less than a bin above the exact ones, and exact shares above its edges", () => {
    const weighted = fc.record({
      x: fc.integer({ min: 0, max: 4000 }).map((k) => k / 64),
      weight: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(weighted, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(0.25, 0.5, 0.75, 0.9375),
        (all, p) => {
          const histogram = new Histogram(0.25);
          for (const { x, weight } of all) histogram.add(x, weight);
          const sorted = all.flatMap(({ x, weight }) => Array<number>(weight).fill(x)).sort((a, b) => a - b);
          const exact = sorted[Math.ceil(p * sorted.length) - 1]!;
          expect(histogram.quantile(p)).toBeGreaterThanOrEqual(exact);
          expect(histogram.quantile(p)).toBeLessThanOrEqual(Math.max(exact, 2 ** -40) + 0.25);
          for (const edge of [0.25, 1, 30, 62.5]) {
            expect(histogram.shareAbove(edge)).toBe(sorted.filter((x) => x > edge).length / sorted.length);
          }
          expect(histogram.mean).toBeCloseTo(mean(sorted), 9);
        },
      ),
      fixedRuns(300),
    );
  });

  it("holds 2147483647 in all, and not one more", () => {
    const [one, other] = [new Histogram(1), new Histogram(1)];
    one.add(3, 2147483646);
    one.add(3);
    expect([one.count, one.mean, one.shareAbove(2), one.shareAbove(3)]).toEqual([2147483647, 3, 1, 0]);
    const refused = new RangeError("weights must sum to at most 2147483647, got 2147483648");
    expect(() => one.add(1)).toThrow(refused);
    other.add(1);
    expect(() => other.merge(one)).toThrow(refused);
    expect([one.count, other.count, other.quantile(1)]).toEqual([2147483647, 1, 1]);
  });

  it("says nothing of nothing", () => {
    const histogram = new Histogram(1);
    histogram.add(5, 0);
    expect([histogram.count, histogram.mean, histogram.quantile(0.5), histogram.shareAbove(0)]).toEqual([
      0,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it.each([
    ["binWidth must be positive and finite, got 0", () => new Histogram(0)],
    ["binWidth must be positive and finite, got Infinity", () => new Histogram(Number.POSITIVE_INFINITY)],
    ["x must be finite and not negative, got -1", () => new Histogram(1).add(-1)],
    ["x must be finite and not negative, got NaN", () => new Histogram(1).add(Number.NaN)],
    ["weight must be a whole number from 0, got -1", () => new Histogram(1).add(1, -1)],
    ["weight must be a whole number from 0, got 0.5", () => new Histogram(1).add(1, 0.5)],
  ])("says: %s", (message, wrong) => {
    expect(wrong).toThrow(new RangeError(message));
  });
});
