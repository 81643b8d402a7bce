import { fixed, isoDate } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, type BorderParameters } from "../src/index.ts";
import {
  border,
  busLine,
  byBus,
  changing,
  city,
  clockHours,
  court,
  familyOf,
  group,
  interviewUnit,
  many,
  moment,
  onFoot,
  returnLimit,
  returnPoint,
  type Start,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { counted, run, stepping } from "./run.ts";

// The hand-worked cases of the rules of the model. Single adults unless stated, and `block`.

describe("D1: a limit of 10 and a queue of 4, 3, 5, 2, 6 ready at 00:00 of day 1", () => {
  const start = startOn("2019-07-10");
  const { chicago } = start;
  const queue = (fit: "block" | "skip"): BorderParameters =>
    border(start, 4, {
      sectors: [sector("del-rio", { zone: chicago, pathways: [onFoot(0, 0)] })],
      returnPoints: [returnPoint("eagle-pass", { sector: 0, zone: chicago })],
      returnLimits: [returnLimit("del-rio", { through: [0], zone: chicago, perDay: always(10), fit })],
      cities: [city("piedras-negras", { zone: chicago })],
      courts: [court("laredo", { zone: chicago })],
      scripted: [
        group(
          moment(chicago, "2019-07-10 00:00"),
          0,
          [4, 3, 5, 2, 6].map((size) => familyOf(size)),
        ),
      ],
    });

  it("returns 7, 7, 6 when nobody passes: 4+3, then 5+2, then 6", () => {
    expect(run(queue("block")).daily("sector.del-rio.returned.first")).toEqual([7, 7, 6, 0]);
  });

  it("returns 9, 5, 6 when those who fit pass: 4+3+2, then 5, then 6", () => {
    expect(run(queue("skip")).daily("sector.del-rio.returned.first")).toEqual([9, 5, 6, 0]);
  });

  it("explains the places left by families that did not fit: 3 and 3 under block, 1 and 5 under skip", () => {
    // The last two dates leave 4 and 10 places for want of people.
    for (const [fit, unexplained] of [
      ["block", 4 + 10],
      ["skip", 4 + 10],
    ] as const) {
      const { measure } = run(queue(fit));
      expect(measure("limit.del-rio.unused")).toBe(40 - 20);
      expect(measure("limit.del-rio.unused.no-fit")).toBe(40 - 20 - unexplained);
      expect(measure("limit.del-rio.days-binding")).toBe(2);
      expect(measure("limit.del-rio.used.share")).toBe(0.5);
      expect(measure("limit.del-rio.used.max-per-day")).toBe(fit === "block" ? 7 : 9);
    }
  });
});

describe("D2: Del Rio's limit of 50 and Laredo's point of 60", () => {
  const start = startOn("2019-11-20");
  const { chicago } = start;
  const [delRio, laredo] = [0, 1];
  const parameters = border(start, 1, {
    sectors: [
      sector("del-rio", { zone: chicago, pathways: [onFoot(delRio, 0, 1)] }),
      sector("laredo", { zone: chicago, pathways: [onFoot(laredo, 0)] }),
    ],
    returnPoints: [
      returnPoint("laredo", { sector: laredo, zone: chicago, hours: clockHours(8, 16) }),
      returnPoint("eagle-pass", { sector: delRio, zone: chicago, hours: clockHours(8, 16), city: 1 }),
    ],
    returnLimits: [
      returnLimit("del-rio", { from: [delRio], through: [0, 1], zone: chicago, perDay: always(50) }),
      returnLimit("laredo", { through: [0], zone: chicago, perDay: always(60) }),
    ],
    cities: [city("nuevo-laredo", { zone: chicago }), city("piedras-negras", { zone: chicago })],
    courts: [court("laredo", { zone: chicago })],
    scripted: [
      group(moment(chicago, "2019-11-20 06:00"), laredo, many(40)),
      group(moment(chicago, "2019-11-20 07:00"), delRio, many(60)),
    ],
  });

  it("sends 40 + 20 through Laredo and 30 through Eagle Pass, and 10 wait for Del Rio's limit", () => {
    const { measure, blocked } = run(parameters);
    expect(measure("sector.laredo.returned.first")).toBe(40);
    expect(measure("sector.del-rio.returned.first")).toBe(50);
    expect(measure("port.laredo.returned.first")).toBe(60);
    expect(measure("port.eagle-pass.returned.first")).toBe(30);
    expect(measure("sector.del-rio.custody.end")).toBe(10);
    expect(measure("limit.del-rio.used.share")).toBe(1);
    expect(measure("limit.laredo.used.share")).toBe(1);
    // From 07:00 to 08:00 those whom the day's places reach wait for the port, the 10 for the limit, and on to 24:00.
    expect(blocked("del-rio", "limit")).toEqual([170, 10, 0]);
    expect(blocked("del-rio", "port-hours")).toEqual([50, 50, 0]);
    expect(blocked("laredo", "port-hours")).toEqual([80, 40, 0]);
  });
});

describe("D3: 50 a day returned, hearing after exactly 90 days", () => {
  const start = startOn("2019-06-01");
  const { phoenix } = start;
  const days = 100;
  // Returned and heard at 08:00, so that the stay is 90 times 24 hours.
  const returning = (leaveRate: number): BorderParameters =>
    border(start, days, {
      sectors: [sector("tucson", { zone: phoenix, pathways: [onFoot(0, 0)] })],
      returnPoints: [returnPoint("nogales", { sector: 0, zone: phoenix, hours: clockHours(8, 16) })],
      returnLimits: [returnLimit("nogales", { through: [0], zone: phoenix, perDay: always(50) })],
      cities: [city("nogales-son", { zone: phoenix, leaveRate, leaveTo: [0.5, 0.5, 0] })],
      courts: [court("tucson", { zone: phoenix, hours: clockHours(8, 16), leadDays: 90 })],
      scripted: many(days).map((_, day) =>
        group(moment(phoenix, `${isoDate(start.firstDay + day)} 06:00`), 0, many(50)),
      ),
    });

  it("keeps 4,500 waiting", () => {
    const { measure, daily } = run(returning(0));
    expect(measure("city.nogales-son.waiting.end")).toBe(4_500);
    // From day 90 on one hearing ends as one return is made: the level does not move.
    expect(daily("city.nogales-son.waiting").slice(91)).toEqual(many(days - 91).map(() => 4_500));
    expect(measure("court.tucson.wait.days.median")).toBe(90);
  });

  it("keeps 3,779.05 waiting on average with a leaving hazard of 0.004 a day", () => {
    // The mean over a day of 50 batches a day is 50 × the integral of exp(-0.004 t) from 0 to 90 = 12,500 × (1 - exp(-0.36)).
    const expected = 3_779.05;
    const parameters = returning(0.004 / 24);
    const replications = 30;
    const levels = many(replications).map(
      (_, replication) => run(parameters, { replication }).daily("city.nogales-son.waiting").at(-1)!,
    );
    const mean = levels.reduce((sum, level) => sum + level, 0) / replications;
    const variance = levels.reduce((sum, level) => sum + (level - mean) * (level - mean), 0) / (replications - 1);
    // Student t, 99.9 % two-sided, 29 degrees of freedom: 3.659.
    const halfWidth = 3.659 * Math.sqrt(variance / replications);
    expect(halfWidth).toBeLessThan(30);
    expect(Math.abs(mean - expected)).toBeLessThan(halfWidth);
  });
});

describe("D4: 100 people, every 5th claims fear, every 4th claimant is at risk", () => {
  const start = startOn("2019-11-22");
  const { phoenix, denver } = start;
  const [tucson, elPaso] = [0, 1];
  const people = many(100, (index) => single({ claims: (index + 1) % 5 === 0, atRisk: (index + 1) % 20 === 0 }));
  const bused = (before: "bus" | "return"): BorderParameters =>
    border(start, 2, {
      sectors: [
        sector("tucson", { zone: phoenix, pathways: [byBus(0, elPaso, 0)] }),
        sector("el-paso", { zone: denver, pathways: [onFoot(elPaso, 0)] }),
      ],
      buses: [busLine("tucson-el-paso", { from: tucson, to: elPaso, seats: always(100) })],
      interviewUnits: [interviewUnit("el-paso", { serves: [elPaso], zone: denver, before })],
      returnPoints: [returnPoint("paso-del-norte", { sector: elPaso, zone: denver })],
      cities: [city("ciudad-juarez", { zone: denver })],
      courts: [court("el-paso", { zone: denver })],
      scripted: [group(moment(phoenix, "2019-11-22 06:00"), tucson, people)],
    });

  it("bus first: 20 interviews, 5 at risk, 95 returned, 100 seats", () => {
    const { measure } = run(bused("return"));
    expect(measure("interview.el-paso.held")).toBe(20);
    expect(measure("interview.el-paso.at-risk")).toBe(5);
    expect(measure("sector.tucson.returned.first")).toBe(95);
    expect(measure("bus.tucson-el-paso.boarded")).toBe(100);
    expect(measure("bus.tucson-el-paso.load-factor")).toBe(1);
    expect(measure("sector.tucson.released.cause.at-risk")).toBe(5);
    expect(measure("sector.el-paso.released")).toBe(0);
  });

  it("interview first: 95 seats", () => {
    const { measure } = run(bused("bus"));
    expect(measure("interview.el-paso.held")).toBe(20);
    expect(measure("sector.tucson.at-risk")).toBe(5);
    expect(measure("sector.tucson.returned.first")).toBe(95);
    expect(measure("bus.tucson-el-paso.boarded")).toBe(95);
  });
});

describe("D5: 200 a day from empty, 60 days, 2,700 beds, acceptance 25 %, nobody leaves", () => {
  it("shelters 2,700; of 9,300 outside 9,000 declined and 300 found it full", () => {
    const start = startOn("2019-06-01");
    const { denver } = start;
    const { measure } = run(
      border(start, 60, {
        sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(0, 0)] })],
        returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
        cities: [city("ciudad-juarez", { zone: denver, beds: always(2_700), acceptance: 0.25 })],
        courts: [court("el-paso", { zone: denver, leadDays: 90 })],
        scripted: many(60).map((_, day) =>
          group(
            moment(denver, `${isoDate(start.firstDay + day)} 12:00`),
            0,
            many(200, (index) => single({ acceptsBed: index % 4 === 0 })),
          ),
        ),
      }),
    );
    expect(measure("city.ciudad-juarez.waiting.end")).toBe(12_000);
    expect(measure("city.ciudad-juarez.sheltered.end")).toBe(2_700);
    expect(measure("city.ciudad-juarez.outside-shelter.declined.end")).toBe(9_000);
    expect(measure("city.ciudad-juarez.outside-shelter.full.end")).toBe(300);
    // 200 arrive at each noon: 200 × (0.5 + 1.5 + … + 59.5) days. Beds are full after 54 days of 50; sheltered days are those
    // of the 50 a day who came first.
    const all = 200 * (60 * 60) * 0.5;
    const sheltered = many(54).reduce((sum, _, day) => sum + 50 * (60 - day - 0.5), 0);
    expect(measure("city.ciudad-juarez.outside-shelter.person-days")).toBeCloseTo(all - sheltered, 6);
    expect(measure("city.ciudad-juarez.outside-shelter.declined.person-days")).toBeCloseTo(0.75 * all, 6);
  });
});

describe("D6: bus at 08:00 in Tucson on 10 July 2019, 4.75 h; the port closes 13:30 in El Paso", () => {
  const start = startOn("2019-07-09");
  const { phoenix, denver } = start;
  const [tucson, elPaso] = [0, 1];
  const parameters = border(start, 3, {
    sectors: [
      sector("tucson", { zone: phoenix, pathways: [byBus(0, elPaso, 0)] }),
      sector("el-paso", { zone: denver, pathways: [onFoot(elPaso, 0)] }),
    ],
    buses: [busLine("tucson-el-paso", { from: tucson, to: elPaso, driveHours: fixed(4.75) })],
    returnPoints: [returnPoint("paso-del-norte", { sector: elPaso, zone: denver, hours: clockHours(8, 13.5) })],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    scripted: [group(moment(phoenix, "2019-07-10 05:00"), tucson, [single()])],
  });

  it("arrives at 13:45 there and crosses at 08:00 on 11 July", () => {
    const arrival = moment(denver, "2019-07-10 13:45");
    const crossing = moment(denver, "2019-07-11 08:00");
    expect(arrival).toBe(moment(phoenix, "2019-07-10 08:00") + 4.75);
    const { model, until } = stepping(parameters);
    const inCustody = (): number => model.ground.whereabouts.levels[model.ground.whereabouts.custody(elPaso)]!.level;
    const returned = (): number => counted(model, "returned", tucson);
    until(arrival);
    expect([inCustody(), returned()]).toEqual([0, 0]);
    until(arrival + 0.001);
    expect([inCustody(), returned()]).toEqual([1, 0]);
    until(crossing);
    expect([inCustody(), returned()]).toEqual([1, 0]);
    until(crossing + 0.001);
    expect([inCustody(), returned()]).toEqual([0, 1]);
  });

  it("charges the night to port hours", () => {
    const { blocked, measure } = run(parameters);
    // 13:45 to 08:00; before that 05:00 to 08:00 for the timetable.
    expect(blocked("tucson", "port-hours")).toEqual([18.25, 1, 0]);
    expect(blocked("tucson", "timetable")).toEqual([3, 1, 0]);
    expect(measure("sector.el-paso.custody.hours.median")).toBe(18.25);
    // 3 h in Tucson, 4.75 h on the bus, 18.25 h at the hub.
    expect(measure("sector.tucson.journey.hours.median")).toBe(26);
    expect(measure("bus.tucson-el-paso.person-hours")).toBe(4.75);
  });
});

describe("D7: a limit that changes at noon", () => {
  const date = "2019-07-10";
  const start: Start = startOn(date);
  const { chicago } = start;
  const at = (clock: string): number => moment(chicago, `${date} ${clock}`);
  const limited = (first: number, then: number, groups: readonly (readonly [string, number])[]): BorderParameters =>
    border(start, 2, {
      sectors: [sector("del-rio", { zone: chicago, pathways: [onFoot(0, 0)] })],
      returnPoints: [returnPoint("eagle-pass", { sector: 0, zone: chicago })],
      returnLimits: [
        returnLimit("del-rio", { through: [0], zone: chicago, perDay: changing(first, [at("12:00"), then]) }),
      ],
      cities: [city("piedras-negras", { zone: chicago })],
      courts: [court("laredo", { zone: chicago })],
      scripted: groups.map(([clock, people]) => group(at(clock), 0, many(people))),
    });
  const returnedAt = (parameters: BorderParameters, ...times: readonly number[]): number[] => {
    const { model, until } = stepping(parameters);
    return times.map((time) => {
      until(time);
      return counted(model, "returned", 0);
    });
  };

  it("50, then 100 from noon, with 130 ready at 08:00: 50 at 08:00, 50 at noon, 30 the next day", () => {
    const parameters = limited(50, 100, [["08:00", 130]]);
    const [noon, midnight] = [at("12:00"), moment(chicago, "2019-07-11")];
    const justAfter = 0.001;
    expect(
      returnedAt(
        parameters,
        at("08:00"),
        at("08:00") + justAfter,
        noon,
        noon + justAfter,
        midnight,
        midnight + justAfter,
      ),
    ).toEqual([0, 50, 50, 100, 100, 130]);
    expect(run(parameters).daily("limit.del-rio.used")).toEqual([100, 30]);
  });

  it("100, cut to 40 at noon with 70 used: no more that day", () => {
    const parameters = limited(100, 40, [
      ["08:00", 70],
      ["13:00", 50],
    ]);
    expect(run(parameters).daily("limit.del-rio.used")).toEqual([70, 40]);
    expect(run(parameters).measure("limit.del-rio.unused")).toBe(0);
  });
});
