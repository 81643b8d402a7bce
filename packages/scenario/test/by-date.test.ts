import { describe, expect, it } from "vitest";
import { scenarioJsonSchema } from "../src/index.ts";
import { Calendar, changing, Dated, dated, inForce, together } from "../src/values/calendar.ts";
import { distributionForms } from "../src/values/distribution.ts";
import { NameIn } from "../src/values/setting.ts";
import { text } from "../src/values/words.ts";

const always = Number.NEGATIVE_INFINITY;
/** 2 and 9 January 1970 are days 1 and 8. */
const [second, ninth] = ["1970-01-02", "1970-01-09"];
const dates = <T>(reader: (raw: unknown, report: () => void) => T | undefined, raw: unknown): T =>
  reader(raw, () => expect.unreachable()) as T;

describe("values by date", () => {
  it("are in the order of dates, and the first holds from the beginning", () => {
    expect(dates(dated(text), { [ninth!]: "b", [second!]: "a" }).entries).toEqual([
      { from: always, value: "a" },
      { from: 8, value: "b" },
    ]);
    expect(dates(dated(text), { [ninth!]: "b", before: "a" }).entries[1]).toEqual({ from: 8, value: "b" });
  });

  it("change at the beginning of their date", () => {
    const of = dates(dated(text), { before: "a", [ninth!]: "b" });
    expect([7, 8, 9].map((day) => of.on(day))).toEqual(["a", "b", "b"]);
  });

  it("of several settings together change wherever one of them does, once where two do", () => {
    const entry = (from: number, value: number) => ({ from, value });
    const seats = new Dated([entry(always, 50), entry(1, 40), entry(8, 30)]);
    const fleet = new Dated([entry(always, 1), entry(8, 2)]);
    expect(together({ seats, fleet, none: undefined }).entries).toEqual([
      { from: always, value: { seats: 50, fleet: 1, none: undefined } },
      { from: 1, value: { seats: 40, fleet: 1, none: undefined } },
      { from: 8, value: { seats: 30, fleet: 2, none: undefined } },
    ]);
    expect(together({}).entries).toEqual([{ from: always, value: {} }]);
  });

  it("stand in place of a calendar; what the model knows by date, and names, stay as they are", () => {
    const calendar = dates(changing(text), { before: "a", [second!]: "a", [ninth!]: "b" });
    // The date that changes nothing is left out.
    expect(calendar).toEqual(
      new Calendar([
        { from: always, value: "a" },
        { from: 8, value: "b" },
      ]),
    );
    const given = {
      calendar,
      list: [calendar],
      seats: new Dated([{ from: always, value: 1 }]),
      to: new NameIn("cities", "b"),
    };
    expect(inForce(given, 7)).toEqual({ ...given, calendar: "a", list: ["a"] });
    expect(inForce(given, 8)).toEqual({ ...given, calendar: "b", list: ["b"] });
    expect(dates(changing(text), { before: "a", [second!]: "a" })).toBe("a");
  });
});

it("the schema for editors lists every distribution, for each setting that may be one", () => {
  const { $defs } = scenarioJsonSchema() as { readonly $defs: Record<string, { readonly properties: object }> };
  expect(Object.keys($defs.distribution!.properties)).toEqual(distributionForms.map(({ name }) => name));
  expect($defs.bus!.properties).toMatchObject({ drive: { $ref: "#/$defs/distribution" } });
  expect($defs.bus!.properties).not.toMatchObject({ turnround: { $ref: expect.anything() } });
});
