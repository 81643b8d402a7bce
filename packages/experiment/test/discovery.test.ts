import { latinHypercube, prim, treeLeaves } from "@mpp-sim/experiment";
import { describe, expect, it } from "vitest";

/** Interest in the upper two fifths of the first input with the lower half of the second, under one of three rules. */
function planted(points: number) {
  const rules = ["fifo", "random", "families"];
  const drawn = latinHypercube(points, 6, "planted").map((point) => [
    ...point.slice(0, 5),
    rules[Math.floor((point[5] as number) * 3)] as string,
  ]);
  const inBox = ([x, y, , , , rule]: readonly (number | string)[]): boolean =>
    (x as number) >= 0.6 && (y as number) <= 0.5 && rule !== "random";
  return { points: drawn, interest: drawn.map(inBox) };
}

describe("PRIM", () => {
  it("is worked out by hand on a line", () => {
    // Of ten points in a row the last three are of interest. Each step takes the lowest off, since the upper one would lower the density.
    const points = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => [value]);
    const { trajectory, box } = prim(
      { points, interest: points.map(([value]) => (value as number) >= 7) },
      { step: 0.1, least: 0.1 },
    );
    expect(trajectory.map(({ restrictions, n, hits }) => [restrictions[0]?.low, n, hits])).toEqual([
      [undefined, 10, 3],
      [1, 9, 3],
      [2, 8, 3],
      [3, 7, 3],
      [4, 6, 3],
      [5, 5, 3],
      [6, 4, 3],
      [7, 3, 3],
    ]);
    expect(box).toMatchObject({ n: 3, hits: 3, coverage: 1, density: 1, restrictions: [{ input: 0, low: 7 }] });
    // Three of three, were each of interest with 3 of 10.
    expect(box.restrictions[0]?.quasiP).toBeCloseTo(0.027, 12);
  });

  it("pastes on what keeps the density", () => {
    // Steps of two take the first of interest with the last that is not; it comes back.
    const points = [0, 1, 2, 3, 4, 5].map((value) => [value]);
    const { trajectory, box } = prim(
      { points, interest: points.map(([value]) => (value as number) >= 3) },
      { step: 0.34, least: 0.2 },
    );
    expect(trajectory.map(({ n, density }) => [n, density])).toEqual([
      [6, 0.5],
      [4, 0.75],
      [3, 1],
    ]);
    expect(box).toMatchObject({ n: 3, coverage: 1, density: 1 });
  });

  it("pastes on a slice that was taken off with others, though the density stays", () => {
    // Steps of a half: 5 to 9 are all of interest; 3 and 4 come back, 1 and 2 would lower the density.
    const points = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => [value]);
    const { trajectory, box } = prim(
      { points, interest: points.map(([value]) => (value as number) >= 3) },
      { step: 0.5 },
    );
    expect(trajectory.at(-1)).toMatchObject({ n: 5, density: 1 });
    expect(box).toMatchObject({ n: 7, coverage: 1, density: 1, restrictions: [{ input: 0, low: 3 }] });
  });

  it("finds a planted box, and no other condition", () => {
    const explored = planted(600);
    const { box, trajectory } = prim(explored);
    expect(box.restrictions.map(({ input }) => input)).toEqual([0, 1, 5]);
    expect(box.density).toBeGreaterThan(0.95);
    expect(box.coverage).toBeGreaterThan(0.9);
    const [x, y, rule] = box.restrictions;
    expect([x?.low, y?.high].map((end, at) => Math.abs((end as number) - [0.6, 0.5][at]!) < 0.03)).toEqual([
      true,
      true,
    ]);
    expect([x?.high, y?.low]).toEqual([undefined, undefined]);
    expect([...(rule?.levels ?? [])].sort()).toEqual(["families", "fifo"]);
    for (const { quasiP } of box.restrictions) expect(quasiP).toBeLessThan(1e-6);
    for (const [index, one] of trajectory.slice(1).entries()) {
      expect(one.n).toBeLessThan(trajectory[index]!.n);
      expect(one.density).toBeGreaterThan(trajectory[index]!.density as number);
    }
  });

  it("tells a restriction that is noise by its quasi-p-value", () => {
    // Interest has nothing to do with the inputs: 30 of 100 at random, by a design of its own.
    const points = latinHypercube(100, 3, "noise");
    const interest = latinHypercube(100, 1, "interest").map(([unit]) => (unit as number) < 0.3);
    const { restrictions } = prim({ points, interest }, { step: 0.1, least: 0.3 }).box;
    expect(restrictions.length).toBeGreaterThan(0);
    expect(Math.max(...restrictions.map(({ quasiP }) => quasiP))).toBeGreaterThan(0.05);
  });

  it("has the box of all points where nothing, or everything, is of interest", () => {
    for (const all of [true, false]) {
      const { box, trajectory } = prim({ points: [[1], [2]], interest: [all, all] });
      expect(trajectory).toHaveLength(1);
      expect(box).toMatchObject({ restrictions: [], n: 2, coverage: all ? 1 : null, density: all ? 1 : 0 });
    }
  });

  it("takes equal values off together", () => {
    const points = [1, 1, 1, 2, 2].map((value) => [value]);
    const { trajectory } = prim({ points, interest: [false, true, false, true, true] }, { step: 0.2, least: 0.2 });
    expect(trajectory.map(({ n }) => n)).toEqual([5, 2]);
  });

  it("refuses what does not fit", () => {
    expect(() => prim({ points: [[1]], interest: [] })).toThrow("points must be as many as interest, got 1 and 0");
    expect(() => prim({ points: [], interest: [] })).toThrow("points must be at least one, got none");
    expect(() => prim({ points: [[1], [1, 2]], interest: [true, false] })).toThrow(
      "points must have 1 values each, got 2",
    );
    expect(() => prim({ points: [[1], ["a"]], interest: [true, false] })).toThrow(
      "values of input 0 must be all numbers or all levels",
    );
    expect(() => prim({ points: [[1]], interest: [true] }, { step: 0 })).toThrow("step must be between 0 and 1, got 0");
  });
});

describe("a tree", () => {
  it("finds the planted box as well", () => {
    const explored = planted(300);
    const [leaf] = treeLeaves(explored, { depth: 4 });
    expect(leaf!.restrictions.map(({ input }) => input)).toEqual([0, 1, 5]);
    expect([leaf!.coverage, leaf!.density].map((share) => (share as number) > 0.9)).toEqual([true, true]);
    expect([...(leaf!.restrictions[2]?.levels ?? [])].sort()).toEqual(["families", "fifo"]);
  });

  it("has leaves that part the points", () => {
    const explored = planted(120);
    const leaves = treeLeaves(explored);
    expect(leaves.reduce((sum, { n }) => sum + n, 0)).toBe(120);
    expect(leaves.reduce((sum, { coverage }) => sum + (coverage as number), 0)).toBeCloseTo(1, 12);
  });

  it.each([
    ["all below are of interest, and some above", [1, 1, 1, 2, 2], [true, true, true, true, false], { high: 1 }],
    ["all below are of interest", [1, 1, 1, 2, 2], [true, true, true, false, false], { high: 1 }],
    ["all above are, and some below", [1, 1, 1, 2, 2], [false, false, true, true, true], { low: 2 }],
    ["some above are, and none below", [1, 1, 1, 2, 2], [false, false, false, true, true], { low: 2 }],
    [
      "some below are, and none above",
      [1, 1, 1, 1, 2, 2, 2],
      [true, true, true, false, false, false, false],
      { high: 1 },
    ],
  ])("splits between equal values where %s", (_, values, interest, restriction) => {
    const [leaf] = treeLeaves({ points: values.map((value) => [value]), interest });
    expect(leaf!.restrictions).toEqual([{ input: 0, ...restriction }]);
  });

  it("is one leaf where there is nothing to tell apart", () => {
    expect(treeLeaves({ points: [[1], [2]], interest: [true, true] })).toMatchObject([{ n: 2, restrictions: [] }]);
    expect(treeLeaves({ points: [], interest: [] })).toEqual([]);
  });
});
