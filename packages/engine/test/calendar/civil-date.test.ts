import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilOfDay, dayNumber, dayOfCivil, federalHolidays, isoDate, weekday } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

describe("civil dates", () => {
  it.each([
    ["1970-01-01", 0, 3],
    ["1969-12-31", -1, 2],
    ["2000-02-29", 11016, 1],
    ["2000-03-01", 11017, 2],
    ["2018-10-01", 17805, 0],
    ["2019-01-29", 17925, 1],
    ["2019-11-22", 18222, 4],
    ["2020-02-29", 18321, 5],
    ["1900-03-01", -25508, 3],
    ["2100-02-28", 47540, 6],
    ["0001-01-01", -719162, 0],
    ["9999-12-31", 2932896, 4],
  ])("%s is day %d, a weekday %d from Monday", (iso, day, from) => {
    expect(dayNumber(iso)).toBe(day);
    expect(isoDate(day)).toBe(iso);
    expect(weekday(day)).toBe(from);
  });

  it("agree with the machine's own calendar over eight thousand years, and come back unchanged", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") }), (day) => {
        const machine = new Date(day * 86_400_000);
        expect(isoDate(day)).toBe(machine.toISOString().slice(0, 10));
        expect(weekday(day)).toBe((machine.getUTCDay() + 6) % 7);
        expect(dayOfCivil(...civilOfDay(day))).toBe(day);
        expect(dayNumber(isoDate(day))).toBe(day);
      }),
      fixedRuns(5000),
    );
  });

  it.each(["2019-02-29", "1900-02-29", "2019-13-01", "2019-00-10", "2019-04-31", "2019-01-00"])(
    "%s does not exist",
    (iso) => {
      expect(() => dayNumber(iso)).toThrow(new RangeError(`date must exist in the calendar, got ${iso}`));
    },
  );

  it.each(["2019-1-1", "20190101", "2019-01-01T00:00", " 2019-01-01", "12/01/2019", ""])("%j is not a date", (text) => {
    expect(() => dayNumber(text)).toThrow(new RangeError(`date must be written YYYY-MM-DD, got ${text}`));
  });
});

describe("federal holidays", () => {
  // As the United States Office of Personnel Management published them.
  it.each([
    [2018, "01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-12 11-22 12-25"],
    [2019, "01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25"],
    [2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25"],
    [2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24"],
  ])("of %d", (year, dates) => {
    expect(federalHolidays(year).map(isoDate)).toEqual(dates.split(" ").map((date) => `${year}-${date}`));
  });

  it("of 2022 begin on the last day of 2021", () => {
    expect(isoDate(federalHolidays(2022)[0]!)).toBe("2021-12-31");
  });

  it("fall on working days, in ascending order", () => {
    for (let year = 1990; year < 2060; year++) {
      const days = federalHolidays(year);
      expect(days.every((day) => weekday(day) < 5)).toBe(true);
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    }
  });
});
