import { describe, expect, it } from "vitest";
import { always } from "../src/index.ts";
import { elPaso, limitReleases } from "./one-port.ts";
import { clockHours, familyOf, group, many, moment, onFoot, startOn } from "./parameters.ts";
import { counted, run, stepping } from "./run.ts";

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
    const returned = (): number => counted(model, "returned", 0);
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
    expect(counted(model, "returned", 0)).toBe(15);
    expect(model.view.limits.all[0]!.quota.usedOn(start.firstDay + 1)).toBe(10);
    expect(run(late).daily("limit.el-paso.used")).toEqual([10, 10]);
  });
});
