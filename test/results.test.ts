import { readFileSync } from "node:fs";
import path from "node:path";
import { categories } from "@mpp-sim/border";
import { describe, expect, it } from "vitest";
import { root, run, scenarioNamed } from "./scenario-files.ts";

/** Rows of the tables of docs/results.md that name measures. */
const rows = readFileSync(path.join(root, "docs/results.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|") && line.includes("`"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, figure = "", measures = "", unit = ""]) => ({
    figure,
    names: [...measures.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
    unit,
  }));

/** The measures that a name with a place or a kind of people in capitals stands for. */
const like = (name: string): RegExp =>
  new RegExp(
    `^${name
      .replaceAll(".", "\\.")
      .replace("KIND", `(${categories.join("|")})`)
      .replaceAll(/[A-Z]+/g, "[a-z0-9-]+")}$`,
  );

describe("what every result shows", () => {
  // One that has everything: a list at a port, a bus and its cost, shelters, the interior court, infants, an assumed error of the screening, interviews after hearings.
  const scenario = scenarioNamed("released-in-tucson", {
    until: "2019-11-23",
    set: [
      { path: "interviews.el-paso.screeningError", value: "20 %" },
      { path: "interviews.el-paso.afterHearing", value: "{ claim: 10 %, foundAtRisk: 5 % }" },
      { path: "buses.tucson-el-paso.cost.perTrip", value: "900 USD" },
      { path: "courts.el-paso.removed", value: "20 %" },
      { path: "cities.matamoros.onward", value: "10 %" },
      { path: "sectors.yuma.list", value: "{ city: mexicali, calls: 10/day }" },
      { path: "sectors.tucson.eligibility.exempt.kinds.family.underOne", value: "6 %" },
    ],
  });
  const { measures } = run(scenario, 1, "shown").catalogue;

  it("is listed in three tables", () => {
    expect(rows.length).toBeGreaterThan(25);
  });

  it.each(rows)("$figure $names", ({ names, unit }) => {
    for (const name of names) {
      const meant = measures.filter((measure) => like(name).test(measure.name));
      expect(meant.length, name).toBeGreaterThan(0);
      expect(new Set(meant.map((measure) => measure.unit)), name).toEqual(new Set([unit]));
    }
  });
});
