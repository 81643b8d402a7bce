import { expect, it } from "vitest";
import { comparePolicies } from "../src/index.ts";

const measures = [{ name: "x", unit: "persons" }];
const compared = (...values: readonly (readonly number[])[]) => {
  const [measure] = comparePolicies(
    measures,
    values.map((own, index) => ({ name: `p${index}`, values: [own] })),
  );
  return measure!;
};

it("each policy is compared with the first, over the same people", () => {
  // Differences of 2, 4, 6: mean 4, standard deviation 2, so 4.303 × 2 / √3 at both sides.
  const { estimates, differences } = compared([10, 20, 30], [12, 24, 36], [10, 20, 30]);
  expect(estimates.map(({ mean }) => mean)).toEqual([20, 24, 20]);
  expect(differences[0]).toBeUndefined();
  expect(differences[1]).toMatchObject({ n: 3, mean: 4, min: 2, max: 6, distinguishable: false });
  expect(differences[1]?.halfWidth).toBeCloseTo((4.302653 * 2) / Math.sqrt(3), 5);
  // Variances of 100 and 144 if they were independent, of 4 as they are.
  expect(differences[1]?.varianceRatio).toBeCloseTo(4 / 244, 12);
  // The same policy under another name differs by exactly 0.
  expect(differences[2]).toMatchObject({ mean: 0, halfWidth: 0, distinguishable: false, varianceRatio: 0 });
});

it("a difference is told from chance for all policies together (Holm)", () => {
  // A difference of 10 ± a little each time: distinguishable, by itself and among others.
  const base = [1, 2, 3, 4];
  const far = [11, 12.1, 13, 14.1];
  expect(compared(base, far).differences[1]?.distinguishable).toBe(true);
  // Student t of 4.2 with 3 degrees of freedom, p = 0.025: by itself, but not beside two others that differ by nothing.
  const near = [2.5, 3, 5.9, 5.5];
  expect(compared(base, near).differences[1]?.distinguishable).toBe(true);
  expect(compared(base, near, base, base).differences[1]?.distinguishable).toBe(false);
});

it("what is not defined is left out, and one replication says nothing of chance", () => {
  expect(compared([1, Number.NaN, 3], [2, 5, 4]).differences[1]).toMatchObject({ n: 2, mean: 1 });
  expect(compared([1], [2]).differences[1]).toMatchObject({
    n: 1,
    mean: 1,
    halfWidth: null,
    distinguishable: false,
    varianceRatio: null,
  });
  expect(compared([3, 3], [3, 3]).differences[1]?.varianceRatio).toBeNull();
});

it("policies that met other people are compared as independent runs", () => {
  const [measure] = comparePolicies(measures, [
    { name: "a", values: [[10, 20, 30, 40]] },
    { name: "b", values: [[1, 2, 3, Number.NaN]], otherPeople: true },
  ]);
  const difference = measure?.differences[1];
  // Standard errors: 1 / 3 and (500 / 3) / 4 squared, 42 together; 42² / (1 / 18 + 41.67² / 3) = 3.05 degrees of freedom (Welch), so 3.
  expect(difference).toMatchObject({ paired: false, n: 3, mean: -23, varianceRatio: null, q50: null, min: null });
  expect(difference?.halfWidth).toBeCloseTo(3.1824463 * Math.sqrt(42), 5);
  // Neither is skewed: 2 ± 4.3027 / √3 and 25 ± 3.1824 × √(125 / 3), whose halves are added as sides of a right angle.
  const side = Math.sqrt(4.3026527 ** 2 / 3 + (3.1824463 ** 2 * 125) / 3);
  expect(difference?.low).toBeCloseTo(-23 - side, 5);
  expect(difference?.high).toBeCloseTo(-23 + side, 5);
  // Student t of 23 / √42 = 3.549 with 3 degrees of freedom: p = 0.038.
  expect(difference?.distinguishable).toBe(true);
});

it("independent runs of one replication, of nobody, and that do not vary", () => {
  const apart = (own: readonly number[], base: readonly number[]) =>
    comparePolicies(measures, [
      { name: "a", values: [base] },
      { name: "b", values: [own], otherPeople: true },
    ])[0]?.differences[1];
  expect(apart([4], [1, 2, 3])).toMatchObject({ n: 1, mean: 2, halfWidth: null, low: null, distinguishable: false });
  expect(apart([Number.NaN], [1, 2])).toMatchObject({ n: 0, mean: null, halfWidth: null, distinguishable: false });
  expect(apart([4, 4], [4, 4])).toMatchObject({ mean: 0, halfWidth: 0, low: 0, high: 0, distinguishable: false });
  expect(apart([5, 5], [4, 4])).toMatchObject({ mean: 1, halfWidth: 0, distinguishable: true });
});

it("the same people in fewer replications: those that both have are paired", () => {
  const difference = compared([10, 20, 30], [11, 22]).differences[1];
  expect(difference).toMatchObject({ paired: true, n: 2, mean: 1.5, min: 1, max: 2 });
  // Variances of 50 and 60.5 apart, of a half together.
  expect(difference?.varianceRatio).toBeCloseTo(0.5 / 110.5, 12);
});
