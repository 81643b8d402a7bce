import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, type BorderParameters, dispositions } from "../src/index.ts";
import { at, bused, phoenix, tucson } from "./bused.ts";
import { clockHours, familyOf, group, many, sector, single } from "./parameters.ts";
import { run } from "./run.ts";

describe("the interview", () => {
  const claimants = (count: number, atRisk = false): BorderParameters["scripted"] => [
    group(
      at("2019-07-10 06:00"),
      tucson,
      many(count, () => single({ claims: true, atRisk })),
    ),
  ];

  it("has hours and officers; one officer interviews one case at a time", () => {
    // Arrival at 13:00 in El Paso; two officers, two hours a case, until 16:00: two cases, and an interview begun is finished.
    const { measure, blocked } = run(
      bused({
        unit: { officers: always(2), hours: clockHours(8, 16), time: fixed(2) },
        scripted: claimants(6),
      }),
    );
    expect(measure("interview.el-paso.held")).toBe(6);
    // 13:00 two; 15:00 two, done at 17:00; the last two at 08:00 the next day.
    expect(blocked("tucson", "officer")).toEqual([2 * 2 + 2 * 19, 4, 0]);
    expect(measure("interview.el-paso.backlog.mean")).toBeCloseTo(42 / (5 * 24 + 7), 10);
  });

  it("takes those who come by one bus in the order of their apprehension, not of their boarding", () => {
    // The family is caught first but takes longer to process, so the others are ready for the bus before it. One officer, ten hours.
    const { blocked } = run(
      bused({
        tucson: { processing: { agents: always(9), time: [fixed(0), fixed(2), fixed(0)] } },
        unit: { officers: always(1), time: fixed(10) },
        scripted: [
          group(at("2019-07-10 05:00"), tucson, [familyOf(4, { claims: true })]),
          group(at("2019-07-10 06:00"), tucson, [single({ claims: true })]),
          group(at("2019-07-10 06:30"), tucson, [single({ size: 2, claims: true })]),
        ],
      }),
    );
    expect(blocked("tucson", "officer")).toEqual([10 + 2 * 20, 3, 0]);
  });

  it("asks only those who claim, with the shares of the unit", () => {
    const { measure } = run(
      bused({
        unit: { claim: always(0.2), foundAtRisk: always(0.5) },
        scripted: [group(at("2019-07-10 06:00"), tucson, many(1_000))],
      }),
    );
    // 200 and 100 are expected, with standard deviations of 12.6 and 9.5; 3.29 of them are 99.9 %.
    expect(Math.abs(measure("interview.el-paso.held") - 200)).toBeLessThan(42);
    expect(Math.abs(measure("interview.el-paso.at-risk") - 100)).toBeLessThan(32);
    expect(measure("sector.tucson.returned.first")).toBe(1_000 - measure("interview.el-paso.at-risk"));
  });

  it("takes the whole family out of the pathway, at the place of the interview", () => {
    const { measure } = run(
      bused({
        tucson: {
          fallback: { mix: sector("x", { zone: phoenix }).fallback.mix, hours: dispositions.map(() => fixed(10)) },
        },
        unit: {},
        scripted: [group(at("2019-07-10 06:00"), tucson, [familyOf(5, { claims: true, atRisk: true })])],
      }),
    );
    expect(measure("sector.tucson.released.cause.at-risk")).toBe(5);
    expect(measure("sector.tucson.at-risk")).toBe(5);
    expect(measure("sector.el-paso.custody.hours.median")).toBe(10);
    expect(measure("sector.el-paso.released")).toBe(0);
  });

  it("may not happen: claimants whose time runs out are counted", () => {
    const { measure, blocked } = run(
      bused({
        tucson: {
          custody: { capacity: always(99), whenFull: "crowd", limitHours: 72, atLimit: ["release", "release", "hold"] },
        },
        unit: { officers: always(0) },
        scripted: claimants(3),
      }),
    );
    expect(measure("sector.tucson.claimed.never-interviewed")).toBe(3);
    expect(measure("sector.tucson.released.cause.no-officer")).toBe(3);
    // From 13:00 in El Paso, 12:00 in Tucson, to 06:00 three days after the crossing.
    expect(blocked("tucson", "officer")).toEqual([3 * 66, 3, 3]);
  });

  it("does not happen where there is no unit", () => {
    const { measure } = run(bused({ scripted: claimants(3, true) }));
    expect(measure("sector.tucson.returned.first")).toBe(3);
  });
});
