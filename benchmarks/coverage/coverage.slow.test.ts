import { expect, it } from "vitest";
import { coverageOf } from "./coverage.ts";
import { figures } from "./figures.ts";

// Of 1,000 intervals of 95 %, 926 to 971 hold the truth, but once in a thousand.
it.each(figures.filter(({ name }) => name !== "rare count, k = 0.3"))(
  "intervals of a $name hold their level at 20 replications",
  (figure) => {
    const { held, impossibleByT } = coverageOf(figure, 1000, 20, "coverage");
    expect(held).toBeGreaterThanOrEqual(926);
    expect(held).toBeLessThanOrEqual(971);
    // Those of t reach below zero where counts are rare.
    if (figure.name === "total") expect(impossibleByT).toBe(0);
  },
);

it("Student's t holds less than it says of a rare count, and some of its intervals reach below zero", () => {
  const rarest = figures.at(-1)!;
  const { held, heldByT, impossibleByT } = coverageOf(rarest, 1000, 20, "coverage");
  expect(heldByT).toBeLessThan(926);
  expect(held).toBeGreaterThan(heldByT + 30);
  expect(impossibleByT).toBeGreaterThan(100);
});
