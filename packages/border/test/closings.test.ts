import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, type BorderParameters, type ClosingRule, type PathwayParameters } from "../src/index.ts";
import { byBus, changing, clockHours, court, familyOf, group, moment, onFoot, single, startOn } from "./parameters.ts";
import { run, runChecked } from "./run.ts";
import { elPaso, type Given, tucson, tucsonElPaso } from "./tucson-el-paso.ts";

// In July it is an hour earlier in Arizona than in El Paso. Something closes at 10:00 on the 10th, El Paso time, and opens on the 12th.
const start = startOn("2019-07-10");
const { denver } = start;
const at = (local: string): number => moment(denver, `2019-07-${local}`);
const shut = changing(true, [at("10 10:00"), false], [at("12 00:00"), true]);

interface ByRoad extends Given {
  readonly road?: number;
}

/** Tucson by bus (09:00 to 13:00 in El Paso) to El Paso, where the port is at work from 12:00 to 20:00. */
function bused({ road = 0, ...given }: ByRoad): BorderParameters {
  const throughPort = (pathway: PathwayParameters): PathwayParameters => ({
    ...pathway,
    points: [{ point: 0, travelHours: road }],
  });
  return tucsonElPaso(start, 4, {
    tucson: { pathways: [throughPort(byBus(0, elPaso, 0))] },
    elPaso: { pathways: [throughPort(onFoot(elPaso, 0))] },
    point: { hours: clockHours(12, 20) },
    ...given,
  });
}

describe("a bus line that goes out of service", () => {
  /** At 10:00 two are aboard and four wait for the next bus; eight are caught an hour later. */
  const stopping = (whenClosed: ClosingRule): BorderParameters =>
    bused({
      bus: { inService: shut, whenClosed: always(whenClosed) },
      scripted: [
        group(at("10 08:00"), tucson, [familyOf(2)]),
        group(at("10 09:30"), tucson, [familyOf(4)]),
        group(at("10 11:00"), tucson, [familyOf(8)]),
      ],
    });

  it("keeps those who wait for it when its rule is `hold`", () => {
    const { daily, measure, blocked } = run(stopping("hold"));
    // The four board at 09:00 on the 12th, 47.5 hours after they were ready; the two had waited for an hour.
    expect(daily("system.returned.first")).toEqual([2, 0, 4, 0]);
    expect(blocked("tucson", "timetable")[0]).toBe(2 * 1 + 4 * 47.5);
    expect(measure("sector.tucson.released.cause.no-pathway")).toBe(8);
  });

  it("carries them all the same when its rule is `finish`", () => {
    const { daily, measure } = run(stopping("finish"));
    expect(daily("system.returned.first")).toEqual([2, 4, 0, 0]);
    expect(measure("sector.tucson.released.cause.no-pathway")).toBe(8);
  });

  it("sends them to their fallback when its rule is `fallback`; those aboard arrive", () => {
    const { daily, measure } = run(stopping("fallback"));
    expect(daily("system.returned.first")).toEqual([2, 0, 0, 0]);
    expect(measure("sector.tucson.released.cause.no-pathway")).toBe(4 + 8);
    expect(runChecked(stopping("fallback")).view.cases.live).toBe(1);
  });
});

describe("an interview unit that closes", () => {
  /**
   * One officer, four hours an interview. At 10:00 one is in an interview until 12:00, two wait for the officer and four who must be
   * asked too are on the bus. At 11:00 eight who claim fear are caught, and sixteen who do not.
   */
  const closing = (whenClosed: ClosingRule): BorderParameters =>
    bused({
      unit: { officers: always(1), time: fixed(4), open: shut, whenClosed: always(whenClosed) },
      scripted: [
        group(at("10 08:00"), elPaso, [single({ claims: true })]),
        group(at("10 08:30"), elPaso, [familyOf(2, { claims: true })]),
        group(at("10 08:30"), tucson, [familyOf(4, { claims: true })]),
        group(at("10 11:00"), elPaso, [familyOf(8, { claims: true }), familyOf(16)]),
      ],
    });

  it("keeps those who must be interviewed when its rule is `hold`", () => {
    const { daily, measure, blocked } = run(closing("hold"));
    // The two are interviewed from 00:00 to 04:00 on the 12th, the four until 08:00: they wait from 08:30 and from 13:00 on the 10th.
    expect(daily("system.returned.first")).toEqual([1 + 16, 0, 2 + 4, 0]);
    expect(blocked("el-paso", "officer")).toEqual([2 * 39.5, 2, 8]);
    expect(blocked("tucson", "officer")).toEqual([4 * 39, 4, 0]);
    expect(measure("sector.el-paso.released.cause.no-officer")).toBe(8);
  });

  it("interviews them all the same when its rule is `finish`", () => {
    const { daily, measure } = run(closing("finish"));
    // Until 12:00, 16:00 and 20:00; the port shuts at 20:00, so that the four cross on the 11th.
    expect(daily("system.returned.first")).toEqual([1 + 16 + 2, 4, 0, 0]);
    expect(measure("system.released.cause.no-officer")).toBe(8);
  });

  it("sends them to their fallback when its rule is `fallback`, on the bus at the arrival; an interview begun is finished", () => {
    const { daily, measure, blocked } = run(closing("fallback"));
    expect(daily("system.returned.first")).toEqual([1 + 16, 0, 0, 0]);
    expect(measure("sector.el-paso.released.cause.no-officer")).toBe(2 + 8);
    expect(measure("sector.tucson.released.cause.no-officer")).toBe(4);
    expect(blocked("el-paso", "officer")).toEqual([2 * 1.5, 2, 10]);
    expect(measure("sector.tucson.claimed.never-interviewed")).toBe(4);
  });

  it("sends people away who would be interviewed at the hub and still wait for the bus", () => {
    const parameters = closing("fallback");
    const early = { ...parameters, scripted: [group(at("10 09:30"), tucson, [familyOf(3, { claims: true })])] };
    // They are at the bus stop at 10:00, and would have left at 09:00 the next day.
    expect(run(early).measure("bus.tucson-el-paso.boarded")).toBe(0);
    expect(run(early).measure("sector.tucson.released.cause.no-officer")).toBe(3);
  });
});

describe("a court that stops and is a condition", () => {
  /** At 10:00 two wait for the port to open at 12:00 and four are on the bus; eight are caught at 11:00. */
  const stopping = (whenClosed: ClosingRule, given: ByRoad = {}, gate: "none" | "hard" = "hard"): BorderParameters =>
    bused({
      courts: [court("el-paso", { zone: denver, sitting: shut, gate, whenClosed: always(whenClosed) })],
      scripted: [
        group(at("10 09:00"), elPaso, [familyOf(2)]),
        group(at("10 08:00"), tucson, [familyOf(4)]),
        group(at("10 11:00"), elPaso, [familyOf(8)]),
      ],
      ...given,
    });

  it("keeps those enrolled when its rule is `hold`", () => {
    const { daily, measure, blocked } = run(stopping("hold"));
    // The court is waited for until 00:00 on the 12th, from 10:00 and from the arrival at 13:00 on the 10th; then the port until 12:00.
    expect(daily("system.returned.first")).toEqual([0, 0, 6, 0]);
    expect(blocked("el-paso", "court-slot")).toEqual([2 * 38, 2, 8]);
    expect(blocked("tucson", "court-slot")).toEqual([4 * 35, 4, 0]);
    expect(blocked("el-paso", "port-hours")[0]).toBe(2 * (1 + 12));
    expect(measure("system.released.cause.no-court-slot")).toBe(8);
  });

  it("lets them cross when its rule is `finish`", () => {
    const { daily, measure } = run(stopping("finish"));
    expect(daily("system.returned.first")).toEqual([6, 0, 0, 0]);
    expect(measure("system.released.cause.no-court-slot")).toBe(8);
  });

  it("sends them to their fallback when its rule is `fallback`", () => {
    const { daily, measure, blocked } = run(stopping("fallback"));
    expect(daily("system.returned.first")).toEqual([0, 0, 0, 0]);
    expect(measure("system.released.cause.no-court-slot")).toBe(2 + 4 + 8);
    expect(blocked("tucson", "court-slot")).toEqual([0, 0, 4]);
  });

  it("turns back those on the road to the port when it holds them", () => {
    const scripted = [group(at("10 09:00"), elPaso, [familyOf(2)])];
    // Four hours on the road: they set out at 09:00, stand before the port at 13:00, and set out again at 08:00 on the 12th.
    const { daily } = run(stopping("hold", { road: 4, scripted }));
    expect(daily("system.returned.first")).toEqual([0, 0, 2, 0]);
    expect(run(stopping("finish", { road: 4, scripted })).daily("system.returned.first")).toEqual([2, 0, 0, 0]);
  });

  it("is none unless it is a gate: returns go on, and are heard later", () => {
    const { daily, measure } = run(stopping("fallback", {}, "none"));
    expect(daily("system.returned.first")).toEqual([14, 0, 0, 0]);
    expect(measure("system.released")).toBe(0);
  });
});

it("a rule may change while something is closed", () => {
  const parameters = bused({
    bus: { inService: shut, whenClosed: changing("hold", [at("11 06:00"), "fallback"]) },
    scripted: [group(at("10 09:30"), tucson, [familyOf(4)])],
  });
  const { daily, blocked } = run(parameters);
  expect(daily("sector.tucson.released")).toEqual([0, 4, 0, 0]);
  expect(blocked("tucson", "timetable")[0]).toBe(4 * 20.5);
});
