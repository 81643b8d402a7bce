import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, Limit, type LocalCalendar, Simulation } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { chicago, denver, phoenix, utc } from "../support/zones.ts";

/** Someone comes every hour from one moment to another and takes a place if there is one; places used by date. */
function hourly(calendar: LocalCalendar, perDay: number, from: number, to: number): Limit {
  const simulation = new Simulation({ seed: "limit" });
  const limit = new Limit("port", calendar, perDay);
  const comes = simulation.eventType("comes", (hours) => {
    const today = calendar.dayOf(simulation.now);
    if (limit.roomOn(today) >= 1) limit.take(today, 1);
    if (simulation.now + 1 < to) simulation.schedule(1, comes, hours + 1);
  });
  simulation.scheduleAt(from, comes, 0);
  simulation.run();
  return limit;
}

describe("Limit", () => {
  it("resets at local midnight and carries nothing over", () => {
    const limit = new Limit("port", chicago(), 10);
    const [friday, saturday] = [dayNumber("2019-07-05"), dayNumber("2019-07-06")];
    // Summer in Chicago: midnight is 05:00 UTC.
    expect(limit.calendar.dayOf(utc("2019-07-06", 5) - 1 / 3600)).toBe(friday);
    expect(limit.calendar.dayOf(utc("2019-07-06", 5))).toBe(saturday);
    limit.take(friday, 4);
    expect([limit.usedOn(friday), limit.roomOn(friday), limit.roomOn(saturday)]).toEqual([4, 6, 10]);
    limit.take(saturday, 10);
    expect([limit.roomOn(friday), limit.roomOn(saturday)]).toEqual([6, 0]);
  });

  it("counts a day of 23 hours and one of 25 as one day each, where clocks change", () => {
    // One comes an hour, far fewer than the quota: a date uses as many places as it has hours.
    const days = ["2019-03-09", "2019-03-10", "2019-03-11", "2019-11-02", "2019-11-03", "2019-11-04"].map(dayNumber);
    for (const [calendar, hours] of [
      [chicago(), [24, 23, 24, 24, 25, 24]],
      [denver(), [24, 23, 24, 24, 25, 24]],
      [phoenix(), [24, 24, 24, 24, 24, 24]],
    ] as const) {
      const used = [
        ...days.slice(0, 3).map((day) => hourly(calendar, 100, utc("2019-03-08", 0), utc("2019-03-13", 0)).usedOn(day)),
        ...days.slice(3).map((day) => hourly(calendar, 100, utc("2019-11-01", 0), utc("2019-11-06", 0)).usedOn(day)),
      ];
      expect(used).toEqual(hours);
    }
  });

  it("binds on each of those days alike", () => {
    const limit = hourly(chicago(), 20, utc("2019-11-01", 5), utc("2019-11-06", 6));
    const used = ["2019-11-01", "2019-11-02", "2019-11-03", "2019-11-04", "2019-11-05"].map((day) =>
      limit.usedOn(dayNumber(day)),
    );
    expect(used).toEqual([20, 20, 20, 20, 20]);
  });

  it("lets what a day used stand when the quota changes at midday", () => {
    const limit = new Limit("port", denver(), 50);
    const today = dayNumber("2019-06-03");
    limit.take(today, 30);
    limit.setPerDay(20);
    expect([limit.perDay, limit.usedOn(today), limit.roomOn(today), limit.roomOn(today + 1)]).toEqual([20, 30, 0, 20]);
    expect(() => limit.take(today, 1)).toThrow(
      "limit port: amount must be a whole number from 1 to the 0 places left, got 1",
    );
    limit.setPerDay(100);
    expect(limit.roomOn(today)).toBe(70);
    limit.setPerDay(0);
    expect([limit.roomOn(today), limit.roomOn(today + 1)]).toEqual([0, 0]);
  });

  it("gives places back to the day they were taken from", () => {
    const limit = new Limit("port", phoenix(), 5);
    limit.take(100, 5);
    limit.giveBack(100, 2);
    expect([limit.usedOn(100), limit.roomOn(100), limit.roomOn(101)]).toEqual([3, 2, 5]);
    expect(() => limit.giveBack(100, 4)).toThrow(
      "limit port: amount must be a whole number from 1 to the 3 places used, got 4",
    );
  });

  it("may be without a limit", () => {
    const limit = new Limit("port", phoenix(), Number.POSITIVE_INFINITY);
    limit.take(3, 1e9);
    expect([limit.usedOn(3), limit.roomOn(3)]).toEqual([1e9, Number.POSITIVE_INFINITY]);
  });

  it("never lets a day exceed the quota in force, whatever is taken, given back and changed", () => {
    const step = fc.record({
      act: fc.constantFrom("take" as const, "take" as const, "giveBack" as const, "set" as const),
      day: fc.nat(3),
      amount: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        const limit = new Limit("port", phoenix(), 20);
        const used = [0, 0, 0, 0];
        for (const { act, day, amount } of steps) {
          if (act === "set") {
            limit.setPerDay(2 * amount);
            continue;
          }
          const most = act === "take" ? Math.max(0, limit.perDay - used[day]!) : used[day]!;
          if (amount > most) expect(() => limit[act](day, amount)).toThrow(RangeError);
          else {
            limit[act](day, amount);
            used[day]! += act === "take" ? amount : -amount;
          }
          expect([0, 1, 2, 3].map((each) => limit.usedOn(each))).toEqual(used);
          expect([0, 1, 2, 3].map((each) => limit.roomOn(each))).toEqual(
            used.map((each) => Math.max(0, limit.perDay - each)),
          );
        }
      }),
      fixedRuns(200),
    );
  });

  it("refuses what is not a number of places", () => {
    expect(() => new Limit("port", phoenix(), -1)).toThrow("limit port: quota must not be negative, got -1");
    const limit = new Limit("port", phoenix(), 5);
    expect(() => limit.setPerDay(Number.NaN)).toThrow("limit port: quota must not be negative, got NaN");
    for (const amount of [0, -1, 0.5, Number.NaN]) {
      expect(() => limit.take(1, amount)).toThrow(
        `limit port: amount must be a whole number from 1 to the 5 places left, got ${amount}`,
      );
    }
    expect(limit.usedOn(1)).toBe(0);
  });
});
