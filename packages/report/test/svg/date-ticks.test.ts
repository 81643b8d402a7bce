import { expect, it } from "vitest";
import { dateTicks } from "../../src/svg/date-ticks.ts";

const dates = (from: number, count: number) =>
  Array.from({ length: count }, (_, day) => new Date(from + day * 86_400_000).toISOString().slice(0, 10));
const start = Date.UTC(2019, 10, 22);

it("marks the first of months, the year where it changes", () => {
  expect(dateTicks(dates(start, 100))).toEqual([
    { day: 9, label: "Dec\n2019" },
    { day: 40, label: "Jan\n2020" },
    { day: 71, label: "Feb" },
  ]);
});

it("marks days where there are not two months", () => {
  expect(dateTicks(dates(start, 3)).map(({ label }) => label)).toEqual(["22 Nov\n2019", "23 Nov", "24 Nov"]);
});

it.each([1, 9, 45, 100, 517, 4000])("has from one to eight marks for %d days, in order", (count) => {
  const days = dateTicks(dates(start, count)).map(({ day }) => day);
  expect(days.length).toBeGreaterThanOrEqual(1);
  expect(days.length).toBeLessThanOrEqual(8);
  expect([...days].sort((a, b) => a - b)).toEqual(days);
});
