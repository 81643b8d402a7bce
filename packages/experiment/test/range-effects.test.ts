import type { Factor } from "@mpp-sim/scenario";
import { describe, expect, it } from "vitest";
import { effectsOfRanges, endsOf, groupOf, rangesOf } from "../src/index.ts";

const factor = (path: string, base: string, low: string, high: string): Factor => ({
  origin: "a.yaml:1",
  paths: [path],
  base,
  range: { kind: "interval", low, high, whole: false },
});
const share = factor("sectors.tucson.eligibility.discretion", "20 %", "0 %", "60 %");
const limit = factor("returnLimits.el-paso.limit", "5/day", "5/day", "20/day");
const elsewhere = factor("variants.two.buses.coach.seats", "40", "30", "50");

describe("the ranges of a policy", () => {
  const factors = [share, elsewhere, { ...limit, paths: ["variants.two.x", "returnLimits.el-paso.limit"] }];

  it("are those of the file, and of the variant that is run", () => {
    expect(rangesOf({ factors }, "")).toEqual({
      varied: [factors[0], factors[2]],
      left: [{ path: "variants.two.buses.coach.seats", why: "of a variant that is not run" }],
    });
    expect(rangesOf({ factors }, "two").left).toEqual([]);
    expect(rangesOf({ factors }, "twofold").left).toHaveLength(1);
  });

  it("are tried at both ends, but not where the file stands already", () => {
    expect(endsOf(share).map(({ point }) => point.values)).toEqual([["0 %"], ["60 %"]]);
    expect(endsOf(limit).map(({ point }) => point.values)).toEqual([["20/day"]]);
    const levels: Factor = {
      ...share,
      base: "04:00",
      range: { kind: "levels", levels: { early: "04:00", late: "20:00" } },
    };
    expect(endsOf(levels).map(({ point }) => point.values)).toEqual([["late"]]);
  });

  it("belong to a place, or to what places of a kind have in common", () => {
    const groups = ["sectors.tucson.custody.limit", "defaults.sectors.custody.limit", "system.displacement", "start"];
    expect(groups.map((path) => groupOf({ paths: [path] }))).toEqual([
      "sectors.tucson",
      "defaults.sectors",
      "system",
      "start",
    ]);
  });
});

it("what ranges do, the widest first, with paired differences over the replications that were tried", () => {
  const base = [[10, 20, 30]];
  const [effects] = effectsOfRanges([{ name: "x", unit: "persons" }], base, [
    // Looked at twice, and the same.
    { factor: limit, trials: [{ value: "20/day", values: [[10, 20]] }] },
    {
      factor: share,
      trials: [
        { value: "0 %", values: [[8, 18, 28]] },
        { value: "60 %", values: [[13, 24, 35]] },
      ],
    },
    // No trial was left.
    { factor: elsewhere, trials: [] },
  ]);
  expect(effects?.base).toMatchObject({ name: "x", n: 3, mean: 20 });
  expect(effects?.effects.map(({ name, swing, base }) => [name, swing, base])).toEqual([
    ["sectors.tucson.eligibility.discretion", 6, "20 %"],
    ["returnLimits.el-paso.limit", 0, "5/day"],
  ]);
  const [wide, still] = effects?.effects ?? [];
  expect(wide?.least).toMatchObject({ value: "0 %", difference: { n: 3, mean: -2, halfWidth: 0 } });
  expect(wide?.greatest).toMatchObject({ value: "60 %", difference: { n: 3, mean: 4, min: 3, max: 5 } });
  expect(still?.trials).toMatchObject([{ value: "20/day", difference: { n: 2, mean: 0, halfWidth: 0 } }]);
  expect(effects?.groups.map(({ group, ranges, widest }) => [group, ranges, widest.swing])).toEqual([
    ["sectors.tucson", 1, 6],
    ["returnLimits.el-paso", 1, 0],
  ]);
});
