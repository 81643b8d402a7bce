import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import {
  always,
  type BorderParameters,
  type CityParameters,
  type ClosingRule,
  type CourtParameters,
  type ReturnLimitParameters,
  type ReturnPointParameters,
  type SectorParameters,
} from "../src/index.ts";
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
import { run, runChecked, stepping } from "./run.ts";

interface Given {
  readonly days?: number;
  readonly sector?: Partial<SectorParameters>;
  readonly point?: Partial<ReturnPointParameters>;
  readonly limit?: Partial<ReturnLimitParameters>;
  readonly city?: Partial<CityParameters>;
  readonly court?: Partial<CourtParameters>;
  readonly scripted: BorderParameters["scripted"];
}

/** El Paso alone: one point, one limit. */
function elPaso({ denver, firstDay, ...others }: Start, given: Given): BorderParameters {
  return border({ denver, firstDay, ...others }, given.days ?? 5, {
    sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(0, 0)], ...given.sector })],
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, ...given.point })],
    returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay: always(50), ...given.limit })],
    cities: [city("ciudad-juarez", { zone: denver, ...given.city })],
    courts: [court("el-paso", { zone: denver, ...given.court })],
    scripted: given.scripted,
  });
}

const limitReleases: SectorParameters["custody"] = {
  capacity: always(1_000_000),
  whenFull: "crowd",
  limitHours: 72,
  atLimit: ["release", "release", "hold"],
};

describe("local midnight", () => {
  it("resets each limit at its own: an hour apart in El Paso and Del Rio", () => {
    const start = startOn("2019-07-10");
    const { denver, chicago } = start;
    const parameters = border(start, 2, {
      sectors: [
        sector("del-rio", { zone: chicago, pathways: [onFoot(0, 0)] }),
        sector("el-paso", { zone: denver, pathways: [onFoot(1, 1)] }),
      ],
      returnPoints: [
        returnPoint("eagle-pass", { sector: 0, zone: chicago }),
        returnPoint("paso-del-norte", { sector: 1, zone: denver }),
      ],
      returnLimits: [
        returnLimit("del-rio", { through: [0], zone: chicago, perDay: always(50) }),
        returnLimit("el-paso", { through: [1], zone: denver, perDay: always(50) }),
      ],
      cities: [city("mexico", { zone: chicago })],
      courts: [court("laredo", { zone: chicago })],
      scripted: [0, 1].map((index) => group(moment(chicago, "2019-07-10 12:00"), index, many(80))),
    });
    const { model, until } = stepping(parameters);
    const returned = (): number[] => model.counts.sectors.map(({ returnedFirst }) => returnedFirst.total);
    const midnight = moment(chicago, "2019-07-11");
    expect(moment(denver, "2019-07-11")).toBe(midnight + 1);
    until(midnight);
    expect(returned()).toEqual([50, 50]);
    until(midnight + 0.5);
    expect(returned()).toEqual([80, 50]);
    until(midnight + 1.5);
    expect(returned()).toEqual([80, 80]);
    expect(run(parameters).daily("sector.del-rio.returned.first")).toEqual([50, 30]);
    expect(run(parameters).daily("sector.el-paso.returned.first")).toEqual([50, 30]);
  });

  it.each([
    ["2019-03-09", "2019-03-10", 23],
    ["2019-11-02", "2019-11-03", 25],
  ])("comes after 23 or 25 hours when the clocks change: from %s", (before, changed, hours) => {
    const start = startOn(before);
    const { denver } = start;
    const noon = moment(denver, `${changed} 00:00`);
    const next = noon + hours;
    // 200 are ready before midnight; 50 go at once, and 50 at each midnight of the clocks of El Paso.
    const parameters = elPaso(start, { days: 3, scripted: [group(moment(denver, `${before} 20:00`), 0, many(200))] });
    const { model, until } = stepping(parameters);
    const times = [noon - 0.1, noon + 0.1, next - 0.1, next + 0.1];
    const returned = times.map((time) => {
      until(time);
      return model.counts.sectors[0]!.returnedFirst.total;
    });
    expect(returned).toEqual([50, 100, 100, 150]);
    expect(run(parameters).daily("limit.el-paso.used")).toEqual([50, 50, 50]);
    // Mean stocks divide by the true length of the day: 150 wait from 20:00 to midnight, then 100, then 50.
    expect(run(parameters).daily("sector.el-paso.custody")).toEqual([(150 * 4) / 24, 100, 50]);
  });

  it("belongs to the new day, with the limit of the new day", () => {
    const start = startOn("2019-07-10");
    const { denver } = start;
    const parameters = elPaso(start, {
      limit: { perDay: changing(50, [moment(denver, "2019-07-11"), 10], [moment(denver, "2019-07-12"), 30]) },
      scripted: [group(moment(denver, "2019-07-10 00:00"), 0, many(100))],
    });
    expect(run(parameters).daily("limit.el-paso.used")).toEqual([50, 10, 30, 10, 0]);
    expect(run(parameters).measure("limit.el-paso.days-binding")).toBe(3);
    expect(run(parameters).measure("limit.el-paso.used.share")).toBe(100 / (50 + 10 + 30 + 30 + 30));
  });
});

describe("the hours of the port", () => {
  const start = startOn("2019-07-10");
  const { denver } = start;
  const at = (clock: string): number => moment(denver, `2019-07-10 ${clock}`);

  it("let start until just before closing; late at the port means the next opening and a new day's quota", () => {
    const parameters = elPaso(start, {
      point: { hours: clockHours(8, 16) },
      limit: { perDay: always(20) },
      scripted: [group(at("15:59"), 0, many(15)), group(at("16:00"), 0, many(15))],
    });
    const { daily, blocked, held } = run(parameters);
    expect(daily("sector.el-paso.returned.first")).toEqual([15, 15, 0, 0, 0]);
    // Five places of the day are left, so until midnight ten of them wait for the limit as well; then all have a place.
    expect(blocked("el-paso", "limit")).toEqual([10 * 8, 10, 0]);
    expect(blocked("el-paso", "port-hours")).toEqual([5 * 16 + 10 * 8, 15, 0]);
    expect(held("el-paso", "port-hours")).toBe(15 * 16);
  });

  it("come after the limit when both are against a case, until midnight", () => {
    const parameters = elPaso(start, {
      point: { hours: clockHours(8, 16) },
      limit: { perDay: always(10) },
      scripted: [group(at("12:00"), 0, many(15))],
    });
    const { blocked, held } = run(parameters);
    // 12:00 to 24:00 for the limit, then 8 hours for the port.
    expect(blocked("el-paso", "limit")).toEqual([5 * 12, 5, 0]);
    expect(blocked("el-paso", "port-hours")).toEqual([5 * 8, 5, 0]);
    // From 16:00 to 24:00 both held.
    expect(held("el-paso", "limit")).toBe(5 * 12);
    expect(held("el-paso", "port-hours")).toBe(5 * (8 + 8));
  });

  it("keep back only those whom the day's places reach; when one of them is released, the next is in turn", () => {
    const parameters = elPaso(start, {
      sector: { custody: { ...limitReleases, limitHours: 12, atLimit: ["release", "release", "release"] } },
      point: { hours: clockHours(8, 16) },
      limit: { perDay: always(2) },
      scripted: [17, 18, 19, 20].map((hour) => group(at(`${hour}:00`), 0, many(1))),
    });
    const { blocked, held, daily } = run(parameters);
    // The first two are in turn until 05:00 and 06:00, when they are released; then the third and the fourth, who waited for the
    // limit from 19:00 to 05:00 and from 20:00 to 06:00. The third is released at 07:00, the fourth crosses at 08:00.
    expect(blocked("el-paso", "port-hours")).toEqual([12 + 12 + 2 + 2, 4, 3]);
    expect(blocked("el-paso", "limit")).toEqual([10 + 10, 2, 0]);
    expect(held("el-paso", "port-hours")).toBe(4 * 12);
    expect(daily("sector.el-paso.returned.first")).toEqual([0, 1, 0, 0, 0]);
  });

  it("leave those behind a family that did not fit to wait for the limit, until midnight", () => {
    const parameters = elPaso(start, {
      point: { hours: clockHours(8, 16) },
      limit: { perDay: always(10) },
      scripted: [group(at("12:00"), 0, many(7)), group(at("12:30"), 0, [familyOf(5)]), group(at("13:00"), 0, many(1))],
    });
    const { blocked, held } = run(parameters);
    // The family from 12:30, the adult behind it from 13:00; both for the port from 00:00 to 08:00.
    expect(blocked("el-paso", "limit")).toEqual([5 * 11.5 + 11, 6, 0]);
    expect(blocked("el-paso", "port-hours")).toEqual([6 * 8, 6, 0]);
    expect(held("el-paso", "limit")).toBe(5 * 11.5 + 11);
    expect(held("el-paso", "port-hours")).toBe(6 * (8 + 8));
  });

  it("are met by those on the road: they set out so as to arrive in time, and the date of arrival counts", () => {
    // Two hours of road, port from 08:00 to 16:00, 10 a day.
    const parameters = elPaso(start, {
      sector: { pathways: [{ ...onFoot(0), points: [{ point: 0, travelHours: 2 }] }] },
      point: { hours: clockHours(8, 16) },
      limit: { perDay: always(10) },
      scripted: [group(at("13:59"), 0, many(4)), group(at("14:00"), 0, many(4)), group(at("15:00"), 0, many(8))],
    });
    const { model, until } = stepping(parameters);
    const returned = (): number => model.counts.sectors[0]!.returnedFirst.total;
    until(at("15:59"));
    expect(returned()).toBe(0);
    until(at("16:00"));
    expect(returned()).toBe(4);
    // They leave at 06:00, ten of them: first those of 14:00, then six of the others.
    until(moment(denver, "2019-07-11 07:59"));
    expect(returned()).toBe(4);
    until(moment(denver, "2019-07-11 08:01"));
    expect(returned()).toBe(14);
    expect(run(parameters).daily("limit.el-paso.used")).toEqual([4, 10, 2, 0, 0]);
  });

  it("reserve the date after midnight for those on the road across it", () => {
    const late = elPaso(start, {
      days: 2,
      sector: { pathways: [{ ...onFoot(0), points: [{ point: 0, travelHours: 2 }] }] },
      limit: { perDay: always(10) },
      scripted: [group(at("20:00"), 0, many(15)), group(at("23:00"), 0, many(8))],
    });
    // 10 arrive at 22:00; the 5 left set out at 22:00 for 00:00; of those of 23:00 five fit into the new date.
    const { model, until } = stepping(late);
    until(moment(denver, "2019-07-11 00:01"));
    expect(model.counts.sectors[0]!.returnedFirst.total).toBe(15);
    expect(model.limits.limits[0]!.usedOn(start.firstDay + 1)).toBe(10);
    expect(run(late).daily("limit.el-paso.used")).toEqual([10, 10]);
  });
});

describe("a limit", () => {
  const start = startOn("2019-07-10");
  const { denver, chicago } = start;
  const at = (clock: string): number => moment(denver, `2019-07-10 ${clock}`);

  it("M7 shared by two sectors is consumed together with their own, all or none", () => {
    const [laredo, delRio] = [0, 1];
    const parameters = border(start, 1, {
      sectors: [
        sector("laredo", { zone: chicago, pathways: [onFoot(laredo, 0)] }),
        sector("del-rio", { zone: chicago, pathways: [onFoot(delRio, 0)] }),
      ],
      returnPoints: [returnPoint("laredo", { sector: laredo, zone: chicago })],
      returnLimits: [
        returnLimit("laredo", { through: [0], zone: chicago, perDay: always(30) }),
        returnLimit("del-rio", { from: [delRio], through: [0], zone: chicago, perDay: always(10) }),
      ],
      cities: [city("nuevo-laredo", { zone: chicago })],
      courts: [court("laredo", { zone: chicago })],
      scripted: [
        group(at("08:00"), delRio, [familyOf(8), familyOf(4)]),
        group(at("09:00"), laredo, many(40)),
        group(at("10:00"), delRio, many(2)),
      ],
    });
    const { measure } = run(parameters);
    // Del Rio's family of 4 does not fit into its 2 places and takes none of Laredo's; nobody of Del Rio passes it.
    expect(measure("sector.del-rio.returned.first")).toBe(8);
    expect(measure("sector.laredo.returned.first")).toBe(22);
    expect(measure("limit.laredo.used.max-per-day")).toBe(30);
    expect(measure("limit.del-rio.used.max-per-day")).toBe(8);
    expect(measure("limit.del-rio.unused.no-fit")).toBe(2);
  });

  it("lets the next pass when the family at its head is released", () => {
    const parameters = elPaso(start, {
      sector: { custody: limitReleases },
      limit: { perDay: changing(10, [at("13:00"), 14]) },
      // 8 go at once. On the 13th the family's time ends at noon.
      days: 2,
      scripted: [group(at("12:00"), 0, [familyOf(8)]), group(at("12:30"), 0, [familyOf(9), single(), single()])],
    });
    expect(run(parameters).daily("limit.el-paso.used")).toEqual([8, 11]);
    const short = {
      ...parameters,
      sectors: parameters.sectors.map((one) => ({ ...one, custody: { ...limitReleases, limitHours: 2 } })),
    };
    const { measure, daily, blocked } = run({
      ...short,
      scripted: [
        group(at("12:00"), 0, [familyOf(8)]),
        group(at("12:30"), 0, [familyOf(9)]),
        group(at("13:30"), 0, [single(), single(), single()]),
      ],
    });
    // The family blocks 6 places from 13:00 on; at 14:30 it is released and the three, who waited an hour, go.
    expect(daily("limit.el-paso.used")).toEqual([11, 0]);
    expect(measure("sector.el-paso.released.cause.no-limit")).toBe(9);
    expect(blocked("el-paso", "limit")).toEqual([9 * 2 + 3, 12, 9]);
  });

  it("lets the next of its own sector pass, past those whom another limit keeps", () => {
    const [laredo, delRio] = [0, 1];
    const released = { ...limitReleases, limitHours: 4 };
    const parameters = border(start, 1, {
      sectors: [
        sector("laredo", { zone: chicago, pathways: [onFoot(laredo, 0)] }),
        sector("del-rio", { zone: chicago, custody: released, pathways: [onFoot(delRio, 0, 1)] }),
      ],
      returnPoints: [
        returnPoint("laredo", { sector: laredo, zone: chicago }),
        returnPoint("eagle-pass", { sector: delRio, zone: chicago }),
      ],
      returnLimits: [
        returnLimit("laredo", { through: [0], zone: chicago, perDay: always(10) }),
        returnLimit("del-rio", { from: [delRio], through: [0, 1], zone: chicago, perDay: always(10) }),
      ],
      cities: [city("nuevo-laredo", { zone: chicago })],
      courts: [court("laredo", { zone: chicago })],
      scripted: [
        group(at("06:00"), delRio, [familyOf(6)]),
        group(at("07:00"), delRio, [familyOf(5)]),
        group(at("08:00"), laredo, [familyOf(7)]),
        group(at("09:00"), delRio, [familyOf(4)]),
      ],
    });
    // Del Rio's 6 use up 6 of each limit. Its family of 5 and Laredo's of 7 stand at the head of one each. At 11:00 the former is
    // released, and Del Rio's 4 go, by Eagle Pass, past the family of 7.
    const { measure, blocked } = run(parameters);
    expect(measure("sector.del-rio.released.cause.no-limit")).toBe(5);
    expect(measure("port.laredo.returned.first")).toBe(6);
    expect(measure("port.eagle-pass.returned.first")).toBe(4);
    expect(blocked("del-rio", "limit")).toEqual([5 * 4 + 4 * 2, 9, 5]);
    expect(measure("sector.laredo.custody.end")).toBe(7);
  });

  it("binds from the moment at which a smaller case passes and leaves it too little for those who wait for another", () => {
    const parameters = elPaso(start, {
      days: 1,
      scripted: [
        group(moment(denver, "2019-07-10 01:00"), 0, [familyOf(2)]),
        group(moment(denver, "2019-07-10 02:00"), 0, [familyOf(2)]),
        group(moment(denver, "2019-07-10 03:00"), 0, [single()]),
      ],
    });
    const skipped = { through: [0], zone: denver, fit: "skip" } as const;
    const { measure } = run({
      ...parameters,
      returnLimits: [
        returnLimit("three", { ...skipped, perDay: always(3) }),
        returnLimit("four", { ...skipped, perDay: always(4) }),
      ],
    });
    // After the first two, 1 and 2 places are left: the second family waits for `three` alone. The single takes one of each.
    expect(measure("limit.three.unused")).toBe(0);
    expect(measure("limit.four.days-binding")).toBe(1);
    expect(measure("limit.four.unused.no-fit")).toBe(1);
  });

  it("sends a case whose first point is full through its second", () => {
    const base = elPaso(start, { days: 1, scripted: [group(at("08:00"), 0, [...many(9), familyOf(5), ...many(3)])] });
    const parameters = {
      ...base,
      sectors: base.sectors.map((one) => ({ ...one, pathways: [onFoot(0, 0, 1)] })),
      returnPoints: [...base.returnPoints, returnPoint("ysleta", { sector: 0, zone: denver })],
      returnLimits: [returnLimit("paso", { through: [0], zone: denver, perDay: always(10) })],
    };
    const { measure } = run(parameters);
    // The family does not wait, so it lets the single adult behind it have the tenth place.
    expect(measure("port.paso-del-norte.returned.first")).toBe(10);
    expect(measure("port.ysleta.returned.first")).toBe(7);
    expect(measure("sector.el-paso.custody.end")).toBe(0);
  });
});

describe("of two points, one further away", () => {
  const start = startOn("2019-07-10");
  const { chicago } = start;
  /** Del Rio: Eagle Pass, an hour away, is preferred to Laredo, three hours away; 50 a day through both. */
  const delRio = (
    people: number,
    ready: string,
    { eaglePass = 50, laredoUntil = 16, days = 1 }: { eaglePass?: number; laredoUntil?: number; days?: number } = {},
  ) => {
    const points = [
      { point: 0, travelHours: 1 },
      { point: 1, travelHours: 3 },
    ];
    const port = { sector: 0, zone: chicago };
    return border(start, days, {
      sectors: [sector("del-rio", { zone: chicago, pathways: [{ ...onFoot(0), points }] })],
      returnPoints: [
        returnPoint("eagle-pass", { ...port, hours: clockHours(8, 16) }),
        returnPoint("laredo", { ...port, hours: clockHours(8, laredoUntil) }),
      ],
      returnLimits: [
        returnLimit("del-rio", { through: [0, 1], zone: chicago, perDay: always(50) }),
        returnLimit("eagle-pass", { through: [0], zone: chicago, perDay: always(eaglePass) }),
      ],
      cities: [city("piedras-negras", { zone: chicago })],
      courts: [court("laredo", { zone: chicago })],
      scripted: [group(moment(chicago, `2019-07-10 ${ready}`), 0, many(people))],
    });
  };
  const through = (parameters: BorderParameters): readonly number[] => {
    const { measure } = run(parameters);
    return ["eagle-pass", "laredo"].map((point) => measure(`port.${point}.returned.first`));
  };

  it("the preferred one gets the places of the date, though vans for the other would leave first", () => {
    // For Laredo one could set out at 05:00, for Eagle Pass at 07:00. 50 wait for that; the day has no place for the other 10.
    expect(through(delRio(60, "02:00"))).toEqual([50, 0]);
    expect(through(delRio(60, "02:00", { days: 2 }))).toEqual([60, 0]);
    const { blocked } = run(delRio(60, "02:00", { days: 2 }));
    // From 02:00 to 07:00 50 wait for the port and 10 for the limit; these wait for it until 21:00, when one would reach Laredo
    // on the next date, and then for a port to open until 07:00.
    expect(blocked("del-rio", "limit")[0]).toBeCloseTo(10 * 19, 6);
    expect(blocked("del-rio", "port-hours")[0]).toBeCloseTo(50 * 5 + 10 * 10, 6);
  });

  it("the other takes those for whom the preferred one has no place on that date", () => {
    expect(through(delRio(60, "02:00", { eaglePass: 30 }))).toEqual([30, 20]);
    expect(through(delRio(60, "02:00", { eaglePass: 0 }))).toEqual([0, 50]);
  });

  it("nobody waits for a later date: after hours at the preferred one, people go to the other if that is open today", () => {
    // Ready at 15:30: at Eagle Pass at 16:30, too late; at Laredo at 18:30.
    expect(through(delRio(40, "15:30", { laredoUntil: 22 }))).toEqual([0, 40]);
    expect(through(delRio(40, "15:30", { days: 2 }))).toEqual([40, 0]);
  });
});

describe("re-entry after a hearing", () => {
  const start = startOn("2019-07-10");
  const { denver } = start;
  const at = (local: string): number => moment(denver, `2019-07-${local}`);
  // Returned on the 10th, heard from 08:00 to 12:00 on the 12th, with another hearing ten days later.
  const heard = (given: Partial<Given>): BorderParameters =>
    elPaso(start, {
      days: 5,
      court: { leadDays: 2, nextLeadDays: 10, hours: clockHours(8, 12), outcome: [1, 0, 0, 0] },
      scripted: [],
      ...given,
    });

  it("precedes first returns and, where the limit says `first`, does not count", () => {
    const parameters = heard({
      days: 4,
      limit: { perDay: changing(50, [at("12 00:00"), 6]) },
      scripted: [group(at("10 12:00"), 0, many(10)), group(at("12 11:00"), 0, many(20))],
    });
    const { measure, daily } = run(parameters);
    expect(measure("port.paso-del-norte.returned.after-hearing")).toBe(10);
    expect(daily("sector.el-paso.returned.first")).toEqual([10, 0, 6, 6]);
    expect(daily("limit.el-paso.used")).toEqual([10, 0, 6, 6]);
  });

  it("counts where the limit says `all`, and goes first there too", () => {
    const parameters = heard({
      limit: { counts: "all", perDay: changing(50, [at("12 00:00"), 6]) },
      scripted: [
        group(at("10 12:00"), 0, [familyOf(2), familyOf(2), familyOf(3)]),
        group(at("12 11:00"), 0, [familyOf(2), familyOf(5)]),
      ],
    });
    const { model, until } = stepping(parameters);
    until(at("12 11:30"));
    // A first return of 2 took its place, one of 5 waits at the head of the 4 that are left.
    expect(model.limits.limits[0]!.roomOn(start.firstDay + 2)).toBe(4);
    until(at("12 12:30"));
    // The families of 2 come back from the hearing and pass it; that of 3 waits for the next day, as does that of 5.
    expect(model.limits.limits[0]!.roomOn(start.firstDay + 2)).toBe(0);
    expect(model.counts.points[0]!.afterHearing.total).toBe(4);
    const { measure, daily } = run(parameters);
    // On the 13th 3 come back and leave 3 places, into which the family of 5 does not fit.
    expect(daily("limit.el-paso.used")).toEqual([7, 0, 6, 3, 5]);
    expect(measure("port.paso-del-norte.returned.after-hearing")).toBe(7);
  });

  it("waits overnight in custody, with a new clock, when the port is shut", () => {
    const parameters = heard({
      point: { hours: clockHours(8, 11) },
      sector: { custody: limitReleases },
      scripted: [group(at("10 08:00"), 0, [familyOf(2), single()])],
    });
    const { model, until } = stepping(parameters);
    until(at("12 12:01"));
    expect(model.whereabouts.levels[model.whereabouts.custody(0)]!.level).toBe(3);
    until(at("13 08:01"));
    expect(model.whereabouts.levels[model.whereabouts.custody(0)]!.level).toBe(0);
    const { measure, blocked } = run(parameters);
    expect(measure("port.paso-del-norte.returned.after-hearing")).toBe(3);
    expect(blocked("el-paso", "port-hours")).toEqual([3 * 20, 3, 0]);
    expect(measure("sector.el-paso.released")).toBe(0);
    // The night is no stay of someone about to be returned or released.
    expect(measure("sector.el-paso.custody.hours.p95")).toBe(0.125);
    expect(measure("city.ciudad-juarez.waiting.end")).toBe(3);
  });

  it("ends in a release when the port stays shut for 72 hours; the person was returned before, and is not counted again", () => {
    const parameters = heard({
      days: 8,
      point: { open: changing(true, [at("12 09:00"), false]) },
      sector: { custody: limitReleases },
      city: { beds: always(10), acceptance: 1 },
      scripted: [group(at("10 08:00"), 0, [familyOf(2), single()])],
    });
    const { measure, blocked } = run(parameters);
    expect(measure("system.released.after-hearing")).toBe(3);
    expect(measure("system.released")).toBe(0);
    expect(measure("court.el-paso.pending.end")).toBe(0);
    expect(measure("city.ciudad-juarez.sheltered.end")).toBe(0);
    expect(blocked("el-paso", "consent")).toEqual([3 * 72, 3, 3]);
    expect(runChecked(parameters).cases.live).toBe(0);
  });
});

describe("a point that closes", () => {
  const start = startOn("2019-07-10");
  const { phoenix, denver } = start;
  const at = (local: string): number => moment(denver, `2019-07-${local}`);
  /** People everywhere on the way when it closes at 14:00 on the 10th; it opens again on the 12th. */
  const closing = (whenClosed: ClosingRule): BorderParameters =>
    border(start, 4, {
      sectors: [
        sector("tucson", { zone: phoenix, pathways: [byBus(0, 1, 0)] }),
        sector("el-paso", { zone: denver, pathways: [onFoot(1, 0)] }),
      ],
      buses: [busLine("tucson-el-paso", { from: 0, to: 1, departureHours: [10] })],
      interviewUnits: [
        interviewUnit("el-paso", {
          serves: [1],
          zone: denver,
          officers: always(1),
          hours: clockHours(8, 16),
          time: fixed(22),
        }),
      ],
      returnPoints: [
        returnPoint("paso-del-norte", {
          sector: 1,
          zone: denver,
          hours: clockHours(8, 12),
          open: changing(true, [at("10 14:00"), false], [at("12 00:00"), true]),
          whenClosed: always(whenClosed),
        }),
      ],
      cities: [city("ciudad-juarez", { zone: denver })],
      courts: [court("el-paso", { zone: denver })],
      scripted: [
        // At 14:00: 1 in the interview, 2 waiting for one, 4 on the bus (10:00 in Tucson is 11:00 here), 8 waiting for the next bus,
        // 16 at the port. At 15:00 32 more are caught.
        group(at("10 13:00"), 1, [single({ claims: true }), familyOf(2, { claims: true })]),
        group(at("10 10:30"), 0, [familyOf(4)]),
        group(at("10 12:30"), 0, [familyOf(8)]),
        group(at("10 13:00"), 1, [familyOf(16)]),
        group(at("10 15:00"), 1, [familyOf(32)]),
      ],
    });

  it("keeps those in between when its rule is `hold`", () => {
    const { measure, blocked, daily } = run(closing("hold"));
    expect(measure("system.released")).toBe(32);
    expect(measure("sector.el-paso.released.cause.no-consent")).toBe(32);
    // Interviews of 22 hours end at 11:00 on the 11th and at 09:00 on the 12th; the second bus arrives at 15:00 on the 11th.
    expect(daily("system.returned.first")).toEqual([0, 0, 16 + 4 + 8 + 1 + 2, 0]);
    // The family of 16 is charged to port hours until 14:00, to consent until the 12th, and then to port hours again.
    expect(blocked("el-paso", "consent")[2]).toBe(32);
    expect(blocked("tucson", "consent")).toEqual([4 * 33 + 8 * 9, 12, 0]);
  });

  it("lets those in between cross when its rule is `finish`", () => {
    const { measure, daily } = run(closing("finish"));
    expect(measure("system.released")).toBe(32);
    expect(daily("system.returned.first")).toEqual([0, 16 + 4 + 1, 8 + 2, 0]);
  });

  it("sends them to their fallback when its rule is `fallback`, those on the bus on arrival", () => {
    const { model, until } = stepping(closing("fallback"));
    const released = (): number => model.counts.sectors.reduce((sum, { exits }) => sum + exits[0]!.total, 0);
    until(at("10 14:00"));
    expect(released()).toBe(0);
    until(at("10 14:01"));
    expect(released()).toBe(1 + 2 + 8 + 16);
    until(at("10 15:01"));
    expect(released()).toBe(1 + 2 + 8 + 16 + 4 + 32);
    const { measure, blocked } = run(closing("fallback"));
    expect(measure("system.returned.first")).toBe(0);
    expect(measure("sector.tucson.released.cause.no-consent")).toBe(12);
    expect(measure("sector.el-paso.released.cause.no-consent")).toBe(51);
    expect(blocked("tucson", "consent")[2]).toBe(12);
    expect(runChecked(closing("fallback")).cases.live).toBe(0);
  });

  it("turns back those on the road, whose places lapse", () => {
    const onRoad = elPaso(start, {
      days: 3,
      sector: { pathways: [{ ...onFoot(0), points: [{ point: 0, travelHours: 3 }] }] },
      point: { open: changing(true, [at("10 14:00"), false], [at("11 00:00"), true]) },
      limit: { perDay: always(10) },
      scripted: [group(at("10 12:00"), 0, [familyOf(7)])],
    });
    const { measure, daily } = run(onRoad);
    expect(daily("limit.el-paso.used")).toEqual([7, 7, 0]);
    expect(daily("sector.el-paso.returned.first")).toEqual([0, 7, 0]);
    expect(measure("limit.el-paso.used.share")).toBe(14 / 30);
  });
});

describe("M7 the gates of a return", () => {
  const start = startOn("2019-07-10");
  const { denver } = start;
  const at = (local: string): number => moment(denver, `2019-07-${local}`);

  it("a full docket makes people wait for a court slot, and closes the pathway to those not yet enrolled", () => {
    // Two slots a day, a date within 2 days: two dates ahead, four slots. The port works from 08:00, so all six are enrolled before.
    const parameters = elPaso(start, {
      point: { hours: clockHours(8, 16) },
      court: { leadDays: 1, maxWaitDays: 2, slotsPerRoom: always(2), nextLeadDays: 1 },
      scripted: [
        group(
          at("10 06:00"),
          0,
          many(6, () => familyOf(3)),
        ),
        group(at("10 12:00"), 0, [single()]),
      ],
    });
    const { daily, measure, blocked, held } = run(parameters);
    // On each later date a new one comes within reach.
    expect(daily("sector.el-paso.returned.first")).toEqual([12, 6, 0, 0, 0]);
    expect(measure("sector.el-paso.released.cause.no-court-slot")).toBe(1);
    // From 08:00 to midnight for a slot; then for the port.
    expect(blocked("el-paso", "court-slot")).toEqual([6 * 16, 6, 1]);
    expect(blocked("el-paso", "port-hours")).toEqual([18 * 2 + 6 * 8, 24, 0]);
    // From 16:00 to midnight the port is shut besides.
    expect(held("el-paso", "port-hours")).toBe(18 * 2 + 6 * 8 + 6 * 8);
  });

  it("a date that comes within reach on a day on which the port is shut turns the wait into one for the port", () => {
    // Friday 12 July: the court sits on Tuesdays and gives dates of the next two days; the port works on weekdays.
    const friday = startOn("2019-07-12");
    const enrolled = {
      ...{ category: 0, nationality: 0, size: 1, sector: 0, attempt: 1, hub: 0, point: -1, disposition: -1, cause: -1 },
      ...{ state: "pathway" as const, apprehended: 0, since: 0, next: 0, hearings: 0, sheltered: false },
    };
    const { blocked, daily } = run({
      ...elPaso(friday, {
        point: { hours: { days: 0b0011111, from: 8, to: 16 } },
        court: { hours: { days: 1 << 1, from: 8, to: 16 }, leadDays: 1, maxWaitDays: 2 },
        scripted: [],
      }),
      census: [enrolled],
      censusAt: moment(friday.denver, "2019-07-12 06:00"),
    });
    // From Sunday on Tuesday is within reach.
    expect(blocked("el-paso", "court-slot")).toEqual([18 + 24, 1, 0]);
    expect(blocked("el-paso", "port-hours")).toEqual([24 + 8, 1, 0]);
    expect(daily("sector.el-paso.returned.first")).toEqual([0, 0, 0, 1, 0]);
  });

  it("a hard gate needs a bed for those who accept one", () => {
    // Three beds; a family of 2, one of 2, an adult who declines, one who accepts.
    const parameters = (gate: CityParameters["gate"]): BorderParameters =>
      elPaso(start, {
        days: 4,
        point: { hours: clockHours(8, 16) },
        city: { beds: changing(3, [at("11 12:00"), 4]), acceptance: 1, gate },
        scripted: [
          group(at("10 06:00"), 0, [
            familyOf(2),
            familyOf(2),
            single({ acceptsBed: false }),
            single({ acceptsBed: true }),
          ]),
        ],
      });
    const none = run(parameters("none"));
    expect(none.daily("sector.el-paso.returned.first")).toEqual([6, 0, 0, 0]);
    const hard = run(parameters("hard"));
    // 2, then the adult who declines, then the one who accepts the third bed; the family behind them fits when a fourth is there,
    // which is not enough for two: it waits to the end.
    expect(hard.daily("sector.el-paso.returned.first")).toEqual([4, 0, 0, 0]);
    expect(hard.measure("city.ciudad-juarez.sheltered.end")).toBe(3);
    expect(hard.measure("sector.el-paso.custody.end")).toBe(2);
    // From 08:00 on the 10th to the end of the 13th.
    expect(hard.blocked("el-paso", "shelter")).toEqual([2 * (16 + 72), 2, 0]);
  });

  it("a bed that is freed lets the next across, if the port is at work; otherwise the wait is for the port", () => {
    const parameters = elPaso(start, {
      days: 4,
      point: { hours: clockHours(8, 16) },
      city: { beds: changing(1, [at("11 20:00"), 2]), acceptance: 1, gate: "hard" },
      scripted: [group(at("10 06:00"), 0, many(2))],
    });
    const { daily, blocked } = run(parameters);
    expect(daily("sector.el-paso.returned.first")).toEqual([1, 0, 1, 0]);
    expect(blocked("el-paso", "shelter")).toEqual([12 + 24, 1, 0]);
    expect(blocked("el-paso", "port-hours")).toEqual([2 * 2 + 12, 3, 0]);
    const heard = run({
      ...parameters,
      cities: parameters.cities.map((one) => ({ ...one, beds: always(1) })),
      courts: parameters.courts.map((one) => ({ ...one, leadDays: 1, hours: clockHours(8, 12) })),
    });
    // The first is heard and gone at noon on the 11th, and the second crosses at that instant.
    expect(heard.blocked("el-paso", "shelter")).toEqual([16 + 12, 1, 0]);
    expect(heard.daily("sector.el-paso.returned.first")).toEqual([1, 1, 0, 0]);
  });

  it("all of them at enrolment name the cause", () => {
    const none = elPaso(start, {
      city: { beds: always(0), acceptance: 1, gate: "hard" },
      scripted: [group(at("10 06:00"), 0, [familyOf(2)])],
    });
    expect(run(none).measure("sector.el-paso.released.cause.no-shelter")).toBe(2);
    expect(run(none).blocked("el-paso", "shelter")).toEqual([0, 0, 2]);
  });
});
