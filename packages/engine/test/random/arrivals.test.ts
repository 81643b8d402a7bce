import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Arrivals, PiecewiseRate, Stream, streamKey } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

/** Expected number by `time` of the rate 10 + 5 sin(2 pi t / 24) an hour. */
function expectedSine(time: number): number {
  return 10 * time + ((5 * 24) / (2 * Math.PI)) * (1 - Math.cos((2 * Math.PI * time) / 24));
}

/** The same rate over `days`, as steps of a quarter of an hour that have its mean over each step. */
function sineRate(days: number): PiecewiseRate {
  const times = Array.from({ length: 96 * days + 1 }, (_, i) => i / 4);
  return new PiecewiseRate(
    times,
    times.map((time, i) => (i === 96 * days ? 0 : 4 * (expectedSine(time + 0.25) - expectedSine(time)))),
  );
}

describe("PiecewiseRate", () => {
  it("integrates: 10 + 5 sin(2 pi t / 24) an hour is 79.0985931710 by 6, 158.1971863421 by 12, 240 by 24", () => {
    const rate = sineRate(1);
    expect(rate.integral(6)).toBeCloseTo(79.098593171, 9);
    expect(rate.integral(12)).toBeCloseTo(158.1971863421, 9);
    expect(rate.integral(24)).toBeCloseTo(240, 9);
    expect(rate.integral(1000)).toBeCloseTo(240, 9);
  });

  it("by hand: 2 an hour from 1, nothing from 3, 4 an hour from 5", () => {
    const rate = new PiecewiseRate([1, 3, 5], [2, 0, 4]);
    expect([0, 1, 2, 3, 4, 5, 9].map((time) => rate.rateAt(time))).toEqual([0, 2, 2, 0, 0, 4, 4]);
    expect([0, 1, 2, 3, 4, 5, 6].map((time) => rate.integral(time))).toEqual([0, 0, 2, 4, 4, 4, 8]);
    expect([0, 1, 4, 4.5, 8].map((area) => rate.inverse(area))).toEqual([1, 1.5, 3, 5.125, 6]);
    expect(new PiecewiseRate([0, 1], [3, 0]).inverse(3.0001)).toBe(Number.POSITIVE_INFINITY);
  });

  it("has an inverse that ascends, undoes the integral, and never lies where the rate is 0", () => {
    const steps = fc.array(
      fc.record({ length: fc.double({ min: 0.1, max: 9, noNaN: true }), rate: fc.constantFrom(0, 0.1, 0.7, 3) }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (parts, shares) => {
          let time = 0;
          const times = parts.map(({ length }) => {
            time += length;
            return time;
          });
          const rate = new PiecewiseRate([...times, time + 1], [...parts.map((part) => part.rate), 0]);
          const total = rate.integral(time + 1);
          if (total === 0) return;
          // The areas at which the rate changes, and some between.
          const areas = [...times.map((at) => rate.integral(at)), ...shares.map((share) => share * total)]
            .filter((area) => area > 0)
            .sort((a, b) => a - b);
          let last = 0;
          for (const area of areas) {
            const at = rate.inverse(area);
            expect(at).toBeGreaterThanOrEqual(last);
            expect(rate.integral(at)).toBeCloseTo(area, 9);
            expect(Math.max(rate.rateAt(at), rate.rateAt(at - 1e-6))).toBeGreaterThan(0);
            last = at;
          }
        },
      ),
      fixedRuns(300),
    );
  });

  it("does not step over the end of a stretch by rounding", () => {
    // 0.1 + (0.8 * 0.4) / 0.8 is more than 0.5 by a unit in the last place: it would come when nobody comes any more.
    expect(0.1 + (0.8 * (0.5 - 0.1)) / 0.8).toBeGreaterThan(0.5);
    const rate = new PiecewiseRate([0.1, 0.5], [0.8, 0]);
    expect(rate.inverse(rate.integral(0.5))).toBe(0.5);
  });

  it.each([
    ["rates must be as many as times and at least one, got 0 for 0 times", [], []],
    ["rates must be as many as times and at least one, got 1 for 2 times", [0, 1], [1]],
    ["times must ascend, got 1 before 1", [1, 1], [1, 1]],
    ["times must ascend, got 2 before 1", [2, 1], [1, 1]],
    ["time must be finite, got NaN", [Number.NaN], [1]],
    ["time must be finite, got Infinity", [0, Number.POSITIVE_INFINITY], [1, 1]],
    ["rate must be finite and not negative, got -1", [0], [-1]],
    ["rate must be finite and not negative, got Infinity", [0], [Number.POSITIVE_INFINITY]],
    ["rate must be finite and not negative, got NaN", [0], [Number.NaN]],
  ])("says: %s", (message, times, rates) => {
    expect(() => new PiecewiseRate(times, rates)).toThrow(new RangeError(message));
  });
});

describe("Arrivals", () => {
  it("takes one uniform each and ends with Infinity", () => {
    let drawn = 0;
    const source = {
      uniform: () => {
        drawn++;
        return 0.5;
      },
    };
    // Each adds log 2 = 0.69 to the area; 2 an hour for an hour make 2: two arrivals, the third finds no more.
    const arrivals = new Arrivals(new PiecewiseRate([10, 11], [2, 0]), source);
    expect(arrivals.next()).toBeCloseTo(10 + Math.LN2 / 2, 14);
    expect(arrivals.next()).toBeCloseTo(10 + Math.LN2, 14);
    expect([arrivals.next(), arrivals.next()]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(drawn).toBe(4);
  });

  it("counts as a Poisson process of that rate does: by day in mean and variance, by hour in shape", () => {
    const days = 400;
    const arrivals = new Arrivals(sineRate(days), new Stream(streamKey("nhpp", 0, "sine")));
    const byDay = new Float64Array(days);
    const byHour = new Float64Array(24);
    for (let time = arrivals.next(); time < 24 * days; time = arrivals.next()) {
      byDay[Math.floor(time / 24)]!++;
      byHour[Math.floor(time) % 24]!++;
    }
    const total = byDay.reduce((sum, count) => sum + count, 0);
    expect(Math.abs(total - 240 * days) / Math.sqrt(240 * days)).toBeLessThan(3.29);
    // Dispersion: the sum of (count - 240)^2 / 240 is chi-squared with a degree of freedom a day (Fisher's normal form).
    const dispersion = byDay.reduce((sum, count) => sum + (count - 240) ** 2 / 240, 0);
    expect(Math.abs(Math.sqrt(2 * dispersion) - Math.sqrt(2 * days - 1))).toBeLessThan(3.29);
    const shape = byHour.reduce((sum, count, hour) => {
      const expected = days * (expectedSine(hour + 1) - expectedSine(hour));
      return sum + (count - expected) ** 2 / expected;
    }, 0);
    // 99.9 % point of chi-squared with 24 degrees of freedom.
    expect(shape).toBeLessThan(51.179);
  });

  it("waits out a night at rate 0: the first of 100 an hour from 6 comes at 6 and an exponential of mean 0.01", () => {
    const rate = new PiecewiseRate([0, 6, 30], [0, 100, 0]);
    const waits = Array.from({ length: 4000 }, (_, replication) => {
      const first = new Arrivals(rate, new Stream(streamKey("night", replication, "first"))).next();
      expect(first).toBeGreaterThan(6);
      return first - 6;
    }).sort((a, b) => a - b);
    const distance = Math.max(
      ...waits.map((wait, i) => Math.abs(1 - Math.exp(-100 * wait) - (i + 0.5) / waits.length)),
    );
    // Kolmogorov's 99.9 % point.
    expect(distance * Math.sqrt(waits.length)).toBeLessThan(1.95);
  });
});
