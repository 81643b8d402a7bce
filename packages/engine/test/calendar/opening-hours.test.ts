import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, federalHolidays, isOpen, nextClosing, nextOpening, type OpeningHours } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { chicago, denver, epochDay, phoenix, utc } from "../support/zones.ts";

const workdays = 0b0011111;
const everyDay = 0b1111111;

describe("opening hours", () => {
  it("by hand: a court of Chicago, weekdays 8 to 17, shut on holidays", () => {
    const calendar = chicago();
    const hours: OpeningHours = { days: workdays, from: 8, to: 17, closedOn: new Set(federalHolidays(2019)) };
    // Friday 5 July 2019, summer time: 8 is 13:00 UTC. Thursday the 4th is a holiday.
    expect(isOpen(hours, calendar, utc("2019-07-05", 13))).toBe(true);
    expect(isOpen(hours, calendar, utc("2019-07-05", 12.99))).toBe(false);
    expect(isOpen(hours, calendar, utc("2019-07-05", 21.99))).toBe(true);
    expect(isOpen(hours, calendar, utc("2019-07-05", 22))).toBe(false);
    expect(isOpen(hours, calendar, utc("2019-07-04", 15))).toBe(false);
    expect(nextOpening(hours, calendar, utc("2019-07-03", 22))).toBe(utc("2019-07-05", 13));
    expect(nextOpening(hours, calendar, utc("2019-07-05", 22))).toBe(utc("2019-07-08", 13));
    expect(nextOpening(hours, calendar, utc("2019-07-05", 15))).toBe(utc("2019-07-05", 15));
    expect(nextOpening(hours, calendar, utc("2019-07-05", 10))).toBe(utc("2019-07-05", 13));
    expect(nextClosing(hours, calendar, utc("2019-07-05", 15))).toBe(utc("2019-07-05", 22));
  });

  it("keeps local hours over a change of clocks", () => {
    const hours: OpeningHours = { days: everyDay, from: 8, to: 17 };
    // Chicago, 9 to 10 March 2019: 8 is 14:00 UTC, then 13:00. Denver, 2 to 3 November: 14:00, then 15:00. Phoenix: 15:00.
    expect(nextOpening(hours, chicago(), utc("2019-03-09", 23.5))).toBe(utc("2019-03-10", 13));
    expect(nextOpening(hours, denver(), utc("2019-11-02", 23.5))).toBe(utc("2019-11-03", 15));
    expect(nextOpening(hours, phoenix(), utc("2019-03-10", 3))).toBe(utc("2019-03-10", 15));
  });

  it("opened over the change itself, is open an hour less or more", () => {
    const hours: OpeningHours = { days: everyDay, from: 1, to: 4 };
    const length = (date: string): number => {
      const opening = nextOpening(hours, chicago(), utc(date, 5));
      return nextClosing(hours, chicago(), opening) - opening;
    };
    expect([length("2019-03-09"), length("2019-03-10"), length("2019-11-03")]).toEqual([3, 2, 4]);
  });

  it("shuts at the first of an hour that comes twice, and does not open again at the second", () => {
    const hours: OpeningHours = { days: everyDay, from: 0, to: 1.5 };
    const calendar = chicago();
    expect(nextClosing(hours, calendar, utc("2019-11-03", 5.5))).toBe(utc("2019-11-03", 6.5));
    // 01:00 for the second time.
    expect(isOpen(hours, calendar, utc("2019-11-03", 7))).toBe(false);
    expect(nextOpening(hours, calendar, utc("2019-11-03", 7))).toBe(utc("2019-11-04", 6));
  });

  it("does not open for hours that the clocks jump over", () => {
    const hours: OpeningHours = { days: everyDay, from: 2.25, to: 2.75 };
    // On 10 March there is no such hour in Chicago: from the 9th, 02:45, it goes to the 11th, 02:15 (07:15 UTC).
    expect(nextOpening(hours, chicago(), utc("2019-03-09", 8.75))).toBe(utc("2019-03-11", 7.25));
    expect(isOpen(hours, chicago(), utc("2019-03-10", 8))).toBe(false);
    // Partly jumped over: from 02:15 to 03:30 it opens at the jump.
    const longer: OpeningHours = { ...hours, to: 3.5 };
    expect(nextOpening(longer, chicago(), utc("2019-03-10", 6))).toBe(utc("2019-03-10", 8));
    expect(nextClosing(longer, chicago(), utc("2019-03-10", 8))).toBe(utc("2019-03-10", 8.5));
  });

  it("open round the clock, shuts only before a day it is closed", () => {
    const hours: OpeningHours = { days: everyDay, from: 0, to: 24, closedOn: new Set([dayNumber("2019-11-04")]) };
    const calendar = denver();
    expect(nextClosing(hours, calendar, utc("2019-11-01", 12))).toBe(calendar.midnight(dayNumber("2019-11-04")));
    expect(nextOpening(hours, calendar, utc("2019-11-04", 12))).toBe(calendar.midnight(dayNumber("2019-11-05")));
    expect(nextClosing({ days: everyDay, from: 0, to: 24 }, calendar, utc("2019-11-01", 12))).toBe(
      Number.POSITIVE_INFINITY,
    );
    // Till midnight and from the morning: it does shut at midnight.
    expect(nextClosing({ days: everyDay, from: 6, to: 24 }, phoenix(), utc("2019-11-01", 20))).toBe(
      utc("2019-11-02", 7),
    );
  });

  it("never opens when no day is given", () => {
    expect(nextOpening({ days: 0, from: 8, to: 17 }, phoenix(), 0)).toBe(Number.POSITIVE_INFINITY);
    expect(() => nextClosing({ days: 0, from: 8, to: 17 }, phoenix(), 7)).toThrow(
      new RangeError("time must lie in opening hours, got 7"),
    );
  });

  it("is open from each opening to just before the next closing, whatever the hours and the season", () => {
    // Hours in minutes, most of which are no exact fraction of an hour in binary.
    const minutes = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .filter(([a, b]) => a < b);
    const time = fc.double({ min: 0, max: 700 * 24, noNaN: true });
    const nearChange = fc
      .constantFrom("2019-03-10", "2019-11-03", "2020-03-08")
      .chain((date) => fc.double({ min: -30, max: 30, noNaN: true }).map((hours) => utc(date, 8) + hours));
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 127 }), fc.oneof(time, nearChange), ([from, to], days, start) => {
        const hours: OpeningHours = { days, from: from / 60, to: to / 60 };
        for (const calendar of [chicago(), phoenix()]) {
          const opening = nextOpening(hours, calendar, start);
          expect(opening).toBeGreaterThanOrEqual(start);
          expect(isOpen(hours, calendar, opening)).toBe(true);
          if (opening > start) expect(isOpen(hours, calendar, (start + opening) / 2)).toBe(false);
          const closing = nextClosing(hours, calendar, opening);
          if (closing === Number.POSITIVE_INFINITY) continue;
          expect(closing).toBeGreaterThan(opening);
          expect(isOpen(hours, calendar, closing)).toBe(false);
          expect(isOpen(hours, calendar, (opening + closing) / 2)).toBe(true);
          // A clock that follows openings and closings always moves on.
          expect(nextOpening(hours, calendar, closing)).toBeGreaterThan(closing);
          expect(calendar.dayOf(opening)).toBeGreaterThanOrEqual(epochDay - 1);
        }
      }),
      fixedRuns(1000),
    );
  });
});
