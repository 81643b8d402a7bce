import { describe, expect, it } from "vitest";
import { days, hourWeights, openingHours, timeOfDay, timetable, weekWeights } from "../src/values/hours.ts";
import type { Reader } from "../src/values/reader.ts";

/** What a reader makes of a value, or what it says. */
function read<T>(reader: Reader<T>, raw: unknown): T | string | undefined {
  let said: string | undefined;
  const found = reader(raw, (message, at = []) => {
    said ??= [...at, message].join(" ");
  });
  return said ?? found;
}

const workdays = 0b0011111;

describe("hours", () => {
  it.each([
    ["08:00-16:00", { days: 127, from: 8, to: 16 }],
    ["daily 08:00-16:00", { days: 127, from: 8, to: 16 }],
    ["mon-fri  08:30 -  16:15", { days: workdays, from: 8.5, to: 16.25 }],
    ["mon,wed 00:00-24:00", { days: 0b101, from: 0, to: 24 }],
    ["08:59-09:00", { days: 127, from: 8 + 59 / 60, to: 9 }],
  ])("%s", (text, hours) => expect(read(openingHours, text)).toEqual(hours));
  it.each([
    "08:60-16:00",
    "08:00-24:01",
    "08:00-08:00",
    "mon-fri-sat 08:00-16:00",
    "fri-mon 08:00-16:00",
    "8-16",
    "",
    "x",
  ])("%s is refused", (text) =>
    expect(read(openingHours, text)).toMatch(/^must be hours of the day from earlier to later/),
  );
  it("a time of day ends before midnight", () => {
    expect(read(timeOfDay, "23:59")).toBeCloseTo(23 + 59 / 60, 12);
    for (const text of ["24:00", "08:60", "8"]) expect(read(timeOfDay, text)).toMatch(/^must be a time of day/);
  });
});

describe("a timetable", () => {
  it.each([
    ["daily at 08:00", { days: 127, hours: [8] }],
    ["mon-fri  at 14:00 and 08:00", { days: workdays, hours: [8, 14] }],
    ["mon-wed,sat at 08:00, 14:00", { days: 0b0100111, hours: [8, 14] }],
  ])("%s", (text, times) => expect(read(timetable, text)).toEqual(times));
  it.each([
    "mon-fri-sat at 08:00",
    "daily at 08:60",
    "daily at 24:00",
    "daily at 08:00 at 09:00",
    "daily",
    "at 08:00",
    "daily at ",
  ])("%s is refused, with how to write it", (text) =>
    expect(read(timetable, text)).toMatch(
      /^must be days and times of departure, for example daily at 08:00 or mon-fri,sun at 08:00 and 14:00 /,
    ),
  );
  it("of very many blanks is read at once, and not shown whole", () => {
    const long = `daily${" ".repeat(40_000)}x`;
    expect(String(read(timetable, long)).length).toBeLessThan(250);
    expect(read(timetable, `daily${" ".repeat(400_000)}at 08:00`)).toEqual({ days: 127, hours: [8] });
    expect(read(openingHours, `mon${" ".repeat(400_000)}08:00-16:00`)).toEqual({ days: 1, from: 8, to: 16 });
  });
  it("of days alone", () => {
    expect(read(days, "mon-wed,sat")).toBe(0b0100111);
    expect(read(days, "mon-fri-sat")).toMatch(/^must be days of the week, for example mon-fri or mon-wed,sat /);
  });
});

describe("weights", () => {
  it("of hours cover the day in order", () => {
    expect(read(hourWeights, { "00-06": "1", "6-24": "0" })).toEqual(
      new Map([
        ["00-06", 1],
        ["6-24", 0],
      ]),
    );
    const goesOn = (at: string, reached: number, example: string): string =>
      `${at} must be hours that go on where the last ended, at ${reached}, for example ${example}`;
    expect(read(hourWeights, { "00-06": "1", "1-24": "1" })).toBe(goesOn("1-24", 6, "06-12"));
    expect(read(hourWeights, { "00-25": "1" })).toBe(goesOn("00-25", 0, "00-06"));
    expect(read(hourWeights, { "00-00": "1" })).toBe(goesOn("00-00", 0, "00-06"));
    expect(read(hourWeights, { "00-22": "1", x: "1" })).toBe(goesOn("x", 22, "22-24"));
    expect(read(hourWeights, { "00-23": "1" })).toBe("must cover the day to 24 (got to 23)");
    expect(read(hourWeights, { "00-24": "0" })).toBe("must have a positive weight (got none)");
  });
  it("of the week are of its days", () => {
    expect(read(weekWeights, { mon: "1" })).toEqual(new Map([["mon", 1]]));
    expect(read(weekWeights, { mno: "1" })).toBe('mno must be a day of the week (did you mean "mon"?)');
  });
});
