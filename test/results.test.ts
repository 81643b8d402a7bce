import { readFileSync } from "node:fs";
import path from "node:path";
import { categories } from "@mpp-sim/border";
import { familiesOf } from "@mpp-sim/report";
import { describe, expect, it } from "vitest";
import { everyMeasure, measuresPage } from "../scripts/measures-page.ts";
import { testTexts } from "./guards.ts";
import { root } from "./scenario-files.ts";

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

/**
 * Whether a test asks for a measure, whatever the place and the kind of people: `released.cause.no-seat` stands in it as a text or
 * behind a place, or `released.cause.${…}` and `"no-seat"` do.
 */
function isAskedFor(name: string, tests: readonly string[]): boolean {
  const what = name.replace(/^system\.((court|interior|shelter\.us)\.)?|^[a-z]+\.[A-Z]+\./, "").replace(/\.?KIND/, "");
  const whole = new RegExp(`["'\`.]${what.replaceAll(".", "\\.")}["'\`]`);
  const cuts = [...what.matchAll(/\./g)].map(({ index }) => [what.slice(0, index), what.slice(index + 1)] as const);
  return tests.some(
    (test) =>
      whole.test(test) ||
      cuts.some(
        ([head, tail]) => /[.`]/.test(test[test.indexOf(`${head}.\${`) - 1] ?? "") && test.includes(`"${tail}"`),
      ),
  );
}

describe("a measure", () => {
  const catalogue = everyMeasure();

  it("has a line of docs: the page of measures is up to date (npm run -s reference)", () => {
    const page = readFileSync(path.join(root, "docs/reference/measures.md"), "utf8");
    expect(page).toBe(measuresPage(catalogue));
    expect(page).not.toMatch(/by sector of arrival|all sectors \|/);
  });

  it("is asked for by a test", () => {
    const tests = testTexts("packages/border/test", "packages/report/test", "test");
    const { families } = familiesOf(catalogue.measures);
    expect(families.length).toBeGreaterThan(150);
    expect(
      families.map(({ names }) => names).filter((names) => !names.some((name) => isAskedFor(name, tests))),
    ).toEqual([]);
  });

  it("is not asked for by a test that only has a like word", () => {
    const of = (test: string) => isAskedFor("sector.SECTOR.released.KIND.cause.seat", [test]);
    expect(
      [
        'measure("sector.tucson.released.cause.seat")',
        '["released.cause.seat"]',
        `["seat"].map((what) => \`system.released.cause.\${what}\`)`,
        `["cause.seat"].map((what) => \`released.\${what}\`)`,
      ].map(of),
    ).toEqual([true, true, true, true]);
    expect(
      [
        'measure("sector.tucson.released.cause.seats")',
        "released.cause.seat",
        '["seat", "un-released.cause.seat"]',
        `["seat"].map((what) => \`system.un-released.cause.\${what}\`)`,
        `["no-seat"].map((what) => \`system.released.cause.\${what}\`)`,
      ].map(of),
    ).toEqual([false, false, false, false, false]);
  });
});

describe("what every result shows", () => {
  const { measures } = everyMeasure();

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
