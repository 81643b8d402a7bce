import { expect, it } from "vitest";
import { explorationOf } from "../src/index.ts";
import { asked, drawAt, share, taking } from "./support/explored.ts";

/** Twenty draws: the policy takes 60 % below a half of the range, nothing from there on. */
const split = Array.from({ length: 20 }, (_, index) => drawAt(index / 20, index < 10 ? 0.6 : 0));

it("the verdict at each draw, and what decides it", () => {
  const found = explorationOf(asked, [share], taking(0.6), split);
  expect(found.verdict).toMatchObject({ word: "depends", base: "most", factors: [] });
  expect(found.draws.map((draw) => draw.class)).toEqual([...Array(10).fill("most"), ...Array(10).fill("none")]);
  // Clopper and Pearson: 10 of 20 leave 27.2 to 72.8 %.
  expect(found.same).toMatchObject({ draws: 10, of: 20 });
  expect([found.same.low, found.same.high].map((end) => end.toFixed(3))).toEqual(["0.272", "0.728"]);
  expect(found.box).toMatchObject({
    n: 10,
    hits: 10,
    coverage: 1,
    density: 1,
    conditions: [{ path: "share", low: "50 %" }],
  });
  expect(found.box?.conditions[0]?.quasiP).toBeLessThan(0.05);
  expect(found.tree).toMatchObject({ n: 10, hits: 10, conditions: [{ path: "share", low: "50 %" }] });
  // No replication differs from the next of its draw: all of it is assumption.
  expect(found.variance).toMatchObject({ chance: 0, share: { value: 1 } });
});

it("draws that all agree, or none of which does, have no condition that decides", () => {
  const agreed = explorationOf(asked, [share], taking(0.6), split.slice(0, 10));
  expect([agreed.verdict.word, agreed.same.draws, agreed.box, agreed.tree]).toEqual([
    "yes, mostly",
    10,
    undefined,
    undefined,
  ]);
  const none = explorationOf(asked, [share], taking(0.6), split.slice(10));
  expect([none.verdict.word, none.same.draws, none.same.low, none.box]).toEqual(["depends", 0, 0, undefined]);
});

it("nothing agrees with a file that is open itself, open draws least of all", () => {
  const own = [0, 200, 400];
  const found = explorationOf(asked, [share], { ...taking(0.6), own }, [
    ...split.slice(0, 9),
    { ...drawAt(0.5, 0), own },
  ]);
  expect([found.verdict.base, found.draws[9]?.class, found.verdict.word]).toEqual([
    "unresolved",
    "unresolved",
    "not distinguishable",
  ]);
  // Clopper and Pearson: 0 of 10 leave 0 to 1 - 0.025 ^ (1 / 10) = 30.8 %.
  expect([found.same.draws, found.same.low, found.same.high.toFixed(3)]).toEqual([0, 0, "0.308"]);
  expect([found.box, found.tree]).toEqual([undefined, undefined]);
});

it("a draw that is open is no agreement", () => {
  const open = { ...drawAt(0.3, 0), own: [0, 200, 400] };
  const found = explorationOf(asked, [share], taking(0.6), [...split.slice(0, 9), open]);
  expect([found.draws[9]?.class, found.same.draws, found.verdict.word]).toEqual(["unresolved", 9, "depends"]);
});
