import { dayNumber, isoDate, LocalCalendar } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { personsOfMonth } from "../src/compile/arrival-rates.ts";
import { head, loadText, messages } from "./read-scenarios.ts";

describe("M19 arrivals follow the days of the week", () => {
  // Monday counts twice, Sunday not at all.
  const shape = () => ({ weekdays: [2, 1, 1, 1, 1, 1, 0], blocks: [{ from: 0, to: 24, share: 1 }] });
  const october = { first: dayNumber("2019-10-01"), days: 31, count: 310 };

  it("a month's count is given to its days by their weights", () => {
    // Five Tuesdays, Wednesdays and Thursdays, four of each other: 4 × 2 + 15 × 1 + 8 × 1 + 4 × 0 = 31 weights to 310 persons.
    const all = personsOfMonth(october, shape);
    const on = (date: string): number => all[dayNumber(date) - october.first]!;
    expect(["2019-10-06", "2019-10-07", "2019-10-08", "2019-10-31"].map(on)).toEqual([0, 20, 10, 10]);
    expect(all.length).toBe(31);
    expect(all.reduce((sum, persons) => sum + persons, 0)).toBe(310);
  });

  it("so are persons a day, which are the mean of a week", () => {
    const loaded = loadText(`${head}period: { from: 2019-10-01, to: 2019-10-31 }
start: empty
sectors:
  yuma:
    arrivals:
      weekdays: { value: { mon: 2, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 0 }, source: assumption, range: { notVaried: a test } }
      categories: { family: { persons: { value: 14/day, source: assumption, range: [1/day, 20/day] } } }
`);
    expect(messages(loaded).filter((message) => message.includes("error"))).toEqual([]);
    const { sectors } = loaded.scenario!.parameters;
    const { arrivals, zone } = sectors.find(({ id }) => id === "yuma")!;
    const { persons } = arrivals.find(({ category }) => category === 1)!;
    const until = (date: string): number => persons.integral(new LocalCalendar(zone).midnight(dayNumber(date)));
    const on = (from: string, to: string): number => until(to) - until(from);
    expect(on("2019-10-06", "2019-10-07")).toBeCloseTo(0, 9);
    expect(on("2019-10-07", "2019-10-08")).toBeCloseTo(28, 9);
    expect(on("2019-10-08", "2019-10-09")).toBeCloseTo(14, 9);
    expect(on("2019-10-07", "2019-10-14")).toBeCloseTo(98, 9);
  });
});

describe("M19 courts do not sit on federal holidays", () => {
  it("those of the years around the period, on the day on which they are observed", () => {
    const { scenario } = loadText(
      `${head}interior: { timeZone: America/Denver, sits: mon-fri, hours: 08:00-16:00, lead: 30 days, nextLead: 60 days, absence: { notice: 10 %, choice: 20 % }, outcomes: { continued: 50 %, closed: 50 % } }`,
    );
    const { courts, interior } = scenario!.parameters;
    // Veterans Day, Thanksgiving, Christmas, New Year, King's birthday; the 4th of July of 2020, a Saturday, is observed on the 3rd.
    const holidays = ["2019-11-11", "2019-11-28", "2019-12-25", "2020-01-01", "2020-01-20", "2020-07-03"];
    const workdays = ["2019-11-29", "2019-12-24", "2019-12-26", "2020-01-02", "2020-07-06"];
    expect(courts.length).toBeGreaterThan(2);
    for (const { hours } of [...courts, interior!]) {
      const closed = [...(hours.closedOn ?? [])].map(isoDate);
      expect(closed).toEqual(expect.arrayContaining(holidays));
      expect(workdays.filter((date) => closed.includes(date))).toEqual([]);
    }
  });
});
