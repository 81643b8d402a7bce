import {
  type Bounded,
  crossedShares,
  morrisDesign,
  morrisEffects,
  oneAtATime,
  saltelliDesign,
  sobolIndices,
  varianceShares,
} from "@mpp-sim/experiment";
import { describe, expect, it } from "vitest";

/** The indices of a function over the unit cube, exactly as a study would find them. */
function indicesOf(f: (x: readonly number[]) => number, inputs: number, rows: number, groups?: readonly number[][]) {
  const { a, b, mixed } = saltelliDesign(rows, inputs, { seed: "indices", ...(groups && { groups }) });
  const outputs = { a: a.map(f), b: b.map(f), mixed: mixed.map((points) => points.map(f)) };
  return sobolIndices(outputs, { seed: "indices", resamples: 300 });
}

function expectInside({ low, high }: Bounded, truth: number): void {
  expect([low, truth, high]).toEqual([expect.any(Number), truth, expect.any(Number)]);
  expect((low as number) <= truth + 1e-12 && truth - 1e-12 <= (high as number)).toBe(true);
}

/** Ishigami and Homma 1990, with a = 7 and b = 0.1, over -π to π. */
function ishigami(units: readonly number[]): number {
  const [x = 0, y = 0, z = 0] = units.map((unit) => Math.PI * (2 * unit - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

describe("Sobol' indices", () => {
  it("of Ishigami's function hold the true ones in their intervals", () => {
    const { n, variance, indices, dummy } = indicesOf(ishigami, 3, 1024);
    expect(n).toBe(1024);
    expect(Math.abs((variance as number) / 13.8445879407 - 1)).toBeLessThan(0.03);
    const truths = [
      [0.3139051911, 0.5575888552],
      [0.4424111448, 0.4424111448],
      [0, 0.2436836641],
    ] as const;
    truths.forEach(([first, total], input) => {
      expectInside(indices[input]!.first, first);
      expectInside(indices[input]!.total, total);
      expect(Math.abs((indices[input]!.total.value as number) - total)).toBeLessThan(0.03);
    });
    expectInside(dummy.first, 0);
    expectInside(dummy.total, 0);
    // The floor tells an input that matters from one that does nothing.
    expect(indices[1]!.first.low).toBeGreaterThan(dummy.first.high as number);
  });

  it("of the g-function hold the true ones in their intervals, and groups those of their members together", () => {
    const weights = [0, 1, 4.5, 9, 99, 99];
    const g = (x: readonly number[]) =>
      weights.reduce(
        (product, weight, at) => (product * (Math.abs(4 * (x[at] as number) - 2) + weight)) / (1 + weight),
        1,
      );
    // Variance of each factor: 1 / 3 / (1 + a)²; they multiply (Saltelli et al. 2010).
    const parts = weights.map((weight) => 1 / 3 / (1 + weight) ** 2);
    const all = parts.reduce((product, part) => product * (1 + part), 1) - 1;
    const { indices } = indicesOf(g, 6, 1024);
    parts.forEach((part, input) => {
      expectInside(indices[input]!.first, part / all);
      expectInside(indices[input]!.total, (part * ((all + 1) / (1 + part))) / all);
    });
    const [strong, rest] = indicesOf(g, 6, 1024, [
      [0, 1],
      [2, 3, 4, 5],
    ]).indices;
    const together = (1 + parts[0]!) * (1 + parts[1]!) - 1;
    const others = (1 + all) / (1 + together) - 1;
    expectInside(strong!.first, together / all);
    expectInside(rest!.total, (others * (1 + together)) / all);
  });

  it("are worked out by hand for two rows", () => {
    // Centre 2; squares 4 + 4 + 0 + 0 over 3 degrees. First: ((2 - 2)(1 - 0) + (2 - 2)(4 - 4)) / 2; total: (1 + 0) / 2 / 2.
    const { variance, indices } = sobolIndices({ a: [0, 4], b: [2, 2], mixed: [[1, 4]] }, { seed: "x" });
    expect(variance).toBeCloseTo(8 / 3, 12);
    expect([indices[0]!.first.value, indices[0]!.total.value]).toEqual([0, 0.25 / (8 / 3)]);
  });

  it("leave out rows that are not defined, and are null where nothing varies", () => {
    const outputs = { a: [0, 4, 9], b: [2, 2, Number.NaN], mixed: [[1, 4, 9]] };
    expect(sobolIndices(outputs, { seed: "x" })).toMatchObject({ n: 2, variance: 8 / 3 });
    const flat = sobolIndices({ a: [1, 1], b: [1, 1], mixed: [[1, 1]] }, { seed: "x" });
    expect(flat.indices[0]).toEqual({
      first: { value: null, low: null, high: null },
      total: { value: null, low: null, high: null },
    });
    expect(() => sobolIndices({ a: [1], b: [1, 2], mixed: [] }, { seed: "x" })).toThrow("all must have 1 rows, got 2");
  });
});

describe("Morris effects", () => {
  it("of a plane are its slopes, without deviation", () => {
    const design = morrisDesign(10, 3, { seed: "plane" });
    const outputs = design.map(({ points }) => points.map(([x = 0, y = 0]) => 2 * x - y));
    const [x, y, nothing] = morrisEffects(design, outputs, { seed: "plane", resamples: 50 });
    for (const figure of ["value", "low", "high"] as const) {
      expect(x!.meanAbsolute[figure]).toBeCloseTo(2, 12);
      expect(y!.meanAbsolute[figure]).toBeCloseTo(1, 12);
      expect(y!.mean[figure]).toBeCloseTo(-1, 12);
      expect(x!.deviation[figure]).toBeCloseTo(0, 12);
    }
    expect(nothing).toMatchObject({ n: 10, mean: { value: 0 }, meanAbsolute: { value: 0 }, deviation: { value: 0 } });
  });

  it("of a product deviate, and opposite ones cancel in the mean alone", () => {
    // On two levels the effect of x is y - 1/2: +1/2 where y is 1, -1/2 where it is 0.
    const trajectories = [0, 1].map((y) => ({
      points: [
        [0, y],
        [1, y],
      ],
      moved: [0],
    }));
    const outputs = trajectories.map(({ points }) => points.map(([x, y]) => x! * (y! - 0.5)));
    const [x] = morrisEffects(trajectories, outputs, { seed: "product" });
    expect(x).toMatchObject({ n: 2, mean: { value: 0 }, meanAbsolute: { value: 0.5 } });
    expect(x!.deviation.value).toBeCloseTo(Math.SQRT1_2, 12);
    expect(x!.mean).toMatchObject({ low: -0.5, high: 0.5 });
  });

  it("leave out moves that are not defined", () => {
    const trajectories = [0, 1].map(() => ({ points: [[0], [1]], moved: [0] }));
    const [x] = morrisEffects(
      trajectories,
      [
        [1, 3],
        [Number.NaN, 3],
      ],
      { seed: "nan" },
    );
    expect(x).toMatchObject({ n: 1, mean: { value: 2, low: null }, deviation: { value: null } });
    expect(() => morrisEffects(trajectories, [[1, 3]], { seed: "nan" })).toThrow("outputs must be one a point");
  });
});

describe("one at a time", () => {
  const base = [10, 12];

  it("gives both ends of each bar, the widest first", () => {
    const rows = oneAtATime(base, [
      {
        name: "narrow",
        trials: [
          { value: 1, outputs: [11, 13] },
          { value: 2, outputs: [10, 12] },
        ],
      },
      {
        name: "wide",
        trials: [
          { value: "few", outputs: [13, 17] },
          { value: "many", outputs: [9, 11] },
        ],
      },
      // Both ends above the base: the bar begins at the base.
      {
        name: "above",
        trials: [
          { value: 1, outputs: [12, 14] },
          { value: 2, outputs: [13, 15] },
        ],
      },
    ]);
    expect(rows.map(({ name, swing }) => [name, swing])).toEqual([
      ["wide", 5],
      ["above", 3],
      ["narrow", 1],
    ]);
    expect(rows[0]!.least).toMatchObject({ value: "many", difference: { n: 2, mean: -1, halfWidth: 0 } });
    expect(rows[0]!.greatest).toMatchObject({ value: "few", difference: { n: 2, mean: 4 } });
    // Differences 3 and 5: standard error 1, t of one degree 12.706.
    expect(rows[0]!.greatest.difference.halfWidth).toBeCloseTo(12.706204736, 8);
  });

  it("leaves out values at which nothing is defined", () => {
    const nan = [Number.NaN, Number.NaN];
    expect(oneAtATime(base, [{ name: "none", trials: [{ value: 1, outputs: nan }] }])).toEqual([]);
    const [row] = oneAtATime(base, [
      {
        name: "one",
        trials: [
          { value: 1, outputs: nan },
          { value: 2, outputs: [8, 10] },
        ],
      },
    ]);
    expect(row).toMatchObject({ least: { value: 2 }, greatest: { value: 2 }, swing: 2 });
  });
});

describe("chance and assumption", () => {
  it("are worked out by hand for two draws of two", () => {
    // Means 2 and 6, centre 4: between 2 · 4 + 2 · 4 = 16 over 1; within 2 + 2 = 4 over 2. Assumption (16 - 2) / 2 = 7, chance 2.
    const { share, ...rest } = varianceShares([
      [1, 3],
      [5, 7],
    ]);
    expect(rest).toEqual({ draws: 2, n: 4, assumption: 7, chance: 2 });
    expect(share.value).toBeCloseTo(7 / 9, 12);
  });

  it("have an interval from F", () => {
    // F = 8; the 97.5 % quantiles of F are 38.506 (1, 2) and 799.5 (2, 1): (f - 1) / (f + 1), from 0 on.
    const { share } = varianceShares([
      [1, 3],
      [5, 7],
    ]);
    expect(share.low).toBe(0);
    expect(share.high).toBeCloseTo((8 * 799.5 - 1) / (8 * 799.5 + 1), 9);
  });

  it("leave a share of 0 where draws differ by less than chance, and 1 where there is no chance", () => {
    expect(
      varianceShares([
        [1, 9],
        [2, 8],
      ]),
    ).toMatchObject({ assumption: 0, share: { value: 0, low: 0 } });
    expect(
      varianceShares([
        [1, 1],
        [3, 3],
      ]),
    ).toMatchObject({ chance: 0, share: { value: 1, low: 1, high: 1 } });
    expect(
      varianceShares([
        [2, 2],
        [2, 2],
      ]).share.value,
    ).toBeNull();
  });

  it("cannot be told apart in one draw, or with one replication each", () => {
    for (const draws of [[], [[1, 2, 3]], [[1], [2]]]) {
      expect(varianceShares(draws)).toMatchObject({ assumption: null, chance: null, share: { value: null } });
    }
    expect(
      varianceShares([
        [1, Number.NaN],
        [2, 3],
      ]),
    ).toMatchObject({ draws: 2, n: 3 });
  });
});

describe("chance and assumption, where draws share replications", () => {
  it("are worked out by hand for two draws of two", () => {
    // Draws differ by 6 on average and replications by 2, with 1 left: y = 10 -3/+3 -1/+1 and +1/2, -1/2 crosswise.
    // Squares: draws 2 · 2 · 9 = 36, replications 2 · 2 · 1 = 4, left 4 · 1/4 = 1, each over one degree.
    // Assumption (36 - 1) / 2 = 17.5; in common (4 - 1) / 2 = 1.5, and left 1: chance 2.5.
    const { share, ...rest } = crossedShares(
      [
        [6.5, 7.5],
        [11.5, 14.5],
      ],
      { seed: "x" },
    );
    expect(rest).toEqual({ draws: 2, n: 4, assumption: 17.5, chance: 2.5 });
    expect(share.value).toBe(17.5 / 20);
    expect([share.low! < 17.5 / 20, 17.5 / 20 < share.high!, share.low! >= 0, share.high! <= 1]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it("see chance that one-way analysis would not", () => {
    // What replications have in common cancels between draws: all of the variance is chance.
    const draws = [
      [1, 5, 9],
      [1, 5, 9],
    ];
    expect(crossedShares(draws, { seed: "x" })).toMatchObject({
      assumption: 0,
      chance: 16,
      share: { value: 0, low: 0, high: 0 },
    });
  });

  it("cannot be told apart in too small a table, and leave out replications that are not whole", () => {
    for (const draws of [[], [[1, 2]], [[1], [2]]]) {
      expect(crossedShares(draws, { seed: "x" })).toMatchObject({ assumption: null, share: { value: null } });
    }
    expect(
      crossedShares(
        [
          [3, 3],
          [3, 3],
        ],
        { seed: "x" },
      ).share.value,
    ).toBeNull();
    const whole = crossedShares(
      [
        [6.5, 7.5],
        [11.5, 14.5],
      ],
      { seed: "x" },
    );
    expect(
      crossedShares(
        [
          [6.5, Number.NaN, 7.5],
          [11.5, 3, 14.5],
        ],
        { seed: "x" },
      ),
    ).toEqual(whole);
    expect(() => crossedShares([[1, 2], [1]], { seed: "x" })).toThrow("draws must have 2 replications each, got 1");
  });
});
