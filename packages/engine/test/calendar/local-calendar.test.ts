import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, isoDate, LocalCalendar } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { chicago, denver, epochDay, phoenix, utc } from "../support/zones.ts";

const calendars = { chicago: chicago(), denver: denver(), phoenix: phoenix() };

/** Local date and hour of a moment, such as "2019-03-10 3.5". */
function local(calendar: LocalCalendar, time: number): string {
  return `${isoDate(calendar.dayOf(time))} ${calendar.hourOfDay(time)}`;
}

describe("LocalCalendar", () => {
  it.each([
    // Chicago leaps from 02:00 to 03:00 on 10 March 2019, at 08:00 UTC; Denver an hour later, Phoenix never.
    ["chicago", "2019-03-10", 7.5, "2019-03-10 1.5"],
    ["chicago", "2019-03-10", 8, "2019-03-10 3"],
    ["denver", "2019-03-10", 8.5, "2019-03-10 1.5"],
    ["denver", "2019-03-10", 9, "2019-03-10 3"],
    ["phoenix", "2019-03-10", 9, "2019-03-10 2"],
    // Chicago goes back from 02:00 to 01:00 on 3 November 2019, at 07:00 UTC: 01:30 comes twice.
    ["chicago", "2019-11-03", 6.5, "2019-11-03 1.5"],
    ["chicago", "2019-11-03", 7.5, "2019-11-03 1.5"],
    ["denver", "2019-11-03", 7.5, "2019-11-03 1.5"],
    ["denver", "2019-11-03", 8.5, "2019-11-03 1.5"],
    ["phoenix", "2019-11-03", 8.5, "2019-11-03 1.5"],
    // Midnight belongs to the new day.
    ["chicago", "2019-07-05", 5, "2019-07-05 0"],
    ["chicago", "2019-07-05", 4.75, "2019-07-04 23.75"],
    ["phoenix", "2019-07-05", 7, "2019-07-05 0"],
  ] as const)("in %s %s %d UTC is %s", (zone, date, hour, expected) => {
    expect(local(calendars[zone], utc(date, hour))).toBe(expected);
  });

  it("takes the first of an hour that comes twice, and the leap itself for one that does not come", () => {
    const { chicago, denver, phoenix } = calendars;
    const [spring, autumn] = [dayNumber("2019-03-10"), dayNumber("2019-11-03")];
    expect(chicago.at(autumn, 1.5)).toBe(utc("2019-11-03", 6.5));
    expect(chicago.at(autumn, 2)).toBe(utc("2019-11-03", 8));
    expect(chicago.at(spring, 2)).toBe(utc("2019-03-10", 8));
    expect(chicago.at(spring, 2.5)).toBe(utc("2019-03-10", 8));
    expect(chicago.at(spring, 3)).toBe(utc("2019-03-10", 8));
    expect(denver.at(spring, 2.5)).toBe(utc("2019-03-10", 9));
    expect(denver.at(autumn, 1.5)).toBe(utc("2019-11-03", 7.5));
    expect(phoenix.at(spring, 2.5)).toBe(utc("2019-03-10", 9.5));
  });

  it("has days of 23 and 25 hours where clocks change", () => {
    const length = (calendar: LocalCalendar, date: string): number =>
      calendar.midnight(dayNumber(date) + 1) - calendar.midnight(dayNumber(date));
    for (const calendar of [calendars.chicago, calendars.denver]) {
      expect(
        ["2019-03-10", "2019-11-03", "2020-03-08", "2020-11-01", "2019-06-01"].map((date) => length(calendar, date)),
      ).toEqual([23, 25, 23, 25, 24]);
    }
    expect(["2019-03-10", "2019-11-03"].map((date) => length(calendars.phoenix, date))).toEqual([24, 24]);
  });

  it("has the hours of two zones differ by season", () => {
    const apart = (date: string): number =>
      calendars.phoenix.midnight(dayNumber(date)) - calendars.denver.midnight(dayNumber(date));
    expect([apart("2019-01-15"), apart("2019-07-15")]).toEqual([0, 1]);
  });

  it("agrees with the time zone data of the machine at any minute", () => {
    const names = { chicago: "America/Chicago", denver: "America/Denver", phoenix: "America/Phoenix" } as const;
    const minutes = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 });
    for (const zone of ["chicago", "denver", "phoenix"] as const) {
      const format = new Intl.DateTimeFormat("sv-SE", {
        timeZone: names[zone],
        dateStyle: "short",
        timeStyle: "short",
      });
      fc.assert(
        fc.property(minutes, (minute) => {
          const time = minute / 60;
          const [date, clock] = format.format(epochDay * 86_400_000 + minute * 60_000).split(" ") as [string, string];
          const [hour, past] = clock.split(":").map(Number) as [number, number];
          expect(isoDate(calendars[zone].dayOf(time))).toBe(date);
          expect(Math.round(60 * calendars[zone].hourOfDay(time))).toBe(60 * hour + past);
        }),
        fixedRuns(1000),
      );
    }
  });

  it("goes from a date to its midnight and back, and to the next", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: epochDay, max: epochDay + 730 }),
        fc.double({ min: 0, max: 22, noNaN: true }),
        (day, into) => {
          for (const calendar of Object.values(calendars)) {
            const midnight = calendar.midnight(day);
            expect([calendar.dayOf(midnight), calendar.hourOfDay(midnight)]).toEqual([day, 0]);
            expect(calendar.dayOf(midnight - 1e-6)).toBe(day - 1);
            expect(calendar.nextMidnight(midnight + into)).toBe(calendar.midnight(day + 1));
          }
        },
      ),
      fixedRuns(500),
    );
  });

  it("does not depend on what was asked before", () => {
    const asked = chicago();
    fc.assert(
      fc.property(fc.double({ min: -5000, max: 20_000, noNaN: true }), (time) => {
        expect(asked.dayOf(time)).toBe(chicago().dayOf(time));
        expect(asked.hourOfDay(time)).toBe(chicago().hourOfDay(time));
      }),
      fixedRuns(500),
    );
  });

  const always = { from: Number.NEGATIVE_INFINITY, hours: -7 };
  it.each([
    ["zone here: first offset must be from -Infinity, got undefined", []],
    ["zone here: first offset must be from -Infinity, got 0", [{ from: 0, hours: 1 }]],
    ["zone here: offsets must ascend, got one from 5 after 5", [always, { from: 5, hours: 1 }, { from: 5, hours: 2 }]],
    ["zone here: offsets must ascend, got one from NaN after -Infinity", [always, { from: Number.NaN, hours: 1 }]],
    ["zone here: offset must be finite, got NaN", [{ ...always, hours: Number.NaN }]],
  ])("says: %s", (message, offsets) => {
    expect(() => new LocalCalendar({ name: "here", epochDay, offsets })).toThrow(new RangeError(message));
  });
});
