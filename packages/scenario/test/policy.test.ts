import { type ClosingRule, closingRules, type Timeline, valueAt } from "@mpp-sim/border";
import { dayNumber, LocalCalendar } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { head, loadText, messages, parametersOf } from "./read-scenarios.ts";

describe("policy by date", () => {
  const at = (
    iso: string,
    zone: { name: string; epochDay: number; offsets: readonly { from: number; hours: number }[] },
  ) => new LocalCalendar(zone).midnight(dayNumber(iso));

  it("a limit takes a new value from local midnight on, and keeps its past", () => {
    const { returnLimits } = parametersOf("policy: [{ on: 2019-12-01, set: { returnLimits.el-paso.limit: 100/day } }]");
    const limit = returnLimits.find(({ id }) => id === "el-paso")!;
    // Midnight of El Paso: 07:00 UTC in winter, 06:00 UTC in summer.
    const december = (dayNumber("2019-12-01") - dayNumber("2018-10-01")) * 24 + 7;
    expect(at("2019-12-01", limit.zone)).toBe(december);
    expect(limit.perDay.map(({ value }) => value)).toEqual([100, 200, 100]);
    expect(limit.perDay[2]!.from).toBe(december);
    expect(limit.perDay[1]!.from).toBe((dayNumber("2019-06-13") - dayNumber("2018-10-01")) * 24 + 6);
  });

  it("of two values on one date the later holds, and a warning says where both are", () => {
    const change = (on: string, limit: number) =>
      `policy: [{ on: ${on}, set: { returnLimits.laredo.limit: ${limit}/day } }]\n`;
    const base = { "scenarios/base.yaml": `${head}${change("2019-12-01", 30)}` };
    const over = (on: string) => loadText(`mpp: 1\nname: y\nextends: ./base.yaml\n${change(on, 50)}`, {}, base);
    const loaded = over("2019-12-01");
    expect(messages(loaded)).toEqual([
      "scenarios/x.yaml:4:35 warning: returnLimits.laredo.limit must take one value on 2019-12-01: the later of two holds (got 30/day at scenarios/base.yaml:4, then 50/day)",
    ]);
    const limit = loaded.scenario!.parameters.returnLimits.find(({ id }) => id === "laredo")!;
    expect(limit.perDay.at(-1)!.value).toBe(50);
    expect(messages(over("2019-12-02"))).toEqual([]);
  });

  it("a point closed and opened on one date is warned of, but one opened while all returns stop is not", () => {
    const text = (first: string) =>
      `${head}policy:\n- { on: 2019-12-01, ${first} }\n- { on: 2019-12-01, open: laredo }\n`;
    expect(messages(loadText(text("close: laredo")))).toEqual([
      "scenarios/x.yaml:6:3 warning: returnPoints.laredo.open must take one value on 2019-12-01: the later of two holds (got no at scenarios/x.yaml:5, then yes)",
    ]);
    expect(messages(loadText(text("suspend: returns")))).toEqual([]);
  });

  it("closing and opening a point, suspending and resuming returns", () => {
    const { returnPoints } = parametersOf(
      "policy:\n- { on: 2019-12-01, close: laredo }\n- { on: 2019-12-05, open: laredo }\n- { on: 2020-01-01, suspend: returns }\n- { on: 2020-02-01, resume: returns }",
    );
    const openOn = (id: string, iso: string): boolean => {
      const point = returnPoints.find((one) => one.id === id)!;
      return valueAt(point.open, at(iso, point.zone));
    };
    expect(
      ["2019-07-08", "2019-07-09", "2019-11-30", "2019-12-01", "2019-12-05", "2020-01-01", "2020-02-01"].map((iso) =>
        openOn("laredo", iso),
      ),
    ).toEqual([false, true, true, false, true, false, true]);
    expect(openOn("eagle-pass", "2020-01-15")).toBe(false);
    expect(openOn("eagle-pass", "2020-02-15")).toBe(true);
  });

  const opening = (policy: string, ports = "") => {
    const { returnPoints } = parametersOf(`${ports}policy:\n${policy}`);
    const point = returnPoints.find(({ id }) => id === "laredo")!;
    return (iso: string): boolean => valueAt(point.open, at(iso, point.zone));
  };

  it("what is resumed is as it would be without the suspension: a point closed by itself stays closed", () => {
    const open = opening(
      "- { on: 2019-11-25, close: laredo }\n- { on: 2019-11-28, suspend: returns }\n- { on: 2019-12-02, resume: returns }\n- { on: 2019-12-09, open: laredo }",
    );
    const dates = ["2019-11-24", "2019-11-25", "2019-11-28", "2019-12-02", "2019-12-09"];
    expect(dates.map(open)).toEqual([true, false, false, false, true]);
  });

  it("a suspension covers what the calendars of points say of its dates, and holds until it is resumed", () => {
    const policy = "- { on: 2019-08-01, suspend: returns }\n- { on: 2019-09-01, resume: returns }";
    const dates = ["2019-07-31", "2019-08-01", "2019-08-09", "2019-08-20", "2019-09-01"];
    const under = (calendar: string) =>
      dates.map(opening(policy, `returnPoints: { laredo: { open: { ${calendar} } } }\n`));
    expect(under("before: no, 2019-08-09: yes")).toEqual([false, false, false, false, true]);
    // Without `before` the first value holds from the beginning.
    expect(under("2019-08-09: yes, 2019-08-20: no")).toEqual([true, false, false, false, false]);
  });

  it("a point that is opened by name while returns are suspended is open, and stays so", () => {
    const open = opening(
      "- { on: 2019-12-01, suspend: returns }\n- { on: 2019-12-05, open: laredo }\n- { on: 2020-01-01, resume: returns }",
    );
    expect(["2019-12-01", "2019-12-05", "2020-01-01"].map(open)).toEqual([false, true, true]);
    const butOne = opening("- { on: 2019-12-01, suspend: returns, open: laredo }");
    expect(["2019-12-01", "2020-01-01"].map(butOne)).toEqual([true, true]);
    const set = opening("- { on: 2019-12-01, set: { returnPoints.laredo.open: yes }, suspend: returns }");
    expect(set("2019-12-01")).toBe(true);
  });

  it("a change of a place that is not defined says which are", () => {
    expect(messages(loadText(`${head}policy: [{ on: 2019-12-01, set: { courts.larredo.rooms: 2 } }]`))).toEqual([
      'scenarios/x.yaml:4:35 courts.larredo.rooms must be a setting of a place that is defined (got larredo) (did you mean "courts.laredo.rooms"?)',
    ]);
  });

  it("a resume of what goes on is warned of", () => {
    expect(messages(loadText(`${head}policy: [{ on: 2019-12-01, resume: returns }]`))).toEqual([
      "scenarios/x.yaml:4:36 warning: policy[0].resume must follow a suspension, without which it changes nothing (got returns on 2019-12-01)",
    ]);
  });

  it("what becomes of those enrolled is said of one closing, and not of the next", () => {
    const policy =
      "- { on: 2019-11-25, close: laredo, whenClosed: fallback }\n- { on: 2019-12-01, open: laredo }\n- { on: 2019-12-05, close: laredo }";
    const { returnPoints } = parametersOf(`policy:\n${policy}`);
    const { whenClosed, zone } = returnPoints.find(({ id }) => id === "laredo")!;
    expect(["2019-11-24", "2019-11-25", "2019-12-05"].map((iso) => valueAt(whenClosed, at(iso, zone)))).toEqual([
      "hold",
      "fallback",
      "hold",
    ]);
  });

  it("hearings stop and start again; a bus line runs from a date", () => {
    const { courts } = parametersOf(
      "policy:\n- { on: 2020-01-01, suspend: hearings }\n- { on: 2020-02-01, resume: hearings }",
    );
    expect(courts.map(({ sitting }) => sitting.map(({ value }) => value))).toEqual(
      courts.map(() => [true, false, true]),
    );
  });
});

describe("people in the pipe", () => {
  const bus = `buses: { x: { from: tucson, to: el-paso, seats: 50, fleet: 1, departs: daily at 08:00, distance: 317 mi, drive: 5 h } }\n`;
  const rules = (text: string) => {
    const { buses, courts, interviewUnits, returnPoints } = parametersOf(bus + text);
    const values = ({ whenClosed }: { readonly whenClosed: Timeline<ClosingRule> }) =>
      whenClosed.map(({ value }) => value);
    return [buses, interviewUnits, returnPoints, courts].map((places) => new Set(places.map(values).map(String)));
  };
  const held = new Set(["hold"]);

  it("wait unless more is said", () => {
    expect(rules("policy: [{ on: 2020-01-01, suspend: returns }]")).toEqual([held, held, held, held]);
  });

  it.each(closingRules)("a change that closes something says that they %s", (rule) => {
    const after = new Set([rule === "hold" ? rule : `hold,${rule}`]);
    const where = (what: string, more = "") =>
      rules(`${more}policy: [{ on: 2020-01-01, ${what}, whenClosed: ${rule} }]`);
    expect(where("suspend: returns")).toEqual([held, held, after, held]);
    expect(where("suspend: hearings", "courts: { el-paso: { gate: hard } }\n")).toEqual([held, held, held, after]);
    expect(where("stop: x")).toEqual([after, held, held, held]);
    expect(rules(`defaults: { interviews: { whenClosed: ${rule} } }`)[1]).toEqual(new Set([rule]));
  });

  it("a rule for a pause of hearings is told to do nothing where no court is a condition of returns", () => {
    const said = (...lines: readonly string[]) => messages(loadText(`${head}${lines.join("\n")}`));
    const pause = (more: string) => `policy: [{ on: 2019-02-01, suspend: hearings${more} }]`;
    expect(said(pause(", whenClosed: fallback"))).toEqual([
      "scenarios/x.yaml:4:47 warning: policy[0].whenClosed does nothing: no court is a condition of returns, so that they go on without hearings; courts.NAME.gate must be hard for that (got fallback)",
    ]);
    expect(said(pause(""))).toEqual([]);
    expect(said(pause(", close: el-paso, whenClosed: fallback")).filter((one) => one.includes("does nothing"))).toEqual(
      [],
    );
    expect(said("courts: { el-paso: { gate: hard } }", pause(", whenClosed: fallback"))).toEqual([]);
  });

  it("an entry that does nothing is refused", () => {
    const told = "must do something: open, close, suspend, resume, stop, start, set or branch";
    expect(messages(loadText(`${head}policy: [{ on: 2020-01-01, because: a ruling }]`))).toEqual([
      `scenarios/x.yaml:4:10 policy[0] ${told}`,
    ]);
    const branch = (later: string) =>
      `${head}policy: [{ on: 2019-12-01, branch: { stays: { probability: 50 % }, goes: { probability: 50 %, close: laredo, policy: [${later}] } } }]`;
    expect(messages(loadText(branch("{ on: 2019-12-05, open: laredo }")))).toEqual([]);
    expect(messages(loadText(branch("{ on: 2019-12-05 }"))).at(-1)).toContain(told);
  });

  it("a rule without anything that closes is refused", () => {
    expect(messages(loadText(`${head}policy: [{ on: 2020-01-01, open: laredo, whenClosed: hold }]`))).toEqual([
      "scenarios/x.yaml:4:42 policy[0].whenClosed must stand beside something that closes: close, suspend or stop",
    ]);
  });
});

describe("M24 announced is not started", () => {
  /** What the policy makes of the point, and the instants at which dates begin there. */
  const laredo = (policy: string) => {
    const { open, zone } = parametersOf(policy).returnPoints.find(({ id }) => id === "laredo")!;
    const calendar = new LocalCalendar(zone);
    return {
      changes: open.slice(1).map(({ from, value }) => [from, value]),
      midnight: (iso: string) => calendar.midnight(dayNumber(iso)),
    };
  };

  it("a change takes effect on the date it starts, or so long after it was announced, at local midnight", () => {
    for (const [policy, date] of [
      ["announced: 2019-12-01, on: 2019-12-15", "2019-12-15"],
      ["announced: 2019-12-01, lag: 14 days", "2019-12-15"],
      ["announced: 2019-12-01, lag: 0 days", "2019-12-01"],
    ] as const) {
      const { changes, midnight } = laredo(`policy: [{ ${policy}, close: laredo }]`);
      expect(changes).toEqual([
        [midnight("2019-07-09"), true],
        [midnight(date), false],
      ]);
    }
  });
});
