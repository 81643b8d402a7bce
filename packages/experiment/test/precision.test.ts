import {
  controlledMean,
  estimate,
  pairingRatio,
  precisionOf,
  precisionReached,
  type RunResult,
  reachedIn,
} from "@mpp-sim/experiment";
import { describe, expect, it } from "vitest";

/** Mean 10, deviation 1 but for a factor near 1: 9 and 11 by turns. */
const turns = Array.from({ length: 200 }, (_, r) => (r % 2 === 0 ? 9 : 11));

describe("a precision", () => {
  it("is reached at the second look in a row that finds it", () => {
    // Half widths: 20 replications 0.480, 30 0.380, 40 0.324, 50 0.287.
    const widths = [20, 30, 40, 50].map((n) => estimate(turns.slice(0, n)).halfWidth!.toFixed(3));
    expect(widths).toEqual(["0.480", "0.380", "0.324", "0.287"]);
    expect(precisionReached(turns, { measure: "m", halfWidth: 0.4 })).toBe(40);
    expect(precisionReached(turns, { measure: "m", halfWidth: estimate(turns.slice(0, 30)).halfWidth! })).toBe(40);
    expect(precisionReached(turns, { measure: "m", halfWidth: 10 })).toBe(30);
    expect(precisionReached(turns.slice(0, 39), { measure: "m", halfWidth: 0.4 })).toBeUndefined();
    // 4 % of the true mean is 4/104 of the one found: 0.3846, which 30 meet.
    expect(precisionReached(turns, { measure: "m", part: 0.04 })).toBe(40);
    expect(precisionReached(turns, { measure: "m", part: 0.039 })).toBe(50);
  });

  it("is not reached by a look that is lucky alone", () => {
    // Twenty equal values have no width at all; the next look decides.
    const lucky = [...Array(20).fill(10), ...turns];
    expect(precisionReached(lucky, { measure: "m", halfWidth: 0.2, round: 2 })).toBe(22);
    const wild = [...Array(20).fill(10), ...Array(10).fill(90), ...turns];
    expect(precisionReached(wild, { measure: "m", halfWidth: 0.2, round: 10 })).toBeUndefined();
  });

  it("looks at fixed numbers alone", () => {
    expect(precisionReached(turns, { measure: "m", halfWidth: 0.4, least: 13, round: 17 })).toBe(64 - 17);
    expect(() => precisionReached(turns, { measure: "m" })).toThrow(
      "must be a half width or a part, above 0, got neither",
    );
    expect(() => precisionReached(turns, { measure: "m", halfWidth: 1, part: 1 })).toThrow("got 1 and 1");
    expect(() => precisionReached(turns, { measure: "m", part: 0 })).toThrow("above 0, got 0");
    expect(() => precisionReached(turns, { measure: "m", part: 1, least: 9 })).toThrow(
      "least must be a whole number from 10, got 9",
    );
  });
});

describe("a control variate", () => {
  it("takes off what goes with it", () => {
    // y = 3 x exactly, and x is known to be 2 on average.
    const x = [1, 2, 3, 4, 5];
    const { mean, halfWidth, varianceRatio } = controlledMean(
      x.map((value) => 3 * value),
      x,
      2,
    );
    expect(mean).toBeCloseTo(6, 12);
    expect(halfWidth).toBeCloseTo(0, 10);
    expect(varianceRatio).toBeCloseTo(0, 12);
  });

  it("is worked out by hand", () => {
    // x -1, 0, 0, 1 and y 0, 1, 3, 4: slope 4/2 = 2, residuals 0, -1, 1, 0, so 2 over 2 degrees = 1; variance of y is 10/3.
    // Known mean 0.5: 2 - 2 (0 - 0.5) = 3; error = sqrt(1 (1/4 + 0.25/2)) = 0.6124; t of two degrees 4.30265.
    const found = controlledMean([0, 1, 3, 4], [-1, 0, 0, 1], 0.5);
    expect(found).toMatchObject({ n: 4, mean: 3 });
    expect(found.halfWidth).toBeCloseTo(4.30265273 * Math.sqrt(0.375), 7);
    expect(found.varianceRatio).toBeCloseTo(0.3, 12);
  });

  it("is the plain mean where the control does not vary", () => {
    const values = [1, 2, 4, 5];
    const { mean, halfWidth } = estimate(values);
    expect(controlledMean(values, [7, 7, 7, 7], 7)).toEqual({ n: 4, mean, halfWidth, varianceRatio: 1 });
    expect(controlledMean([1, 2, Number.NaN], [1, 2, 3], 2)).toMatchObject({ n: 2, halfWidth: null });
    expect(controlledMean([], [], 2)).toMatchObject({ n: 0, mean: null });
    expect(() => controlledMean([1], [], 2)).toThrow("same replications, got 1 and 0");
    expect(() => controlledMean([1], [1], Number.NaN)).toThrow("controlMean must be finite, got NaN");
  });
});

it("pairing leaves the part of the variance that is told", () => {
  // Differences 1, 1, 1, 2: variance 1/4. Variances 5/3 and 1, 2, 3, 3: 11/12.
  expect(pairingRatio([2, 3, 4, 5], [1, 2, 3, 3])).toBeCloseTo(0.25 / (5 / 3 + 11 / 12), 12);
  expect(pairingRatio([1, 2], [1, 2])).toBe(0);
  expect([pairingRatio([1, 1], [2, 2]), pairingRatio([1], [2])]).toEqual([null, null]);
  expect(() => pairingRatio([1], [])).toThrow("same replications, got 1 and 0");
});

describe("a precision of several policies", () => {
  const run = (values: readonly number[]) =>
    ({
      catalogue: { measures: [{ name: "n" }, { name: "m" }] },
      replications: values.map((value) => ({ measures: [0, value] })),
    }) as unknown as Pick<RunResult, "catalogue" | "replications">;
  // Half widths of 10 ± 1 by turns are 0.380 after 30 and 0.324 after 40; ten times as wide for the other.
  const wide = turns.map((value) => 10 * value);

  it("is reached where the last of them has it", () => {
    expect(reachedIn([run(turns)], { measure: "m", halfWidth: 4 })).toBe(30);
    expect(reachedIn([run(turns), run(wide)], { measure: "m", halfWidth: 4 })).toBe(40);
    expect(reachedIn([run(wide), run(turns)], { measure: "m", halfWidth: 4 })).toBe(40);
    expect(reachedIn([run(wide.slice(0, 39)), run(turns)], { measure: "m", halfWidth: 4 })).toBeUndefined();
    expect(() => reachedIn([run(turns)], { measure: "x", halfWidth: 4 })).toThrow(
      "measure must be one of the run, got x",
    );
  });

  it("is as a scenario says: a part of the mean, or a figure in the unit of the measure", () => {
    const asked = (value: number, unit: string) =>
      precisionOf({
        seed: "a",
        replications: 1,
        reference: "base",
        precision: { measure: "m", within: { value, unit } },
      });
    expect(asked(5, "%")).toEqual({ measure: "m", part: 0.05 });
    expect(asked(20, "")).toEqual({ measure: "m", halfWidth: 20 });
    expect(precisionOf({ seed: "a", replications: 1, reference: "base" })).toBeUndefined();
  });
});
