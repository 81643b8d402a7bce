import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, type BusLineParameters, describeBorder } from "../src/index.ts";
import {
  border,
  busLine,
  byBus,
  changing,
  group,
  many,
  moment,
  onFoot,
  returnPoint,
  sector,
  startOn,
} from "./parameters.ts";
import { byTheBus, noon, phoenix, places, tucsonAt } from "./two-cities.ts";

// Mechanisms of the model, as small as they can be, worked by hand.

describe("M2 the bus: Tucson cannot return people itself, and takes them to El Paso", () => {
  it("leaves at 08:00 of the next day with six seats, and a day later with the other four, 300 miles each", () => {
    const { measure, daily } = byTheBus({ seats: always(6) });
    expect(daily("bus.tucson-el-paso.boarded")).toEqual([0, 6, 4, 0]);
    expect(daily("sector.tucson.returned.first")).toEqual([0, 6, 4, 0]);
    expect(measure("bus.tucson-el-paso.miles")).toBe(600);
  });

  it("returns nobody when it does not run", () => {
    expect(byTheBus({ inService: always(false) }).measure("sector.tucson.released.cause.no-pathway")).toBe(10);
  });

  it("breaks down: people stand with it, and the vehicle is in repair after", () => {
    // Off at 08:00 with 4, four hours of road and ten of standing: at El Paso at 22:00. Back after 4 + 10 + 1 + 4 hours and a day of
    // repair, at 03:00 on Tuesday, so that Monday's departure finds no vehicle.
    const breakdown = { perTrip: 1, delayHours: fixed(10), repairHours: fixed(24) };
    const broken = byTheBus({ seats: always(4), breakdown });
    expect(broken.daily("bus.tucson-el-paso.boarded")).toEqual([0, 4, 0, 4]);
    expect(broken.measure("bus.tucson-el-paso.breakdowns")).toBe(2);
    expect(broken.measure("bus.tucson-el-paso.person-hours")).toBe(4 * 14 + 4 * 14);
    const sound = byTheBus({ seats: always(4), breakdown: { ...breakdown, perTrip: 0 } });
    expect(sound.daily("bus.tucson-el-paso.boarded")).toEqual([0, 4, 4, 2]);
  });

  it("costs miles and hours a return: 600 miles and 8 hours for ten people", () => {
    const { measure } = byTheBus({ seats: always(6) });
    expect(measure("bus.tucson-el-paso.miles.per-return")).toBe(60);
    expect(measure("bus.tucson-el-paso.hours.per-return")).toBe(0.8);
  });

  it("costs money a return: by the trip, the mile and the hour", () => {
    // Two trips of 300 miles and 4 hours: 2 × (500 + 300 × 2 + 4 × 50) = 2,600 for ten people, and for eleven with one of El Paso.
    const parts = { perTrip: 500, perMile: 2, perHour: 50 };
    const scripted = [group(noon, 0, many(10)), group(noon, 1, many(1))];
    const { measure } = byTheBus({ seats: always(6), cost: parts }, { scripted });
    expect(measure("bus.tucson-el-paso.cost")).toBe(2_600);
    expect(measure("bus.tucson-el-paso.cost.per-return")).toBe(260);
    expect(measure("sector.tucson.cost.per-return")).toBe(260);
    expect(measure("system.cost.per-return")).toBeCloseTo(2_600 / 11, 9);
    const { measure: trips } = byTheBus({ cost: { ...parts, perMile: 0, perHour: 0 } });
    expect(trips("system.cost")).toBe(500);
  });

  it("says nothing of costs without one, nor of a sector or the border where one line of several has none", () => {
    const names = (cost: Partial<BusLineParameters>[]): string[] => {
      const line = busLine("a", { from: 0, to: 1 });
      const buses = cost.map((one, index) => ({ ...line, id: `line-${index}`, ...one }));
      const sectors = [sector("tucson", { zone: phoenix }), sector("yuma", { zone: phoenix })];
      return describeBorder(border(startOn("2019-11-16"), 1, { sectors, buses }))
        .measures.map(({ name }) => name)
        .filter((name) => name.endsWith("cost"));
    };
    const cost = { perTrip: 1, perMile: 0, perHour: 0 };
    expect(names([{}])).toEqual([]);
    expect(names([{ cost }, { from: 1, to: 0 }])).toEqual(["bus.line-0.cost", "sector.tucson.cost"]);
    expect(names([{ cost }, {}])).toEqual(["bus.line-0.cost"]);
  });

  it("waits for its minimum load", () => {
    expect(byTheBus({ minimumLoad: 11 }).measure("bus.tucson-el-paso.trips")).toBe(0);
    expect(byTheBus({ minimumLoad: 10 }).measure("bus.tucson-el-paso.trips")).toBe(1);
  });
});

describe("M3 at least one busload a day: more departures carry more, as far as vehicles are back", () => {
  it("carries 4 a day, 8 with a second departure and a second vehicle, and 4 with one that is still on the road", () => {
    const boarded = (bus: Partial<BusLineParameters>) =>
      byTheBus({ seats: always(4), ...bus }).daily("bus.tucson-el-paso.boarded");
    expect(boarded({})).toEqual([0, 4, 4, 2]);
    expect(boarded({ departureHours: [8, 9], fleet: always(2) })).toEqual([0, 8, 2, 0]);
    expect(boarded({ departureHours: [8, 9] })).toEqual([0, 4, 4, 2]);
  });
});

describe("M3 extra departures on demand: when those who wait reach a load, if a vehicle is there, at most so many a day", () => {
  const boarded = (extra: { load: number; mostPerDay: number }, fleet = 3) =>
    byTheBus({ seats: always(4), departureHours: [], fleet: always(fleet), extra }).daily("bus.tucson-el-paso.boarded");

  it("leaves with four at once and again with four; two are too few", () => {
    expect(boarded({ load: 4, mostPerDay: 9 })).toEqual([8, 0, 0, 0]);
  });

  it("once a day only, the next at midnight", () => {
    expect(boarded({ load: 4, mostPerDay: 1 })).toEqual([4, 4, 0, 0]);
  });

  it("when the one vehicle is back, nine hours later", () => {
    // Off at noon; back at 21:00.
    expect(boarded({ load: 4, mostPerDay: 9 }, 1)).toEqual([8, 0, 0, 0]);
    expect(boarded({ load: 2, mostPerDay: 9 }, 1)).toEqual([8, 2, 0, 0]);
  });

  it("never below the load", () => {
    expect(boarded({ load: 11, mostPerDay: 9 })).toEqual([0, 0, 0, 0]);
  });
});

describe("M21 a new return point: Nogales opens, and Tucson needs no bus", () => {
  it("returns people on the spot from its date on", () => {
    const opens = moment(phoenix, "2019-11-17 00:00");
    const nogales = returnPoint("nogales", { sector: 0, zone: phoenix, open: changing(false, [opens, true]) });
    const scripted = [group(noon, 0, many(3)), group(tucsonAt("18 12:00"), 0, many(7))];
    const { measure } = byTheBus(
      {},
      { returnPoints: [...places.returnPoints, nogales], scripted },
      { pathways: [onFoot(0, 1), byBus(0, 1, 0)] },
    );
    expect(measure("port.nogales.returned.first")).toBe(7);
    expect(measure("bus.tucson-el-paso.boarded")).toBe(3);
  });
});
