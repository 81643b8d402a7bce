import { dayNumber, LocalCalendar } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { head, loadText, messages } from "./read-scenarios.ts";

const load = (groups: string) =>
  loadText(`${head}period: { from: 2019-11-01, to: 2019-11-30 }
sectors: { tucson: { arrivals: { scripted: { ${groups} } } } }
start: empty
`);
/** Expected family members of Tucson in November. */
const expected = (groups: string): number => {
  const { zone, arrivals } = load(groups).scenario!.parameters.sectors.find(({ id }) => id === "tucson")!;
  const calendar = new LocalCalendar(zone);
  return arrivals.find(({ category }) => category === 1)!.persons.integral(calendar.midnight(dayNumber("2019-12-01")));
};

describe("groups that a scenario writes down", () => {
  it("cross at their local hour, given case by case or by category", () => {
    const loaded = load(
      "a: { on: 2019-11-16, at: '22:30', over: 5 h, people: { family: 120 people, single-adult: 9 people } }, " +
        "b: { on: 2019-11-17, at: '06:00', cases: [{ count: 2, category: family, nationality: HND, size: 3 people }] }",
    );
    expect(messages(loaded)).toEqual([]);
    const { scripted, sectors } = loaded.scenario!.parameters;
    const tucson = sectors.findIndex(({ id }) => id === "tucson");
    const calendar = new LocalCalendar(sectors[tucson]!.zone);
    expect(scripted).toEqual([
      {
        id: "a",
        at: calendar.at(dayNumber("2019-11-16"), 22.5),
        overHours: 5,
        sector: tucson,
        cases: [],
        drawn: [
          { category: 0, persons: 9 },
          { category: 1, persons: 120 },
        ],
      },
      {
        id: "b",
        at: calendar.at(dayNumber("2019-11-17"), 6),
        sector: tucson,
        cases: [
          { category: 1, nationality: 1, size: 3 },
          { category: 1, nationality: 1, size: 3 },
        ],
        overHours: 0,
        drawn: [],
      },
    ]);
  });

  it("are part of the persons expected in their month, or on top of them", () => {
    const november = (2371 / 31) * 30;
    expect(expected("a: { on: 2019-11-16, at: '22:00', people: { family: 120 people } }")).toBeCloseTo(
      november - 120,
      6,
    );
    expect(expected("a: { on: 2019-11-16, at: '22:00', people: { family: 120 people }, counted: on-top }")).toBeCloseTo(
      november,
      6,
    );
  });

  it.each([
    ["of the table", ""],
    ["given by the day", "categories: { family: { persons: 100/day } }, "],
  ])("are part of the persons %s, times the factor of the sector", (_, given) => {
    const total = (groups: string) => {
      const arrivals = `scale: { before: 1, 2019-11-11: 3 }, ${given}scripted: { ${groups} }`;
      const text = `period: { from: 2019-11-01, to: 2019-11-30 }\nsectors: { tucson: { arrivals: { ${arrivals} } } }\n`;
      const tucson = loadText(head + text).scenario!.parameters.sectors.find(({ id }) => id === "tucson")!;
      return tucson.arrivals.find(({ category }) => category === 1)!.persons.integral(Number.MAX_SAFE_INTEGER);
    };
    const group = "a: { on: 2019-11-16, at: '22:00', people: { family: 1000 people } }";
    expect(total(group)).toBeCloseTo(total("") - 1000, 6);
  });

  it.each([
    [
      "x: { on: 2019-11-16, at: 10pm, people: { family: 9 people } }",
      "at must be a time of day, for example 22:00 (got 10pm)",
    ],
    ["x: { on: 2019-11-16, at: '22:00' }", "x must have people, or cases with persons in them"],
    [
      "x: { on: 2019-11-16, at: '22:00', people: { family: 9000 people } }",
      "x must have at most the persons of family expected in 2019-11, or be counted on-top (got 9000 of 2294.5)",
    ],
    [
      "x: { on: 2019-11-16, at: '22:00', cases: [{ category: family, nationality: GTN, size: 2 people }] }",
      'cases[0].nationality must be a nationality that is listed (got "GTN") (did you mean "GTM"?)',
    ],
    [
      "x: { on: 2019-12-16, at: '22:00', people: { family: 9 people } }",
      "on must be a date in the period, 2019-11-01 to 2019-11-30 (got 2019-12-16)",
    ],
  ])("%s", (group, message) => {
    const found = messages(load(group));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it("have a name of their own, for their measures", () => {
    const again =
      "sectors: { tucson: { arrivals: { scripted: { x: &x { on: 2019-11-16, at: '22:00', people: { family: 9 people } } } } }, yuma: { arrivals: { scripted: { x: *x } } } }\n";
    const found = messages(loadText(`${head}period: { from: 2019-11-01, to: 2019-11-30 }\n${again}`));
    expect(found.join()).toContain(
      "sectors.yuma.arrivals.scripted.x must have a name of its own (there is one in tucson)",
    );
  });
});
