import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Factor, loadScenario, settingsOf } from "../src/index.ts";
import { head, loadText, messages, readerOf } from "./read-scenarios.ts";

const assumed = (value: string, range: string): string => `{ value: ${value}, source: assumption, range: ${range} }`;

/** The factor that a text gives in place of the base's. */
function factorAt(text: string, path: string): Factor {
  const loaded = loadText(head + text);
  expect(messages(loaded)).toEqual([]);
  return loaded.scenario!.factors.find(({ paths }) => paths.includes(path))!;
}

const firstOf = ({ range }: Factor): number | string => (range.kind === "interval" ? 0 : Object.keys(range.levels)[0]!);

const values = (factor: Factor, parts: readonly (number | string)[]): string[] =>
  parts.map((part) => settingsOf(factor, part)[0]!.value);

describe("a range is a factor", () => {
  it.each([
    ["a share", "interviews: { laredo: { claim: VALUE } }", "10 %", "[5 %, 40 %]", ["5 %", "22.5 %", "40 %"]],
    [
      "two units",
      "sectors: { yuma: { custody: { limit: VALUE } } }",
      "72 h",
      "[48 h, 4 days]",
      ["48 h", "72 h", "96 h"],
    ],
    // Six whole numbers, each a sixth of the way: the upper end has as much as the others.
    ["a whole number", "interviews: { laredo: { officers: VALUE } }", "3", "[1, 6]", ["1", "4", "6"]],
    [
      "a date",
      "returnPoints: { laredo: { opened: VALUE } }",
      "2019-07-09",
      "[2019-07-01, 2019-07-31]",
      ["2019-07-01", "2019-07-16", "2019-07-31"],
    ],
    [
      "a mix",
      "cities: { tijuana: { leaves: { to: VALUE } } }",
      "{ home: 40 %, elsewhere: 60 % }",
      "[{ home: 20 %, elsewhere: 80 % }, { home: 100 % }]",
      [
        '{"home":"20 %","elsewhere":"80 %"}',
        '{"home":"60 %","elsewhere":"40 %"}',
        '{"home":"100 %","elsewhere":"0 %"}',
      ],
    ],
    [
      "the mean of a distribution, whose shape stays",
      "interviews: { laredo: { time: VALUE } }",
      "{ lognormal: { mean: 90 min, cv: 0.5 } }",
      "[30 min, 2 h]",
      ["30 min", "75 min", "120 min"].map((mean) => `{"lognormal":{"mean":"${mean}","cv":"0.5"}}`),
    ],
  ])("between two values: %s", (_, text, value, range, expected) => {
    const setting = text.replaceAll(/[{} ]|: VALUE/g, "").replaceAll(":", ".");
    const factor = factorAt(text.replace("VALUE", assumed(value, range)), setting);
    expect(factor.origin).toBe("scenarios/x.yaml:4");
    expect(values(factor, [0, 0.5, 1])).toEqual(expected);
  });

  it.each([
    ["sectors.yuma.custody.capacity", "1500 people", "[1000 people, 2000 people]", true],
    ["returnLimits.el-paso.limit", "1500/day", "[1000/day, 2000/day]", true],
    ["interviews.laredo.officers", "1500", "[1000, 2000]", true],
    ["sectors.yuma.arrivals.categories.family.group", "1500 cases", "[1000 cases, 2000 cases]", true],
    [
      "sectors.yuma.arrivals.categories.family.group",
      "{ geometric: { mean: 1500 cases } }",
      "[1000 cases, 2000 cases]",
      false,
    ],
    ["sectors.yuma.arrivals.categories.family.persons", "1500/day", "[1000/day, 2000/day]", false],
  ])("of whole figures where the setting takes no others: %s, %s", (path, value, range, whole) => {
    const text = path.split(".").reduceRight((inner, step) => `{ ${step}: ${inner} }`, assumed(value, range));
    const factor = factorAt(`${text.slice(2, -2)}\n`, path);
    expect(factor.range).toMatchObject({ kind: "interval", whole });
    // A part of the way at which a figure may be whole by chance, and one at which it is not.
    if (!value.startsWith("{"))
      expect(values(factor, [0.618, 0.61805]).map((text) => Number.parseFloat(text))).toEqual([
        1618,
        whole ? 1618 : 1618.05,
      ]);
  });

  it("of the time of day, to the minute", () => {
    const factor = factorAt(
      `sectors: { yuma: { arrivals: { scripted: { g: { on: 2019-12-03, at: ${assumed("'21:00'", '["18:00", "23:59"]')}, counted: on-top, people: { family: 9 people } } } } } }`,
      "sectors.yuma.arrivals.scripted.g.at",
    );
    expect(values(factor, [0, 0.25, 1])).toEqual(["18:00", "19:30", "23:59"]);
  });

  it("by name: words, lists, timetables, of which nothing lies between", () => {
    const words = factorAt(
      `returnPoints: { laredo: { whenClosed: ${assumed("hold", "[finish, fallback]")} } }`,
      "returnPoints.laredo.whenClosed",
    );
    expect(words.range).toEqual({ kind: "levels", levels: { finish: "finish", fallback: "fallback" } });
    const lists = factorAt(
      `sectors: { yuma: { eligibility: { returnable: ${assumed("[GTM]", "{ one: [GTM], two: [GTM, HND] }")} } } }`,
      "sectors.yuma.eligibility.returnable",
    );
    expect(values(lists, ["one", "two"])).toEqual(['["GTM"]', '["GTM","HND"]']);
    expect(() => settingsOf(lists, "three")).toThrow("level must be one of one, two, got three");
    expect(() => settingsOf(words, 0.5)).toThrow("level must be one of finish, fallback, got 0.5");
  });

  it("at a part from 0 to 1", () => {
    const factor = factorAt(
      `interviews: { laredo: { claim: ${assumed("9 %", "[1 %, 9 %]")} } }`,
      "interviews.laredo.claim",
    );
    for (const part of [-0.1, 1.1, Number.NaN, "few"])
      expect(() => settingsOf(factor, part)).toThrow(`part must be from 0 to 1, got ${part}`);
  });

  it("one for an entry that stands at several places, and none for what is not varied", () => {
    const text = `interviews:
  laredo: { claim: &same ${assumed("9 %", "[1 %, 9 %]")}, foundAtRisk: *same }
  yuma: { foundAtRisk: ${assumed("5 %", "{ notVaried: nobody says }")}, officers: 1 }
`;
    const { factors, sourced } = loadText(head + text).scenario!;
    const own = factors.filter(({ origin }) => origin.startsWith("scenarios/x.yaml"));
    expect(own.map(({ paths }) => paths)).toEqual([["interviews.laredo.claim", "interviews.laredo.foundAtRisk"]]);
    expect(settingsOf(own[0]!, 0)).toEqual([
      { path: "interviews.laredo.claim", value: "1 %" },
      { path: "interviews.laredo.foundAtRisk", value: "1 %" },
    ]);
    expect(sourced.find(({ path }) => path === "interviews.yuma.foundAtRisk")?.range).toBe("not varied: nobody says");
  });

  it("in a policy too", () => {
    const policy = `policy: [{ on: 2020-01-06, set: { returnLimits.laredo.limit: ${assumed("30/day", "[10/day, 60/day]")} } }]`;
    const { factors } = loadText(head + policy).scenario!;
    const factor = factors.find(({ origin }) => origin === "scenarios/x.yaml:4")!;
    expect(values(factor, [0, 1])).toEqual(["10/day", "60/day"]);
    const { returnLimits } = loadText(head + policy, { set: settingsOf(factor, 1) }).scenario!.parameters;
    expect(returnLimits.find(({ id }) => id === "laredo")?.perDay.at(-1)?.value).toBe(60);
  });

  it.each([
    ["9 %", "[1 %, 4 %]", "range must hold the value itself (got 1 % to 4 %)"],
    ["9 %", "[9 %, 12]", "range[1] must have a unit (%) (got 12)"],
    ["9 %", "[9 %, 9 %]", "range must have two ends that differ"],
    ["9 %", "{ few: 1 %, many: lots }", 'range.many must be a share from 0 % to 100 % (got "lots")'],
    [
      "9 %",
      "[1 %]",
      "range must be two values, [1 %, 40 %], levels by name, { few: 1 %, many: 40 % }, or { notVaried: why }",
    ],
    [
      "9 %",
      "wide",
      "range must be two values, [1 %, 40 %], levels by name, { few: 1 %, many: 40 % }, or { notVaried: why }",
    ],
  ])("%s within %s", (value, range, expected) => {
    const found = messages(loadText(`${head}interviews: { laredo: { claim: ${assumed(value, range)} } }`));
    expect(found).toEqual([expect.stringContaining(`interviews.laredo.claim.${expected}`)]);
  });

  it("holds the value that just fits, and the mean of a distribution", () => {
    const time = (mean: string) =>
      `interviews: { laredo: { time: ${assumed(`{ exponential: { mean: ${mean} } }`, "[1 h, 2 h]")} } }`;
    expect(messages(loadText(head + time("2 h")))).toEqual([]);
    expect(messages(loadText(head + time("2.01 h")))).toEqual([
      expect.stringContaining("time.range must hold the value itself (got 1 h to 2 h)"),
    ]);
  });
});

describe("the base", () => {
  const file = "scenarios/southwest-border-2019.yaml";
  const { scenario } = loadScenario(file, readerOf());

  it("has more than a hundred factors, one for each entry that has a range", () => {
    const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
    const entries = [...text.matchAll(/range:(?! \{ notVaried)/g)].length;
    expect(scenario!.factors.length).toBe(entries);
    expect(entries).toBeGreaterThan(100);
    for (const { paths, range } of scenario!.factors)
      expect([paths, range.kind]).toEqual([expect.not.arrayContaining([""]), expect.any(String)]);
  });

  it("compiles with all its factors at their lower ends", () => {
    const set = scenario!.factors.flatMap((factor) => settingsOf(factor, firstOf(factor)));
    expect(messages(loadScenario(file, readerOf(), { set }))).toEqual([]);
  });
});
