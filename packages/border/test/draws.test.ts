import { expect, it } from "vitest";
import { draw, outsideDraw } from "../src/ground/draws.ts";

it("decisions of the model have indices of their own, and those from outside lie beyond all of them", () => {
  // So many a date; so many dates of one case nobody lives to see.
  const perDate: Readonly<Record<string, number>> = {
    hearing: 2,
    interiorHearing: 2,
    interiorDate: 1,
    afterHearing: 4,
  };
  const most = 500;
  const used = Object.entries(draw).flatMap(([name, first]) => {
    return Array.from({ length: perDate[name] === undefined ? 1 : perDate[name] * most }, (_, i) => first + i);
  });
  expect(new Set(used).size).toBe(used.length);
  expect(Math.max(...used)).toBeLessThan(outsideDraw);
});
