import { readFileSync } from "node:fs";
import path from "node:path";
import { takeCensus } from "@mpp-sim/border";
import { dayNumber, LocalCalendar } from "@mpp-sim/engine";
import { censusCsv } from "@mpp-sim/scenario";
import { expect, it } from "vitest";
import { root, scenarioNamed } from "./scenario-files.ts";

it("the census of 22 November 2019 is what `npm run -s census` writes", () => {
  const { parameters, experiment } = scenarioNamed("southwest-border-2019");
  const midnights = parameters.sectors.map(({ zone }) => new LocalCalendar(zone).midnight(dayNumber("2019-11-22")));
  const at = Math.min(...midnights);
  const cases = takeCensus(parameters, { seed: experiment.seed, replication: 0, at });
  const written = readFileSync(path.join(root, "scenarios/data/census-2019-11-22.csv"), "utf8");
  // A whole difference of ten thousand rows helps nobody.
  expect(censusCsv(cases, parameters, at) === written).toBe(true);
});

it("a run from the census starts with the people it lists", () => {
  const { parameters } = scenarioNamed("tucson-el-paso-bus");
  expect(parameters.census.length).toBeGreaterThan(1000);
  expect(new Set(parameters.census.map(({ state }) => state))).toContain("city");
  expect(
    parameters.census.every(
      ({ since, apprehended, next }) => since <= 0 && apprehended <= 0 && next !== undefined && next >= 0,
    ),
  ).toBe(true);
});
