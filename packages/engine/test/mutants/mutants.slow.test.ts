import { expect, it } from "vitest";
import { eachIsCaught } from "../../../../test/mutants/each-is-caught.ts";
import { mutants } from "./mutants.ts";

it("there are at least twelve engines that are wrong on purpose", () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBeGreaterThanOrEqual(12);
});

eachIsCaught(mutants);
