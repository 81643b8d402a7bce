import { dayNumber } from "@mpp-sim/engine";
import { expect, it } from "vitest";
import { head, loadText } from "./read-scenarios.ts";

it.each([
  ["skipped", "2019-03-10"],
  ["repeated", "2019-11-03"],
])("people of hours that the clocks have %s cross all the same", (_, date) => {
  const arrivals = "hours: { 0-1: 1, 1-2: 1, 2-3: 1, 3-24: 7 }, categories: { family: { persons: 100/day } }";
  const text = `period: { from: ${date}, to: ${date} }\nsectors: { del-rio: { arrivals: { ${arrivals} } } }\n`;
  const { sectors, firstDay } = loadText(head + text).scenario!.parameters;
  const family = sectors.find(({ id }) => id === "del-rio")!.arrivals.find(({ category }) => category === 1)!;
  expect(firstDay).toBe(dayNumber(date));
  expect(family.persons.integral(Number.MAX_SAFE_INTEGER)).toBeCloseTo(100, 9);
});
