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
