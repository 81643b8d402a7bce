import fc from "fast-check";
import { mean, sampleVariance } from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
  type Distribution,
  discrete,
  exponential,
  fixed,
  geometric,
  lognormal,
  Stream,
  streamKey,
  triangular,
  uniform,
} from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { expectInside } from "../support/interval.ts";
import { normalShare } from "../support/normal-share.ts";

interface Case {
  readonly name: string;
  readonly distribution: Distribution;
  /** Moments by the textbook's formula, worked out apart from the code. */
  readonly mean: number;
  readonly variance: number;
  /** Share of draws at most x. */
  readonly share: (x: number) => number;
  readonly kind: "continuous" | "stepped";
}

function stepShare(values: readonly number[], weights: readonly number[]): (x: number) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (x) => weights.reduce((sum, weight, i) => (values[i]! <= x ? sum + weight / total : sum), 0);
}

/** Of a lognormal of mean 2 and cv 0.5: sigma squared is log 1.25, mu is log 2 less half of it. */
const sigma = Math.sqrt(Math.log(1.25));

const cases: readonly Case[] = [
  {
    name: "exponential(2)",
    distribution: exponential(2),
    mean: 2,
    variance: 4,
    share: (x) => 1 - Math.exp(-x / 2),
    kind: "continuous",
  },
  {
    name: "uniform(-1, 3)",
    distribution: uniform(-1, 3),
    mean: 1,
    variance: 16 / 12,
    share: (x) => (x + 1) / 4,
    kind: "continuous",
  },
  {
    name: "triangular(0, 1, 4)",
    distribution: triangular(0, 1, 4),
    mean: 5 / 3,
    variance: (1 + 16 - 4) / 18,
    share: (x) => (x < 1 ? (x * x) / 4 : 1 - (4 - x) ** 2 / 12),
    kind: "continuous",
  },
  {
    name: "triangular(0, 0, 2), peak at the low end",
    distribution: triangular(0, 0, 2),
    mean: 2 / 3,
    variance: 4 / 18,
    share: (x) => 1 - (2 - x) ** 2 / 4,
    kind: "continuous",
  },
  {
    name: "triangular(0, 2, 2), peak at the high end",
    distribution: triangular(0, 2, 2),
    mean: 4 / 3,
    variance: 4 / 18,
    share: (x) => (x * x) / 4,
    kind: "continuous",
  },
  {
    name: "lognormal(2, 0.5)",
    distribution: lognormal(2, 0.5),
    mean: 2,
    variance: 1,
    share: (x) => normalShare((Math.log(x) - Math.log(2) + (sigma * sigma) / 2) / sigma),
    kind: "continuous",
  },
  {
    name: "geometric(4)",
    distribution: geometric(4),
    mean: 4,
    variance: 0.75 / 0.25 ** 2,
    share: (x) => 1 - 0.75 ** Math.floor(x),
    kind: "stepped",
  },
  {
    name: "discrete([5, 1, 2], [1, 2, 1])",
    distribution: discrete([5, 1, 2], [1, 2, 1]),
    mean: 9 / 4,
    variance: (25 + 2 + 4) / 4 - 81 / 16,
    share: stepShare([5, 1, 2], [1, 2, 1]),
    kind: "stepped",
  },
  {
    name: "discrete of a sample, repeats and all",
    distribution: discrete([3, 1, 4, 1, 5, 9, 2, 6]),
    mean: 31 / 8,
    variance: 173 / 8 - (31 / 8) ** 2,
    share: stepShare([3, 1, 4, 1, 5, 9, 2, 6], Array(8).fill(1)),
    kind: "stepped",
  },
];

describe.each(cases)("$name", ({ name, distribution, mean: trueMean, variance, share, kind }) => {
  it("knows its mean and variance", () => {
    expect(distribution.mean).toBeCloseTo(trueMean, 12);
    expect(distribution.variance).toBeCloseTo(variance, 12);
  });

  it("has samples of that mean and variance", () => {
    const stream = new Stream(streamKey("moments", 0, name));
    const batches = Array.from({ length: 30 }, () => Array.from({ length: 2000 }, () => distribution.sample(stream)));
    expectInside(batches.map(mean), trueMean);
    expectInside(batches.map(sampleVariance), variance);
  });

  it("has samples of that law (Kolmogorov and Smirnov, 99.9 %)", () => {
    const stream = new Stream(streamKey("law", 0, name));
    const n = 20_000;
    const samples = Array.from({ length: n }, () => distribution.sample(stream)).sort((a, b) => a - b);
    // The shares below and up to each value; where the law is continuous the two are one.
    let distance = 0;
    for (let i = 0; i < n; i++) {
      if (samples[i + 1] !== samples[i]) distance = Math.max(distance, Math.abs((i + 1) / n - share(samples[i]!)));
      if (kind === "continuous") distance = Math.max(distance, Math.abs(i / n - share(samples[i]!)));
    }
    expect(distance * Math.sqrt(n)).toBeLessThan(1.95);
  });

  it("has a quantile that ascends and undoes the share", () => {
    const p = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(p, p, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(distribution.quantile(low)).toBeLessThanOrEqual(distribution.quantile(high));
        const x = distribution.quantile(a);
        if (kind === "continuous") expect(share(x)).toBeCloseTo(a, 10);
        else {
          expect(share(x)).toBeGreaterThanOrEqual(a - 1e-12);
          expect(share(x - 1e-9)).toBeLessThanOrEqual(a + 1e-12);
        }
      }),
      fixedRuns(1000),
    );
  });

  it("is the quantile of one uniform a draw", () => {
    let drawn = 0;
    const source = {
      uniform: () => {
        drawn++;
        return 0.3;
      },
    };
    expect(distribution.sample(source)).toBe(distribution.quantile(0.3));
    expect(drawn).toBe(1);
  });
});

describe("by hand", () => {
  it("quantiles", () => {
    expect(exponential(3).quantile(0.5)).toBeCloseTo(3 * Math.LN2, 14);
    expect(uniform(2, 4).quantile(0.25)).toBe(2.5);
    expect(triangular(0, 1, 4).quantile(0.25)).toBe(1);
    // Half of all trials succeed at once, a quarter at the second, an eighth at the third.
    expect([0.5, 0.51, 0.75, 0.76, 0.875, 0.876].map(geometric(2).quantile)).toEqual([1, 2, 2, 3, 3, 4]);
    expect(geometric(1).quantile(0.999)).toBe(1);
    expect(discrete([10, 20, 30, 40]).quantile(0.5)).toBe(20);
    expect(discrete([10, 20, 30, 40]).quantile(0.5000001)).toBe(30);
    // A weight of nothing never comes up, at neither end.
    expect(discrete([1, 2, 3], [0, 1, 0]).quantile(2 ** -53)).toBe(2);
    expect(discrete([1, 2, 3], [0, 1, 0]).quantile(1 - 2 ** -53)).toBe(2);
    expect(lognormal(2, 0.5).quantile(0.5)).toBeCloseTo(2 / Math.sqrt(1.25), 14);
  });

  it("a fixed value has no variance, and draws all the same, so that streams stay in step", () => {
    const stream = new Stream(streamKey("fixed", 0, "a"));
    const other = new Stream(streamKey("fixed", 0, "a"));
    other.uniform();
    expect([fixed(7).sample(stream), fixed(7).mean, fixed(7).variance, fixed(7).quantile(0.1)]).toEqual([7, 7, 0, 7]);
    expect(stream.uniform()).toBe(other.uniform());
    expect([geometric(1).mean, geometric(1).variance]).toEqual([1, 0]);
  });
});

it.each([
  ["mean must be positive and finite, got 0", () => exponential(0)],
  ["mean must be positive and finite, got Infinity", () => exponential(Number.POSITIVE_INFINITY)],
  ["mean must be positive and finite, got NaN", () => lognormal(Number.NaN, 1)],
  ["cv must be positive and finite, got -1", () => lognormal(1, -1)],
  ["mean must be at least 1 and finite, got 0.5", () => geometric(0.5)],
  ["low must be below high, got 2 and 2", () => uniform(2, 2)],
  ["low must be below high, got 0 and Infinity", () => uniform(0, Number.POSITIVE_INFINITY)],
  ["low, mode, high must ascend, got 0, 3, 2", () => triangular(0, 3, 2)],
  ["low, mode, high must ascend, got 1, 1, 1", () => triangular(1, 1, 1)],
  ["value must be finite, got NaN", () => fixed(Number.NaN)],
  ["value must be finite, got Infinity", () => discrete([1, Number.POSITIVE_INFINITY])],
  ["weights must be as many as values and at least one, got 0 for 0", () => discrete([])],
  ["weights must be as many as values and at least one, got 1 for 2", () => discrete([1, 2], [1])],
  ["weight must be finite and not negative, got -1", () => discrete([1, 2], [2, -1])],
  ["weights must have a positive sum, got 0", () => discrete([1, 2], [0, 0])],
])("says: %s", (message, wrong) => {
  expect(wrong).toThrow(new RangeError(message));
});
