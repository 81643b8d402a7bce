import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { scenarioParameters } from "../packages/scenario/src/schema/settings.ts";
import { readings } from "../packages/scenario/test/other-values.ts";
import { names, testTexts, withoutComments } from "./guards.ts";
import { root } from "./scenario-files.ts";

const rows = scenarioParameters();
const settings = rows.map(({ path }) => path);
/** Categories share the settings of their people: each is tried in one of them. */
const shared = (path: string): string =>
  path.replace(/(?<=\.categories\.)(single-adult|family|unaccompanied-child)/, "*");

const texts = testTexts("packages/scenario/test", "packages/cli/test", "test");
// packages/scenario/test/dates.slow.test.ts tries each of those that may change.
const unnamed = rows
  .filter(({ onDates, path }) => onDates !== "may change" && !texts.some((text) => names(text, shared(path))))
  .map(({ path }) => path);

it.each(["buses.*.from", ...unnamed])("%s, which no test need name, gives another border by another value", (path) => {
  expect(settings.length).toBeGreaterThan(200);
  const found = readings(path);
  expect(found.filter((one) => one.startsWith("{"))).not.toEqual([]);
  expect(new Set(found).size).toBeGreaterThan(1);
});

it("a setting that nobody reads is found", () => {
  // How often is asked of the run, not of the border.
  expect(new Set(readings("experiment.replications")).size).toBe(1);
});

it("a comment names no setting", () => {
  const source = 'a("buses.coach.seats"); // of buses.coach.fleet\n/** b: interviews.east.open */\nc("mpp://d");';
  expect(withoutComments(source)).toBe('a("buses.coach.seats"); \n\nc("mpp://d");');
});

it("every setting has a row with a meaning in the reference", () => {
  const page = readFileSync(path.join(root, "docs/reference/parameters.md"), "utf8");
  const rows = page.split("\n").map((line) => line.split(" | "));
  const told = new Set(rows.filter(([, , meaning = ""]) => meaning.trim() !== "").map(([setting]) => setting));
  expect(settings.filter((path) => !told.has(`| \`${path}\``))).toEqual([]);
});

it("a setting is named by its words in their order, near one another", () => {
  expect(names("sectors: { west: { custody: { capacity: 5 people } } }", "sectors.*.custody.capacity")).toBe(true);
  expect(names('"sectors.tucson.custody.capacity=9"', "sectors.*.custody.capacity")).toBe(true);
  expect(names("custody: { capacity: 5 people }\nsectors: {}", "sectors.*.custody.capacity")).toBe(false);
  expect(names("sectors: { custody: { capacities: 5 } }", "sectors.*.custody.capacity")).toBe(false);
  expect(names(`sectors: {${" ".repeat(400)}custody: { capacity: 5 } }`, "sectors.*.custody.capacity")).toBe(false);
});
