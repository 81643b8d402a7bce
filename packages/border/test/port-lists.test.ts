import { describe, expect, it } from "vitest";
import {
  always,
  type BorderParameters,
  type PortListParameters,
  type ReturnLimitParameters,
  takeCensus,
} from "../src/index.ts";
import {
  border,
  changing,
  city,
  court,
  familyOf,
  group,
  later,
  many,
  moment,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  type single,
  startOn,
  withLater,
} from "./parameters.ts";
import { run, runChecked, stepping } from "./run.ts";

const start = startOn("2019-07-10");
const { denver } = start;
const at = (local: string): number => moment(denver, `2019-07-${local}`);
const [caught, port] = [0, 1];

/** One return point to Ciudad Juarez, for those caught in El Paso and for those called to its port from a list at 08:00. */
function elPaso(given: {
  readonly days?: number;
  readonly people?: readonly ReturnType<typeof single>[];
  readonly others?: readonly ReturnType<typeof single>[];
  readonly list?: Partial<PortListParameters>;
  readonly limits?: readonly Partial<ReturnLimitParameters>[];
}): BorderParameters {
  return border(start, given.days ?? 4, {
    sectors: [
      sector("el-paso", { zone: denver, pathways: [onFoot(caught, 0)] }),
      sector("el-paso-port", {
        zone: denver,
        pathways: [onFoot(port, 0)],
        list: { city: 0, calls: always(4), callHour: 8, leaveRate: 0, ...given.list },
      }),
    ],
    returnPoints: [returnPoint("paso-del-norte", { sector: caught, zone: denver })],
    returnLimits: (given.limits ?? []).map((limit, index) =>
      returnLimit(`limit-${index}`, { through: [0], zone: denver, perDay: always(5), ...limit }),
    ),
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    scripted: [
      group(at("10 12:00"), port, given.people ?? many(10)),
      group(at("10 12:00"), caught, given.others ?? []),
    ],
  });
}

describe("people who come to a port and wait on a list", () => {
  it("are called in turn, so many a day, and caught when they are called", () => {
    // 10 come on the 10th at 12:00: 4 are called on the 11th, 4 on the 12th, 2 on the 13th.
    const { daily, measure } = run(elPaso({}));
    expect(daily("list.el-paso-port.called")).toEqual([0, 4, 4, 2]);
    expect(daily("sector.el-paso-port.arrivals")).toEqual([0, 4, 4, 2]);
    expect(daily("sector.el-paso-port.returned.first")).toEqual([0, 4, 4, 2]);
    // 12 hours of the first date, 8 of each morning: 10 · 20, 6 · 24, 2 · 24 hours in all.
    expect(measure("list.el-paso-port.person-days")).toBeCloseTo((10 * 20 + 6 * 24 + 2 * 24) / 24, 9);
    expect(daily("list.el-paso-port.waiting")[1]).toBeCloseTo((10 * 8 + 6 * 16) / 24, 9);
    expect(measure("list.el-paso-port.wait.days.median")).toBe(2);
    // The hours of custody begin at the call.
    expect(measure("sector.el-paso-port.journey.hours.p95")).toBeLessThan(1);
    const early = run(elPaso({ days: 2 }));
    expect(
      ["joined", "called", "left", "waiting.end", "waiting.max"].map((what) =>
        early.measure(`list.el-paso-port.${what}`),
      ),
    ).toEqual([10, 4, 0, 6, 10]);
    expect(["mean", "end"].map((what) => early.measure(`city.ciudad-juarez.on-list.${what}`))).toEqual([
      early.measure("list.el-paso-port.waiting.mean"),
      6,
    ]);
    expect(early.measure("system.arrivals")).toBe(4);
    expect(early.measure("system.balance")).toBe(0);
  });

  it("families are not split: who does not fit into the day keeps its place, and one larger than a day is called alone", () => {
    const days = (...sizes: number[]) => {
      const people = sizes.map((size) => familyOf(size));
      return run(elPaso({ days: 5, people })).daily("list.el-paso-port.called");
    };
    expect(days(3, 2, 4)).toEqual([0, 3, 2, 4, 0]);
    expect(days(3, 6, 1)).toEqual([0, 3, 6, 1, 0]);
  });

  it("by the number of the day", () => {
    const calls = changing(0, [at("12 00:00"), 3], [at("13 00:00"), 100]);
    expect(run(elPaso({ list: { calls } })).daily("list.el-paso-port.called")).toEqual([0, 0, 3, 7]);
  });

  it("are not in custody: another custody limit does not touch who waits on one", () => {
    // 10 come at noon on the 10th. From the 11th on custody lasts 1 hour; 4 are called at 08:00 that day, and return at once.
    const parameters = elPaso({ days: 2 });
    const custody = {
      ...parameters.sectors[port]!.custody,
      limitHours: 1,
      atLimit: ["release", "release", "hold"] as const,
    };
    const { measure } = run(withLater(parameters, later(parameters, "sectors", port, [at("11 00:00"), { custody }])));
    expect(measure("sector.el-paso-port.released")).toBe(0);
    expect(measure("list.el-paso-port.waiting.end")).toBe(6);
  });

  it("share the daily places of returns with those caught between ports, or have their own", () => {
    // 8 caught on the 10th and 8 on the list, 4 of whom are called on the 11th and 4 on the 12th; 5 places a day.
    const returned = (...limits: Partial<ReturnLimitParameters>[]) => {
      const { daily } = run(elPaso({ people: many(8), others: many(8), limits }));
      return ["el-paso", "el-paso-port"].map((name) => daily(`sector.${name}.returned.first`));
    };
    // Shared: 5, then 3 + 2, then 2 + 3, then the last.
    expect(returned({})).toEqual([
      [5, 3, 0, 0],
      [0, 2, 5, 1],
    ]);
    expect(returned({ from: [caught] })).toEqual([
      [5, 3, 0, 0],
      [0, 4, 4, 0],
    ]);
    expect(returned({ from: [caught] }, { from: [port], perDay: always(3) })).toEqual([
      [5, 3, 0, 0],
      [0, 3, 3, 2],
    ]);
  });

  it("a share is put in the programme, and the others are let in as the fallback of the port says", () => {
    const parameters = elPaso({ people: many(400), list: { calls: always(400) } });
    const [first, second] = parameters.sectors as [BorderParameters["sectors"][0], BorderParameters["sectors"][0]];
    const of = (share: number) => {
      const eligibility = { ...second.eligibility, discretion: always([1 - share, 0, 0] as const) };
      const { measure } = run({ ...parameters, sectors: [first, { ...second, eligibility }] });
      return ["returned.first", "released"].map((what) => measure(`sector.el-paso-port.${what}`));
    };
    expect(of(1)).toEqual([400, 0]);
    expect(of(0)).toEqual([0, 400]);
    const [returned = 0, released = 0] = of(0.3);
    expect(returned + released).toBe(400);
    // 3.29 standard deviations of 400 draws at 30 % are 30.2.
    expect(Math.abs(returned - 120)).toBeLessThan(30.2);
  });

  it("some give up, and are then neither on the list nor called", () => {
    // One in ten an hour gives up, for the 20 hours to the call.
    const parameters = elPaso({ people: many(300), list: { leaveRate: 0.1, calls: always(1_000) } });
    const { measure } = run(parameters);
    const [left, called] = ["left", "called"].map((what) => measure(`list.el-paso-port.${what}`)) as [number, number];
    expect(left + called).toBe(300);
    // 300 (1 - e^-2) are 259.4, with a standard deviation of 5.9.
    expect(Math.abs(left - 259.4)).toBeLessThan(3.29 * 5.93);
    expect(runChecked(parameters).view.cases.live).toBe(called);
  });

  it("goes on from a census where it was", () => {
    const parameters = elPaso({});
    const census = takeCensus(parameters, { seed: "test", replication: 0, at: at("12 00:00") });
    expect(census.filter(({ state }) => state === "list").map(({ since, size }) => [since, size])).toEqual(
      Array(6).fill([at("10 12:00") - at("12 00:00"), 1]),
    );
    const later = startOn("2019-07-12");
    const hours = (later.firstDay - start.firstDay) * 24;
    const { daily, measure } = run({
      ...parameters,
      firstDay: later.firstDay,
      endDay: later.firstDay + 2,
      census,
      censusAt: at("12 00:00") - hours,
      scripted: [],
      sectors: parameters.sectors.map((one) => ({ ...one, zone: later.denver })),
      returnPoints: parameters.returnPoints.map((one) => ({ ...one, zone: later.denver })),
      cities: parameters.cities.map((one) => ({ ...one, zone: later.denver })),
      courts: parameters.courts.map((one) => ({ ...one, zone: later.denver })),
    });
    expect(daily("list.el-paso-port.called")).toEqual([4, 2]);
    expect(measure("system.balance")).toBe(0);
    // Of the census only those who have been returned are in the model.
    expect(measure("system.initial")).toBe(4);
  });

  it("are in no place of the model until they are called", () => {
    const { model, until } = stepping(elPaso({}));
    until(at("11 07:00"));
    expect([
      model.ground.conservation.arrivedPersons,
      model.ground.conservation.listedPersons,
      model.ground.cases.live,
    ]).toEqual([0, 10, 10]);
    until(at("11 09:00"));
    expect([
      model.ground.conservation.arrivedPersons,
      model.ground.conservation.listedPersons,
      model.ground.cases.live,
    ]).toEqual([4, 6, 10]);
    expect(model.ground.conservation.balance).toBe(0);
  });
});
