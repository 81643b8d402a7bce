import { describe, expect, it } from "vitest";
import { always } from "../src/index.ts";
import { elPaso } from "./one-port.ts";
import {
  border,
  changing,
  city,
  court,
  group,
  many,
  moment,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  startOn,
} from "./parameters.ts";
import { counted, run, stepping } from "./run.ts";

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
    const returned = (): number[] => parameters.sectors.map((_, sector) => counted(model, "returned", sector));
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
      return counted(model, "returned", 0);
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
