import fc from "fast-check";
import { mean, sampleVariance } from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
  binomial,
  discrete,
  exponential,
  fixed,
  gamma,
  geometric,
  lognormal,
  mixture,
  normal,
  poisson,
  Stream,
  streamKey,
  triangular,
  truncated,
  uniform,
} from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { expectInside } from "../support/interval.ts";
import { distance, kolmogorov } from "../support/kolmogorov.ts";
import { inTwoStages } from "../support/two-stages.ts";
import { laws, refused } from "./laws.ts";

describe.each(laws)("$name", ({ name, distribution, mean: trueMean, variance, share, kind }) => {
  it("knows its mean and variance", () => {
    // Nine figures, where they are integrated numerically.
    const integrated = name.startsWith("truncated");
    expect(Math.abs(distribution.mean / trueMean - 1)).toBeLessThan(integrated ? 1e-9 : 1e-13);
    expect(Math.abs(distribution.variance / variance - 1)).toBeLessThan(integrated ? 1e-9 : 1e-13);
  });

  it("has samples of that mean and variance", () => {
    inTwoStages((stage) => {
      const stream = new Stream(streamKey(`moments, ${stage} stage`, 0, name));
      const length = stage === "first" ? 2000 : 8000;
      const batches = Array.from({ length: 30 }, () => Array.from({ length }, () => distribution.sample(stream)));
      expectInside(batches.map(mean), trueMean);
      expectInside(batches.map(sampleVariance), variance);
    });
  });

  it("has samples of that law (Kolmogorov and Smirnov, 99.9 %)", () => {
    inTwoStages((stage) => {
      const stream = new Stream(streamKey(`law, ${stage} stage`, 0, name));
      const n = stage === "first" ? 20_000 : 80_000;
      const samples = Array.from({ length: n }, () => distribution.sample(stream)).sort((a, b) => a - b);
      // The shares below and up to each value; where the law is continuous the two are one.
      let distance = 0;
      for (let i = 0; i < n; i++) {
        if (samples[i + 1] !== samples[i]) distance = Math.max(distance, Math.abs((i + 1) / n - share(samples[i]!)));
        if (kind === "continuous") distance = Math.max(distance, Math.abs(i / n - share(samples[i]!)));
      }
      expect(distance * Math.sqrt(n)).toBeLessThan(1.95);
    });
  });

  it("has a quantile that ascends and undoes the share", () => {
    const p = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(p, p, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        // A gamma quantile is solved for by steps, and ascends to within 13 figures.
        const slack = /gamma|erlang/.test(name) ? 1e-13 * distribution.quantile(high) : 0;
        expect(distribution.quantile(low)).toBeLessThanOrEqual(distribution.quantile(high) + slack);
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

describe("counts", () => {
  it("of a Poisson law of mean 400 have the published shares: above 440, and 420 or more", () => {
    const law = poisson(400);
    const shareUpTo = (k: number): number => {
      let [low, high] = [0, 1];
      for (let step = 0; step < 60; step++) {
        const middle = (low + high) / 2;
        if (law.quantile(middle) <= k) low = middle;
        else high = middle;
      }
      return low;
    };
    expect(1 - shareUpTo(440)).toBeCloseTo(0.02272883, 8);
    expect(1 - shareUpTo(419)).toBeCloseTo(0.16465511, 8);
  });

  it("reach their ends: binomial", () => {
    const law = binomial(3, 0.5);
    expect([0.125, 0.1251, 0.5, 0.875, 0.8751].map((p) => law.quantile(p))).toEqual([0, 1, 1, 2, 3]);
    expect([binomial(7, 0).quantile(0.9), binomial(7, 1).quantile(0.1)]).toEqual([0, 7]);
    expect([binomial(1, 0.25).quantile(0.75), binomial(1, 0.25).quantile(0.7500001)]).toEqual([0, 1]);
  });

  it("of large mean take what a normal law gives, half a unit off at most", () => {
    for (const p of [0.001, 0.5, 0.999]) {
      const z = normal(0, 1).quantile(p);
      // Cornish and Fisher's first correction for the skewness of a Poisson law.
      expect(Math.abs(poisson(1e6).quantile(p) - (1e6 + 1000 * z + (z * z - 1) / 6))).toBeLessThanOrEqual(1);
    }
  });
});

describe("mixture", () => {
  const law = mixture([
    { weight: 3, distribution: exponential(1) },
    { weight: 1, distribution: uniform(10, 12) },
  ]);

  it("knows its mean and variance", () => {
    expect(law.mean).toBeCloseTo(0.75 * 1 + 0.25 * 11, 14);
    expect(law.variance).toBeCloseTo(0.75 * 2 + 0.25 * (121 + 1 / 3) - 3.5 ** 2, 12);
  });

  it("draws from its parts by weight, one uniform a draw (Kolmogorov and Smirnov, 99.9 %)", () => {
    const stream = new Stream(streamKey("law", 0, "mixture"));
    const samples = Float64Array.from({ length: 20_000 }, () => law.sample(stream));
    const share = (x: number): number => -0.75 * Math.expm1(-x) + 0.25 * Math.min(1, Math.max(0, (x - 10) / 2));
    expect(distance(samples, share)).toBeLessThan(kolmogorov(samples.length));
    // Halfway through the first part, then halfway through the second.
    expect(law.sample({ uniform: () => 0.375 })).toBeCloseTo(Math.LN2, 14);
    expect(law.sample({ uniform: () => 0.875 })).toBe(11);
  });

  it("has the least value below which lies a share: in one part, between, in the other", () => {
    // The exponential alone, half of it; then half of the uniform, for which 6 exp(-11) more must make up for what the other lacks.
    expect(law.quantile(0.375)).toBeCloseTo(Math.LN2, 12);
    expect(law.quantile(0.875)).toBeCloseTo(11 + 6 * Math.exp(-11), 6);
    // Two that overlap: half of the draws of 0 to 4 lie below 3 and all of 1 to 3, by 3/4 / 2 + 1 / 2.
    const over = mixture([uniform(0, 4), uniform(1, 3)].map((distribution) => ({ weight: 2, distribution })));
    expect([0.125, 0.5, 0.875, 0.9375].map((p) => over.quantile(p))).toEqual(
      [1, 2, 3, 3.5].map((x) => expect.closeTo(x, 12)),
    );
    // Three, of which two are values: 1 has a half, 2 a quarter, and what lies between 0 and 4 the rest.
    const three = mixture([
      { weight: 2, distribution: fixed(1) },
      { weight: 1, distribution: uniform(0, 4) },
      { weight: 1, distribution: fixed(2) },
    ]);
    expect([1 / 32, 1 / 16, 0.3, 9 / 16, 19 / 32, 0.7, 7 / 8, 15 / 16].map((p) => three.quantile(p))).toEqual(
      [0.5, 1, 1, 1, 1.5, 2, 2, 3].map((x) => expect.closeTo(x, 9)),
    );
    expect(mixture([{ weight: 5, distribution: uniform(0, 4) }]).quantile(0.25)).toBe(1);
  });

  it("reaches the same shares by quantiles as by draws (Kolmogorov and Smirnov, 99.9 %)", () => {
    const of = mixture(
      [exponential(2), uniform(1, 9), geometric(3)].map((distribution) => ({ weight: 1, distribution })),
    );
    const stream = new Stream(streamKey("law", 0, "mixture quantiles"));
    const draws = Float64Array.from({ length: 2_000 }, () => of.sample(stream)).sort();
    const band = kolmogorov(draws.length) + 0.5 / draws.length;
    for (let p = band + 0.01; p < 1 - band; p += 0.03) {
      const at = draws[Math.floor(p * draws.length)] as number;
      expect(of.quantile(p - band) <= at && at <= of.quantile(p + band)).toBe(true);
    }
  });

  it("stays inside its last part at the end", () => {
    const thirds = mixture([0.1, 0.2, 0.7].map((weight) => ({ weight, distribution: exponential(1) })));
    for (const u of [2 ** -53, 0.1, 0.3, 0.30000000000000004, 1 - 2 ** -53]) {
      const x = thirds.sample({ uniform: () => u });
      expect(x >= 0 && x < 40).toBe(true);
    }
  });
});

describe("truncated", () => {
  it("of an exponential, between 2 and 5, by hand", () => {
    const law = truncated(exponential(1), 2, 5);
    const share = Math.exp(-2) - Math.exp(-5);
    expect(law.mean).toBeCloseTo((3 * Math.exp(-2) - 6 * Math.exp(-5)) / share, 10);
    expect(law.quantile(0.5)).toBeCloseTo(-Math.log(Math.exp(-2) - share / 2), 12);
    expect(law.quantile(2 ** -53)).toBeGreaterThanOrEqual(2);
    expect(law.quantile(1 - 2 ** -53)).toBeLessThanOrEqual(5);
  });

  it("keeps values at its ends", () => {
    const law = truncated(discrete([1, 2, 3, 4]), 2, 3);
    expect([law.mean, law.variance].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([2.5, 0.25]);
    expect([law.quantile(0.49), law.quantile(0.51)]).toEqual([2, 3]);
  });

  it("of what is left alone is the whole", () => {
    const law = truncated(gamma(2, 0.7), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    expect(law.mean).toBeCloseTo(2, 9);
    expect(law.variance).toBeCloseTo(1.96, 8);
    expect(law.quantile(0.3)).toBe(gamma(2, 0.7).quantile(0.3));
  });
});

it.each(refused)("says: %s", (message, wrong) => {
  expect(wrong).toThrow(new RangeError(message));
});
