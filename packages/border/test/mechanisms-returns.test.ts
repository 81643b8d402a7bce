import { describe, expect, it } from "vitest";
import { always } from "../src/index.ts";
import { changing, city, court, group, many, moment, returnLimit, returnPoint } from "./parameters.ts";
import { denver, elPaso, onTheSpot } from "./two-cities.ts";

// Mechanisms of the model, as small as they can be, worked by hand.

describe("M1 return: whoever can be returned waits in Mexico for a hearing, the rest take their fallback", () => {
  it("returns ten to the city, each with a date", () => {
    const { measure } = onTheSpot({});
    expect(measure("sector.el-paso.returned.first")).toBe(10);
    expect(measure("city.ciudad-juarez.waiting.end")).toBe(10);
    expect(measure("court.el-paso.pending.end")).toBe(10);
  });

  it("and nobody without a pathway", () => {
    const { measure } = onTheSpot({}, { pathways: [] });
    expect(measure("sector.el-paso.returned.first")).toBe(0);
    expect(measure("sector.el-paso.released.cause.no-pathway")).toBe(10);
  });
});

describe("M5, M7 hearing rooms: without a date in court there is no return, and the report says so", () => {
  it("returns six on the first date, for the two sitting days within the longest wait, and then three a day", () => {
    const few = court("el-paso", { zone: denver, slotsPerRoom: always(3), leadDays: 60, maxWaitDays: 61 });
    const { daily, blocked } = onTheSpot({ courts: [few] });
    expect(daily("sector.el-paso.returned.first")).toEqual([6, 3, 1, 0]);
    expect(blocked("el-paso", "court-slot")[0]).toBe(12 * 4 + 24);
  });

  it("puts nobody in the programme who comes when there is no date at all", () => {
    const { measure } = onTheSpot({ courts: [court("el-paso", { zone: denver, rooms: always(0) })] });
    expect(measure("sector.el-paso.released.cause.no-court-slot")).toBe(10);
  });
});

describe("M6, M7 shelter: a hard gate keeps people from returning to a city without a bed", () => {
  it("returns four to four beds, ten where beds are no condition, and charges the rest to the shelter", () => {
    const gated = (gate: "none" | "hard") =>
      onTheSpot({ cities: [city("ciudad-juarez", { zone: denver, beds: always(4), acceptance: 1, gate })] });
    const hard = gated("hard");
    expect(hard.measure("sector.el-paso.returned.first")).toBe(4);
    expect(hard.measure("sector.el-paso.released.cause.no-shelter") + hard.measure("sector.el-paso.custody.end")).toBe(
      6,
    );
    expect(gated("none").measure("sector.el-paso.returned.first")).toBe(10);
    expect(gated("none").measure("city.ciudad-juarez.outside-shelter.full.end")).toBe(6);
  });
});

describe("M8 consent, place by place: a return point opens on its date", () => {
  it("returns only those who are enrolled after it", () => {
    const scripted = ["16 12:00", "18 12:00"].map((local) => group(moment(denver, `2019-11-${local}`), 0, many(5)));
    const open = changing(false, [moment(denver, "2019-11-18 00:00"), true]);
    const { measure } = onTheSpot({
      returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, open })],
      scripted,
    });
    expect(measure("sector.el-paso.returned.first")).toBe(5);
    expect(measure("sector.el-paso.released.cause.no-consent")).toBe(5);
  });
});

describe("M9 the daily limit: four a day, at midnight four more", () => {
  const limit = (perDay: number) => ({
    returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay: always(perDay) })],
  });

  it("returns 4, 4 and 2 on three dates, and twelve hours of six and a day of two are waited for it", () => {
    const { daily, blocked } = onTheSpot(limit(4));
    expect(daily("sector.el-paso.returned.first")).toEqual([4, 4, 2, 0]);
    expect(blocked("el-paso", "limit")[0]).toBe(12 * 6 + 24 * 2);
  });

  it("binds no more at ten", () => {
    expect(onTheSpot(limit(10)).daily("sector.el-paso.returned.first")).toEqual([10, 0, 0, 0]);
  });
});

describe("M10 roll-out: a sector is not in the programme before its date", () => {
  it("puts nobody in before, and everybody after", () => {
    const { zone } = elPaso;
    const discretion = changing<readonly [number, number, number]>(
      [1, 1, 0],
      [moment(zone, "2019-11-17 00:00"), [0, 0, 0]],
    );
    const scripted = ["16 12:00", "17 12:00"].map((local) => group(moment(zone, `2019-11-${local}`), 0, many(5)));
    const { daily, measure } = onTheSpot(
      { scripted },
      { eligibility: { returnable: always([true, false]), exempt: always([0, 0, 0]), discretion } },
    );
    expect(daily("sector.el-paso.enrolled")).toEqual([0, 5, 0, 0]);
    expect(measure("sector.el-paso.released.cause.discretion")).toBe(5);
  });
});
