import { describe, expect, it } from "vitest";
import type { Mutant } from "./mutant.ts";
import { catchersOf, runAll, testsOf, timesFound } from "./tests-of.ts";

/** A test for each mutant: that its text stands once in its source, and that the test it names passes without it and fails with it. */
export function eachIsCaught(mutants: readonly Mutant[]): void {
  const right = new Map<string, ReturnType<typeof testsOf>>();
  const passed = new Map<string, Promise<void>>();
  const passesWithout = async (mutant: Mutant): Promise<void> => {
    const { test, caughtBy } = mutant;
    if (!right.has(test)) right.set(test, testsOf(test));
    const tests = await right.get(test)!;
    const which = `${test} > ${caughtBy}`;
    if (!passed.has(which)) passed.set(which, runAll(catchersOf(tests, mutant)));
    await passed.get(which)!;
  };
  describe.each(mutants)("$name", (mutant) => {
    it(`is caught by "${mutant.caughtBy}"`, async () => {
      expect(timesFound(mutant)).toBe(1);
      await passesWithout(mutant);
      const wrong = catchersOf(await testsOf(mutant.test, mutant), mutant);
      await expect(runAll(wrong)).rejects.toThrow();
    });
  });
}
