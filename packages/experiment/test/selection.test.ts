import { kimNelson, kimNelsonFactor, ocba } from "@mpp-sim/experiment";
import { describe, expect, it } from "vitest";

/** Systems by name, each with its measures by replication. */
function runs(measures: Readonly<Record<string, (replication: number) => number>>) {
  const asked: [string, number][] = [];
  const run = async (system: string, replications: number): Promise<number[]> => {
    asked.push([system, replications]);
    return Array.from({ length: replications }, (_, r) => (measures[system] as (r: number) => number)(r));
  };
  return { asked, selection: { systems: Object.keys(measures), run } };
}

const wave = (r: number): number => [0, 2, -1, -3, 2][r % 5] as number;

describe("Kim and Nelson", () => {
  it.each([
    [5, 10, 11.429410773],
    [10, 20, 11.511484539],
    [2, 10, 6.012904835],
  ])("have the published factor for %i systems and %i first replications", (systems, first, published) => {
    expect(kimNelsonFactor(systems, first, 0.05)).toBeCloseTo(published, 8);
  });

  it("choose at once where differences do not vary", async () => {
    const { asked, selection } = runs({ base: wave, lower: (r) => wave(r) - 5, higher: (r) => wave(r) + 5 });
    const lowest = await kimNelson({ ...selection, best: "lowest", matters: 1 });
    expect(lowest).toMatchObject({ best: "lower", settledAt: 20, runs: 60 });
    expect(lowest.leftOut).toEqual([
      { system: "base", at: 20 },
      { system: "higher", at: 20 },
    ]);
    expect(lowest.systems.map(({ system, n, mean }) => [system, n, mean])).toEqual([
      ["base", 20, 0],
      ["lower", 20, -5],
      ["higher", 20, 5],
    ]);
    expect((await kimNelson({ ...selection, best: "highest", matters: 1 })).best).toBe("higher");
    expect(asked.slice(0, 3)).toEqual([
      ["base", 20],
      ["lower", 20],
      ["higher", 20],
    ]);
  });

  it("take the first of systems that are the same: they differ by exactly 0", async () => {
    const { selection } = runs({ one: wave, same: wave });
    expect(await kimNelson({ ...selection, best: "lowest", matters: 0.1 })).toMatchObject({
      best: "one",
      settledAt: 20,
      leftOut: [],
    });
  });

  it("go on while it is not settled, and no further than they must", async () => {
    // Differences of +1 and -1 by turns: variance 20 / 19, so h² · variance is 5.485. A difference of 1 matters: that is below 20, settled at once.
    const { selection } = runs({ even: wave, odd: (r) => wave(r) + (r % 2 === 0 ? 1 : -1) });
    expect(kimNelsonFactor(2, 20, 0.05)).toBeCloseTo(5.211, 3);
    expect((await kimNelson({ ...selection, best: "highest", matters: 1 })).settledAt).toBe(20);
    // Where 0.4 matters, 34.28 replications would settle it. After an odd number r the means are 1/r apart, more than 0.2/r · (34.28 - r) from 29.28 on.
    const late = await kimNelson({ ...selection, best: "highest", matters: 0.4 });
    expect(late).toMatchObject({ best: "odd", settledAt: 31, leftOut: [{ system: "even", at: 31 }] });
    // Rounds ask for what is needed, and settle the same.
    for (const round of [1, 7])
      expect((await kimNelson({ ...selection, best: "highest", matters: 0.4, round })).settledAt).toBe(late.settledAt);
  });

  it("refuse what cannot be settled", async () => {
    const { selection } = runs({ one: wave, two: wave });
    const options = { ...selection, best: "lowest", matters: 1 } as const;
    await expect(kimNelson({ ...options, systems: ["one"] })).rejects.toThrow("systems must be at least two, got 1");
    await expect(kimNelson({ ...options, matters: 0 })).rejects.toThrow("matters must be above 0, got 0");
    await expect(kimNelson({ ...options, alpha: 0.5 })).rejects.toThrow(
      "alpha must be between 0 and 0.5 for 2 systems, got 0.5",
    );
    await expect(kimNelson({ ...options, first: 9 })).rejects.toThrow("first must be a whole number from 10, got 9");
    await expect(kimNelson({ ...options, run: async () => [] })).rejects.toThrow(
      "runs must be 20, as asked for, got 0",
    );
    await expect(kimNelson({ ...options, run: async () => Array(20).fill(Number.NaN) })).rejects.toThrow(
      "must be finite numbers, got NaN",
    );
  });
});

describe("a fixed budget", () => {
  it("goes to those that are close to the best", async () => {
    const { selection } = runs({ best: (r) => wave(r), close: (r) => wave(r + 1) - 1, far: (r) => wave(r + 2) - 50 });
    const { best, systems, runs: spent } = await ocba({ ...selection, best: "highest", budget: 120, round: 10 });
    expect([best, spent]).toEqual(["best", 120]);
    const [first, close, far] = systems.map(({ n }) => n) as [number, number, number];
    expect(far).toBe(10);
    // With one rival both get alike: N of the best is s · sqrt((N / s)²).
    expect(Math.abs(first - close)).toBeLessThanOrEqual(2);
  });

  it("is left where nothing varies", async () => {
    const { selection } = runs({ one: () => 3, two: () => 4 });
    expect(await ocba({ ...selection, best: "lowest", budget: 500 })).toMatchObject({ best: "one", runs: 20 });
    await expect(ocba({ ...selection, best: "lowest", budget: 19 })).rejects.toThrow(
      "budget must be a whole number from 20, got 19",
    );
  });
});
