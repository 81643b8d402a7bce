import { expect, it } from "vitest";
import { type Capacity, pairsToTry, ranking, type Worth, worthOf } from "../../src/index.ts";

const capacity = (place: string, what: string): Capacity => ({
  path: `${place}.${what}`,
  place,
  label: `more ${what}`,
  settings: [{ path: `${place}.${what}`, value: "1" }],
});
const move = (mean: number) => ({
  ...{
    name: "a",
    unit: "persons",
    n: 2,
    mean,
    halfWidth: 1,
    low: mean - 1,
    high: mean + 1,
    q05: mean,
    q50: mean,
    q95: mean,
    min: mean,
    max: mean,
  },
});
const worth = (one: Capacity, ...means: number[]): Worth => ({ capacities: [one], moves: means.map(move) });

const [fleet, departs] = [capacity("buses.b", "fleet"), capacity("buses.b", "departs")];
const others = ["c", "d", "e", "f", "g"].map((place) => capacity(`cities.${place}`, "beds"));

it("ranks by how far the first figure moves, whichever way, and then the next; ties stay in their order", () => {
  const [c, d, e, f] = others as [Capacity, Capacity, Capacity, Capacity];
  const ranked = ranking([worth(c, 1, 0), worth(d, -3, 0), worth(e, 1, -2), worth(f, 1, 0)]);
  expect(ranked.map(({ capacities: [one] }) => one)).toEqual([d, e, c, f]);
  expect(ranking([])).toEqual([]);
});

it("pairs the four that move most, and the capacities of one place, even if neither moves anything alone", () => {
  const singles = [worth(fleet, 0), worth(departs, 0), ...others.map((one, index) => worth(one, 10 - index))];
  const pairs = pairsToTry(singles).map(([a, b]) => `${a.path} ${b.path}`);
  // Six of c, d, e and f; g is the fifth. And the bus.
  expect(pairs).toEqual([
    "cities.c.beds cities.d.beds",
    "cities.c.beds cities.e.beds",
    "cities.c.beds cities.f.beds",
    "cities.d.beds cities.e.beds",
    "cities.d.beds cities.f.beds",
    "cities.e.beds cities.f.beds",
    "buses.b.fleet buses.b.departs",
  ]);
});

it("gives paired differences with intervals that hold over all together", () => {
  const figure = { name: "x", unit: "hours", of: ["a", "b"], times: 10 };
  const reported = (rows: readonly (readonly number[])[]) => ({
    catalogue: { measures: [{ name: "a" }, { name: "b" }] },
    replications: rows.map((measures) => ({ measures })),
  });
  const base = reported([
    [1, 1],
    [2, 2],
  ]);
  // Sums 2 and 4 times ten; with more 5 and 9: differences 30 and 50, mean 40, standard error 10.
  const more = reported([
    [2, 3],
    [4, 5],
  ]);
  const halfAt = (planned: number) =>
    worthOf([figure], base, [{ capacities: [fleet], reported: more }], planned)[0]?.moves[0];
  expect(halfAt(1)).toMatchObject({ name: "x", unit: "hours", n: 2, mean: 40 });
  // One degree of freedom: Cauchy, tan(π · 0.475) = 12.706 and at 1 - 0.05 / 2 both sides tan(π · 0.4875) = 25.452.
  expect(halfAt(1)?.halfWidth).toBeCloseTo(127.06, 1);
  expect(halfAt(2)?.halfWidth).toBeCloseTo(254.52, 1);
});
