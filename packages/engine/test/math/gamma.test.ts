import { describe, expect, it } from "vitest";
import { gammaQuantile, gammaShares, logGamma } from "../../src/index.ts";

// Figures of this file that are not closed forms were worked out to 30 digits.

it.each([
  [0.01, 4.599479878042022],
  [0.5, Math.log(Math.PI) / 2],
  [1, 0],
  [1.5, -0.12078223763524522],
  [2, 0],
  [5, Math.log(24)],
  [10, Math.log(362880)],
  [100, 359.1342053695754],
  [1e6, 12815504.569147611],
])("log Gamma(%d) is %d", (x, value) => {
  expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-14 * Math.max(1, Math.abs(value)));
});

describe("shares of the gamma distribution", () => {
  it.each([
    [1, 0.3],
    [1, 30],
    [3, 0.01],
    [3, 2],
    [3, 25],
    [40, 20],
    [40, 90],
  ])("of shape %d at %d are those of a Poisson count", (shape, x) => {
    // More than x by the time of the shape-th point: fewer than shape points by x.
    let [mass, above] = [Math.exp(-x), 0];
    for (let k = 0; k < shape; k++) {
      above += mass;
      mass *= x / (k + 1);
    }
    let below = 0;
    for (let k = shape; k < shape + 400; k++) {
      below += mass;
      mass *= x / (k + 1);
    }
    const shares = gammaShares(shape, x);
    expect(Math.abs(shares.above / above - 1)).toBeLessThan(1e-12);
    expect(Math.abs(shares.below / below - 1)).toBeLessThan(1e-12);
  });

  it("are all or nothing at 0", () => {
    expect(gammaShares(2, 0)).toEqual({ below: 0, above: 1 });
  });
});

describe("quantile of the gamma distribution", () => {
  it.each([
    [0.01, 0.5, 4.465535018910357e-31],
    [0.1, 0.9, 0.26615455373884],
    [0.3, 1e-10, 3.236440226603552e-34],
    [0.5, 1e-3, 7.853985746312449e-7],
    [1, 0.5, Math.LN2],
    [2.5, 1e-12, 0.000025623217484152678],
    [2.5, 0.3, 1.499954066379953],
    [2.5, 1 - 2 ** -40, 32.718605696040555],
    [30, 0.7, 32.61325370213173],
    [1000, 0.01, 927.9081597966425],
    [1e5, 0.999, 100980.06779195923],
  ])("of shape %d at %d is %d", (shape, p, value) => {
    expect(Math.abs(gammaQuantile(shape, p) / value - 1)).toBeLessThan(1e-12);
  });

  it("is 0 where it is too small for a number", () => {
    expect(gammaQuantile(0.01, 1e-5)).toBe(0);
  });

  it("undoes the shares over every shape and probability", () => {
    for (const shape of [0.05, 0.4, 0.99, 1.01, 2, 7, 10, 55, 3000]) {
      for (const p of [1e-9, 1e-4, 0.05, 0.3, 0.5, 0.8, 0.99, 1 - 1e-6, 1 - 1e-12]) {
        const { above, below } = gammaShares(shape, gammaQuantile(shape, p));
        expect(Math.abs(p < 0.5 ? below / p - 1 : above / (1 - p) - 1)).toBeLessThan(1e-11);
      }
    }
  });
});
