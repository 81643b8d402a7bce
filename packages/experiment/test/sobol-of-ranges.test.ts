import type { Factor } from "@mpp-sim/scenario";
import { describe, expect, it } from "vitest";
import { type Bounded, designOfRanges, sobolOfRanges, type UnitPoint } from "../src/index.ts";

const factor = (path: string): Factor => ({
  origin: "a.yaml:1",
  paths: [path],
  base: "20 %",
  range: { kind: "interval", low: "0 %", high: "60 %", whole: false },
});
const factors = [factor("sectors.tucson.a"), factor("sectors.yuma.c"), factor("sectors.tucson.b")];
const measures = [{ name: "x", unit: "persons" }];

/** Chance of a replication: 0 or 1, evenly and by its number alone. */
function luck(replication: number): number {
  const mixed = Math.imul(replication + 1, 0x9e3779b1);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 31) & 1;
}

/** Figures of a function of a point and of chance, as a study would find them. */
function figuresOf(f: (point: UnitPoint, chance: number) => number, rows: number) {
  const design = designOfRanges(rows, factors, "indices");
  const with2 = (points: readonly UnitPoint[], odd: number) =>
    points.map((point, row) => [f(point, luck(2 * row + odd))]);
  return {
    design,
    figures: {
      a: with2(design.a, 0),
      b: with2(design.b, 1),
      mixed: design.mixed.map((points) => with2(points, 0)),
      chance: with2(design.a, 1),
    },
  };
}

const holds = ({ low, high }: Bounded, truth: number): boolean =>
  (low as number) <= truth + 1e-9 && truth - 1e-9 <= (high as number);

describe("a design for ranges", () => {
  it("has a matrix for each range, then one for what several belong to", () => {
    const { a, b, mixed, groups } = designOfRanges(8, factors, "s");
    expect(groups).toEqual([{ group: "sectors.tucson", members: [0, 2] }]);
    expect(mixed).toHaveLength(4);
    mixed.forEach((rows, at) => {
      const from = [[0], [1], [2], [0, 2]][at] as number[];
      expect(rows).toEqual(
        a.map((point, row) => point.map((unit, input) => (from.includes(input) ? b[row]![input] : unit))),
      );
    });
  });
});

describe("Sobol' indices of ranges", () => {
  it("hold the true shares of ranges, groups and chance", () => {
    // Variances 16/12, 4/12, 1/12 and 1/4 of a coin: 24/12 in all.
    const { design, figures } = figuresOf(([a = 0, c = 0, b = 0], chance) => 4 * a + 2 * c + b + chance, 1024);
    const [found] = sobolOfRanges(measures, factors, design, figures, { seed: "x", resamples: 200 });
    expect(found?.n).toBe(1024);
    expect(Math.abs((found?.variance as number) - 2)).toBeLessThan(0.1);
    const truth = { "sectors.tucson.a": 16 / 24, "sectors.yuma.c": 4 / 24, "sectors.tucson.b": 1 / 24 };
    expect(found?.ranges.map(({ name }) => name)).toEqual(Object.keys(truth));
    for (const { name, first, total } of found?.ranges ?? [])
      expect([
        name,
        holds(first, truth[name as keyof typeof truth]),
        holds(total, truth[name as keyof typeof truth]),
      ]).toEqual([name, true, true]);
    expect(found?.groups.map(({ group, ranges }) => [group, ranges])).toEqual([
      ["sectors.tucson", 2],
      ["sectors.yuma", 1],
    ]);
    expect(holds(found!.groups[0]!.first, 17 / 24)).toBe(true);
    expect(found!.groups[1]!.total).toEqual(found!.ranges[1]!.total);
    expect([holds(found!.chance.first, 3 / 24), holds(found!.chance.total, 3 / 24)]).toEqual([true, true]);
    expect([holds(found!.dummy.first, 0), holds(found!.dummy.total, 0)]).toEqual([true, true]);
  });

  it("leave out a row of which a point is refused, and say nothing where nothing varies", () => {
    const { design, figures } = figuresOf(([a = 0]) => a, 16);
    const refused = { ...figures, chance: figures.chance.map((row, at) => (at === 3 ? [] : row)) };
    const [found] = sobolOfRanges(measures, factors, design, refused, { seed: "x", resamples: 20 });
    expect([found?.n, found?.chance.total.value]).toEqual([15, 0]);
    const still = figuresOf(() => 5, 8);
    const [none] = sobolOfRanges(measures, factors, still.design, still.figures, { seed: "x", resamples: 20 });
    expect([none?.variance, none?.chance.first.value, none?.ranges[0]?.total.value]).toEqual([0, null, null]);
  });
});
