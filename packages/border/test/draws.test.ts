import { expect, it } from "vitest";
import { draw, outsideDraw } from "../src/model/draws.ts";

it("decisions of the model have indices of their own, and those from outside lie beyond all of them", () => {
  // Hearings take two a date, and dates of the interior one: so many dates of one case nobody lives to see.
  const most = 500;
  const used = Object.entries(draw).flatMap(([name, first]) => {
    const length = name === "hearing" || name === "interiorHearing" ? 2 * most : name === "interiorDate" ? most : 1;
    return Array.from({ length }, (_, i) => first + i);
  });
  expect(new Set(used).size).toBe(used.length);
  expect(Math.max(...used)).toBeLessThan(outsideDraw);
});
