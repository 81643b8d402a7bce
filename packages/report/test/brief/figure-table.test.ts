import { estimate } from "@mpp-sim/experiment";
import { expect, it } from "vitest";
import { type FigureRow, figureTable } from "../../src/brief/figure-table.ts";
import { inkOf } from "../../src/format/ink.ts";

const rows: readonly FigureRow[] = [
  { label: "returned", spread: estimate([100, 200]), unit: "persons" },
  { label: "released", spread: estimate([50, 100]), unit: "persons" },
];
const table = (width: number, bars = true) => figureTable("Of 300 people", rows, { width, ink: inkOf(false), bars });

// Labels 10 beside a title of 13, mean 4, ± 95 % 6, 9 of 10 seasons 15, each with a gap of 2: 13 + 6 + 8 + 17 = 44, and 41 with the title
// above. A bar takes a gap of 2 and at least 6: 52. Means 150 and 75, half widths 12.7 · 50 = 635 and 318.
it("has bars that show the mean, where there is room for six columns of them", () => {
  expect(table(52)).toEqual([
    "Of 300 people  mean  ± 95 %  9 of 10 seasons",
    "  returned      200  ± 600           105–195  ██████",
    "  released      100  ± 300             53–98  ███",
  ]);
});

it("drops bars first, then ranges, one column too few each time", () => {
  expect(table(51)[1]).toBe("  returned      200  ± 600           105–195");
  expect(table(52, false)[1]).toBe("  returned      200  ± 600           105–195");
  expect(table(44)[1]).toBe("  returned      200  ± 600           105–195");
  expect(table(43).slice(0, 3)).toEqual([
    "Of 300 people",
    "            mean  ± 95 %  9 of 10 seasons",
    "  returned   200  ± 600           105–195",
  ]);
  expect(table(41)[2]).toBe("  returned   200  ± 600           105–195");
  expect(table(40)[1]).toBe("  returned      200  ± 600");
});

it("then gives a label a line of its own", () => {
  // 10 + 6 + 8 = 24 just fit.
  expect(table(24)[2]).toBe("  returned   200  ± 600");
  expect(table(23).slice(2, 4)).toEqual(["  returned", "            200  ± 600"]);
});

it("shows shares in per cent, differences with their sign, and what is not defined", () => {
  const shares: readonly FigureRow[] = [
    { label: "a", spread: estimate([0.5, 0.5]), unit: "share", difference: estimate([-0.1, -0.1]) },
    { label: "b", spread: estimate([Number.NaN]), unit: "share" },
    { label: "c", spread: estimate([0.25]), unit: "share" },
  ];
  const lines = figureTable("Seats taken", shares, { width: 80, ink: inkOf(false), bars: false });
  expect(lines.map((line) => line.replaceAll(/ +/g, " "))).toEqual([
    "Seats taken mean ± 95 % 9 of 10 seasons difference",
    " a 50 % ± 0 50 −10 ± 0 points",
    " b none",
    " c 25 %",
  ]);
});
