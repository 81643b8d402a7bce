import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { scenarioParameters } from "../packages/scenario/src/schema/settings.ts";
import { names, testTexts } from "./guards.ts";
import { root } from "./scenario-files.ts";

const settings = scenarioParameters().map(({ path }) => path);
/** Categories share the settings of their people: each is tried in one of them. */
const shared = settings.map((path) =>
  path.replace(/(?<=\.categories\.)(single-adult|family|unaccompanied-child)/, "*"),
);

it("every setting is named by a test", () => {
  const texts = testTexts("packages/scenario/test", "packages/cli/test", "test");
  expect(settings.length).toBeGreaterThan(200);
  expect(shared.filter((path) => !texts.some((text) => names(text, path)))).toEqual([]);
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
