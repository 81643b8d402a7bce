import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  figuresNotRecorded,
  hashOf,
  hashOfFirst,
  pageOf,
  questionNames,
  recordedIn,
} from "../scripts/question-pages.mjs";
import { withWeights } from "../scripts/question-tables.mjs";
import { type ProgramRun, runOnce } from "./program-run.ts";
import { numbersWithoutGround } from "./question-numbers.ts";
import { root } from "./scenario-files.ts";

const names = new Map(questionNames.map((name) => [name.slice(0, 2), name]));
const runs = new Map<string, Promise<ProgramRun>>();

/** A question's scenario as it stands, run once. */
function ran(number: string): Promise<ProgramRun> {
  const run = runs.get(number) ?? runOnce(`scenarios/questions/${names.get(number)}.yaml`);
  runs.set(number, run);
  return run;
}

/** Results of a question by variant. */
async function question(number: string) {
  const { value, days, dates } = await ran(number);
  return {
    value,
    days,
    dates,
    /** Values of a measure under several variants. */
    ladder: (variants: readonly string[], measure: string): number[] =>
      variants.map((variant) => value(variant, measure)),
  };
}

/** What a scenario says it answers. */
function questionOf(name: string): string {
  const file = readFileSync(path.join(root, `scenarios/questions/${name}.yaml`), "utf8");
  return /^question: "?(.+?)"?$/m.exec(file)?.[1] as string;
}

const rising = (row: readonly number[]): boolean =>
  row.every((value, index) => index === 0 || value > (row[index - 1] as number));
const notFalling = (row: readonly number[]): boolean =>
  row.every((value, index) => index === 0 || value >= (row[index - 1] as number));
const falling = (row: readonly number[]): boolean => rising([...row].reverse());
const notRising = (row: readonly number[]): boolean => notFalling([...row].reverse());

function expectThat(row: readonly number[], law: (row: readonly number[]) => boolean): void {
  expect(law(row), row.join(" ")).toBe(true);
}

describe("the direction of each answer, under the same people", () => {
  it("1: with more buses fewer are released, and fewer for want of a seat", async () => {
    const { ladder, value } = await question("01");
    expectThat(ladder(["base", "no-bus"], "sector.tucson.released"), rising);
    expectThat(ladder(["two-buses", "base"], "sector.tucson.released.cause.no-seat"), notFalling);
    expect(value("two-buses", "bus.tucson-el-paso.load-factor")).toBeLessThan(
      value("base", "bus.tucson-el-paso.load-factor"),
    );
  });

  it("2: fewer seats, or fewer departures, and people wait longer for the bus", async () => {
    const { ladder } = await question("02");
    const wait = "bus.tucson-el-paso.wait.hours.median";
    expectThat(ladder(["base", "small"], wait), rising);
    expectThat(ladder(["base", "every-other-day"], wait), rising);
    expectThat(ladder(["twice-small", "small"], wait), rising);
    expectThat(ladder(["base", "small"], "sector.tucson.custody.hours.median"), notFalling);
  });

  it("3: more seats never release more for want of one", async () => {
    const { ladder, value } = await question("03");
    const variants = ["base", "seats-55", "seats-60", "seats-65", "seats-75", "seats-100"];
    expectThat(ladder(variants, "sector.tucson.released.cause.no-seat"), notRising);
    for (const variant of variants) {
      expect(value(variant, "sector.tucson.released.no-seat.any")).toEqual(
        value(variant, "sector.tucson.released.cause.no-seat") > 0 ? 1 : 0,
      );
    }
  });

  it("4: the more are found at risk the fewer return, and no seat is freed unless they are asked before the bus", async () => {
    const { ladder, value } = await question("04");
    const variants = ["one", "base", "thirteen", "forty"];
    expectThat(ladder(variants, "sector.tucson.at-risk"), notFalling);
    expectThat(ladder(["one", "forty"], "sector.tucson.at-risk"), rising);
    expectThat(ladder(["one", "forty"], "sector.tucson.returned.first"), falling);
    for (const variant of variants) {
      expect(value(variant, "bus.tucson-el-paso.boarded")).toEqual(value("one", "bus.tucson-el-paso.boarded"));
    }
    expectThat(ladder(["forty", "forty-before-bus"], "bus.tucson-el-paso.boarded"), falling);
  });

  it("5: the more are exempt the fewer are enrolled, and the emptier is the bus", async () => {
    const { ladder } = await question("05");
    const variants = ["none", "infants-returned", "base", "quarter", "forty", "sixty"];
    expectThat(ladder(variants, "sector.tucson.enrolled"), falling);
    expectThat(ladder(variants.slice(1), "sector.tucson.exempt.under-one"), rising);
    expectThat(ladder(["none", "forty", "sixty"], "bus.tucson-el-paso.load-factor"), falling);
  });

  it("6: a closed point returns nobody; an open one no more than its limit, and takes the bus's people where it comes first", async () => {
    const { value, days } = await question("06");
    expect(value("bus-alone", "port.nogales.returned.first")).toBe(0);
    expect(value("bus-first", "port.nogales.returned.first")).toBe(0);
    expect(value("base", "port.nogales.returned.first")).toBeGreaterThan(0);
    expect(Math.max(...days("base", "limit.nogales.used"))).toBeLessThanOrEqual(30);
    expect(value("nogales-alone", "bus.tucson-el-paso.trips")).toBe(0);
    expect(value("base", "bus.tucson-el-paso.trips")).toBeLessThan(value("bus-alone", "bus.tucson-el-paso.trips"));
  });

  it("7: the court hears those returned to its city, and fewer when more are absent", async () => {
    const { ladder, value } = await question("07");
    expect(value("nogales-closed", "court.tucson.heard.cases")).toBe(0);
    expectThat(ladder(["fewer-absent", "base", "more-absent"], "court.tucson.heard.cases"), falling);
    expectThat(ladder(["base", "nogales-closed"], "bus.tucson-el-paso.miles"), rising);
    expect(value("more-absent", "bus.tucson-el-paso.miles")).toEqual(value("base", "bus.tucson-el-paso.miles"));
  });

  it("8: a higher limit never lowers returns, and is never exceeded", async () => {
    const { ladder, days } = await question("08");
    expectThat(ladder(["ready-25", "ready-50", "ready-100", "ready-250"], "sector.del-rio.returned.first"), rising);
    expectThat(ladder(["counted-25", "base"], "sector.del-rio.returned.first"), notFalling);
    expectThat(ladder(["ready-250", "ready-100", "ready-50"], "limit.del-rio.days-binding"), notFalling);
    for (const [variant, limit] of [
      ["ready-25", 25],
      ["ready-50", 50],
      ["ready-100", 100],
    ] as const) {
      expect(Math.max(...days(variant, "limit.del-rio.used"))).toBe(limit);
    }
  });

  it("9: a point without a share returns nobody, and what Del Rio sends through Laredo Laredo loses", async () => {
    const { ladder, value, days } = await question("09");
    expect(value("laredo-only", "port.eagle-pass.returned.first")).toBe(0);
    expectThat(ladder(["laredo-only", "eagle-pass-only"], "sector.laredo.returned.first"), rising);
    // Eagle Pass is preferred and has room for all 50.
    for (const point of ["eagle-pass", "laredo"]) {
      const returned = `port.${point}.returned.first`;
      expect(value("base", returned)).toBe(value("eagle-pass-only", returned));
    }
    for (const point of ["eagle-pass", "laredo"]) {
      expect(Math.max(...days("half", `limit.del-rio-${point}.used`))).toBe(25);
    }
    for (const variant of ["base", "half", "laredo-only", "eagle-pass-only"]) {
      expect(Math.max(...days(variant, "limit.del-rio.used"))).toBeLessThanOrEqual(50);
      expect(Math.max(...days(variant, "limit.laredo.used"))).toBeLessThanOrEqual(60);
    }
  });

  it("10: the lower the intake the fewer return, and the more days it binds", async () => {
    const { ladder } = await question("10");
    const variants = ["base", "cut-100", "cut-75", "cut-50"];
    expectThat(ladder(variants, "port.paso-del-norte.returned.first"), notRising);
    expectThat(ladder(["base", "cut-50"], "port.paso-del-norte.returned.first"), falling);
    expectThat(ladder(variants, "limit.el-paso.days-binding"), notFalling);
  });

  it("11: twice the arrivals are twice the people, and no limit binds on fewer days", async () => {
    const { ladder, value } = await question("11");
    const variants = ["base", "half-more", "double"];
    // Groups differ, so that it holds in expectation: 14 days of 9 sectors, within 5 %.
    expect(Math.abs(value("double", "system.arrivals") / value("base", "system.arrivals") - 2)).toBeLessThan(0.1);
    expectThat(ladder(variants, "system.returned.first"), rising);
    expectThat(ladder(variants, "sector.tucson.released.cause.no-seat"), notFalling);
    expectThat(ladder(["base", "double"], "sector.tucson.released.cause.no-seat"), rising);
    expectThat(ladder(variants, "limit.del-rio.days-binding"), notFalling);
  });

  it("12: nobody sleeps in a bed there is not, and those who would decline do not need one", async () => {
    const { ladder, value } = await question("12");
    const end = (what: string): string => `city.ciudad-juarez.${what}.end`;
    expectThat(ladder(["most-accept", "asked"], end("outside-shelter.declined")), rising);
    for (const variant of ["asked", "base", "few-beds", "most-accept"]) {
      const parts = ["sheltered", "outside-shelter.declined", "outside-shelter.full"];
      expect(value(variant, end("waiting"))).toBe(parts.reduce((sum, what) => sum + value(variant, end(what)), 0));
    }
  });

  it("13: the longer the lead the more wait", async () => {
    const { ladder } = await question("13");
    expectThat(ladder(["base", "days-90", "days-120"], "system.waiting.end"), rising);
    expectThat(ladder(["base", "days-90", "days-120"], "court.el-paso.wait.days.median"), rising);
  });

  it("14: about half are absent, fewer where nobody stays away; dates booked twice come sooner and more are heard", async () => {
    const { ladder, value } = await question("14");
    const absent = value("base", "court.el-paso.absent.share");
    expect(Math.abs(absent - 0.5)).toBeLessThan(0.05);
    expectThat(ladder(["all-come", "base"], "court.el-paso.absent.share"), rising);
    expectThat(ladder(["base", "all-come"], "court.el-paso.heard.cases"), rising);
    expectThat(ladder(["base", "booked-twice", "one-room"], "court.el-paso.wait.days.median"), rising);
    expectThat(ladder(["one-room", "booked-twice"], "court.el-paso.heard.cases"), rising);
  });

  it("15: the longer hearings stop the fewer are heard, and the docket grows", async () => {
    const { ladder } = await question("15");
    expectThat(ladder(["base", "one-month", "two-months", "no-end"], "court.el-paso.heard.cases"), falling);
    expectThat(ladder(["base", "no-end"], "court.el-paso.pending.end.cases"), rising);
  });

  it("16: nobody crosses at a closed port; a ruling on ports alone leaves the bus", async () => {
    const { value, days, dates, ladder } = await question("16");
    const ruling = dates.indexOf("2019-12-09");
    const fromThen = (variant: string, sector: string): number =>
      days(variant, `sector.${sector}.returned.first`)
        .slice(ruling)
        .reduce((sum, persons) => sum + persons, 0);
    for (const sector of ["san-diego", "el-centro", "yuma"]) {
      expect(fromThen("ports", sector)).toBe(0);
      expect(fromThen("base", sector)).toBeGreaterThan(0);
    }
    expect(value("ports", "sector.tucson.returned.first")).toEqual(value("base", "sector.tucson.returned.first"));
    expectThat(ladder(["people", "ports"], "sector.tucson.returned.first"), rising);
    expectThat(ladder(["base", "ports", "people"], "system.released"), rising);
  });

  it("17: the stronger the response the more leave Tucson, and fewer when it comes later; without one nobody does", async () => {
    const { ladder, value } = await question("17");
    const out = "sector.tucson.displaced.out";
    expect([value("no-bus", out), value("base", out)]).toEqual([0, 0]);
    expectThat(ladder(["base", "weak", "middle", "strong"], out), rising);
    expectThat(ladder(["strong-late", "strong"], out), rising);
    expectThat(ladder(["strong", "middle", "weak", "base"], "sector.tucson.arrivals"), rising);
    expectThat(ladder(["base", "no-bus"], "system.released"), rising);
  });

  it("18: all 129 of the group are placed; without a bus none returns, with two they wait less for a seat", async () => {
    const { ladder, value } = await question("18");
    const group = (what: string): string => `group.sasabe-large-group.${what}`;
    for (const variant of ["no-bus", "base", "two-buses"]) {
      expect(value(variant, group("persons"))).toBe(129);
      expect(value(variant, group("placed"))).toBe(129);
    }
    expect(value("no-bus", group("returned.first"))).toBe(0);
    expectThat(ladder(["no-bus", "base"], group("returned.first")), rising);
    expectThat(ladder(["two-buses", "base"], group("waited.seat")), rising);
    expectThat(ladder(["no-bus", "two-buses"], group("placed.hours.half")), rising);
  });

  it("19: three days without a bus are three trips fewer, and more without a seat", async () => {
    const { value, ladder, days, dates } = await question("19");
    const boarded = days("broken", "bus.tucson-el-paso.boarded");
    for (const date of ["2019-12-09", "2019-12-10", "2019-12-11"]) {
      expect(boarded[dates.indexOf(date)]).toBe(0);
    }
    expect(value("broken", "bus.tucson-el-paso.trips")).toEqual(value("base", "bus.tucson-el-paso.trips") - 3);
    expectThat(ladder(["base", "broken"], "sector.tucson.released.cause.no-seat"), rising);
    expectThat(ladder(["broken-then-two", "broken"], "sector.tucson.released.cause.no-seat"), notFalling);
  });

  it("20: miles are trips times the distance; a minimum load saves trips, a second bus adds some", async () => {
    const { value, ladder } = await question("20");
    for (const variant of ["base", "minimum-load", "two-buses"]) {
      expect(value(variant, "bus.tucson-el-paso.miles")).toEqual(value(variant, "bus.tucson-el-paso.trips") * 317);
    }
    expectThat(ladder(["minimum-load", "base", "two-buses"], "bus.tucson-el-paso.trips"), rising);
    expectThat(ladder(["base", "minimum-load"], "bus.tucson-el-paso.load-factor"), rising);
  });

  it("21: only the point that opens returns people, within its limit", async () => {
    const { value, days } = await question("21");
    const points = { tucson: "nogales", yuma: "san-luis", "big-bend": "presidio", "del-rio": "del-rio" };
    for (const variant of ["base", ...Object.keys(points)]) {
      for (const [sector, point] of Object.entries(points)) {
        const returned = value(variant, `port.${point}.returned.first`);
        if (variant === sector) expect(returned).toBeGreaterThan(0);
        else expect(returned).toBe(0);
      }
    }
    expect(Math.max(...days("tucson", "limit.nogales.used"))).toBeLessThanOrEqual(50);
    expect(value("big-bend", "system.returned.first")).toBeGreaterThan(value("base", "system.returned.first"));
  });

  it("22: the more families officers return the more are enrolled, and the fuller is the bus", async () => {
    const { ladder } = await question("22");
    const variants = ["share-20", "share-40", "share-60", "base", "share-100"];
    expectThat(ladder(variants, "sector.tucson.enrolled"), rising);
    expectThat(ladder(variants, "bus.tucson-el-paso.load-factor"), rising);
    expectThat(ladder(["base", "share-60", "share-40", "share-20"], "sector.tucson.released"), rising);
  });

  it("23: the same people arrive", async () => {
    const { value } = await question("23");
    for (const what of ["arrivals", "arrivals.family", "enrolled"]) {
      expect(value("twice-half", `sector.tucson.${what}`)).toEqual(value("base", `sector.tucson.${what}`));
    }
    expect(value("twice-half", "bus.tucson-el-paso.trips")).not.toEqual(value("base", "bus.tucson-el-paso.trips"));
  });

  it("24: the ends of the ranges lie on either side", async () => {
    const { ladder } = await question("24");
    expectThat(
      ladder(["least-returned", "few-chosen", "three-countries", "base", "most-returned"], "sector.tucson.enrolled"),
      rising,
    );
    expectThat(ladder(["fewer-released", "base", "few-chosen", "least-returned"], "sector.tucson.released"), rising);
  });
});

describe("each question", () => {
  it.each([...names])("%s: its first replication, to the letter", async (number, name) => {
    const { text, fingerprint } = await ran(number);
    await expect(`${text}\nfingerprint ${fingerprint}\n`).toMatchFileSnapshot(`golden/questions/${name}.golden.txt`);
  });

  it.each([...names])(
    "%s: its page holds the result of the scenario and the program as they are, and quotes nothing else",
    async (number, name) => {
      const page = readFileSync(pageOf(name), "utf8");
      const run = await ran(number);
      expect(page).toContain(`npm run -s mpp -- run scenarios/questions/${name}.yaml`);
      expect(page).toContain(questionOf(name));
      const { hash, first } = recordedIn(page);
      const rewrite = `\`npm run -s questions -- ${number}\` writes docs/questions/${name}.md again; then read its words`;
      expect(hash, `the scenario has changed: ${rewrite}`).toBe(hashOf(run.inputs));
      expect(first, `the program gives other figures: ${rewrite}`).toBe(hashOfFirst(run));
      expect(figuresNotRecorded(page), "figures in the words that the result does not hold").toEqual([]);
    },
  );

  it.each([...names])(
    "%s: every number of its answer is recorded, set, or worked out from such",
    async (number, name) => {
      const { inputs, dates } = await ran(number);
      const own = inputs.filter(({ file }) => file === `scenarios/questions/${name}.yaml`);
      const weekdays = dates.filter((date) => ![0, 6].includes(new Date(date).getUTCDay()));
      const known = [...own.map(({ text }) => text), `${dates.length} days, ${weekdays.length} weekdays`].join("\n");
      expect(own).toHaveLength(1);
      expect(
        numbersWithoutGround(readFileSync(pageOf(name), "utf8"), {
          known,
          base: inputs.map(({ text }) => text).join("\n"),
          pageOf: (other) => readFileSync(pageOf(names.get(other) as string), "utf8"),
        }),
      ).toEqual([]);
    },
  );

  it.each([...names])("%s: no difference with a sign is called fewer or more besides", (_, name) => {
    expect(readFileSync(pageOf(name), "utf8")).not.toMatch(/[-+]\d[\d,.]* ± \d[\d,.]*\s+(fewer|less|more)/);
  });

  it("21: the table under weights is that of the figures its page records", () => {
    const page = readFileSync(pageOf(names.get("21") as string), "utf8");
    expect(page).toMatch(/^\| 100 % \| 0 % \| 0 % \|/m);
    expect(withWeights(page)).toBe(page);
  });

  it("stands in the index, in order", () => {
    const index = readFileSync(path.join(root, "docs/questions/README.md"), "utf8");
    expect([...index.matchAll(/\]\((\d\d-[a-z0-9-]+)\.md\)/g)].map(([, name]) => name)).toEqual(questionNames);
    expect(readdirSync(path.join(root, "docs/questions")).sort()).toEqual(
      [...questionNames.map((name) => `${name}.md`), "README.md"].sort(),
    );
  });
});
