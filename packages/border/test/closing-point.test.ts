import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, type BorderParameters, type ClosingRule } from "../src/index.ts";
import { elPaso } from "./one-port.ts";
import { changing, clockHours, familyOf, group, moment, onFoot, single, startOn } from "./parameters.ts";
import { counted, run, runChecked, stepping } from "./run.ts";
import { tucsonElPaso } from "./tucson-el-paso.ts";

describe("a point that closes", () => {
  const start = startOn("2019-07-10");
  const { denver } = start;
  const at = (local: string): number => moment(denver, `2019-07-${local}`);
  /** People everywhere on the way when it closes at 14:00 on the 10th; it opens again on the 12th. */
  const closing = (whenClosed: ClosingRule): BorderParameters =>
    tucsonElPaso(start, 4, {
      bus: { departureHours: [10] },
      unit: { officers: always(1), hours: clockHours(8, 16), time: fixed(22) },
      point: {
        hours: clockHours(8, 12),
        open: changing(true, [at("10 14:00"), false], [at("12 00:00"), true]),
        whenClosed: always(whenClosed),
      },
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
    const released = (): number => counted(model, "released");
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
    expect(runChecked(closing("fallback")).view.cases.live).toBe(0);
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
