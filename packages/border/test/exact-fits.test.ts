import { describe, expect, it } from "vitest";
import { always } from "../src/index.ts";
import { bused, at as inTucson, tucson } from "./bused.ts";
import { elPaso } from "./one-port.ts";
import { changing, clockHours, familyOf, group, many, moment, single, startOn } from "./parameters.ts";
import { run } from "./run.ts";

// Each at its edge: one who just fits, one too many, and what comes at the very instant.

const start = startOn("2019-07-10");
const { denver } = start;
const at = (clock: string): number => moment(denver, `2019-07-10 ${clock}`);

describe("beds", () => {
  /** People come to a city one after the other; from noon of the next day on there are five beds in place of four. */
  const housed = (...sizes: readonly number[]) =>
    run(
      elPaso(start, {
        days: 2,
        city: { beds: changing(4, [moment(denver, "2019-07-11 12:00"), 5]), acceptance: 1 },
        scripted: sizes.map((size, hour) => group(at(`${hour + 1}:00`), 0, [familyOf(size, { acceptsBed: true })])),
      }),
    ).measure("city.ciudad-juarez.outside-shelter.full.end");

  it("are given to the family that just fits, and kept for one as large as all of them, which waits", () => {
    expect(housed(4)).toBe(0);
    expect(housed(2, 2)).toBe(0);
    expect(housed(2, 3)).toBe(0);
    expect(housed(2, 4)).toBe(4);
    // One bed is taken; the four others are enough from noon on.
    expect(housed(1, 4)).toBe(0);
  });

  it("are not waited for by a family of one more than there are, which keeps nobody from one", () => {
    expect(housed(2, 5)).toBe(5);
    expect(housed(2, 5, 2)).toBe(5);
    expect(housed(2, 3, 2)).toBe(2);
  });
});

describe("a bus", () => {
  const boarded = (bus: Parameters<typeof bused>[0]["bus"], ...groups: readonly (readonly [string, number])[]) =>
    run(
      bused({
        bus: bus ?? {},
        scripted: groups.map(([clock, size]) => group(inTucson(`2019-07-10 ${clock}`), tucson, [familyOf(size)])),
      }),
    ).daily("bus.tucson-el-paso.boarded");

  it("takes those who just fill its seats; one more waits for the next", () => {
    expect(boarded({ seats: always(6) }, ["06:00", 4], ["07:00", 2])).toEqual([6, 0, 0, 0, 0]);
    expect(boarded({ seats: always(6) }, ["06:00", 4], ["07:00", 3])).toEqual([4, 3, 0, 0, 0]);
    expect(boarded({ seats: always(6) }, ["06:00", 6])).toEqual([6, 0, 0, 0, 0]);
  });

  it("leaves with its minimum load, and not with one less", () => {
    expect(boarded({ minimumLoad: 3 }, ["07:00", 3])).toEqual([3, 0, 0, 0, 0]);
    expect(boarded({ minimumLoad: 4 }, ["07:00", 3])).toEqual([0, 0, 0, 0, 0]);
  });

  it("takes who is ready at the instant of its departure, and not who is ready a minute later", () => {
    expect(boarded({}, ["08:00", 2])).toEqual([2, 0, 0, 0, 0]);
    expect(boarded({}, ["08:01", 2])).toEqual([0, 2, 0, 0, 0]);
  });

  it("goes again with a vehicle that is back at that very instant", () => {
    // Four hours there, one to turn round, four back: 08:00 to 17:00.
    const seats = always(2);
    expect(boarded({ seats, departureHours: [8, 17] }, ["06:00", 2], ["07:00", 2])).toEqual([4, 0, 0, 0, 0]);
    expect(boarded({ seats, departureHours: [8, 16.99] }, ["06:00", 2], ["07:00", 2])).toEqual([2, 2, 0, 0, 0]);
  });

  it("goes straight through: one trip of four hours for two persons, with nobody from elsewhere", () => {
    const { measure } = run(
      bused({ bus: { seats: always(2) }, scripted: [group(inTucson("2019-07-10 06:00"), tucson, many(2))] }),
    );
    expect(measure("bus.tucson-el-paso.trips")).toBe(1);
    expect(measure("bus.tucson-el-paso.person-hours")).toBe(2 * 4);
    expect(measure("bus.tucson-el-paso.hours")).toBe(4);
    expect(measure("bus.tucson-el-paso.miles")).toBe(300);
  });
});

describe("a port", () => {
  const crossed = (...clocks: readonly string[]) =>
    run(
      elPaso(start, {
        days: 2,
        point: { hours: clockHours(8, 16) },
        scripted: clocks.map((clock) => group(at(clock), 0, [single()])),
      }),
    ).daily("sector.el-paso.returned.first");

  it("is open at the minute it opens, and shut at the minute it closes", () => {
    expect(crossed("08:00")).toEqual([1, 0]);
    expect(crossed("15:59")).toEqual([1, 0]);
    expect(crossed("16:00")).toEqual([0, 1]);
    // Before it opens people wait for it, on the same date.
    expect(crossed("07:59")).toEqual([1, 0]);
  });
});
