import { readFileSync } from "node:fs";
import { csvParse } from "d3-dsv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadScenario, type Scenario } from "../src/index.ts";
import { needsSource } from "../src/schema/settings.ts";
import { readerOf } from "./read-scenarios.ts";

const { scenario } = loadScenario("scenarios/southwest-border-2019.yaml", readerOf());
const base = scenario as Scenario;

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };
const isLong = (node: object): node is { source: string; range?: Tree } => "value" in node && "source" in node;

/** Two values, values by name, or why it is not varied. */
const isRange = (range: Tree | undefined): boolean =>
  Array.isArray(range)
    ? range.length === 2
    : typeof range === "object" && Object.values(range).every((one) => one !== "");

const effective = parse(base.resolved, { schema: "failsafe" }) as Record<string, Tree>;

/** What an effective scenario says without saying where it comes from. */
function unfounded(tree: Record<string, Tree> = effective, sources: Scenario["sources"] = base.sources): string[] {
  const found: string[] = [];
  const isKnown = (source: string): boolean =>
    sources.some(({ id, grade, date }) => id === source && /^[A-D]$/.test(grade) && /\d{4}/.test(date));
  const visit = (node: Tree, path: readonly string[]): void => {
    const name = path.join(".");
    if (Array.isArray(node) && node.every((item) => typeof item === "object")) {
      for (const [index, item] of node.entries()) visit(item, [...path, String(index)]);
    } else if (typeof node === "string" || Array.isArray(node)) {
      if (needsSource(path, String(node))) found.push(`${name}: ${node}`);
    } else if (isLong(node)) {
      const { source, range } = node;
      if (source === "assumption" ? !isRange(range) : !isKnown(source)) found.push(`${name}: ${source}`);
    } else for (const [key, inner] of Object.entries(node)) visit(inner, [...path, key]);
  };
  for (const [key, inner] of Object.entries(tree)) if (key !== "sources") visit(inner, [key]);
  return found;
}

/** The effective scenario with another value at a path. */
function changed(path: string, value: Tree | undefined): Record<string, Tree> {
  const copy = structuredClone(effective);
  const steps = path.split(".");
  const last = steps.pop() as string;
  const at = steps.reduce((node, step) => node[step] as Record<string, Tree>, copy);
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

describe("every value of the base scenario", () => {
  it("has a source with id, grade and date, or is an assumption with a range", () => {
    expect(unfounded()).toEqual([]);
    expect(base.sourced.filter(({ source }) => source === "")).toEqual([]);
  });

  it("and one that has none is found: bare, of no known source, without date or grade, without a range", () => {
    expect(unfounded(changed("interviews.el-paso.claim", "20 %"))).toEqual(["interviews.el-paso.claim: 20 %"]);
    expect(unfounded(changed("cities.matamoros.shelters.beds.source", "hearsay"))).toEqual([
      "cities.matamoros.shelters.beds: hearsay",
    ]);
    expect(unfounded(changed("courts.el-paso.filed.range", undefined))).toEqual(["courts.el-paso.filed: assumption"]);
    for (const what of ["date", "grade"]) {
      const sources = base.sources.map((one) => (one.id === "krgv-2019-07-19" ? { ...one, [what]: "" } : one));
      expect(unfounded(effective, sources)).toContain("cities.matamoros.shelters.beds: krgv-2019-07-19");
    }
  });

  it("rows of tables name a source with grade and date", () => {
    for (const table of ["nationality-by-month", "sector-month-apprehensions"]) {
      const text = readFileSync(new URL(`../../../scenarios/data/${table}.csv`, import.meta.url), "utf8");
      for (const source of new Set(csvParse(text).map((row) => row.source))) {
        expect(base.sources.find(({ id }) => id === source)).toMatchObject({
          grade: expect.stringMatching(/^[A-D]$/),
          date: expect.stringMatching(/\d{4}/),
        });
      }
    }
  });

  it("mixes of nationalities have ranges, in every sector and category", () => {
    for (const { id, arrivals } of base.parameters.sectors) {
      for (const { category } of arrivals) {
        const name = ["single-adult", "family", "unaccompanied-child"][category];
        const scale = `sectors.${id}.arrivals.categories.${name}.nationality.scale.`;
        const ranged = base.sourced.filter(({ path, range }) => path.startsWith(scale) && range !== "");
        const of = new Set(ranged.map(({ path }) => path.slice(scale.length).split(".")[0]));
        expect([...of], scale).toEqual(["GTM", "HND", "SLV", "MEX", "OTHER"]);
      }
    }
  });
});
