import { describe, expect, it } from "vitest";
import { betaQuantile, betaShare, fQuantile } from "../src/beta.ts";

// Published values: method of Clopper and Pearson for 20 of 20 and 190 of 200; others by scipy.stats.
describe("the beta distribution", () => {
  it.each([
    [0.025, 20, 1, 0.8315665],
    [0.05, 20, 1, 0.8608916593317348],
    [0.025, 190, 11, 0.9099724622986486],
    [0.975, 191, 10, 0.9757658345278915],
    [0.3, 0.5, 2.5, 0.0322550735928908],
  ])("has the quantile %d for shapes %d and %d at %d", (p, a, b, expected) => {
    expect(betaQuantile(p, a, b)).toBeCloseTo(expected, expected === 0.8315665 ? 7 : 11);
  });

  // A quantile lies between the a-th and the b-th of n values as often as a to b - 1 of them are below it; published for these.
  it.each([
    [0.5, 100, 40, 61, 0.9647998],
    [0.9, 50, 41, 50, 0.9703083],
    [0.5, 30, 10, 21, 0.9572261],
  ])("tells how often the %d quantile of %i values lies between those of rank %i and %i", (p, n, a, b, covered) => {
    const below = (rank: number): number => betaShare(rank, n - rank + 1, p);
    expect(below(a) - below(b)).toBeCloseTo(covered, 7);
  });

  it("has shares on both sides of its mean", () => {
    expect(betaShare(3, 7.5, 0.37)).toBeCloseTo(0.7455464617971025, 11);
    // Of shapes 2 and 1 the share below x is x².
    for (const x of [0.1, 0.5, 0.9]) expect(betaShare(2, 1, x)).toBeCloseTo(x * x, 12);
    expect([betaShare(2, 3, 0), betaShare(2, 3, 1)]).toEqual([0, 1]);
  });

  it("refuses what is no chance and no shape", () => {
    expect(() => betaQuantile(1, 2, 3)).toThrow("p must be between 0 and 1, got 1");
    expect(() => betaQuantile(0.5, 0, 3)).toThrow("shapes must be above 0, got 0 and 3");
  });
});

it.each([
  [0.975, 9, 40, 2.4519392170299263],
  [0.975, 40, 9, 3.505473899874317],
  [0.95, 1, 1, 161.4476387975882],
])("the F distribution has the quantile %d for %d and %d degrees at %d", (p, above, below, expected) => {
  expect(fQuantile(p, above, below) / expected).toBeCloseTo(1, 10);
});
