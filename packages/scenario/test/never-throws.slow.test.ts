import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadScenario } from "../src/index.ts";
import { readerOf } from "./read-scenarios.ts";
import { wholeScenario } from "./whole-scenario.ts";

const scenarios = fileURLToPath(new URL("../../../scenarios/", import.meta.url));
const shipped: ReadonlyMap<string, string> = new Map(
  ["", "questions/", "data/"].flatMap((folder) =>
    readdirSync(path.join(scenarios, folder))
      .filter((file) => /\.(yaml|csv)$/.test(file) && !file.startsWith("census"))
      .map((file) => [`scenarios/${folder}${file}`, readFileSync(path.join(scenarios, folder, file), "utf8")] as const),
  ),
);

/** Values that settings of some kind take, and none. */
const values = [
  "",
  "0",
  "-1",
  "1",
  "1e9",
  "99999999999999999999",
  "0 people",
  "1 people",
  "100000 people",
  "0 %",
  "100 %",
  "50 %",
  "0 h",
  "1 h",
  "1e308 h",
  "9999999 h",
  "0/day",
  "1/day",
  "yes",
  "no",
  "none",
  "hold",
  "empty",
  "base",
  "daily at 08:00",
  "mon-fri 08:00-16:00",
  "00:00-24:00",
  "2019-11-22",
  "2019-02-30",
  "1950-01-01",
  "America/Denver",
  "Etc/GMT+12",
  "tucson",
  "el-paso",
  "laredo",
  "GTM",
  "[]",
  "{}",
  "[[]]",
  "[tucson, tucson]",
  "{ a: b }",
  "{ value: 1, source: assumption, range: [0, 2] }",
  "{ before: 1, 2019-11-01: 2 }",
  "{ before: 0/day, 2019-12-01: 1/day }",
  "{ default: { release: 100 % } }",
  "{ lognormal: { mean: 0 h, cv: 0 } }",
  "{ lognormal: { mean: 1 h, cv: 1e9 } }",
  "{ discrete: { 1 people: 100 % } }",
  "{ truncated: { of: { normal: { mean: 1 h, sd: 1 h } }, low: 5 h, high: 5 h } }",
  "{ GTM: 0 }",
  "{ 00-24: 0 }",
  "{ 00-24: 1 }",
  "{ mon: 1 }",
  "*none",
  "&a [*a]",
  "!!set {}",
  "\u0000",
  "\u202e",
  "é",
];
const value = fc.oneof(fc.constantFrom(...values), fc.string({ maxLength: 12 }));

/** One change of a text, which hits its values, keys, lines or letters. */
type Change = (text: string) => string;
const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const replaced = (text: string, pattern: RegExp, share: number, by: (found: RegExpExecArray) => string): string => {
  const all = [...text.matchAll(pattern)];
  const found = all[Math.floor(share * all.length)];
  return found === undefined
    ? text
    : text.slice(0, found.index) + by(found as RegExpExecArray) + text.slice(found.index + found[0].length);
};
const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(at, fc.constantFrom("", "0", "1", "9", "00", "7")).map(
      ([share, by]) =>
        (text: string) =>
          replaced(text, /\d/g, share, () => by),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(at, value).map(
      ([share, by]) =>
        (text: string) =>
          replaced(text, /: [^{[&\s#][^,}\]\n]*/g, share, () => `: ${by}`),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at, value).map(
      ([share, by]) =>
        (text: string) =>
          replaced(text, /[[{][^[\]{}]*[\]}]/g, share, () => by),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at, value).map(
      ([share, by]) =>
        (text: string) =>
          replaced(text, /[\w-]+:/g, share, () => `${by}:`),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at, at).map(([from, to]) => (text: string) => {
      const names = [...text.matchAll(/[\w-]+:/g)].map(([name]) => name);
      return replaced(text, /[\w-]+:/g, from, () => names[Math.floor(to * names.length)] ?? "");
    }),
  },
  { weight: 2, arbitrary: at.map((share) => (text: string) => replaced(text, /^.*\n/gm, share, () => "")) },
  {
    weight: 1,
    arbitrary: at.map((share) => (text: string) => replaced(text, /^.*\n/gm, share, ([line]) => line + line)),
  },
  {
    weight: 1,
    arbitrary: at.map((share) => (text: string) => replaced(text, /^ +/gm, share, ([blanks]) => blanks.slice(1))),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at, fc.string({ minLength: 1, maxLength: 2 })).map(([share, by]) => (text: string) => {
      const place = Math.floor(share * text.length);
      return text.slice(0, place) + by + text.slice(place + 1);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at, value).map(
      ([share, by]) =>
        (text: string) =>
          replaced(text, /[^,\n]+/g, share, () => by),
    ),
  },
);

/** Whether the loader answers, with a scenario or with at least one fault, each at a place in a file. */
function answers(file: string, files: Readonly<Record<string, string>>): boolean {
  const { scenario, diagnostics } = loadScenario(file, readerOf(files));
  expect(diagnostics.every(({ line, column, message }) => line >= 0 && column >= 0 && message !== "")).toBe(true);
  return scenario !== undefined || diagnostics.some(({ severity }) => severity === "error");
}

/** A fault found is found again: the seed is fixed. Each run loads a scenario, which takes a busy machine a second. */
const settings = { seed: 2019, endOnFailure: true } as const;
const timeout = 600_000;

describe("whatever a file holds, the loader answers and does not throw", () => {
  it("a small border, changed at one place or two", { timeout }, () => {
    const file = "scenarios/x.yaml";
    fc.assert(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 2 }), (all) =>
        answers(file, { [file]: all.reduce((text, change) => change(text), wholeScenario) }),
      ),
      { ...settings, numRuns: 200 },
    );
  });
  it("a shipped file or table, changed, as whoever builds on it meets it", { timeout }, () => {
    const names = [...shipped.keys()];
    const yaml = names.filter((name) => name.endsWith(".yaml"));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.array(changes, { minLength: 1, maxLength: 2 }),
        (name, which, all) => {
          const read = name.endsWith(".yaml") ? name : (yaml[which % yaml.length] as string);
          return answers(read, { [name]: all.reduce((text, change) => change(text), shipped.get(name) as string) });
        },
      ),
      { ...settings, numRuns: 12 },
    );
  });
});
