import { describe, expect, it } from "vitest";
import { always } from "../src/index.ts";
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

// Each at its edge: one who just fits, one too many, and what comes at the very instant.

const start = startOn("2019-07-10");
const { chicago, denver } = start;
const at = (clock: string): number => moment(denver, `2019-07-10 ${clock}`);

describe("a limit of the day", () => {
  const returned = (perDay: number, ...sizes: readonly number[]) =>
    run(
      elPaso(start, {
        days: 2,
        limit: { perDay: always(perDay) },
        scripted: [
          group(
            at("12:00"),
            0,
            sizes.map((size) => familyOf(size)),
          ),
        ],
      }),
    );

  it("takes the family that just fits into what is left, and the one as large as the whole day", () => {
    expect(returned(5, 2, 3).daily("limit.el-paso.used")).toEqual([5, 0]);
    expect(returned(5, 2, 4).daily("limit.el-paso.used")).toEqual([2, 4]);
    expect(returned(5, 5).daily("limit.el-paso.used")).toEqual([5, 0]);
    expect(returned(5, 6).measure("sector.el-paso.released.cause.too-large")).toBe(6);
  });

  it("begins anew at local midnight: who is ready then is of the new date, who is ready a minute before of the old", () => {
    const ready = (...moments: readonly string[]) =>
      run(
        elPaso(start, {
          days: 3,
          limit: { perDay: always(2) },
          scripted: moments.map((local) => group(moment(denver, local), 0, many(2))),
        }),
      ).daily("limit.el-paso.used");
    expect(ready("2019-07-10 23:59", "2019-07-11 00:00")).toEqual([2, 2, 0]);
    expect(ready("2019-07-11 00:00", "2019-07-11 00:00")).toEqual([0, 2, 2]);
  });

  it("is not too short for a case that would just fit, which another at its head holds up while its own port is shut", () => {
    const released = (limitHours: number) => ({ ...limitReleases, limitHours });
    const local = (clock: string): number => moment(chicago, `2019-07-10 ${clock}`);
    const [laredo, delRio] = [0, 1];
    const held = (size: number) =>
      run(
        border(start, 1, {
          sectors: [
            sector("laredo", { zone: chicago, custody: released(4), pathways: [onFoot(laredo, 0)] }),
            sector("del-rio", { zone: chicago, custody: released(2), pathways: [onFoot(delRio, 1)] }),
          ],
          returnPoints: [
            returnPoint("laredo", { sector: laredo, zone: chicago, hours: clockHours(12, 16) }),
            returnPoint("eagle-pass", { sector: delRio, zone: chicago }),
          ],
          returnLimits: [returnLimit("both", { through: [0, 1], zone: chicago, perDay: always(10) })],
          cities: [city("across", { zone: chicago })],
          courts: [court("court", { zone: chicago })],
          scripted: [
            group(local("05:00"), delRio, [familyOf(6)]),
            // At the head until 10:00, before its port opens.
            group(local("06:00"), laredo, [familyOf(5)]),
            // Held up from 07:00 until 09:00, by a limit with four places.
            group(local("07:00"), delRio, [familyOf(size)]),
          ],
        }),
      );
    expect(held(4).measure("limit.both.unused")).toBe(4);
    expect(held(4).measure("limit.both.days-binding")).toBe(1);
    expect(held(4).measure("limit.both.unused.no-fit")).toBe(0);
    expect(held(5).measure("limit.both.unused.no-fit")).toBe(4);
  });

  it("has in the night a place for a family that just fits, which waits for its port alone; one of one more waits for the limit", () => {
    const blocked = (second: number) =>
      run(
        elPaso(start, {
          days: 1,
          point: { hours: clockHours(8, 16) },
          limit: { perDay: always(10) },
          scripted: [group(at("02:00"), 0, [familyOf(6)]), group(at("03:00"), 0, [familyOf(second)])],
        }),
      ).blocked;
    expect(blocked(4)("el-paso", "port-hours")).toEqual([6 * 6 + 4 * 5, 10, 0]);
    expect(blocked(4)("el-paso", "limit")).toEqual([0, 0, 0]);
    // Until midnight, when a date with ten places begins.
    expect(blocked(5)("el-paso", "port-hours")).toEqual([6 * 6, 6, 0]);
    expect(blocked(5)("el-paso", "limit")).toEqual([5 * 21, 5, 0]);
  });

  it("keeps in the night who comes behind a family that does not fit, if it keeps anybody", () => {
    const night = (fit: "block" | "skip") =>
      run(
        elPaso(start, {
          days: 1,
          point: { hours: clockHours(8, 16) },
          limit: { perDay: always(10), fit },
          scripted: [
            group(at("02:00"), 0, [familyOf(6)]),
            group(at("03:00"), 0, [familyOf(5)]),
            group(at("04:00"), 0, [single()]),
          ],
        }),
      );
    expect(night("block").blocked("el-paso", "limit")).toEqual([5 * 21 + 20, 6, 0]);
    expect(night("block").blocked("el-paso", "port-hours")).toEqual([6 * 6, 6, 0]);
    expect(night("block").daily("limit.el-paso.used")).toEqual([6]);
    expect(night("skip").blocked("el-paso", "limit")).toEqual([5 * 21, 5, 0]);
    expect(night("skip").blocked("el-paso", "port-hours")).toEqual([6 * 6 + 4, 7, 0]);
    expect(night("skip").daily("limit.el-paso.used")).toEqual([7]);
  });

  it("does not bind, and is not too short, for a family that is gone before the port opens", () => {
    const { measure } = run(
      elPaso(start, {
        days: 1,
        sector: { custody: { ...limitReleases, limitHours: 4, atLimit: ["hold", "release", "release"] } },
        point: { hours: clockHours(8, 16) },
        limit: { perDay: always(10) },
        scripted: [group(at("02:00"), 0, many(6)), group(at("03:00"), 0, [familyOf(5)])],
      }),
    );
    expect(measure("sector.el-paso.released.cause.no-limit")).toBe(5);
    expect(measure("limit.el-paso.unused")).toBe(4);
    expect(measure("limit.el-paso.unused.no-fit")).toBe(0);
    expect(measure("limit.el-paso.days-binding")).toBe(0);
  });

  const figures = ["days", "used.share", "used.max-per-day", "unused", "unused.no-fit", "days-binding"];

  it("counts the dates on which its port was at work, used or not", () => {
    const { measure, daily } = run(
      elPaso(start, {
        days: 5,
        // Wednesday to Friday; 13 and 14 July 2019 are a weekend.
        point: { hours: { days: 0b0011111, from: 8, to: 16 } },
        limit: { perDay: always(10) },
        scripted: [group(at("09:00"), 0, [familyOf(4)]), group(moment(denver, "2019-07-11 09:00"), 0, [familyOf(6)])],
      }),
    );
    expect(daily("limit.el-paso.used")).toEqual([4, 6, 0, 0, 0]);
    expect(figures.map((figure) => measure(`limit.el-paso.${figure}`))).toEqual([3, 10 / 30, 6, 20, 0, 0]);
  });

  it("counts a date on which one of its ports was open, or was used before it shut, in the zone of the limit", () => {
    const noon = at("12:00");
    const base = elPaso(start, {
      days: 2,
      point: { open: changing(true, [noon, false]) },
      limit: { perDay: always(10) },
      scripted: [group(at("09:00"), 0, [familyOf(4)])],
    });
    const parameters = {
      ...base,
      returnPoints: [
        ...base.returnPoints,
        returnPoint("shut", { sector: 0, zone: denver, open: always(false) }),
        returnPoint("ysleta", { sector: 0, zone: denver }),
      ],
      returnLimits: [
        ...base.returnLimits,
        returnLimit("shut", { through: [1], zone: denver, perDay: always(10) }),
        returnLimit("one-of-two", { through: [1, 2], zone: chicago, perDay: always(10) }),
      ],
    };
    const { measure } = run(parameters);
    const of = (limit: string) => figures.map((figure) => measure(`limit.${limit}.${figure}`));
    expect(of("el-paso")).toEqual([1, 0.4, 4, 6, 0, 0]);
    expect(of("shut").slice(0, 4)).toEqual([0, Number.NaN, 0, 0]);
    expect(of("one-of-two")).toEqual([2, 0, 0, 20, 0, 0]);
  });
});
