import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { normalShare } from "../support/normal-share.ts";

describe("normalQuantile", () => {
  // The first three are the check values of Wichura (1988); the others stand in every table.
  it.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.995, 2.575829303548901],
    [0.9, 1.2815515655446004],
  ])("at %d is %d", (p, value) => {
    expect(Math.abs(normalQuantile(p) - value)).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(value)));
  });

  it("has its ends at the infinities and nothing beyond", () => {
    expect([0, 1, -0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("is the inverse of the share below, in the middle and in both tails", () => {
    const tail = fc.double({ min: -300, max: -1, noNaN: true }).map((exponent) => 10 ** exponent);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), tail, (p, small) => {
        expect(Math.abs(normalShare(normalQuantile(p)) - p)).toBeLessThan(1e-14);
        expect(Math.abs(normalShare(normalQuantile(small)) / small - 1)).toBeLessThan(1e-11);
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 9);
      }),
      fixedRuns(5000),
    );
  });

  it("ascends, over the seams of its three pieces too", () => {
    const seams = [0.075, 0.925, Math.exp(-25), 1 - Math.exp(-25)];
    for (const seam of seams) {
      const around = [-1e-9, -1e-12, 0, 1e-12, 1e-9].map((step) => normalQuantile(seam * (1 + step)));
      expect(around).toEqual([...around].sort((a, b) => a - b));
    }
  });
});
