import { describe, expect, it } from "vitest";
import { always, type BorderParameters } from "../src/index.ts";
import { elPaso, type Given, limitReleases } from "./one-port.ts";
import { changing, clockHours, familyOf, group, many, moment, single, startOn } from "./parameters.ts";
import { run, runChecked, stepping } from "./run.ts";

describe("re-entry after a hearing", () => {
  const start = startOn("2019-07-10");
  const { denver } = start;
  const at = (local: string): number => moment(denver, `2019-07-${local}`);
  // Returned on the 10th, heard from 08:00 to 12:00 on the 12th, with another hearing ten days later.
  const heard = (given: Partial<Given>): BorderParameters =>
    elPaso(start, {
      days: 5,
      court: { leadDays: 2, nextLeadDays: 10, hours: clockHours(8, 12), outcome: [1, 0, 0, 0] },
      scripted: [],
      ...given,
    });

  it("precedes first returns and, where the limit says `first`, does not count", () => {
    const parameters = heard({
      days: 4,
      limit: { perDay: changing(50, [at("12 00:00"), 6]) },
      scripted: [group(at("10 12:00"), 0, many(10)), group(at("12 11:00"), 0, many(20))],
    });
    const { measure, daily } = run(parameters);
    expect(measure("port.paso-del-norte.returned.after-hearing")).toBe(10);
    expect(daily("sector.el-paso.returned.first")).toEqual([10, 0, 6, 6]);
    expect(daily("limit.el-paso.used")).toEqual([10, 0, 6, 6]);
  });

  it("counts where the limit says `all`, and goes first there too", () => {
    const parameters = heard({
      limit: { counts: "all", perDay: changing(50, [at("12 00:00"), 6]) },
      scripted: [
        group(at("10 12:00"), 0, [familyOf(2), familyOf(2), familyOf(3)]),
        group(at("12 11:00"), 0, [familyOf(2), familyOf(5)]),
      ],
    });
    const { model, until } = stepping(parameters);
    until(at("12 11:30"));
    // A first return of 2 took its place, one of 5 waits at the head of the 4 that are left.
    expect(model.view.limits.all[0]!.quota.roomOn(start.firstDay + 2)).toBe(4);
    until(at("12 12:30"));
    // The families of 2 come back from the hearing and pass it; that of 3 waits for the next day, as does that of 5.
    expect(model.view.limits.all[0]!.quota.roomOn(start.firstDay + 2)).toBe(0);
    expect(model.ground.counts.points[0]!.afterHearing.total).toBe(4);
    const { measure, daily } = run(parameters);
    // On the 13th 3 come back and leave 3 places, into which the family of 5 does not fit.
    expect(daily("limit.el-paso.used")).toEqual([7, 0, 6, 3, 5]);
    expect(measure("port.paso-del-norte.returned.after-hearing")).toBe(7);
  });

  it("waits overnight in custody, with a new clock, when the port is shut", () => {
    const parameters = heard({
      point: { hours: clockHours(8, 11) },
      sector: { custody: limitReleases },
      scripted: [group(at("10 08:00"), 0, [familyOf(2), single()])],
    });
    const { model, until } = stepping(parameters);
    until(at("12 12:01"));
    expect(model.ground.whereabouts.levels[model.ground.whereabouts.custody(0)]!.level).toBe(3);
    until(at("13 08:01"));
    expect(model.ground.whereabouts.levels[model.ground.whereabouts.custody(0)]!.level).toBe(0);
    // In that night they are in the custody of the sector, and border-wide among those returned.
    const { measure: inTheNight } = run({ ...parameters, endDay: start.firstDay + 3 });
    expect(
      ["sector.el-paso.custody.end", "system.custody.end", "system.waiting.end", "system.waiting.custody.end"].map(
        inTheNight,
      ),
    ).toEqual([3, 0, 3, 3]);
    const { measure, blocked } = run(parameters);
    expect(measure("port.paso-del-norte.returned.after-hearing")).toBe(3);
    expect(blocked("el-paso", "port-hours")).toEqual([3 * 20, 3, 0]);
    expect(measure("sector.el-paso.released")).toBe(0);
    // The night is no stay of someone about to be returned or released.
    expect(measure("sector.el-paso.custody.hours.p95")).toBe(0.125);
    expect(measure("city.ciudad-juarez.waiting.end")).toBe(3);
  });

  it("ends in a release when the port stays shut for 72 hours; the person was returned before, and is not counted again", () => {
    const parameters = heard({
      days: 8,
      point: { open: changing(true, [at("12 09:00"), false]) },
      sector: { custody: limitReleases },
      city: { beds: always(10), acceptance: 1 },
      scripted: [group(at("10 08:00"), 0, [familyOf(2), single()])],
    });
    const { measure, blocked } = run(parameters);
    expect(measure("system.released.after-hearing")).toBe(3);
    expect(measure("system.released")).toBe(0);
    expect(measure("court.el-paso.pending.end")).toBe(0);
    expect(measure("city.ciudad-juarez.sheltered.end")).toBe(0);
    expect(blocked("el-paso", "consent")).toEqual([3 * 72, 3, 3]);
    expect(runChecked(parameters).view.cases.live).toBe(0);
  });
});
