import { mean, sampleVariance } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { FastStream, fastExponential, fastNormal, streamKey } from "../../src/index.ts";
import { expectInside } from "../support/interval.ts";
import { distance, kolmogorov } from "../support/kolmogorov.ts";
import { normalShare } from "../support/normal-share.ts";

describe.each([
  {
    name: "fastExponential(2)",
    sampler: fastExponential(2),
    mean: 2,
    variance: 4,
    share: (x: number) => -Math.expm1(-x / 2),
    // Beyond the start of the tail, at 7.697 means.
    tail: { from: 16, share: Math.exp(-8) },
  },
  {
    name: "fastNormal(5, 3)",
    sampler: fastNormal(5, 3),
    mean: 5,
    variance: 9,
    share: (x: number) => normalShare((x - 5) / 3),
    tail: { from: 5 + 3 * 3.7, share: normalShare(-3.7) },
  },
])("$name", ({ name, sampler, mean: trueMean, variance, share, tail }) => {
  const stream = new FastStream(streamKey("fast samplers", 0, name));
  const samples = Float64Array.from({ length: 600_000 }, () => sampler.sample(stream));

  it("has the moments that it says, and samples of them", () => {
    expect([sampler.mean, sampler.variance]).toEqual([trueMean, variance]);
    const batches = Array.from({ length: 30 }, (_, i) => [...samples.subarray(20_000 * i, 20_000 * (i + 1))]);
    expectInside(batches.map(mean), trueMean);
    expectInside(batches.map(sampleVariance), variance);
  });

  it("has samples of that law (Kolmogorov and Smirnov, 99.9 %)", () => {
    expect(distance(samples, share)).toBeLessThan(kolmogorov(samples.length));
  });

  it("has as many in the tail as it should", () => {
    const expected = samples.length * tail.share;
    const found = samples.filter((x) => x > tail.from).length;
    expect(expected).toBeGreaterThan(50);
    expect(Math.abs(found - expected) / Math.sqrt(expected)).toBeLessThan(3.29);
  });

  it("takes one uniform in 97 draws of 100 at least, and more in the others", () => {
    let drawn = 0;
    const source = {
      uniform: () => {
        drawn++;
        return stream.uniform();
      },
    };
    for (let i = 0; i < 50_000; i++) sampler.sample(source);
    expect(drawn / 50_000).toBeGreaterThan(1.005);
    expect(drawn / 50_000).toBeLessThan(1.06);
  });
});

it("fastNormal has as many below as above, tail and all", () => {
  const stream = new FastStream(streamKey("fast samplers", 0, "sides"));
  const sampler = fastNormal(0, 1);
  let below = 0;
  for (let i = 0; i < 100_000; i++) if (sampler.sample(stream) < 0) below++;
  expect(Math.abs(below - 50_000) / Math.sqrt(25_000)).toBeLessThan(3.29);
});

it.each([
  ["mean must be positive and finite, got 0", () => fastExponential(0)],
  ["mean must be finite, got NaN", () => fastNormal(Number.NaN, 1)],
  ["standardDeviation must be positive and finite, got 0", () => fastNormal(0, 0)],
])("says: %s", (message, wrong) => {
  expect(wrong).toThrow(new RangeError(message));
});
