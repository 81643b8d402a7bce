import { comparePolicies, effectsOfRanges, explorationOf } from "@mpp-sim/experiment";
import type { Factor } from "@mpp-sim/scenario";
import { expect, it } from "vitest";
import { asked, drawAt, share, taking } from "../../../experiment/test/support/explored.ts";
import {
  comparisonCsv,
  comparisonText,
  drawsCsv,
  explorationText,
  inkOf,
  rangesCsv,
  sensitivityText,
} from "../../src/index.ts";
import { comparisonSheet, explorationSheet, tornadoSheet } from "../../src/svg/index.ts";
import { fakeScenario } from "../fake-run.ts";

const measures = [{ name: "system.released", unit: "persons" }];
const factor = (path: string, low: string, high: string): Factor => ({
  origin: "a.yaml:1",
  paths: [path],
  base: "20 %",
  range: { kind: "interval", low, high, whole: false },
});
const run = { command: "x", scenario: fakeScenario, seed: "a", replications: 3, points: 4 };
const paper = { width: 100, ink: inkOf(false), bars: false };
const widthOf = (text: string): number => Math.max(...text.split("\n").map(({ length }) => length));

it("a sensitivity: ends with their values, what moves nothing, and what was not varied", () => {
  const [share, still] = [factor("sectors.tucson.share", "0 %", "60 %"), factor("sectors.yuma.share", "0 %", "60 %")];
  const effects = effectsOfRanges(
    measures,
    [[10, 20, 30]],
    [
      { factor: still, trials: [{ value: "0 %", values: [[10, 20]] }] },
      {
        factor: share,
        trials: [
          { value: "0 %", values: [[8, 18, 28]] },
          { value: "60 %", values: [[14, 24, 34]] },
        ],
      },
    ],
  );
  const text = sensitivityText(run, effects, [{ path: "variants.two.x", why: "of a variant that is not run" }], paper);
  expect(text).toMatch(/ {2}sectors\.tucson\.share +−2 ± 0 at 0 % +\+4 ± 0 at 60 %\n/);
  expect(text).toContain("2 ranges tried, 1 of them moves it. 1 gave the same figure in every replication tried (2");
  expect(text).toContain("Not varied: variants.two.x (of a variant that is not run).");
  expect(widthOf(text)).toBeLessThanOrEqual(100);
  expect(
    rangesCsv(effects)
      .split("\n")
      .slice(1, 4)
      .map((line) => line.split(",").slice(2, 10)),
  ).toEqual([
    ["1", "sectors.tucson.share", "sectors.tucson", "6", "20 %", "0 %", "3", "-2"],
    ["1", "sectors.tucson.share", "sectors.tucson", "6", "20 %", "60 %", "3", "4"],
    ["2", "sectors.yuma.share", "sectors.yuma", "0", "20 %", "0 %", "2", "0"],
  ]);
  const svg = tornadoSheet("Title", effects);
  expect(svg).toContain(">sectors.tucson.share<");
  expect(svg).not.toContain("sectors.yuma.share");
});

it("a comparison: a star for what is told from chance, and what is the same", () => {
  const files = { ...run, policies: ["a", "b", "c"] };
  const compared = comparePolicies(measures, [
    { name: "a", values: [[10, 20, 30]] },
    { name: "b", values: [[110, 121, 130]] },
    { name: "c", values: [[10, 20, 30]] },
  ]);
  const text = comparisonText(files, compared, paper);
  expect(text).toMatch(/\n {2}b +\+100\.3 ± 1\.4 \*\n/);
  expect(text).toMatch(/\n {2}c +the same\n/);
  expect(text).toContain("corrected for 2 comparisons (Holm)");
  const lines = comparisonCsv(files, compared).trimEnd().split("\n");
  expect(lines.map((line) => line.split(",").slice(2, 4).join(" from "))).toEqual([
    "policy from reference",
    "a from ",
    "b from ",
    "b from a",
    "c from ",
    "c from a",
  ]);
  expect(comparisonSheet(files, compared).match(/role="img"/g)).toHaveLength(1);
});

it("an exploration: how much of the space agrees, what decides, and what was refused", () => {
  const draws = Array.from({ length: 20 }, (_, index) => drawAt((index + 1 / 3) / 20, index < 10 ? 0.6 : 0));
  const found = explorationOf(asked, [share], taking(0.6), draws);
  const text = explorationText(
    { ...run, people: "people of its own at each" },
    ["share"],
    found,
    { left: [], refused: [{ draw: 21, why: "it must not" }] },
    paper,
  );
  expect(text).toContain("people of its own at each");
  expect(text).toMatch(
    /depends on several together\. 10 of 20 draws are on the side of the\s+file: 27 % to 73 % of the space/,
  );
  expect(text).toMatch(/share from 51\.67 % \(10 of 10 draws there: density 100 %,\s+coverage 100 %\)/);
  expect(text).toContain("1 draw was refused, the first because it must not.");
  expect(widthOf(text)).toBeLessThanOrEqual(100);
  const [head, first] = drawsCsv(["share"], found).split("\n");
  expect(head).toBe("draw,class,n,mean,meanAgainst,effect,low,high,share");
  expect(first).toMatch(/^1,most,3,80,200,0\.6/);
  expect(explorationSheet("", found).match(/<circle/g)).toHaveLength(20);
  expect(text).not.toContain("is open");
  const open = explorationOf(asked, [share], { ...taking(0.6), own: [0, 200, 400] }, draws);
  const told = explorationText(run, ["share"], open, { left: [], refused: [] }, paper).replace(/\s+/g, " ");
  expect(told).toContain("0 of 20 draws are on the side of the file: 0 % to 17 % of the space");
  expect(told).toContain("The file itself is open with so few replications, so no draw can agree with it.");
});
