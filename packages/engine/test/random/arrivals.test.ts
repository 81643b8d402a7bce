import fc from "fast-check";
import { mean, sampleVariance } from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
  Arrivals,
  BatchArrivals,
  fixed,
  geometric,
  PiecewiseRate,
  Stream,
  streamKey,
  ThinnedArrivals,
} from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { expectInside } from "../support/interval.ts";
import { loading, saving } from "../support/loaded-state.ts";

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

  it("says its latest time again, in another rate where its integral is the same", () => {
    const arrivals = new Arrivals(new PiecewiseRate([0, 100], [3, 0]), new Stream(streamKey("latest", 0, "same")));
    const at = arrivals.next();
    expect(arrivals.latest).toBe(at);
    const state = saving();
    arrivals.transfer(state);
    const slower = new Arrivals(new PiecewiseRate([10, 400], [1, 0]), new Stream(streamKey("latest", 0, "slower")));
    slower.transfer(loading(...state.saved));
    expect(slower.latest).toBeCloseTo(10 + 3 * at, 9);
  });
});

describe("ThinnedArrivals", () => {
  const days = 400;
  const rateAt = (time: number): number => 10 + 5 * Math.sin((2 * Math.PI * time) / 24);
  const options = { rateAt, mostRate: 15, from: 0, until: 24 * days };

  it("counts as a Poisson process of that rate does: in all, and by hour in shape", () => {
    const arrivals = new ThinnedArrivals(options, new Stream(streamKey("thinned", 0, "sine")));
    const byHour = new Float64Array(24);
    let total = 0;
    for (let time = arrivals.next(); time < Number.POSITIVE_INFINITY; time = arrivals.next()) {
      byHour[Math.floor(time) % 24]!++;
      total++;
    }
    expect(Math.abs(total - 240 * days) / Math.sqrt(240 * days)).toBeLessThan(3.29);
    const shape = byHour.reduce((sum, count, hour) => {
      const expected = days * (expectedSine(hour + 1) - expectedSine(hour));
      return sum + (count - expected) ** 2 / expected;
    }, 0);
    // 99.9 % point of chi-squared with 24 degrees of freedom.
    expect(shape).toBeLessThan(51.179);
    expect(arrivals.next()).toBe(Number.POSITIVE_INFINITY);
  });

  it("goes on from a saved state, as Arrivals do", () => {
    for (const make of [
      (source: Stream) => new ThinnedArrivals(options, source),
      (source: Stream) => new Arrivals(sineRate(2), source),
    ]) {
      const [source, other] = [0, 0].map(() => new Stream(streamKey("thinned", 0, "state"))) as [Stream, Stream];
      const arrivals = make(source);
      for (let i = 0; i < 7; i++) arrivals.next();
      const state = saving();
      source.transfer(state);
      arrivals.transfer(state);
      const again = make(other);
      const load = loading(...state.saved);
      other.transfer(load);
      again.transfer(load);
      for (let i = 0; i < 20; i++) expect(again.next()).toBe(arrivals.next());
    }
  });

  it.each([
    ["mostRate must be positive and finite, got 0", { mostRate: 0 }],
    ["until must be finite and after from (0), got 0", { until: 0 }],
    ["until must be finite and after from (0), got Infinity", { until: Number.POSITIVE_INFINITY }],
  ])("says: %s", (message, changes) => {
    const source = new Stream(streamKey("a", 0, "b"));
    expect(() => new ThinnedArrivals({ ...options, ...changes }, source)).toThrow(new RangeError(message));
  });

  it("says when the rate is not what it was promised to be", () => {
    const source = { uniform: () => 0.5 };
    const above = new ThinnedArrivals({ rateAt: () => 3, mostRate: 2, from: 0, until: 9 }, source);
    expect(() => above.next()).toThrow(/^rate must be from 0 to mostRate \(2\), got 3 at time 0\.34/);
    const below = new ThinnedArrivals({ rateAt: () => -1, mostRate: 2, from: 0, until: 9 }, source);
    expect(() => below.next()).toThrow("got -1 at time");
  });
});

describe("BatchArrivals", () => {
  it("by hand: the times of the groups, a size with each, no size at the end", () => {
    const times = [1, 2.5, Number.POSITIVE_INFINITY];
    const groups = new BatchArrivals({ next: () => times.shift()! }, fixed(3), new Stream(streamKey("a", 0, "b")));
    expect([groups.next(), groups.size, groups.next(), groups.size]).toEqual([1, 3, 2.5, 3]);
    const state = saving();
    groups.transfer(state);
    expect(state.saved).toEqual([3]);
    expect([groups.next(), groups.size]).toEqual([Number.POSITIVE_INFINITY, 0]);
    groups.transfer(loading(...state.saved));
    expect(groups.size).toBe(3);
  });

  it("in 30 days at 2 a day, two in a group on average, count 120 with variance 360", () => {
    // Of a compound Poisson count the mean is n E[X] = 60 * 2, the variance n E[X^2] = 60 * 6 for geometric groups of mean 2.
    const counts = Array.from({ length: 3000 }, (_, replication) => {
      const [times, sizes] = ["times", "sizes"].map((name) => new Stream(streamKey("compound", replication, name)));
      const groups = new BatchArrivals(new Arrivals(new PiecewiseRate([0, 30], [2, 0]), times!), geometric(2), sizes!);
      let count = 0;
      while (groups.next() < 30) count += groups.size;
      return count;
    });
    const batches = Array.from({ length: 30 }, (_, i) => counts.slice(100 * i, 100 * (i + 1)));
    expectInside(batches.map(mean), 120);
    expectInside(batches.map(sampleVariance), 360, 0.5);
  });
});
