import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { head, loadText, messages } from "./read-scenarios.ts";

const bus = (from: string, to: string) =>
  `buses: { coach: { from: ${from}, to: ${to}, seats: 50, fleet: 1, departs: daily at 08:00, distance: 317 mi, drive: 5 h } }\n`;

describe("what may be meant, but need not", () => {
  const to = (points: string) =>
    messages(
      loadText(
        `${head}${bus("tucson", "el-paso")}sectors: { tucson: { pathways: [{ bus: coach, points: ${points} }] } }`,
      ),
    );

  it("a pathway that leads on from where its bus does not arrive is told, unless one of its points lies there", () => {
    expect(to("{ laredo: 9 h }")).toEqual([
      "scenarios/x.yaml:5:47 warning: sectors.tucson.pathways[0].points must lead to a return point of el-paso, where the bus arrives (got laredo)",
    ]);
    expect(to("{ laredo: 9 h, paso-del-norte: 0 h }")).toEqual([]);
    expect(to("{ before: { laredo: 9 h }, 2019-12-01: { paso-del-norte: 0 h } }")).toEqual([]);
  });
});

describe("a date with a slip in its year", () => {
  const told = (from: string, to: string, more = "") => messages(loadText(smallBorder.replace(from, to) + more));
  const limit = (date: string) => told("limit: 72 h", `limit: { before: 72 h, ${date}: 48 h }`);

  // The period is October 2018: 3660 days before its first date, and after its last.
  it.each(["2008-09-23", "2028-11-07"])("%s is told, and a day nearer may be meant", (date) => {
    const path = `sectors.el-paso.custody.limit.${date}`;
    const sentence = `must lie within ten years of the period, 2018-10-01 to 2018-10-31, to have an effect in it (got ${date})`;
    expect(limit(date)).toEqual([`scenarios/x.yaml:13:77 warning: ${path} ${sentence}`]);
    expect(limit(date.replace("23", "24").replace("07", "06"))).toEqual([]);
  });

  it("is told as a value too; that of a source is no date of the border", () => {
    expect(told("court: el-paso,", "court: el-paso, opened: 2091-10-28,")).toEqual([
      expect.stringContaining(" warning: returnPoints.paso-del-norte.opened must lie within ten years "),
    ]);
    const sources = "\nsources: { old: { title: t, date: 1951-01-01, grade: A, address: a } }";
    expect(told("", "", sources)).toEqual([]);
  });
});

describe("a bus that is called off below a load", () => {
  const to = (seats: string, load: string) =>
    messages(
      loadText(`${head}${bus("tucson", "el-paso").replace("seats: 50", `minimumLoad: ${load}, seats: ${seats}`)}`),
    ).filter((message) => message.includes("minimumLoad"));

  it("is told where a full one would be", () => {
    const told = "a departure is called off although a full bus waits";
    expect(to("50", "50 people")).toEqual([]);
    expect(to("50", "51 people")).toEqual([
      `scenarios/x.yaml:4:46 warning: buses.coach.minimumLoad is above the 50 seats: ${told} (got 51 people)`,
    ]);
    expect(to("{ before: 50, 2019-12-01: 40 }", "{ before: 40 people, 2019-12-05: 45 people }")).toEqual([
      `scenarios/x.yaml:4:46 warning: buses.coach.minimumLoad is above the 40 seats of 2019-12-05: ${told} (got 45 people)`,
    ]);
    // The smaller bus is gone before the period begins.
    expect(to("{ before: 40, 2018-06-01: 50 }", "45 people")).toEqual([]);
  });
});
