import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { VariantsResult } from "@mpp-sim/experiment";
import { variantsSummaryText } from "@mpp-sim/report";
import type { LoadOptions } from "@mpp-sim/scenario";
import { describe, expect, it } from "vitest";
import { figuresNotRecorded, hashOf, pageOf, questionNames, recordedIn } from "../scripts/question-pages.mjs";
import { daysOf, root, runAll, scenarioNamed, valuesOf } from "./scenario-files.ts";

const replications = 2;

/** Periods that are long enough for what is asserted, and no longer. */
const small: Readonly<Record<string, LoadOptions>> = {
  "07": { until: "2019-12-12", set: [{ path: "courts.tucson.lead", value: "7 days" }] },
  "12": { until: "2019-12-15" },
  "13": { until: "2020-02-05" },
  "14": { until: "2020-01-31" },
  "15": { until: "2020-01-10" },
  "16": { until: "2019-12-15" },
  "17": {
    until: "2019-12-09",
    set: ["weak", "middle", "strong"]
      .map((name) => ({ path: `variants.${name}.displacement.lag`, value: "3 days" }))
      .concat({
        path: "variants.strong-late.displacement.lag",
        value: "10 days",
      }),
  },
  "18": { from: "2019-11-13", until: "2019-11-24" },
  "19": { until: "2019-12-14" },
};
const otherwise: LoadOptions = { until: "2019-12-04" };

const names = new Map(questionNames.map((name) => [name.slice(0, 2), name]));
const runs = new Map<string, ReturnType<typeof runSmall>>();

function runSmall(number: string) {
  const scenario = scenarioNamed(`questions/${names.get(number)}`, small[number] ?? otherwise);
  return { scenario, result: runAll(scenario, replications, "small") };
}

function ran(number: string): ReturnType<typeof runSmall> {
  const known = runs.get(number) ?? runSmall(number);
  runs.set(number, known);
  return known;
}

/** Results of a question by variant: a measure's values, or a daily series', one a replication. */
function question(number: string) {
  const { result } = ran(number);
  const of = (variant: string): VariantsResult["variants"][number]["result"] => {
    const found = result.variants.find(({ name }) => name === variant);
    if (found === undefined) throw new RangeError(`variant must be one of question ${number}, got ${variant}`);
    return found.result;
  };
  const values = (variant: string, measure: string): number[] => valuesOf(of(variant), measure);
  return {
    values,
    days: (variant: string, series: string): number[] => daysOf(of(variant), series).flat(),
    dates: (variant: string): readonly string[] => of(variant).catalogue.days,
    total: (variant: string, measure: string): number =>
      values(variant, measure).reduce((sum, value) => sum + value, 0),
    /** Values of several variants, replication by replication. */
    ladder: (variants: readonly string[], measure: string): number[][] =>
      Array.from({ length: replications }, (_, index) =>
        variants.map((variant) => values(variant, measure)[index] as number),
      ),
  };
}

const rising = (row: readonly number[]): boolean =>
  row.every((value, index) => index === 0 || value > (row[index - 1] as number));
const notFalling = (row: readonly number[]): boolean =>
  row.every((value, index) => index === 0 || value >= (row[index - 1] as number));
const falling = (row: readonly number[]): boolean => rising([...row].reverse());
const notRising = (row: readonly number[]): boolean => notFalling([...row].reverse());

/** A law holds in every replication. */
function expectEach(rows: readonly number[][], law: (row: readonly number[]) => boolean): void {
  for (const row of rows) expect(law(row), row.join(" ")).toBe(true);
}

describe("the direction of each answer, under the same people", () => {
  it("1: with more buses fewer are released, and fewer for want of a seat", () => {
    const { ladder, total } = question("01");
    expectEach(ladder(["base", "no-bus"], "sector.tucson.released"), rising);
    expectEach(ladder(["two-buses", "base"], "sector.tucson.released.cause.no-seat"), notFalling);
    expect(total("two-buses", "bus.tucson-el-paso.load-factor")).toBeLessThan(
      total("base", "bus.tucson-el-paso.load-factor"),
    );
  });

  it("2: fewer seats, or fewer departures, and people wait longer for the bus", () => {
    const { ladder } = question("02");
    const wait = "bus.tucson-el-paso.wait.hours.median";
    expectEach(ladder(["base", "small"], wait), rising);
    expectEach(ladder(["base", "every-other-day"], wait), rising);
    expectEach(ladder(["twice-small", "small"], wait), rising);
    expectEach(ladder(["base", "small"], "sector.tucson.custody.hours.median"), notFalling);
  });

  it("3: more seats never release more for want of one", () => {
    const { ladder, values } = question("03");
    const variants = ["base", "seats-55", "seats-60", "seats-65", "seats-75", "seats-100"];
    expectEach(ladder(variants, "sector.tucson.released.cause.no-seat"), notRising);
    for (const variant of variants) {
      expect(values(variant, "sector.tucson.released.no-seat.any")).toEqual(
        values(variant, "sector.tucson.released.cause.no-seat").map((persons) => (persons > 0 ? 1 : 0)),
      );
    }
  });

  it("4: the more are found at risk the fewer return, and no seat is freed unless they are asked before the bus", () => {
    const { ladder, values } = question("04");
    const variants = ["one", "base", "thirteen", "forty"];
    expectEach(ladder(variants, "sector.tucson.at-risk"), notFalling);
    expectEach(ladder(["one", "forty"], "sector.tucson.at-risk"), rising);
    expectEach(ladder(["one", "forty"], "sector.tucson.returned.first"), falling);
    for (const variant of variants) {
      expect(values(variant, "bus.tucson-el-paso.boarded")).toEqual(values("one", "bus.tucson-el-paso.boarded"));
    }
    expectEach(ladder(["forty", "forty-before-bus"], "bus.tucson-el-paso.boarded"), falling);
  });

  it("5: the more are exempt the fewer are enrolled, and the emptier is the bus", () => {
    const { ladder } = question("05");
    const variants = ["none", "infants-returned", "base", "quarter", "forty", "sixty"];
    expectEach(ladder(variants, "sector.tucson.enrolled"), falling);
    expectEach(ladder(variants.slice(1), "sector.tucson.exempt.under-one"), rising);
    expectEach(ladder(["none", "forty", "sixty"], "bus.tucson-el-paso.load-factor"), falling);
  });

  it("6: a closed point returns nobody; an open one no more than its limit, and takes the bus's people where it comes first", () => {
    const { total, days } = question("06");
    expect(total("bus-alone", "port.nogales.returned.first")).toBe(0);
    expect(total("bus-first", "port.nogales.returned.first")).toBe(0);
    expect(total("base", "port.nogales.returned.first")).toBeGreaterThan(0);
    expect(Math.max(...days("base", "limit.nogales.used"))).toBeLessThanOrEqual(30);
    expect(total("nogales-alone", "bus.tucson-el-paso.trips")).toBe(0);
    expect(total("base", "bus.tucson-el-paso.trips")).toBeLessThan(total("bus-alone", "bus.tucson-el-paso.trips"));
  });

  it("7: the court hears those returned to its city, and fewer when more are absent", () => {
    const { ladder, total, values } = question("07");
    expect(total("nogales-closed", "court.tucson.heard.cases")).toBe(0);
    expectEach(ladder(["fewer-absent", "base", "more-absent"], "court.tucson.heard.cases"), falling);
    expectEach(ladder(["base", "nogales-closed"], "bus.tucson-el-paso.miles"), rising);
    expect(values("more-absent", "bus.tucson-el-paso.miles")).toEqual(values("base", "bus.tucson-el-paso.miles"));
  });

  it("8: a higher limit never lowers returns, and is never exceeded", () => {
    const { ladder, days } = question("08");
    expectEach(ladder(["ready-25", "ready-50", "ready-100", "ready-250"], "sector.del-rio.returned.first"), rising);
    expectEach(ladder(["counted-25", "base"], "sector.del-rio.returned.first"), notFalling);
    expectEach(ladder(["ready-250", "ready-100", "ready-50"], "limit.del-rio.days-binding"), notFalling);
    for (const [variant, limit] of [
      ["ready-25", 25],
      ["ready-50", 50],
      ["ready-100", 100],
    ] as const) {
      expect(Math.max(...days(variant, "limit.del-rio.used"))).toBe(limit);
    }
  });

  it("9: a point without a share returns nobody, and what Del Rio sends through Laredo Laredo loses", () => {
    const { ladder, total, days } = question("09");
    expect(total("laredo-only", "port.eagle-pass.returned.first")).toBe(0);
    expectEach(ladder(["laredo-only", "eagle-pass-only"], "sector.laredo.returned.first"), rising);
    // Eagle Pass is preferred and has room for all 50.
    for (const point of ["eagle-pass", "laredo"]) {
      const returned = `port.${point}.returned.first`;
      expect(total("base", returned)).toBe(total("eagle-pass-only", returned));
    }
    for (const point of ["eagle-pass", "laredo"]) {
      expect(Math.max(...days("half", `limit.del-rio-${point}.used`))).toBe(25);
    }
    for (const variant of ["base", "half", "laredo-only", "eagle-pass-only"]) {
      expect(Math.max(...days(variant, "limit.del-rio.used"))).toBeLessThanOrEqual(50);
      expect(Math.max(...days(variant, "limit.laredo.used"))).toBeLessThanOrEqual(60);
    }
  });

  it("10: the lower the intake the fewer return, and the more days it binds", () => {
    const { ladder } = question("10");
    const variants = ["base", "cut-100", "cut-75", "cut-50"];
    expectEach(ladder(variants, "port.paso-del-norte.returned.first"), notRising);
    expectEach(ladder(["base", "cut-50"], "port.paso-del-norte.returned.first"), falling);
    expectEach(ladder(variants, "limit.el-paso.days-binding"), notFalling);
  });

  it("11: twice the arrivals are twice the people, and no limit binds on fewer days", () => {
    const { ladder, total } = question("11");
    const variants = ["base", "half-more", "double"];
    // Groups differ, so that it holds in expectation: 14 days of 9 sectors, within 5 %.
    expect(Math.abs(total("double", "system.arrivals") / total("base", "system.arrivals") - 2)).toBeLessThan(0.1);
    expectEach(ladder(variants, "system.returned.first"), rising);
    expectEach(ladder(variants, "sector.tucson.released.cause.no-seat"), notFalling);
    expectEach(ladder(["base", "double"], "sector.tucson.released.cause.no-seat"), rising);
    expectEach(ladder(variants, "limit.del-rio.days-binding"), notFalling);
  });

  it("12: nobody sleeps in a bed there is not, and those who would decline do not need one", () => {
    const { ladder, values } = question("12");
    const end = (what: string): string => `city.ciudad-juarez.${what}.end`;
    expectEach(ladder(["most-accept", "asked"], end("outside-shelter.declined")), rising);
    for (const variant of ["asked", "base", "few-beds", "most-accept"]) {
      const [sheltered, declined, full] = ["sheltered", "outside-shelter.declined", "outside-shelter.full"].map(
        (what) => values(variant, end(what)),
      ) as [number[], number[], number[]];
      expect(values(variant, end("waiting"))).toEqual(
        sheltered.map((persons, index) => persons + (declined[index] as number) + (full[index] as number)),
      );
    }
  });

  it("13: the longer the lead the more wait", () => {
    const { ladder } = question("13");
    expectEach(ladder(["base", "days-90"], "system.waiting.end"), rising);
    // Dates of 90 and of 120 days all lie beyond this short period.
    expectEach(ladder(["days-90", "days-120"], "system.waiting.end"), notFalling);
    expectEach(ladder(["base", "days-90", "days-120"], "court.el-paso.wait.days.median"), rising);
  });

  it("14: about half are absent, fewer where nobody stays away; dates booked twice come sooner and more are heard", () => {
    const { ladder, total } = question("14");
    const absent = total("base", "court.el-paso.absent.share") / replications;
    expect(Math.abs(absent - 0.5)).toBeLessThan(0.05);
    expectEach(ladder(["all-come", "base"], "court.el-paso.absent.share"), rising);
    expectEach(ladder(["base", "all-come"], "court.el-paso.heard.cases"), rising);
    expectEach(ladder(["base", "booked-twice", "one-room"], "court.el-paso.wait.days.median"), rising);
    expectEach(ladder(["one-room", "booked-twice"], "court.el-paso.heard.cases"), rising);
  });

  it("15: while hearings stop nobody is heard, and the docket grows", () => {
    const { ladder } = question("15");
    expectEach(ladder(["base", "one-month", "two-months"], "court.el-paso.heard.cases"), falling);
    // Those two have not begun again when this short period ends.
    expectEach(ladder(["two-months", "no-end"], "court.el-paso.heard.cases"), (row) => row[0] === row[1]);
    expectEach(ladder(["base", "no-end"], "court.el-paso.pending.end.cases"), rising);
  });

  it("16: nobody crosses at a closed port; a ruling on ports alone leaves the bus", () => {
    const { values, days, dates, ladder } = question("16");
    const ruling = dates("people").indexOf("2019-12-09");
    const fromThen = (variant: string, sector: string): number =>
      days(variant, `sector.${sector}.returned.first`)
        .filter((_, index) => index % dates(variant).length >= ruling)
        .reduce((sum, persons) => sum + persons, 0);
    for (const sector of ["san-diego", "el-centro", "yuma"]) {
      expect(fromThen("ports", sector)).toBe(0);
      expect(fromThen("base", sector)).toBeGreaterThan(0);
    }
    expect(values("ports", "sector.tucson.returned.first")).toEqual(values("base", "sector.tucson.returned.first"));
    expectEach(ladder(["people", "ports"], "sector.tucson.returned.first"), rising);
    expectEach(ladder(["base", "ports", "people"], "system.released"), rising);
  });

  it("17: the stronger the response the more leave Tucson, and fewer when it comes later; without one nobody does", () => {
    const { ladder, total } = question("17");
    const out = "sector.tucson.displaced.out";
    expect([total("no-bus", out), total("base", out)]).toEqual([0, 0]);
    expectEach(ladder(["base", "weak", "middle", "strong"], out), rising);
    expectEach(ladder(["strong-late", "strong"], out), rising);
    expectEach(ladder(["strong", "middle", "weak", "base"], "sector.tucson.arrivals"), rising);
    expectEach(ladder(["base", "no-bus"], "system.released"), rising);
  });

  it("18: all 129 of the group are placed; without a bus none returns, with two they wait less for a seat", () => {
    const { ladder, values, total } = question("18");
    const group = (what: string): string => `group.sasabe-large-group.${what}`;
    for (const variant of ["no-bus", "base", "two-buses"]) {
      expect(values(variant, group("persons"))).toEqual([129, 129]);
      expect(values(variant, group("placed"))).toEqual([129, 129]);
    }
    expect(total("no-bus", group("returned.first"))).toBe(0);
    expectEach(ladder(["no-bus", "base"], group("returned.first")), rising);
    expectEach(ladder(["two-buses", "base"], group("waited.seat")), rising);
    expectEach(ladder(["no-bus", "two-buses"], group("placed.hours.half")), rising);
  });

  it("19: three days without a bus are three trips fewer, and more without a seat", () => {
    const { values, ladder, days, dates } = question("19");
    const boarded = days("broken", "bus.tucson-el-paso.boarded");
    for (const date of ["2019-12-09", "2019-12-10", "2019-12-11"]) {
      const day = dates("broken").indexOf(date);
      expect(boarded.filter((_, index) => index % dates("broken").length === day)).toEqual([0, 0]);
    }
    expect(values("broken", "bus.tucson-el-paso.trips")).toEqual(
      values("base", "bus.tucson-el-paso.trips").map((trips) => trips - 3),
    );
    expectEach(ladder(["base", "broken"], "sector.tucson.released.cause.no-seat"), rising);
    expectEach(ladder(["broken-then-two", "broken"], "sector.tucson.released.cause.no-seat"), notFalling);
  });

  it("20: miles are trips times the distance; a minimum load saves trips, a second bus adds some", () => {
    const { values, ladder } = question("20");
    for (const variant of ["base", "minimum-load", "two-buses"]) {
      expect(values(variant, "bus.tucson-el-paso.miles")).toEqual(
        values(variant, "bus.tucson-el-paso.trips").map((trips) => trips * 317),
      );
    }
    expectEach(ladder(["minimum-load", "base", "two-buses"], "bus.tucson-el-paso.trips"), rising);
    expectEach(ladder(["base", "minimum-load"], "bus.tucson-el-paso.load-factor"), rising);
  });

  it("21: only the point that opens returns people, within its limit", () => {
    const { total, days } = question("21");
    const points = { tucson: "nogales", yuma: "san-luis", "big-bend": "presidio", "del-rio": "del-rio" };
    for (const variant of ["base", ...Object.keys(points)]) {
      for (const [sector, point] of Object.entries(points)) {
        const returned = total(variant, `port.${point}.returned.first`);
        if (variant === sector) expect(returned).toBeGreaterThan(0);
        else expect(returned).toBe(0);
      }
    }
    expect(Math.max(...days("tucson", "limit.nogales.used"))).toBeLessThanOrEqual(50);
    expect(total("big-bend", "system.returned.first")).toBeGreaterThan(total("base", "system.returned.first"));
  });

  it("22: the more families officers return the more are enrolled, and the fuller is the bus", () => {
    const { ladder } = question("22");
    const variants = ["share-20", "share-40", "share-60", "base", "share-100"];
    expectEach(ladder(variants, "sector.tucson.enrolled"), rising);
    expectEach(ladder(variants, "bus.tucson-el-paso.load-factor"), rising);
    expectEach(ladder(["base", "share-60", "share-40", "share-20"], "sector.tucson.released"), rising);
  });

  it("23: the same people arrive", () => {
    const { values } = question("23");
    for (const what of ["arrivals", "arrivals.family", "enrolled"]) {
      expect(values("twice-half", `sector.tucson.${what}`)).toEqual(values("base", `sector.tucson.${what}`));
    }
    expect(values("twice-half", "bus.tucson-el-paso.trips")).not.toEqual(values("base", "bus.tucson-el-paso.trips"));
  });

  it("24: the ends of the ranges lie on either side", () => {
    const { ladder } = question("24");
    expectEach(
      ladder(["least-returned", "few-chosen", "three-countries", "base", "most-returned"], "sector.tucson.enrolled"),
      rising,
    );
    expectEach(ladder(["fewer-released", "base", "few-chosen", "least-returned"], "sector.tucson.released"), rising);
  });
});

describe("each question", () => {
  it.each([...names])("%s: its small summary, to the letter", async (number, name) => {
    const { scenario, result } = ran(number);
    const text = variantsSummaryText(result, scenario, { color: false });
    await expect(text).toMatchFileSnapshot(`golden/questions/${name}.golden.txt`);
  });

  it.each([...names])(
    "%s: its page holds the result of the scenario as it is, and quotes nothing else",
    (number, name) => {
      const page = readFileSync(pageOf(name), "utf8");
      const { scenario } = ran(number);
      expect(page).toContain(`npm run -s mpp -- run scenarios/questions/${name}.yaml`);
      expect(page).toContain(scenario.question);
      expect(recordedIn(page).hash, "run `npm run -s questions`").toBe(hashOf(scenario.inputs));
      expect(figuresNotRecorded(page)).toEqual([]);
    },
  );

  it("stands in the index, in order", () => {
    const index = readFileSync(path.join(root, "docs/questions/README.md"), "utf8");
    expect([...index.matchAll(/\]\((\d\d-[a-z0-9-]+)\.md\)/g)].map(([, name]) => name)).toEqual(questionNames);
    expect(readdirSync(path.join(root, "docs/questions")).sort()).toEqual(
      [...questionNames.map((name) => `${name}.md`), "README.md"].sort(),
    );
  });
});
