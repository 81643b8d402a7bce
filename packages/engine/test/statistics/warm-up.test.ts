import { describe, expect, it } from "vitest";
import { batchMeans, FastStream, fastNormal, mser, Resource, Simulation, streamKey, Tally } from "../../src/index.ts";
import { expectInside } from "../support/interval.ts";

describe("mser", () => {
  // 9, 5, 3 fall to an alternation of 2 and 1. The statistic is .166375 at 0, .019376 at 2, .014655 at 3, .015625 at 4.
  const falling = [9, 5, 3, ...Array.from({ length: 17 }, (_, i) => (i % 2 === 0 ? 2 : 1))];

  it("by hand: three of twenty are warm-up", () => {
    expect(falling.length).toBe(20);
    const { discard, statistic, isLongEnough } = mser(falling, 1);
    expect([discard, isLongEnough]).toEqual([3, true]);
    expect(statistic).toBeCloseTo(0.014655, 6);
    // What is left without them is the alternation: sixteen values of variance 1/4 after a fourth is dropped.
    expect(mser(falling.slice(4), 1).statistic).toBeCloseTo(0.015625, 12);
    expect(mser(falling.slice(2), 1).discard).toBe(1);
  });

  it("averages first, and counts in observations", () => {
    const slow = falling.flatMap((x) => [x - 0.5, x, x + 0.5]);
    expect(mser(slow, 3)).toEqual({ ...mser(falling, 1), discard: 9 });
  });

  it("says when a series is too short to tell", () => {
    expect(
      mser(
        Array.from({ length: 40 }, (_, i) => 40 - i),
        1,
      ).isLongEnough,
    ).toBe(false);
  });

  it.each([
    ["size must be a whole number from 1, got 0", [1, 2, 3, 4, 5], 0],
    ["series must have at least four averages of 5, got 19 values", Array(19).fill(1), 5],
  ])("says: %s", (message, series, size) => {
    expect(() => mser(series, size)).toThrow(new RangeError(message));
  });
});

describe("batchMeans", () => {
  it("by hand: 1 to 9 in four batches of two, the first left out", () => {
    // Means 2.5, 4.5, 6.5, 8.5: mean 5.5, variance 20/3; neighbours -3 * -1 + -1 * 1 + 1 * 3 = 5 over 20.
    const { mean, standardError, correlation } = batchMeans([1, 2, 3, 4, 5, 6, 7, 8, 9], 4);
    expect(mean).toBe(5.5);
    expect(standardError).toBeCloseTo(Math.sqrt(20 / 3 / 4), 14);
    expect(correlation).toBeCloseTo(5 / 20, 14);
  });

  it("finds that n times the variance of the mean of an autoregressive series of 0.9 comes to 100", () => {
    const n = 20_000;
    const step = fastNormal(0, 1);
    const estimates = Array.from({ length: 30 }, (_, replication) => {
      const stream = new FastStream(streamKey("ar1", replication, "steps"));
      let x = step.sample(stream) * Math.sqrt(1 / 0.19);
      const series = Float64Array.from({ length: n }, () => {
        x = 0.9 * x + step.sample(stream);
        return x;
      });
      const { correlation, standardError } = batchMeans(series, 20);
      expect(Math.abs(correlation)).toBeLessThan(0.8);
      return standardError * standardError * n;
    });
    expectInside(estimates, 100, 0.5);
  });

  it.each([
    ["batches must be a whole number from 2, got 1", [1, 2], 1],
    ["series must be at least as long as batches (3), got 2", [1, 2], 3],
  ])("says: %s", (message, series, batches) => {
    expect(() => batchMeans(series, batches)).toThrow(new RangeError(message));
  });
});

describe("resetStatistics", () => {
  it("by hand: a desk busy from 0 to 5, then from 8 to 12; a warm-up of 4", () => {
    const simulation = new Simulation({ seed: "warm-up" });
    const desk = new Resource(simulation, "desk", 1);
    const visits = new Tally();
    simulation.register("visits", visits);
    const starts = [0, 1, 8];
    const came: number[] = [];
    const lengths = [3, 2, 4];
    const begins = simulation.eventType("begins", (i) => simulation.schedule(lengths[i]!, ends, i));
    const ends = simulation.eventType("ends", (i) => {
      desk.release();
      visits.add(simulation.now - came[i]!);
    });
    const comes = simulation.eventType("comes", (i) => {
      came[i] = simulation.now;
      desk.request(begins, i);
    });
    for (const [i, time] of starts.entries()) simulation.scheduleAt(time, comes, i);
    simulation.run(4);
    // The second waited from 1 to 3; the desk has been busy all the time.
    expect([desk.busy.mean, desk.line.waits.count, desk.line.level.integral, visits.count]).toEqual([1, 2, 2, 1]);
    simulation.resetStatistics();
    expect([desk.inUse, desk.line.waits.count, desk.line.level.integral, visits.count]).toEqual([1, 0, 0, 0]);
    simulation.run(14);
    // From 4 on: busy from 4 to 5 and 8 to 12, nobody waits; visits of 5 - 1 and 12 - 8.
    expect([desk.busy.mean, desk.busy.integral, desk.line.level.max]).toEqual([0.5, 5, 0]);
    expect([visits.count, visits.mean, visits.min, visits.max, visits.sum]).toEqual([2, 4, 4, 4, 8]);
    expect([desk.line.waits.count, desk.line.waits.mean]).toEqual([1, 0]);
  });
});
