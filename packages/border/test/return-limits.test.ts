import { describe, expect, it } from "vitest";
import { always, type BorderParameters } from "../src/index.ts";
import { elPaso, limitReleases } from "./one-port.ts";
import {
  border,
  changing,
  city,
  clockHours,
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
  startOn,
} from "./parameters.ts";
import { run } from "./run.ts";

describe("a limit", () => {
  const start = startOn("2019-07-10");
  const { denver, chicago } = start;
  const at = (clock: string): number => moment(denver, `2019-07-10 ${clock}`);

  const [laredo, delRio] = [0, 1];
  /** Laredo and Del Rio return through one point, 30 a day, of which 10 may be Del Rio's. */
  const throughLaredo = (
    point: Partial<Parameters<typeof returnPoint>[1]>,
    ...scripted: readonly ReturnType<typeof group>[]
  ): BorderParameters =>
    border(start, 1, {
      sectors: [
        sector("laredo", { zone: chicago, pathways: [onFoot(laredo, 0)] }),
        sector("del-rio", { zone: chicago, pathways: [onFoot(delRio, 0)] }),
      ],
      returnPoints: [returnPoint("laredo", { sector: laredo, zone: chicago, ...point })],
      returnLimits: [
        returnLimit("laredo", { through: [0], zone: chicago, perDay: always(30) }),
        returnLimit("del-rio", { from: [delRio], through: [0], zone: chicago, perDay: always(10) }),
      ],
      cities: [city("nuevo-laredo", { zone: chicago })],
      courts: [court("laredo", { zone: chicago })],
      scripted,
    });

  it("M7 shared by two sectors is consumed together with their own, all or none", () => {
    const { measure } = run(
      throughLaredo(
        {},
        group(at("08:00"), delRio, [familyOf(8), familyOf(4)]),
        group(at("09:00"), laredo, many(40)),
        group(at("10:00"), delRio, many(2)),
      ),
    );
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

  it("binds only while the port is at work", () => {
    const two = (clock: string) =>
      run(
        elPaso(start, {
          days: 1,
          point: { hours: clockHours(8, 16) },
          limit: { perDay: always(2) },
          scripted: [group(at("09:00"), 0, many(2)), group(at(clock), 0, [single()])],
        }),
      ).measure("limit.el-paso.days-binding");
    expect([two("15:59"), two("16:00")]).toEqual([1, 0]);
  });

  it("of several, only the one that a family does not fit into is kept from those who come later", () => {
    const { blocked } = run(
      throughLaredo(
        { hours: clockHours(8, 16) },
        group(at("05:00"), delRio, [familyOf(8)]),
        group(at("05:30"), delRio, [familyOf(4)]),
        group(at("06:00"), laredo, [single()]),
      ),
    );
    // Of Laredo's 30 places 8 are spoken for: its one waits for the port, and not for a limit. 06:00 in Denver is an hour before it opens.
    expect(blocked("laredo", "port-hours")).toEqual([1, 1, 0]);
    expect(blocked("laredo", "limit")).toEqual([0, 0, 0]);
  });

  it("has no places on a date after which its port opens at midnight", () => {
    const thursday = { days: 1 << 3, from: 0, to: 24 };
    const { measure } = run(
      elPaso(start, { days: 2, point: { hours: thursday }, limit: { perDay: always(10) }, scripted: [] }),
    );
    expect(measure("limit.el-paso.unused")).toBe(10);
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
