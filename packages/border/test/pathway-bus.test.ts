import { describe, expect, it } from "vitest";
import { always } from "../src/index.ts";
import { at, bused, denver, elPaso, phoenix, start, tucson } from "./bused.ts";
import {
  border,
  city,
  court,
  familyOf,
  group,
  many,
  moment,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  single,
} from "./parameters.ts";
import { run } from "./run.ts";

describe("the bus", () => {
  it("is waited for as the timetable before the first departure one could board, as a seat after it", () => {
    const { measure, blocked } = run(
      bused({ bus: { seats: always(3) }, scripted: [group(at("2019-07-10 06:00"), tucson, many(7))] }),
    );
    // 06:00 to 08:00 for the timetable; 4 miss the first bus, 1 the second.
    expect(blocked("tucson", "timetable")).toEqual([7 * 2, 7, 0]);
    expect(blocked("tucson", "seat")).toEqual([4 * 24 + 24, 4, 0]);
    expect(measure("bus.tucson-el-paso.trips")).toBe(3);
    expect(measure("bus.tucson-el-paso.load-factor")).toBe(7 / 9);
    expect(measure("bus.tucson-el-paso.miles")).toBe(900);
    expect(measure("bus.tucson-el-paso.hours")).toBe(12);
    expect(measure("bus.tucson-el-paso.person-hours")).toBe(28);
    // 3 wait 2 hours, 3 wait 26, 1 waits 50.
    expect(measure("bus.tucson-el-paso.wait.hours.median")).toBe(26);
  });

  it("keeps families whole: nobody passes a family that does not fit, unless those who fit are let in", () => {
    const line = [group(at("2019-07-10 06:00"), tucson, [familyOf(4), familyOf(3), familyOf(2)])];
    const boarded = (fit: "block" | "skip"): readonly number[] =>
      run(bused({ bus: { seats: always(6), fit }, scripted: line })).daily("bus.tucson-el-paso.boarded");
    expect(boarded("block")).toEqual([4, 5, 0, 0, 0]);
    expect(boarded("skip")).toEqual([6, 3, 0, 0, 0]);
  });

  it("needs a vehicle that is back", () => {
    // Out for 4 + 1 + 4 hours: the bus of 12:00 does not run, nor that of 16:00; that of 20:00 does.
    const { measure, daily, blocked } = run(
      bused({
        bus: { seats: always(2), departureHours: [8, 12, 16, 20] },
        scripted: [group(at("2019-07-10 07:00"), tucson, many(4))],
      }),
    );
    expect(measure("bus.tucson-el-paso.trips")).toBe(2);
    expect(daily("bus.tucson-el-paso.boarded")).toEqual([4, 0, 0, 0, 0]);
    expect(blocked("tucson", "seat")).toEqual([2 * 12, 2, 0]);
    const twoVehicles = run(
      bused({
        bus: { seats: always(2), departureHours: [8, 12, 16, 20], fleet: always(2) },
        scripted: [group(at("2019-07-10 07:00"), tucson, many(4))],
      }),
    );
    expect(twoVehicles.blocked("tucson", "seat")).toEqual([2 * 4, 2, 0]);
  });

  it("does not leave below its minimum load, and those who wait then wait for the timetable", () => {
    const { daily, blocked } = run(
      bused({
        bus: { minimumLoad: 3 },
        scripted: [group(at("2019-07-10 07:00"), tucson, many(2)), group(at("2019-07-11 07:00"), tucson, [single()])],
      }),
    );
    expect(daily("bus.tucson-el-paso.boarded")).toEqual([0, 3, 0, 0, 0]);
    expect(blocked("tucson", "timetable")).toEqual([2 * 25 + 1, 3, 0]);
    expect(blocked("tucson", "seat")).toEqual([0, 0, 0]);
  });

  it("runs on its days: 10 July 2019 is a Wednesday", () => {
    const daysOf = (days: number): readonly number[] =>
      run(bused({ bus: { days }, scripted: [group(at("2019-07-10 07:00"), tucson, [single()])] })).daily(
        "bus.tucson-el-paso.boarded",
      );
    expect(daysOf(1 << 2)).toEqual([1, 0, 0, 0, 0]);
    expect(daysOf(1 << 4)).toEqual([0, 0, 1, 0, 0]);
  });

  it("serves in order of ready time when sectors meet at the hub", () => {
    // Ten of El Paso are ready at 13:00 there, when ten of Tucson arrive: both are ready then, and the earlier apprehended go first.
    const { blocked } = run({
      ...bused({
        perDay: always(10),
        scripted: [
          group(moment(denver, "2019-07-10 13:00"), elPaso, many(10)),
          group(at("2019-07-10 07:00"), tucson, many(10)),
        ],
      }),
    });
    expect(blocked("tucson", "limit")).toEqual([0, 0, 0]);
    expect(blocked("el-paso", "limit")).toEqual([10 * 11, 10, 0]);
  });

  it("and decides by sector, then ordinal, when they were apprehended at one instant", () => {
    const parameters = border(start, 3, {
      sectors: [
        sector("tucson", { zone: phoenix, pathways: [onFoot(0, 0)] }),
        sector("yuma", { zone: phoenix, pathways: [onFoot(1, 0)] }),
      ],
      returnPoints: [returnPoint("nogales", { sector: 0, zone: phoenix })],
      returnLimits: [returnLimit("nogales", { through: [0], zone: phoenix, perDay: always(4) })],
      cities: [city("nogales-son", { zone: phoenix })],
      courts: [court("tucson", { zone: phoenix })],
      // Yuma's group is written first.
      scripted: [group(at("2019-07-10 12:00"), 1, many(4)), group(at("2019-07-10 12:00"), 0, many(4))],
    });
    expect(run(parameters).daily("sector.tucson.returned.first")).toEqual([4, 0, 0]);
    expect(run(parameters).daily("sector.yuma.returned.first")).toEqual([0, 4, 0]);
  });
});
