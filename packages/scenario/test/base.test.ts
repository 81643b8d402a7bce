import { readFileSync } from "node:fs";
import { dayNumber, LocalCalendar } from "@mpp-sim/engine";
import { csvParse } from "d3-dsv";
import { describe, expect, it } from "vitest";
import { parseDocument, visit } from "yaml";
import { loadScenario } from "../src/index.ts";
import { messages, readerOf } from "./read-scenarios.ts";

const base = loadScenario("scenarios/southwest-border-2019.yaml", readerOf());
const { parameters } = base.scenario!;
const table = csvParse(
  readFileSync(new URL("../../../scenarios/data/sector-month-apprehensions.csv", import.meta.url), "utf8"),
);

/** Expected persons of a category in a sector between two local dates. */
function expected(sector: string, category: number, from: string, to: string): number {
  const { zone, arrivals } = parameters.sectors.find(({ id }) => id === sector)!;
  const calendar = new LocalCalendar(zone);
  const rate = arrivals.find((one) => one.category === category)!.persons;
  return rate.integral(calendar.midnight(dayNumber(to))) - rate.integral(calendar.midnight(dayNumber(from)));
}

const slug = (name: string): string => name.toLowerCase().replaceAll(" ", "-");
const categories = ["single-adult", "family", "unaccompanied-child"];
const nextMonth = (month: string): string =>
  month.endsWith("-12")
    ? `${Number(month.slice(0, 4)) + 1}-01`
    : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, "0")}`;

describe("the base scenario", () => {
  it("loads without a word", () => {
    expect(messages(base)).toEqual([]);
  });

  it("expects in every sector, month and category what the table counts", () => {
    expect(table.length).toBe(9 * 13 * 3);
    for (const { sector = "", month = "", category = "", count } of table) {
      const persons = expected(slug(sector), categories.indexOf(category), `${month}-01`, `${nextMonth(month)}-01`);
      expect(persons, `${sector} ${month} ${category}`).toBeCloseTo(Number(count), 6);
    }
  });

  it("a scale is a factor on what is expected, from its date on", () => {
    const { scenario } = loadScenario("scenarios/southwest-border-2019.yaml", readerOf(), {
      from: "2019-10-01",
      until: "2019-10-31",
      set: [{ path: "sectors.yuma.arrivals.scale", value: "{ before: 1, 2019-10-11: 2 }" }],
    });
    const { zone, arrivals } = scenario!.parameters.sectors.find(({ id }) => id === "yuma")!;
    const calendar = new LocalCalendar(zone);
    const [first, changes, end] = ["2019-10-01", "2019-10-11", "2019-11-01"].map((date) =>
      calendar.midnight(dayNumber(date)),
    ) as [number, number, number];
    for (const { category, persons } of arrivals) {
      const until = persons.integral(changes) - persons.integral(first);
      const counted = expected("yuma", category, "2019-10-01", "2019-11-01");
      // 10 days of October's 31 as counted, the other 21 doubled.
      expect(until).toBeCloseTo((counted * 10) / 31, 6);
      expect(persons.integral(end) - persons.integral(changes)).toBeCloseTo((counted * 42) / 31, 6);
    }
  });

  it("851,508 people in fiscal year 2019", () => {
    const counted = table
      .filter(({ month = "" }) => month <= "2019-09")
      .reduce((sum, { count }) => sum + Number(count), 0);
    expect(counted).toBe(851_508);
  });

  it("the article's rise of Tucson's family members from May to October", () => {
    expect(expected("tucson", 1, "2019-05-01", "2019-06-01")).toBeCloseTo(1773, 6);
    expect(expected("tucson", 1, "2019-10-01", "2019-11-01")).toBeCloseTo(2371, 6);
  });

  it("after October as many a day as in October", () => {
    const [october, november] = [
      expected("tucson", 1, "2019-10-01", "2019-11-01"),
      expected("tucson", 1, "2019-11-01", "2019-12-01"),
    ];
    expect(november / 30).toBeCloseTo(october / 31, 9);
  });

  it("el-paso's families come from the whole border's mix until September and from its own in October", () => {
    const { zone, arrivals } = parameters.sectors.find(({ id }) => id === "el-paso")!;
    const calendar = new LocalCalendar(zone);
    const { nationality } = arrivals.find(({ category }) => category === 1)!;
    const brazil = parameters.nationalities.indexOf("BRA");
    const share = (iso: string): number => {
      const weights = nationality.findLast(({ from }) => from <= calendar.midnight(dayNumber(iso)))!.value;
      return weights[brazil]! / weights.reduce((sum, weight) => sum + weight, 0);
    };
    expect(share("2019-09-30")).toBe(0);
    // 1,284 of 2,122 family members.
    expect(share("2019-10-01")).toBeCloseTo(1284 / 2122, 12);
    expect(share("2020-02-01")).toBeCloseTo(1284 / 2122, 12);
  });

  it("a factor on a nationality is one on its odds, from its date on, and changes nothing at 1", () => {
    const families = (set: { path: string; value: string }[] = []) => {
      const { sectors, nationalities } = loadScenario("scenarios/southwest-border-2019.yaml", readerOf(), { set })
        .scenario!.parameters;
      const { zone, arrivals } = sectors.find(({ id }) => id === "yuma")!;
      const { nationality } = arrivals.find(({ category }) => category === 1)!;
      return (iso: string): number => {
        const weights = nationality.findLast(
          ({ from }) => from <= new LocalCalendar(zone).midnight(dayNumber(iso)),
        )!.value;
        const mexico = weights[nationalities.indexOf("MEX")]!;
        return mexico / (weights.reduce((sum, weight) => sum + weight, 0) - mexico);
      };
    };
    const path = "sectors.yuma.arrivals.categories.family.nationality.scale.MEX";
    const [usual, doubled] = [families(), families([{ path, value: "{ before: 1, 2019-06-10: 2 }" }])];
    // National counts of families in May 2019.
    const counted = csvParse(
      readFileSync(new URL("../../../scenarios/data/nationality-by-month.csv", import.meta.url), "utf8"),
    ).filter(
      ({ place, month, category }) => place === "southwest-border" && month === "2019-05" && category === "family",
    );
    const mexico = Number(counted.find(({ nationality }) => nationality === "MEX")!.count);
    const others = counted.reduce((sum, { count }) => sum + Number(count), 0) - mexico;
    expect(usual("2019-05-31")).toBe(mexico / others);
    for (const date of ["2018-10-01", "2019-05-31", "2019-06-09"]) expect(doubled(date)).toBe(usual(date));
    for (const date of ["2019-06-10", "2019-07-01", "2020-02-01"]) expect(doubled(date)).toBe(2 * usual(date));
  });

  it("every number names a source, or is an assumption with a range", () => {
    const text = readFileSync(new URL("../../../scenarios/southwest-border-2019.yaml", import.meta.url), "utf8");
    const bare: string[] = [];
    visit(parseDocument(text, { schema: "failsafe" }), {
      Pair(_, pair, path) {
        const keys = [...path, pair].flatMap((node) =>
          "key" in Object(node) ? [String((node as { key: unknown }).key)] : [],
        );
        const value = (pair.value as { value?: unknown } | null)?.value;
        const sourced = path.some(
          (node) => "items" in Object(node) && (node as { has?(key: string): boolean }).has?.("source"),
        );
        const own = ["mpp", "period", "experiment", "sources"].includes(keys[0] ?? "");
        if (typeof value === "string" && /^\d/.test(value) && !sourced && !own)
          bare.push(`${keys.join(".")}: ${value}`);
      },
    });
    // A definition, not a measurement: an adult is one person, a point in its own sector is no road away, a court that does not exist yet has no rooms.
    expect(
      bare.filter((one) => !/(scale\.before: 1|size: 1 people|points\.[a-z-]+: 0 h|rooms\.before: 0)$/.test(one)),
    ).toEqual([]);
  });

  it("lists its assumptions", () => {
    const assumptions = base.scenario!.sourced.filter(({ grade }) => grade === "assumption");
    expect(assumptions.length).toBeGreaterThan(100);
    expect(assumptions.every(({ range }) => / (to|or) |^not varied: /.test(range))).toBe(true);
  });
});
