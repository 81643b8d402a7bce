import { dayNumber } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always } from "../src/index.ts";
import { clockHours, court } from "./parameters.ts";
import { denver, onTheSpot } from "./two-cities.ts";

// Mechanisms of the model, as small as they can be, worked by hand.

describe("M17 the outcome: shares of hearings held; what lies beyond the end is unfinished, not zero", () => {
  const heard = (leadDays: number, outcome: readonly number[]) =>
    onTheSpot({ courts: [court("el-paso", { zone: denver, leadDays, outcome })] });

  it("ends ten cases as denied on the next day, and none that is due after the end", () => {
    expect(heard(1, [0, 0, 1, 0]).measure("court.el-paso.ended.denied")).toBe(10);
    const late = heard(30, [0, 0, 1, 0]);
    expect(late.measure("court.el-paso.ended.denied")).toBe(0);
    expect(late.measure("court.el-paso.pending.end")).toBe(10);
  });
});

describe("M19 holiday timing: a court does not sit on a holiday, and arrivals follow the calendar", () => {
  it("hears on the day after the holiday", () => {
    const monday = dayNumber("2019-11-18");
    const holiday = court("el-paso", {
      zone: denver,
      leadDays: 2,
      hours: { ...clockHours(8, 16), closedOn: new Set([monday]) },
    });
    expect(onTheSpot({ courts: [holiday] }).measure("court.el-paso.wait.days.median")).toBe(3);
    expect(
      onTheSpot({ courts: [court("el-paso", { zone: denver, leadDays: 2 })] }).measure(
        "court.el-paso.wait.days.median",
      ),
    ).toBe(2);
  });
});

describe("M23 months to a hearing: the date is fixed at the return, first come first served", () => {
  it("gives ten cases the first three days with four slots each, 60 days ahead", () => {
    const { measure } = onTheSpot({ courts: [court("el-paso", { zone: denver, slotsPerRoom: always(4) })] });
    // 60, 60, 60, 60, 61 × 4, 62, 62: the fifth of ten waits 61 days, at the upper edge of the median's bin.
    expect(measure("court.el-paso.wait.days.median")).toBe(61);
  });
});
