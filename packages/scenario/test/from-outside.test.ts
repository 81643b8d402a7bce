import { valueAt } from "@mpp-sim/border";
import { dayNumber } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { head, loadText, messages, parametersOf } from "./read-scenarios.ts";

describe("a value set in place of a calendar", () => {
  const warned = (path: string, value: string) =>
    messages(loadText(head, { set: [{ path, value }] })).filter((message) =>
      message.includes("takes the place of a calendar"),
    );

  it("is told: what the file changes on dates is gone", () => {
    expect(warned("sectors.tucson.arrivals.scale", "2")).toEqual([
      expect.stringMatching(/^--set warning: sectors\.tucson\.arrivals\.scale takes the place of a calendar/),
    ]);
  });

  it("is not told of a calendar in place of another, or of a value that has no dates", () => {
    expect(warned("sectors.tucson.arrivals.scale", "{ before: 1, 2019-12-01: 2 }")).toEqual([]);
    expect(warned("returnLimits.del-rio.limit", "30/day")).toEqual([]);
  });
});

describe("what is set from outside", () => {
  it("takes effect as if written in the file", () => {
    const { firstDay, endDay, sectors } = parametersOf("start: empty\n", {
      from: "2018-11-01",
      until: "2019-11-30",
      set: [{ path: "sectors.tucson.custody.limit", value: "48 h" }],
    });
    expect([firstDay, endDay]).toEqual([dayNumber("2018-11-01"), dayNumber("2019-12-01")]);
    expect(sectors.find(({ id }) => id === "tucson")!.custody.limitHours).toBe(48);
  });

  it("a change before the period holds from its start, and one after it has no effect", () => {
    const loaded = loadText(
      `${head}policy:\n  - { on: 2019-11-25, close: laredo }\n  - { on: 2019-12-10, set: { returnLimits.laredo.limit: 3/day } }\n`,
      { from: "2019-11-27", until: "2019-12-05", set: [{ path: "start", value: "empty" }] },
    );
    const period = "must be a date in the period, 2019-11-27 to 2019-12-05";
    expect(messages(loaded)).toEqual([
      `scenarios/x.yaml:5:7 warning: policy[0].on ${period} (got 2019-11-25): what changed before holds from the start`,
      `scenarios/x.yaml:6:7 warning: policy[1].on ${period} (got 2019-12-10): what changes after it has no effect`,
    ]);
    const { returnPoints, later } = loaded.scenario!.parameters;
    expect(valueAt(returnPoints.find(({ id }) => id === "laredo")!.open, 0)).toBe(false);
    expect(later).toBeUndefined();
  });

  it("a period that begins later with nobody there, over a start that another file gives, is warned of where it is moved", () => {
    const later = "period: { from: 2019-11-01, to: 2019-11-30 }\n";
    const sentence = (of: string): string =>
      `warning: period.from begins with an empty border, though people are returned before 2019-11-01: nobody waits in Mexico or is in custody. Write \`start: empty\` beside it if that is meant, or begin with who is there, by \`mpp census\` of ${of}`;
    const [base, own] = ["scenarios/southwest-border-2019.yaml:8", "scenarios/x.yaml:1"];
    expect(messages(loadText(head + later))).toEqual([`scenarios/x.yaml:4:11 ${sentence(base)}`]);
    expect(messages(loadText(`${head}${later}start: empty\n`))).toEqual([]);
    expect(messages(loadText(head, { from: "2019-11-01" }))).toEqual([`--from ${sentence(own)}`]);
    const set = [{ path: "period.from", value: "2019-11-01" }];
    expect(messages(loadText(head, { set }))).toEqual([`--set ${sentence(own)}`]);
    expect(messages(loadText(head, { set: [...set, { path: "start", value: "empty" }] }))).toEqual([]);
    // The first people were returned on 29 January 2019.
    expect(messages(loadText(head, { from: "2019-01-29" }))).toEqual([]);
    expect(messages(loadText(head, { from: "2019-01-30" }))).toHaveLength(1);
  });

  it("is named where it is wrong", () => {
    const set = [
      { path: "sectors.tucson.custody.limit", value: "48" },
      { path: "sectors.tucson.custdy.limit", value: "48 h" },
    ];
    expect(messages(loadText(head, { set, from: "yesterday" }))).toEqual([
      '--set sectors.tucson.custdy is not a known setting (did you mean "custody"?)',
      "--set sectors.tucson.custody.limit must have a unit (h, hour, hours, min, minutes, day, days, week or weeks) (got 48)",
      '--from period.from must be a date that exists, written YYYY-MM-DD (got "yesterday")',
    ]);
  });
});
