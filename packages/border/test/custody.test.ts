import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import {
  always,
  type BorderParameters,
  type CustodyParameters,
  dispositions,
  type SectorParameters,
} from "../src/index.ts";
import {
  arrivals,
  border,
  busLine,
  byBus,
  changing,
  child,
  city,
  clockHours,
  court,
  everyone,
  familyOf,
  group,
  many,
  moment,
  onFoot,
  returnPoint,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { counted, run, runChecked, stepping } from "./run.ts";

const start = startOn("2019-07-10");
const { phoenix, denver } = start;
const [tucson, elPaso] = [0, 1];
const at = (local: string): number => moment(phoenix, local);
const custody = (given: Partial<CustodyParameters>): CustodyParameters => ({
  capacity: always(1_000_000),
  whenFull: "crowd",
  limitHours: 72,
  atLimit: ["hold", "release", "release"],
  ...given,
});

/** Tucson sends people to El Paso by a bus that leaves at 08:00 on the hour given after the start, if at all. */
function tucsonByBus(given: {
  readonly departures?: readonly number[];
  readonly inService?: ReturnType<typeof changing<boolean>>;
  readonly seats?: number;
  readonly portHours?: ReturnType<typeof clockHours>;
  readonly roadHours?: number;
  readonly tucson?: Partial<SectorParameters>;
  readonly scripted: BorderParameters["scripted"];
  readonly days?: number;
}): BorderParameters {
  const { tucson: changes = {}, scripted, roadHours = 0 } = given;
  const points = [{ point: 0, travelHours: roadHours }];
  return border(start, given.days ?? 7, {
    sectors: [
      sector("tucson", {
        zone: phoenix,
        custody: custody({}),
        pathways: [{ ...byBus(0, elPaso), points }],
        ...changes,
      }),
      sector("el-paso", { zone: denver, custody: custody({}), pathways: [{ ...onFoot(elPaso), points }] }),
    ],
    buses: [
      busLine("tucson-el-paso", {
        from: tucson,
        to: elPaso,
        seats: always(given.seats ?? 50),
        inService: given.inService ?? always(true),
        departureHours: given.departures ?? [8],
      }),
    ],
    returnPoints: [
      returnPoint("paso-del-norte", { sector: elPaso, zone: denver, hours: given.portHours ?? clockHours(0, 24) }),
    ],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    scripted,
  });
}

describe("the 72 hour clock", () => {
  // A bus with one seat: the adult, first in line, takes it every time; a family of two never gets one.
  const waiting = tucsonByBus({
    seats: 2,
    days: 6,
    scripted: [group(at("2019-07-10 07:00"), tucson, [...many(8, () => single()), familyOf(2), single()])],
  });

  it("releases a family after 72 hours for want of what it waited for, and holds an adult", () => {
    // Two adults a day board on the 10th to the 13th; the family's 72 hours end on the 13th at 07:00, one hour before.
    const { model, until } = stepping(waiting);
    const released = (): number => counted(model, "released", tucson);
    until(at("2019-07-13 07:00"));
    expect(released()).toBe(0);
    until(at("2019-07-13 07:01"));
    expect(released()).toBe(2);
    const { measure, blocked } = run(waiting);
    expect(measure("sector.tucson.released.cause.no-seat")).toBe(2);
    expect(measure("sector.tucson.returned.first")).toBe(9);
    // 1 hour for the timetable, then 71 for a seat, for two persons; the adults wait 0, 24, 48, 72 and, the last, 96 hours.
    expect(blocked("tucson", "seat")).toEqual([2 * 71 + 2 * (24 + 48 + 72) + 96, 2 + 6 + 1, 2]);
    expect(blocked("tucson", "timetable")).toEqual([11, 11, 0]);
  });

  it("counts more than 72 hours as over the limit, and 72 hours not", () => {
    const { measure } = run(waiting);
    // Of 11 persons the 2 of the family stay 72 h; 2 adults stay 73 h and the last 97 h.
    expect(measure("sector.tucson.custody.over-limit.share")).toBe(3 / 11);
  });

  it("is exact for people caught at any moment", () => {
    const parameters = border(start, 20, {
      sectors: [
        sector("tucson", {
          zone: phoenix,
          custody: custody({ atLimit: ["release", "release", "hold"] }),
          fallback: { mix: everyone("hold"), hours: dispositions.map(() => fixed(0)) },
          arrivals: [arrivals(phoenix, 20, 50)],
        }),
      ],
    });
    const { measure } = run(parameters);
    expect(measure("sector.tucson.released.cause.no-pathway")).toBeGreaterThan(700);
    expect(measure("sector.tucson.custody.over-limit.share")).toBe(0);
    expect(measure("sector.tucson.custody.hours.median")).toBe(72);
  });

  it("lets a bus that leaves at the same instant go first", () => {
    // Ready at 08:01 on the 10th, a minute after the bus, which then does not run until 08:01 on the 13th.
    const parameters = tucsonByBus({
      departures: [8 + 1 / 60],
      inService: changing(true, [at("2019-07-10 09:00"), false], [at("2019-07-13 08:00"), true]),
      tucson: { processing: { agents: always(9), time: [fixed(0), fixed(1 / 120), fixed(0)] } },
      scripted: [group(at("2019-07-10 08:01"), tucson, [familyOf(3)])],
    });
    const { measure } = run(parameters);
    expect(measure("bus.tucson-el-paso.boarded")).toBe(3);
    // Then the limit passes on the road, and acts on arrival.
    expect(measure("sector.tucson.released.cause.no-timetable")).toBe(0);
    expect(measure("sector.tucson.released.cause.time-limit")).toBe(3);
  });

  it("lets a return at the same instant go first", () => {
    // The port works from 08:00 to 09:00, on Saturdays only. 13 July is one: caught at 08:00 on the 10th, or a minute before.
    const caught = (time: string): BorderParameters =>
      border(start, 5, {
        sectors: [sector("el-paso", { zone: denver, custody: custody({}), pathways: [onFoot(0, 0)] })],
        returnPoints: [
          returnPoint("paso-del-norte", { sector: 0, zone: denver, hours: { days: 1 << 5, from: 8, to: 9 } }),
        ],
        cities: [city("ciudad-juarez", { zone: denver })],
        courts: [court("el-paso", { zone: denver })],
        scripted: [group(moment(denver, time), 0, [familyOf(2)])],
      });
    expect(run(caught("2019-07-10 08:00")).measure("sector.el-paso.returned.first")).toBe(2);
    expect(run(caught("2019-07-10 07:59")).measure("sector.el-paso.released.cause.no-port-hours")).toBe(2);
  });

  it("acts on arrival when it runs out on the bus", () => {
    // Caught at 09:00 on the 10th; the bus comes back into service for 08:00 on the 13th, the limit is 09:00, arrival 12:00.
    const parameters = tucsonByBus({
      inService: changing(true, [at("2019-07-10 10:00"), false], [at("2019-07-13 07:00"), true]),
      scripted: [group(at("2019-07-10 09:00"), tucson, [familyOf(2), single()])],
    });
    const { model, until } = stepping(parameters);
    until(at("2019-07-13 12:00"));
    expect(model.ground.whereabouts.levels[model.ground.whereabouts.bus(0)]!.level).toBe(3);
    const { measure } = run(parameters);
    expect(measure("sector.tucson.released.cause.time-limit")).toBe(2);
    expect(measure("sector.tucson.returned.first")).toBe(1);
    expect(measure("sector.tucson.journey.hours.median")).toBe(75);
    expect(measure("sector.tucson.journey.over-limit.share")).toBe(1);
    expect(measure("sector.tucson.custody.over-limit.share")).toBe(0);
  });

  it("does not stop a case on its way across", () => {
    // Sets out at 07:30 on a road of an hour, with half an hour left of the 72.
    const parameters = border(start, 5, {
      sectors: [
        sector("el-paso", {
          zone: denver,
          custody: custody({}),
          pathways: [{ ...onFoot(0), points: [{ point: 0, travelHours: 1 }] }],
        }),
      ],
      returnPoints: [
        returnPoint("paso-del-norte", { sector: 0, zone: denver, hours: { days: 1 << 5, from: 8.5, to: 16 } }),
      ],
      cities: [city("ciudad-juarez", { zone: denver })],
      courts: [court("el-paso", { zone: denver })],
      // The port works on Saturdays only; 13 July is one.
      scripted: [group(moment(denver, "2019-07-10 08:00"), 0, [familyOf(4)])],
    });
    const { measure } = run(parameters);
    expect(measure("sector.el-paso.returned.first")).toBe(4);
    expect(measure("sector.el-paso.released")).toBe(0);
    expect(measure("sector.el-paso.journey.over-limit.share")).toBe(1);
  });

  it("takes a case out of the hands of an agent, who serves the next", () => {
    const parameters = border(start, 8, {
      sectors: [
        sector("tucson", {
          zone: phoenix,
          custody: custody({}),
          processing: { agents: always(1), time: [fixed(1), fixed(100), fixed(1)] },
        }),
      ],
      scripted: [group(at("2019-07-10 00:00"), tucson, [familyOf(2), familyOf(3), single()])],
    });
    const { measure, blocked } = run(parameters);
    // Both families reach the limit at once: the one that is served, and the one that waits.
    expect(measure("sector.tucson.released.cause.time-limit")).toBe(2);
    expect(measure("sector.tucson.released.cause.no-agent")).toBe(3);
    expect(measure("sector.tucson.released.cause.no-pathway")).toBe(1);
    expect(blocked("tucson", "agent")).toEqual([3 * 72 + 72, 4, 3]);
  });

  it("brings a release forward, but leaves another way out to its time", () => {
    const leaving = (to: "release" | "removal"): BorderParameters =>
      border(start, 7, {
        sectors: [
          sector("tucson", {
            zone: phoenix,
            custody: custody({}),
            fallback: { mix: everyone(to), hours: dispositions.map(() => fixed(100)) },
          }),
        ],
        scripted: [group(at("2019-07-10 00:00"), tucson, [familyOf(2, { nationality: 1 })])],
      });
    const early = run(leaving("release"));
    expect(early.measure("sector.tucson.released.cause.nationality")).toBe(2);
    expect(early.measure("sector.tucson.custody.hours.median")).toBe(72);
    const late = run(leaving("removal"));
    expect(late.measure("sector.tucson.exits.removal")).toBe(2);
    expect(late.measure("sector.tucson.custody.hours.median")).toBe(100);
  });

  it("never releases a child alone, whatever the scenario says", () => {
    const parameters = border(start, 7, {
      sectors: [
        sector("tucson", {
          zone: phoenix,
          custody: custody({ atLimit: ["hold", "release", "release"] }),
          processing: { agents: always(1), time: [fixed(0), fixed(0), fixed(50)] },
        }),
      ],
      scripted: [
        group(
          at("2019-07-10 00:00"),
          tucson,
          many(2, () => single({ category: child })),
        ),
      ],
    });
    const { measure } = run(parameters);
    expect(measure("sector.tucson.exits.transfer")).toBe(2);
    expect(measure("sector.tucson.released")).toBe(0);
    expect(measure("sector.tucson.custody.hours.p95")).toBe(100);
  });

  it("ends a hold, with the cause of the hold", () => {
    const held = border(start, 7, {
      sectors: [
        sector("tucson", {
          zone: phoenix,
          custody: custody({ atLimit: ["hold", "release", "release"] }),
          fallback: { mix: everyone("hold"), hours: dispositions.map(() => fixed(100)) },
        }),
      ],
      scripted: [group(at("2019-07-10 00:00"), tucson, [familyOf(2, { nationality: 1 }), single({ nationality: 1 })])],
    });
    const { measure } = run(held);
    expect(measure("sector.tucson.released.cause.nationality")).toBe(2);
    expect(measure("sector.tucson.released")).toBe(2);
    expect(measure("sector.tucson.custody.hours.median")).toBe(72);
    // The adult is still held.
    expect(measure("sector.tucson.custody.end")).toBe(1);
  });
});

describe("a custody that is full", () => {
  // Room for four; processing takes a day; a family of three, one of two, an adult, an hour apart.
  const full = (given: Partial<CustodyParameters>, fallback: "release" | "hold" = "release"): BorderParameters =>
    border(start, 6, {
      sectors: [
        sector("tucson", {
          zone: phoenix,
          custody: custody({ capacity: always(4), atLimit: ["hold", "hold", "hold"], ...given }),
          processing: { agents: always(10), time: [fixed(24), fixed(24), fixed(24)] },
          fallback: { mix: everyone(fallback), hours: dispositions.map(() => fixed(0)) },
        }),
      ],
      scripted: [
        group(at("2019-07-10 00:00"), tucson, [familyOf(3)]),
        group(at("2019-07-10 01:00"), tucson, [familyOf(2)]),
        group(at("2019-07-10 02:00"), tucson, [single()]),
      ],
    });

  it("crowds", () => {
    const { measure } = run(full({ whenFull: "crowd" }));
    expect(measure("sector.tucson.custody.occupancy.max")).toBe(6);
    // Six for a day each, of six days and the seven hours from midnight of UTC to that of Arizona.
    expect(measure("sector.tucson.custody.occupancy.mean")).toBeCloseTo((6 * 24) / (6 * 24 + 7), 9);
    expect(measure("sector.tucson.custody.hours.median")).toBe(24);
  });

  it("lets them wait outside, nobody passing", () => {
    const { measure, blocked } = run(full({ whenFull: "wait" }));
    expect(measure("sector.tucson.custody.occupancy.max")).toBe(3);
    // The family waits 23 hours, the adult behind it 22 though there is room for one.
    expect(blocked("tucson", "custody")).toEqual([2 * 23 + 22, 3, 0]);
    expect(measure("sector.tucson.journey.hours.p95")).toBe(47);
  });

  it("sends them to their fallback", () => {
    const { measure } = run(full({ whenFull: "release" }));
    expect(measure("sector.tucson.released.cause.custody-full")).toBe(2);
    expect(measure("sector.tucson.released.cause.no-pathway")).toBe(4);
    expect(measure("sector.tucson.custody.occupancy.max")).toBe(4);
  });

  it("crowds those whom the fallback holds", () => {
    const { measure } = run(full({ whenFull: "release" }, "hold"));
    expect(measure("sector.tucson.custody.end")).toBe(6);
  });

  it("does not make a family wait for a place that there will never be", () => {
    const { measure } = run(full({ whenFull: "wait", capacity: always(2) }));
    expect(measure("sector.tucson.released.cause.too-large")).toBe(3);
    expect(measure("sector.tucson.released.cause.no-pathway")).toBe(3);
    // Custody closes for repairs, then opens half as large: the family at the head no longer fits, those behind it do.
    const shrinks = run(full({ whenFull: "wait", capacity: changing(0, [at("2019-07-10 12:00"), 2]) }));
    expect(shrinks.measure("sector.tucson.released.cause.too-large")).toBe(3);
    expect(shrinks.measure("sector.tucson.released.cause.no-pathway")).toBe(3);
    expect(shrinks.blocked("tucson", "custody")).toEqual([3 * 12 + 2 * 11 + 34, 6, 0]);
  });

  it("runs the clock of those outside", () => {
    const outside = full({ whenFull: "wait", capacity: always(0), atLimit: ["hold", "release", "hold"] });
    const { measure } = run(outside);
    expect(measure("sector.tucson.released.cause.no-custody")).toBe(5);
    expect(measure("sector.tucson.custody.occupancy.max")).toBe(0);
    expect(measure("system.custody.end")).toBe(1);
    expect(runChecked(outside).view.cases.live).toBe(1);
  });
});
