import { certaintyOf, clopperPearson, fewestRuns, smallestSure, sureFrontier } from "@mpp-sim/experiment";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const ninety = { probability: 0.9 };

describe("a probability", () => {
  it("has the bounds of Clopper and Pearson", () => {
    expect(clopperPearson(20, 20, 0.975).low).toBeCloseTo(0.8315665, 7);
    const { low, high } = clopperPearson(190, 200, 0.975);
    expect([low, high].map((bound) => bound.toFixed(7))).toEqual(["0.9099725", "0.9757658"]);
    expect(clopperPearson(0, 5)).toMatchObject({ low: 0 });
    expect(clopperPearson(5, 5)).toMatchObject({ high: 1 });
    expect(() => clopperPearson(6, 5)).toThrow("met must be at most 5, the runs, got 6");
    expect(() => clopperPearson(1, 5, 1)).toThrow("confidence must be between 0 and 1, got 1");
  });

  it("of 90 % needs 29 runs at least, since 0.9 to the 28th is above 5 % and to the 29th below", () => {
    expect([0.9 ** 28, 0.9 ** 29].map((chance) => chance > 0.05)).toEqual([true, false]);
    expect(fewestRuns(ninety)).toBe(29);
    expect([certaintyOf(28, 28, ninety), certaintyOf(29, 29, ninety)]).toEqual(["undecided", "sure"]);
    // One half, with a confidence of a half and of three quarters: the bound is reached exactly.
    expect([0.5, 0.75].map((confidence) => fewestRuns({ probability: 0.5, confidence }))).toEqual([1, 2]);
  });

  it("is sure or failing exactly where its bounds say so", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60),
        fc.double({ min: 0.05, max: 0.95 }),
        (runs, some, probability) => {
          const met = Math.min(some, runs);
          const { low, high } = clopperPearson(met, runs);
          // A bound that the probability just meets is a case of its own, above.
          fc.pre(Math.min(Math.abs(low - probability), Math.abs(high - probability)) > 1e-9);
          const expected = low >= probability ? "sure" : high < probability ? "fails" : "undecided";
          expect(certaintyOf(met, runs, { probability })).toBe(expected);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** In replication r a capacity is enough from need(r) on: needs of 0 to 19, each alike. */
function capacities(values: readonly number[], enough = (value: number, need: number): boolean => value >= need) {
  const asked: [number, number][] = [];
  const run = (value: number, replications: number): Promise<number[]> => {
    asked.push([value, replications]);
    return Promise.resolve(Array.from({ length: replications }, (_, r) => (enough(value, (r * 7) % 20) ? 0 : 1)));
  };
  return { asked, options: { values, run, met: (released: number) => released <= 0, replications: 100, ...ninety } };
}

const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, value) => value);

describe("a plan", () => {
  it("finds the smallest value that is sure, and the band in which nobody knows", async () => {
    // Of 100 runs 5 miss for each step below 19. Sure at 4 misses or fewer (the lower bound of 95 of 100 is 0.8987, of 96 it is 0.9103), failing
    // from 16 on (upper bound of 84 is 0.8973, of 85 it is 0.9053).
    expect([95, 96].map((met) => certaintyOf(met, 100, ninety))).toEqual(["undecided", "sure"]);
    expect([84, 85].map((met) => certaintyOf(met, 100, ninety))).toEqual(["fails", "undecided"]);
    const { asked, options } = capacities(upTo(63));
    const plan = await smallestSure(options);
    expect(plan).toMatchObject({ smallest: 19, lastFailing: 15, undecided: [16, 17, 18], contradictions: [] });
    // Five over the whole list, then 24, 20, 18, 19 down to the first that is sure, and 8, 12, 14, 15 up to the last that fails.
    expect(plan.tried.map(({ value }) => value)).toEqual([0, 8, 12, 14, 15, 16, 18, 19, 20, 24, 32, 47, 63]);
    expect(plan.tried.find(({ value }) => value === 18)).toMatchObject({ n: 100, met: 95, certainty: "undecided" });
    expect(plan.runs).toBe(plan.tried.reduce((sum, { n }) => sum + n, 0));
    // Replications are those of the first round and more: no value has others.
    for (const [, replications] of asked) expect(replications % 20).toBe(0);
  });

  it("stops early only where the rest changes nothing", async () => {
    const { options } = capacities([0, 5, 19]);
    const plan = await smallestSure(options);
    // Of 20 runs 19 miss at 0: even with 80 more that meet it, it fails. At 5 there are 14 misses, which might end as 86 of 100.
    expect(plan.tried.map(({ value, n, met }) => [value, n, met])).toEqual([
      [0, 20, 1],
      [5, 40, 12],
      [19, 100, 100],
    ]);
  });

  it("says that no value is enough, or that the first one is", async () => {
    expect(await smallestSure(capacities([3]).options)).toMatchObject({
      lastFailing: 3,
      undecided: [],
      tried: [{ value: 3 }],
    });
    expect(await smallestSure(capacities([3]).options)).not.toHaveProperty("smallest");
    const first = await smallestSure(capacities([20, 21, 22]).options);
    expect(first).toMatchObject({ smallest: 20, undecided: [] });
    expect(first).not.toHaveProperty("lastFailing");
    expect(await smallestSure(capacities([17, 18]).options)).toMatchObject({ undecided: [17, 18], tried: [{}, {}] });
  });

  it("says where more came to less", async () => {
    // 30 to 40 are too much.
    const { options } = capacities(upTo(40), (value, need) => value >= need && value < 30);
    const plan = await smallestSure(options);
    expect(plan.smallest).toBe(19);
    expect(plan.contradictions).toContainEqual([20, 40]);
  });

  it("finds an earlier value that comes to light late", async () => {
    // Enough at 10 alone, and from 18 on; values in between fail. Tried first are 0, 5, 10, 15, 20.
    const { options } = capacities(upTo(20), (value) => value === 10 || value >= 18);
    const plan = await smallestSure(options);
    expect(plan).toMatchObject({ smallest: 10, lastFailing: 9 });
    expect(plan.contradictions).toContainEqual([10, 15]);
  });

  it("goes back to an earlier value that it meets on the way to those that fail", async () => {
    // Up to 5 all miss; of 100 runs 10 miss from 6 on, which nobody can tell, and none from 18 on. None at 7 either, which is tried when it is
    // looked for the last value that fails: between 5 and 10.
    const misses = (value: number): number => (value <= 5 ? 100 : value === 7 || value >= 18 ? 0 : 10);
    const run = async (value: number, replications: number): Promise<number[]> =>
      Array.from({ length: replications }, (_, r) => ((r * 37) % 100 < misses(value) ? 1 : 0));
    const { options } = capacities(upTo(20));
    const plan = await smallestSure({ ...options, run });
    expect(plan).toMatchObject({ smallest: 7, lastFailing: 5, undecided: [6] });
    expect(plan.contradictions).toContainEqual([7, 10]);
  });

  it("holds its confidence: a value that misses the target just so is called sure in at most 5 % of plans", () => {
    // The chance that so many of 100 runs miss at most, were the true one 90 %.
    const chanceOf = (most: number): number => {
      let chance = 0;
      for (let misses = 0, ways = 1; misses <= most; misses++, ways = (ways * (101 - misses)) / misses)
        chance += ways * 0.1 ** misses * 0.9 ** (100 - misses);
      return chance;
    };
    const most = Math.max(...upTo(100).filter((misses) => certaintyOf(100 - misses, 100, ninety) === "sure"));
    expect(chanceOf(most)).toBeLessThanOrEqual(0.05);
    // And it is no more careful than it has to be.
    expect(chanceOf(most + 1)).toBeGreaterThan(0.05);
  });

  it("refuses too few replications before anything is run", async () => {
    const { asked, options } = capacities([1]);
    await expect(smallestSure({ ...options, replications: 28 })).rejects.toThrow(
      "must be a whole number from 29 to show a probability of 0.9, got 28",
    );
    await expect(smallestSure({ ...options, values: [] })).rejects.toThrow("values must be at least one, got none");
    expect(asked).toEqual([]);
    await expect(smallestSure({ ...options, run: async () => [1] })).rejects.toThrow(
      "runs must be 20, as asked for, got 1",
    );
  });
});

describe("a frontier of two settings", () => {
  const options = {
    first: [0, 1, 2, 3],
    second: [0, 1, 2, 3],
    met: (measure: number) => measure <= 0,
    replications: 30,
    ...ninety,
  };
  const enough = (isEnough: (a: number, b: number) => boolean) => (a: number, b: number, replications: number) =>
    Promise.resolve(Array<number>(replications).fill(isEnough(a, b) ? 0 : 1));

  it("walks along the edge", async () => {
    const { frontier, tried, contradictions } = await sureFrontier({
      ...options,
      run: enough((a, b) => a + 2 * b >= 5),
    });
    expect(frontier.map(({ first, second }) => [first, second])).toEqual([
      [0, 3],
      [1, 2],
      [3, 1],
    ]);
    expect(tried.length).toBeLessThanOrEqual(10);
    expect(contradictions).toEqual([]);
  });

  it("may be empty, or one pair alone", async () => {
    expect((await sureFrontier({ ...options, run: enough(() => false) })).frontier).toEqual([]);
    const all = await sureFrontier({ ...options, run: enough(() => true) });
    expect(all.frontier.map(({ first, second }) => [first, second])).toEqual([[0, 0]]);
  });

  it("says where more of both came to less", async () => {
    const odd = await sureFrontier({ ...options, run: enough((a, b) => a === 0 && b >= 1) });
    expect(odd.frontier.map(({ first, second }) => [first, second])).toEqual([[0, 1]]);
    const pairs = odd.contradictions.map(([less, more]) => [less.first, less.second, more.first, more.second]);
    // Half of the way from (0, 1) to the most of both is (2, 2).
    expect(pairs).toEqual(
      expect.arrayContaining([
        [0, 1, 2, 2],
        [0, 1, 3, 3],
      ]),
    );
    expect(pairs.every(([, , a]) => (a as number) > 0)).toBe(true);
    await expect(sureFrontier({ ...options, first: [], run: enough(() => true) })).rejects.toThrow(
      "at least one of each",
    );
  });
});
