import { describe, expect, it } from "vitest";
import { always, type CustodyParameters } from "../src/index.ts";
import { elPaso, limitReleases } from "./one-port.ts";
import { changing, clockHours, familyOf, group, many, moment, onFoot, single, startOn } from "./parameters.ts";
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
