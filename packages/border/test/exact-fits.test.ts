import { describe, expect, it } from "vitest";
import { always, type CustodyParameters } from "../src/index.ts";
import { bused, at as inTucson, tucson } from "./bused.ts";
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

describe("custody", () => {
  const small = (whenFull: CustodyParameters["whenFull"]): CustodyParameters => ({
    capacity: always(4),
    whenFull,
    limitHours: 12,
    atLimit: ["release", "release", "release"],
  });
  /** Families come to a custody of four, one after the other; nobody is returned, all are released after twelve hours. */
  const caught = (whenFull: CustodyParameters["whenFull"], ...sizes: readonly number[]) =>
    run(
      elPaso(start, {
        sector: { custody: small(whenFull) },
        limit: { perDay: always(0) },
        scripted: sizes.map((size, hour) => group(at(`${hour + 1}:00`), 0, [familyOf(size)])),
      }),
    );

  it("lets in the family that just fits beside others, and the one that fits into it alone", () => {
    for (const sizes of [[2, 2], [4]]) {
      const { measure } = caught("release", ...sizes);
      expect(measure("sector.el-paso.released.cause.custody-full")).toBe(0);
      expect(measure("sector.el-paso.released.cause.no-limit")).toBe(4);
    }
    expect(caught("release", 2, 3).measure("sector.el-paso.released.cause.custody-full")).toBe(3);
  });

  it("is too small for a family of one more than it holds, which does not wait for it; one as large as it is waits", () => {
    const { measure } = caught("wait", 2, 4);
    expect(measure("sector.el-paso.released.cause.too-large")).toBe(0);
    expect(measure("sector.el-paso.released.cause.no-limit")).toBe(6);
    expect(caught("wait", 2, 5).measure("sector.el-paso.released.cause.too-large")).toBe(5);
  });

  it("is full on a night with as many as it holds, and over its capacity with one more", () => {
    // The family stays until 06:00 of the next day.
    const night = (size: number) =>
      run(
        elPaso(start, {
          sector: { custody: small("crowd") },
          limit: { perDay: always(0) },
          scripted: [group(at("18:00"), 0, [familyOf(size)])],
        }),
      );
    const figures = ["custody.fullness.max", "custody.over-capacity.nights", "custody.over-capacity.person-nights"];
    const of = (size: number) => figures.map((figure) => night(size).measure(`sector.el-paso.${figure}`));
    expect(of(4)).toEqual([1, 0, 0]);
    expect(of(5)).toEqual([1.25, 1, 1]);
  });

  const crowded = (capacity: CustodyParameters["capacity"]): CustodyParameters => ({
    ...small("crowd"),
    capacity,
    limitHours: 90,
  });
  const nightsOf = ["fullness.mean", "fullness.max", "over-capacity.nights", "over-capacity.person-nights"];

  it("is as full on average as on those of its nights on which it may hold anybody", () => {
    const noon = (day: number): number => moment(denver, `2019-07-${day} 12:00`);
    const { measure } = run(
      elPaso(start, {
        days: 3,
        sector: { custody: crowded(changing(4, [noon(11), 8], [noon(12), 0])) },
        limit: { perDay: always(0) },
        scripted: [group(at("18:00"), 0, [familyOf(4)])],
      }),
    );
    // Full, half full, and one of no capacity at all, on which all four are too many.
    expect(nightsOf.map((figure) => measure(`sector.el-paso.custody.${figure}`))).toEqual([0.75, 1, 1, 4]);
  });

  it("counts the nights of its own dates, of its own zone", () => {
    const [west, east] = [0, 1];
    const base = elPaso(start, {
      days: 2,
      sector: { custody: crowded(always(4)) },
      limit: { perDay: always(0) },
      scripted: [],
    });
    const [only] = base.sectors;
    const { measure } = run({
      ...base,
      sectors: [
        only!,
        { ...only!, id: "laredo", zone: chicago, custody: crowded(always(2)), pathways: [onFoot(east, 0)] },
      ],
      scripted: [
        // Before the first local midnight of its sector, which ends a date before the period.
        group(moment(denver, "2019-07-09 20:00"), west, [familyOf(5)]),
        group(moment(chicago, "2019-07-10 18:00"), east, [familyOf(4)]),
      ],
    });
    const of = (sector: string) => nightsOf.map((figure) => measure(`sector.${sector}.custody.${figure}`));
    expect(of("el-paso")).toEqual([1.25, 1.25, 2, 2]);
    expect(of("laredo")).toEqual([2, 2, 2, 4]);
  });

  it("lets in who waited behind a family whose hours ended outside, at that instant", () => {
    const { measure, blocked } = run(
      elPaso(start, {
        days: 1,
        sector: {
          custody: {
            capacity: changing(3, [at("12:00"), 4]),
            whenFull: "wait",
            limitHours: 12,
            atLimit: ["hold", "release", "release"],
          },
        },
        limit: { perDay: always(0) },
        scripted: [
          group(at("01:00"), 0, many(3)),
          group(at("02:00"), 0, [familyOf(2)]),
          group(at("03:00"), 0, [single()]),
        ],
      }),
    );
    // The family of two keeps the adult from the one place there is since noon, until it is released at 14:00.
    expect(measure("sector.el-paso.released")).toBe(2);
    expect(measure("sector.el-paso.custody.end")).toBe(4);
    expect(blocked("el-paso", "custody")).toEqual([2 * 12 + 11, 3, 2]);
  });

  it("lets in who is first outside before all others, though one further back would fit", () => {
    const outside = (...sizes: readonly number[]) =>
      run(
        elPaso(start, {
          days: 1,
          sector: { custody: { ...small("wait"), capacity: changing(3, [at("12:00"), 4]), limitHours: 90 } },
          limit: { perDay: always(0) },
          scripted: sizes.map((size, hour) => group(at(`${hour + 1}:00`), 0, [familyOf(size)])),
        }),
      ).measure("sector.el-paso.custody.end");
    expect(outside(3, 2, 1)).toBe(3);
    expect(outside(3, 1, 2)).toBe(4);
  });
});

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

describe("custody's limit of hours", () => {
  it("lets go who could have gone at that very instant, and not a minute before", () => {
    const left = (limitHours: number) =>
      run(
        elPaso(start, {
          days: 2,
          sector: { custody: { ...limitReleases, limitHours } },
          point: { hours: clockHours(8, 16) },
          scripted: [group(at("02:00"), 0, [single()])],
        }),
      );
    // The port opens six hours after the capture.
    expect(left(5.99).measure("sector.el-paso.released")).toBe(1);
    expect(left(6.01).measure("sector.el-paso.returned.first")).toBe(1);
  });
});
