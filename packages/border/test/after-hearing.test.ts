import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { stage } from "../src/ground/stage.ts";
import {
  always,
  type BorderParameters,
  dispositions,
  followCase,
  type InterviewUnitParameters,
  type ScriptedGroup,
  type SectorParameters,
  takeCensus,
} from "../src/index.ts";
import { elPaso as onePort } from "./one-port.ts";
import { changing, clockHours, everyone, familyOf, group, many, moment, single, startOn } from "./parameters.ts";
import { run, runChecked, stepping } from "./run.ts";

const start = startOn("2019-11-04");
const { denver } = start;
const at = (local: string): number => moment(denver, local);
interface Given {
  readonly scripted: readonly ScriptedGroup[];
  /** One officer from 08:00 to 18:00, two hours a case, who finds nobody at risk; everyone claims, but only after a hearing. */
  readonly unit?: Partial<InterviewUnitParameters>;
  readonly foundAtRisk?: number;
  readonly elPaso?: Partial<SectorParameters>;
  readonly perDay?: number;
  readonly days?: number;
}

/** Returned at once, heard two days later from 08:00 to 16:00 and again three days after each hearing; no case ever ends. */
function hearings({
  scripted,
  unit = {},
  foundAtRisk = 0,
  elPaso = {},
  perDay = 1_000_000,
  days = 8,
}: Given): BorderParameters {
  return onePort(start, {
    days,
    sector: elPaso,
    unit: {
      officers: always(1),
      hours: clockHours(8, 18),
      time: fixed(2),
      afterHearing: { claim: always(1), foundAtRisk: always(foundAtRisk) },
      ...unit,
    },
    limit: { perDay: always(perDay), counts: "all" },
    court: { leadDays: 2, nextLeadDays: 3, outcome: [1, 0, 0, 0] },
    scripted,
  });
}

/** Re-entries after a hearing on each date. */
function backByDate(parameters: BorderParameters): number[] {
  return [...runChecked(parameters).view.counts.points[0]!.afterHearing.daily];
}

const crossing = (persons: number): ScriptedGroup => group(at("2019-11-04 10:00"), 0, many(persons));

describe("M4 a second interview: who is found at risk after the hearing is not returned again", () => {
  // Returned on the 4th at 10:00, heard on the 6th from 08:00 to 16:00 and given the 9th, interviewed from 16:00 to 18:00.
  const found = (elPaso: Partial<SectorParameters> = {}) =>
    hearings({ scripted: [crossing(1)], foundAtRisk: 1, elPaso });

  it("leaves by the fallback at the end of the interview, and gives up the next date", () => {
    const { measure, blocked } = run(found());
    expect(measure("interview.el-paso.held.again")).toBe(1);
    expect(measure("interview.el-paso.at-risk.again")).toBe(1);
    expect(measure("interview.el-paso.held")).toBe(0);
    expect(measure("system.returned.after-hearing")).toBe(0);
    expect(measure("system.released.after-hearing")).toBe(1);
    expect(measure("system.released")).toBe(0);
    // Of the dates of the 6th and the 9th one was kept; nobody waits for another.
    expect(measure("court.el-paso.heard")).toBe(1);
    expect(measure("court.el-paso.absent.share")).toBe(1 / 2);
    expect(measure("court.el-paso.pending.end")).toBe(0);
    expect(measure("system.waiting.end") + measure("system.custody.end")).toBe(0);
    expect(blocked("el-paso", "officer")).toEqual([0, 0, 0]);
  });

  it("is counted apart where the fallback is a removal, and as returned until it is done", () => {
    const removal = (hours: number) =>
      run(found({ fallback: { mix: everyone("removal"), hours: dispositions.map(() => fixed(hours)) } })).measure;
    const done = removal(5);
    expect(done("system.exits.after-hearing")).toBe(1);
    expect(done("system.exits.removal") + done("system.released.after-hearing")).toBe(0);
    const underWay = removal(1_000);
    expect(underWay("system.waiting.end")).toBe(1);
    expect(underWay("system.custody.end")).toBe(0);
    expect(underWay("city.ciudad-juarez.wait.open.days.mean")).toBeNaN();
  });

  it("is told in the story of the case, with the date it gives up", () => {
    const story = followCase(found(), { seed: "test", replication: 0, which: { number: 1 } });
    const entries = story.found ? story.entries : [];
    const told = entries.map((entry) => [entry.what.kind, entry.at]);
    const [back, asked] = [at("2019-11-06 16:00"), at("2019-11-06 18:00")];
    expect(told.slice(-4)).toEqual([
      ["hearing-date", back],
      ["interviewed", asked],
      ["leaving", asked],
      ["out", asked],
    ]);
    expect(entries.map(({ what }) => what)).toContainEqual({ kind: "interviewed", unit: "el-paso", atRisk: true });
  });

  it("claims anew at each hearing: of a half that claims and is found, half go at the first and half of the rest at the second", () => {
    const many1000 = hearings({
      scripted: [crossing(1_000)],
      unit: { officers: always(1_000), afterHearing: { claim: always(0.5), foundAtRisk: always(1) } },
    });
    const { measure } = run(many1000);
    // Heard on the 6th and the 9th: 1,000 * 3/4, within 3.29 times the root of 1,000 * 3/4 * 1/4 = 45.
    expect(Math.abs(measure("interview.el-paso.at-risk.again") - 750)).toBeLessThan(45);
    expect(measure("system.released.after-hearing")).toBe(measure("interview.el-paso.at-risk.again"));
    expect(measure("system.waiting.end")).toBe(1_000 - measure("system.released.after-hearing"));
  });
});

describe("M4 a second interview: who is not found at risk goes back as anyone after a hearing", () => {
  // Two are back on the 6th at 16:00. One is interviewed until 18:00 and crosses; the other from the 7th at 08:00 to 10:00.
  const two = (given: Partial<Given> = {}) => hearings({ scripted: [crossing(2)], ...given });

  it("waits for an officer, then for a place under a limit that counts all", () => {
    // The other waits 16 hours for an officer. A family of two takes both places of the 7th at 09:00, so at 10:00 it waits 14 more.
    const scripted = [crossing(2), group(at("2019-11-07 09:00"), 0, [familyOf(2)])];
    const { measure, blocked } = run(two({ scripted, perDay: 2, days: 5 }));
    expect(blocked("el-paso", "officer").slice(0, 2)).toEqual([16, 1]);
    expect(blocked("el-paso", "limit").slice(0, 2)).toEqual([14, 1]);
    expect(backByDate(two({ scripted, perDay: 2, days: 5 }))).toEqual([0, 0, 1, 0, 1]);
    expect(measure("limit.el-paso.used.max-per-day")).toBe(2);
    expect(measure("interview.el-paso.at-risk.again")).toBe(0);
  });

  it("has a new clock in custody, which ends the wait for an officer", () => {
    const elPaso = {
      custody: {
        capacity: always(10),
        whenFull: "crowd",
        limitHours: 12,
        atLimit: ["release", "release", "hold"],
      },
    } as const;
    const { measure, blocked } = run(two({ elPaso, unit: { hours: clockHours(8, 17) } }));
    // From the 6th at 16:00 to the 7th at 04:00; the first, back again on the 9th, is interviewed at once.
    expect(blocked("el-paso", "officer")).toEqual([12, 1, 1]);
    expect(measure("system.released.after-hearing")).toBe(1);
    expect(measure("court.el-paso.absent.share")).toBe(1 / 4);
  });

  it("waits where the unit closes and holds, and leaves where it takes its fallback", () => {
    const closed = (whenClosed: "hold" | "fallback") =>
      run(two({ unit: { open: changing(true, [at("2019-11-06 17:00"), false]), whenClosed: always(whenClosed) } }));
    // The interview begun at 16:00 is finished. On the 9th that case finds the unit closed when it is back.
    const held = closed("hold").measure;
    expect(held("interview.el-paso.held.again")).toBe(1);
    expect(held("system.released.after-hearing")).toBe(0);
    expect(held("sector.el-paso.custody.end")).toBe(2);
    const sent = closed("fallback");
    expect(sent.measure("interview.el-paso.held.again")).toBe(1);
    expect(sent.measure("system.released.after-hearing")).toBe(2);
    expect(sent.blocked("el-paso", "officer")).toEqual([1, 1, 2]);
  });

  it("goes on from a census where it was: still to be interviewed", () => {
    const census = takeCensus(two(), { seed: "test", replication: 0, at: at("2019-11-06 20:00") });
    expect(census.map(({ state, interviewed }) => [state, interviewed])).toEqual([
      ["city", undefined],
      ["re-entry", false],
    ]);
    // Nobody claims from then on, so that the one interview is that of the census: on the 7th.
    const unit = { afterHearing: { claim: always(0), foundAtRisk: always(0) } };
    const from = { ...two({ scripted: [], unit, days: 5 }), census, censusAt: at("2019-11-06 20:00") };
    expect(run(from).measure("interview.el-paso.held.again")).toBe(1);
    expect(backByDate(from)).toEqual([0, 0, 0, 1, 0]);
  });

  it("goes on from a census in the midst of the interview: what has begun is finished, though the officers have gone home", () => {
    // Ten hours from 16:00 on the 6th on are over at 02:00 on the 7th; begun anew it would be 08:00 to 18:00.
    const night = hearings({ scripted: [crossing(1)], unit: { time: fixed(10) } });
    const moment = at("2019-11-06 20:00");
    const census = takeCensus(night, { seed: "test", replication: 0, at: moment });
    expect(census.map(({ state, interviewed, serviceSince }) => [state, interviewed, serviceSince])).toEqual([
      ["re-entry", false, -4],
    ]);
    const { model, until } = stepping({ ...night, scripted: [], census, censusAt: moment });
    const inCity = [1.9, 2.1].map((hour) => {
      until(at("2019-11-07 00:00") + hour);
      return [...model.ground.cases.rows()].filter((row) => model.ground.cases.stage[row] === stage.city).length;
    });
    expect(inCity).toEqual([0, 1]);
    // Where nobody asks after hearings any more, it goes back at once.
    const [{ afterHearing: _asked, ...unit }] = night.interviewUnits as [InterviewUnitParameters];
    const unasked = stepping({ ...night, interviewUnits: [unit], scripted: [], census, censusAt: moment });
    unasked.until(moment + 0.1);
    expect([...unasked.model.ground.cases.rows()].map((row) => unasked.model.ground.cases.stage[row])).toEqual([
      stage.city,
    ]);
  });
});

describe("M4 the load of the officers", () => {
  // An hour a case. A newcomer claims at 15:30; one is back at 16:00 and waits until 16:30; another comes at 16:15.
  const shared = (afterHearing: boolean) => {
    const parameters = hearings({
      scripted: [
        crossing(1),
        group(at("2019-11-06 15:30"), 0, [single({ claims: true, atRisk: true })]),
        group(at("2019-11-06 16:15"), 0, [single({ claims: true, atRisk: true })]),
      ],
      unit: { time: fixed(1) },
    });
    const { afterHearing: shares, ...unit } = parameters.interviewUnits[0]!;
    return { ...parameters, interviewUnits: [afterHearing ? { ...unit, afterHearing: shares! } : unit] };
  };

  it("is that of first and second interviews in one line", () => {
    // 16:00 to 16:30, and 16:15 to 17:30; the mean is from midnight UTC, seven hours before the first date.
    const with2 = run(shared(true));
    expect(with2.blocked("el-paso", "officer")).toEqual([0.5 + 1.25, 2, 0]);
    expect(with2.measure("interview.el-paso.backlog.mean")).toBeCloseTo(1.75 / (24 * 8 + 7), 12);
    // The wait after a hearing is not one of the hub's own people before the first return.
    const without = run(shared(false));
    expect(without.blocked("el-paso", "officer")).toEqual([0.25, 1, 0]);
    expect([with2, without].map(({ measure }) => measure("interview.el-paso.held"))).toEqual([2, 2]);
  });

  it("is told by those in that line before a case, whenever they were ready for something else", () => {
    // The third comes at 16:15 behind the one who is back since 16:00, and was ready for its first return two days before.
    const story = followCase(shared(true), { seed: "test", replication: 0, which: { number: 3 } });
    const waits = story.found ? story.entries.map(({ what }) => what).filter(({ kind }) => kind === "waits") : [];
    expect(waits).toEqual([{ kind: "waits", for: ["officer"], ahead: 1, limits: [] }]);
  });

  it("is told in persons", () => {
    // The officer is busy from 15:30 on; families of 3 and of 5 come before the last.
    const claims = { claims: true, atRisk: true };
    const parameters = hearings({
      scripted: [
        group(at("2019-11-06 15:30"), 0, [single(claims)]),
        group(at("2019-11-06 15:40"), 0, [familyOf(3, claims)]),
        group(at("2019-11-06 15:50"), 0, [familyOf(5, claims)]),
        group(at("2019-11-06 15:55"), 0, [single(claims)]),
      ],
      unit: { time: fixed(1) },
    });
    const story = followCase(parameters, { seed: "test", replication: 0, which: { number: 4 } });
    const waits = story.found ? story.entries.map(({ what }) => what).filter(({ kind }) => kind === "waits") : [];
    expect(waits).toEqual([{ kind: "waits", for: ["officer"], ahead: 8, limits: [] }]);
  });

  it("is as it was where nobody claims after a hearing", () => {
    const parameters = shared(true);
    const none = { claim: always(0), foundAtRisk: always(1) };
    const asked = runChecked({
      ...parameters,
      interviewUnits: parameters.interviewUnits.map((unit) => ({ ...unit, afterHearing: none })),
    });
    const off = runChecked(shared(false));
    expect(asked.view.simulation.fingerprint).toBe(off.view.simulation.fingerprint);
  });
});
