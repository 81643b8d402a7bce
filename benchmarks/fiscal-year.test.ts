import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { benchFiscalYear } from "./fiscal-year.ts";

it("a week of the benchmark runs", () => {
  const { people, events } = benchFiscalYear(fileURLToPath(new URL("../scenarios", import.meta.url)), "2018-10-07");
  // October 2018 counted 51,005 people: some 11,500 a week, whatever the groups.
  expect(people).toBeGreaterThan(9_000);
  expect(people).toBeLessThan(14_000);
  expect(events).toBeGreaterThan(people);
});
