import { describe, expect, it } from "vitest";
import { mutants } from "./mutants.ts";
import { testWith, timesFound } from "./test-with.ts";

it("there are at least twelve engines that are wrong on purpose", () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBeGreaterThanOrEqual(12);
});

describe.each(mutants)("$name", (mutant) => {
  it(`is caught by "${mutant.caughtBy}"`, async () => {
    expect(timesFound(mutant)).toBe(1);
    const [right, wrong] = await Promise.all([testWith("true engine", mutant), testWith("mutant", mutant)]);
    await right();
    await expect(wrong()).rejects.toThrow();
  });
});
