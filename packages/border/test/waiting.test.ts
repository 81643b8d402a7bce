import { describe, expect, it } from "vitest";
import { always, type BorderParameters, type CityParameters, type CourtParameters } from "../src/index.ts";
import {
  border,
  changing,
  city,
  clockHours,
  court,
  familyOf,
  group,
  many,
  moment,
  onFoot,
  returnPoint,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { run, runChecked, stepping } from "./run.ts";

// 10 July 2019 is a Wednesday.
const start = startOn("2019-07-10");
const { denver } = start;
const at = (local: string): number => moment(denver, `2019-07-${local}`);

/** Returned at El Paso as soon as caught, to a city and a court as given. */
function returned(given: {
  readonly days: number;
  readonly city?: Partial<CityParameters>;
  readonly court?: Partial<CourtParameters>;
  readonly scripted: BorderParameters["scripted"];
}): BorderParameters {
  return border(start, given.days, {
    sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(0, 0)] })],
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
    cities: [city("ciudad-juarez", { zone: denver, ...given.city })],
    courts: [court("el-paso", { zone: denver, ...given.court })],
    scripted: given.scripted,
  });
}

describe("M23 the docket", () => {
  const weekdays = { days: 0b0011111, from: 8, to: 16 };

  it("gives the first sitting day from the lead on that has a slot, first come first served; slots are cases", () => {
    // Thursday the 11th + 2 days is a Saturday: dates are Monday the 15th, two slots, then Tuesday.
    const parameters = returned({
      days: 9,
      court: { leadDays: 2, slotsPerRoom: always(2), hours: weekdays },
      scripted: [group(at("11 12:00"), 0, [familyOf(4), single(), familyOf(3)])],
    });
    const { model, until } = stepping(parameters);
    const waiting = (): number => model.ground.whereabouts.levels[model.ground.whereabouts.city(0)]!.level;
    until(at("15 08:00"));
    expect(waiting()).toBe(8);
    until(at("15 08:01"));
    expect(waiting()).toBe(3);
    until(at("16 08:01"));
    expect(waiting()).toBe(0);
    const { measure } = run(parameters);
    expect(measure("court.el-paso.heard")).toBe(8);
    expect(measure("court.el-paso.heard.cases")).toBe(3);
    expect(measure("court.el-paso.wait.days.median")).toBe(4);
    expect(measure("court.el-paso.ended.closed")).toBe(8);
  });

  it("closes on holidays, and counts rooms by the roster of the day", () => {
    const parameters = returned({
      days: 9,
      court: {
        leadDays: 1,
        rooms: changing(0, [at("13 00:00"), 1]),
        slotsPerRoom: always(1),
        hours: { ...weekdays, closedOn: new Set([start.firstDay + 5]) },
      },
      scripted: [group(at("10 12:00"), 0, many(2))],
    });
    // No rooms until Saturday the 13th, Monday is a holiday: the 16th and the 17th.
    expect(run(parameters).measure("court.el-paso.wait.days.median")).toBe(6);
    expect(run(parameters).measure("court.el-paso.heard")).toBe(2);
  });

  it("counts the lead from the local date of the return", () => {
    // 23:30 on the 10th in El Paso is the 11th in UTC.
    const late = returned({ days: 4, court: { leadDays: 1 }, scripted: [group(at("10 23:30"), 0, [single()])] });
    const { model, until } = stepping(late);
    until(at("11 08:01"));
    expect(model.ground.counts.courts[0]!.heardCases).toBe(1);
  });

  it("gives no date while the court will never sit, and people wait without one", () => {
    const never = returned({
      days: 12,
      court: {
        leadDays: 1,
        nextLeadDays: 2,
        maxWaitDays: 5,
        rooms: changing(1, [at("14 00:00"), 0]),
        outcome: [1, 0, 0, 0],
      },
      scripted: [group(at("10 12:00"), 0, [familyOf(2)])],
    });
    // Heard on the 11th and the 13th, then never again.
    const { measure } = run(never);
    expect(measure("court.el-paso.heard.cases")).toBe(2);
    expect(measure("court.el-paso.pending.end")).toBe(2);
    expect(measure("court.el-paso.pending.end.cases")).toBe(1);
    expect(measure("city.ciudad-juarez.waiting.end")).toBe(2);
  });
});

describe("a chain of hearings", () => {
  it("books the next when one ends, and waits in Mexico in between", () => {
    const parameters = returned({
      days: 12,
      court: { leadDays: 2, nextLeadDays: 3, outcome: [1, 0, 0, 0] },
      scripted: [group(at("10 12:00"), 0, [familyOf(2)])],
    });
    const { measure } = run(parameters);
    // Heard on the 12th, 15th, 18th and 21st; one more is pending.
    expect(measure("court.el-paso.heard.cases")).toBe(4);
    expect(measure("port.paso-del-norte.returned.after-hearing")).toBe(8);
    expect(measure("sector.el-paso.returned.first")).toBe(2);
    expect(measure("system.returned.after-hearing")).toBe(8);
    expect(measure("court.el-paso.pending.end.cases")).toBe(1);
    // 2 persons across for four days of 8 hours.
    expect(measure("city.ciudad-juarez.outside-shelter.person-days")).toBeCloseTo(2 * (11.5 - (4 * 8) / 24), 10);
    expect(runChecked(parameters).view.cases.live).toBe(1);
  });

  it("ends by the outcome", () => {
    const shares = [0, 0.25, 0.5, 0.25];
    const { measure } = run(
      returned({ days: 5, court: { leadDays: 1, outcome: shares }, scripted: [group(at("10 12:00"), 0, many(1_000))] }),
    );
    const ended = ["granted", "denied", "closed"].map((outcome) => measure(`court.el-paso.ended.${outcome}`));
    expect(ended.reduce((sum, persons) => sum + persons, 0)).toBe(1_000);
    // Standard deviations of 13.7 and 15.8; 3.29 of them are 99.9 %.
    expect(Math.abs(ended[0]! - 250)).toBeLessThan(45);
    expect(Math.abs(ended[1]! - 500)).toBeLessThan(52);
    expect(measure("system.present.end")).toBe(0);
  });

  it("is put off to the next free slot while hearings are suspended", () => {
    const parameters = returned({
      days: 9,
      court: {
        leadDays: 1,
        sitting: changing(true, [at("11 00:00"), false], [at("14 00:00"), true]),
        slotsPerRoom: always(1),
      },
      scripted: [group(at("10 12:00"), 0, many(2))],
    });
    // Dates of the 11th and 12th. That of the 11th moves to the 13th, as the 12th is taken; that of the 12th to the 14th; that of
    // the 13th to the 15th.
    const { model, until } = stepping(parameters);
    until(at("14 08:01"));
    expect(model.ground.counts.courts[0]!.heardCases).toBe(1);
    until(at("15 08:01"));
    expect(model.ground.counts.courts[0]!.heardCases).toBe(2);
    expect(run(parameters).measure("court.el-paso.absent.share")).toBe(0);
  });
});

describe("M16 absence", () => {
  const absent = (absentNotice: number, absentChoice: number): BorderParameters =>
    returned({
      days: 9,
      court: { leadDays: 1, nextLeadDays: 2, absentNotice, absentChoice },
      scripted: [group(at("10 12:00"), 0, [familyOf(2), single()])],
    });

  it("for want of notice is reset once, then ends the case", () => {
    const { measure } = run(absent(1, 0));
    expect(measure("court.el-paso.absent.notice.cases")).toBe(4);
    expect(measure("court.el-paso.ended.in-absentia")).toBe(3);
    expect(measure("court.el-paso.heard")).toBe(0);
    expect(measure("court.el-paso.absent.share")).toBe(1);
    // Returned at 12:00 on the 10th; missed at 08:00 on the 11th and 13th.
    expect(measure("city.ciudad-juarez.outside-shelter.person-days")).toBeCloseTo(3 * (68 / 24), 10);
  });

  it("by choice ends the case", () => {
    const { measure } = run(absent(0, 1));
    expect(measure("court.el-paso.absent.choice.cases")).toBe(2);
    expect(measure("court.el-paso.ended.in-absentia")).toBe(3);
    expect(measure("system.present.end")).toBe(0);
  });

  it("has both causes with their shares", () => {
    const { measure } = run(
      returned({
        days: 3,
        court: { leadDays: 1, absentNotice: 0.3, absentChoice: 0.2 },
        scripted: [group(at("10 12:00"), 0, many(1_000))],
      }),
    );
    // Standard deviations of 14.5 and 12.6; 3.29 of them are 99.9 %.
    expect(Math.abs(measure("court.el-paso.absent.notice.cases") - 300)).toBeLessThan(48);
    expect(Math.abs(measure("court.el-paso.absent.choice.cases") - 200)).toBeLessThan(42);
    expect(measure("court.el-paso.absent.share")).toBeCloseTo(1 - measure("court.el-paso.heard.cases") / 1_000, 10);
  });
});

describe("a city", () => {
  it("is left at a constant hazard, to three destinations; the slot of those who leave stays taken", () => {
    const { measure } = run(
      returned({
        days: 10,
        city: { leaveRate: 0.1 / 24, leaveTo: [0.5, 0.3, 0.2] },
        court: { leadDays: 9, hours: clockHours(12, 16) },
        scripted: [group(at("10 12:00"), 0, many(2_000))],
      }),
    );
    // Nine days to the hearing: 2,000 × (1 - exp(-0.9)) = 1,186.9 leave, standard deviation 22.0.
    expect(Math.abs(measure("city.ciudad-juarez.left") - 1_186.9)).toBeLessThan(3.29 * 22);
    expect(measure("court.el-paso.heard") + measure("city.ciudad-juarez.left")).toBe(2_000);
    expect(measure("court.el-paso.absent.share")).toBeCloseTo(measure("city.ciudad-juarez.left") / 2_000, 10);
    const to = ["home", "elsewhere", "another-sector"].map((where) => measure(`city.ciudad-juarez.left.${where}`));
    expect(to.reduce((sum, persons) => sum + persons, 0)).toBe(measure("city.ciudad-juarez.left"));
    expect(Math.abs(to[2]! / measure("city.ciudad-juarez.left") - 0.2)).toBeLessThan(0.04);
  });

  it("gives beds to families whole, in order, and a freed bed to the next", () => {
    // Four beds: a family of 3, one of 2 that does not fit and waits, an adult who is behind it. On the 12th the first is heard.
    const parameters = returned({
      days: 5,
      city: { beds: always(4), acceptance: 1 },
      court: { leadDays: 2, slotsPerRoom: always(1), hours: clockHours(12, 16) },
      scripted: [group(at("10 12:00"), 0, [familyOf(3), familyOf(2), single()])],
    });
    const { model, until } = stepping(parameters);
    const sheltered = (): number => model.view.cities.sheltered[0]!.level;
    until(at("11 00:00"));
    expect(sheltered()).toBe(3);
    // Away at the hearing the bed is kept.
    until(at("12 13:00"));
    expect(sheltered()).toBe(0);
    until(at("12 16:01"));
    expect(sheltered()).toBe(3);
    expect(run(parameters).measure("city.ciudad-juarez.outside-shelter.declined.person-days")).toBe(0);
  });

  it("lets a family that waits for a bed leave, and those behind it have one", () => {
    // The family of 2 waits for its second bed until it is heard; then the adult behind it gets the one that was free all along.
    const parameters = returned({
      days: 6,
      city: { beds: always(4), acceptance: 1 },
      court: { leadDays: 2, slotsPerRoom: always(1), hours: clockHours(12, 16) },
      scripted: [
        group(at("10 11:00"), 0, [familyOf(2)]),
        group(at("10 12:00"), 0, [familyOf(3), single(), familyOf(3)]),
      ],
    });
    const { model, until } = stepping(parameters);
    until(at("11 00:00"));
    expect(model.view.cities.sheltered[0]!.level).toBe(2);
    until(at("12 16:01"));
    expect(model.view.cities.sheltered[0]!.level).toBe(4);
  });

  it("does not keep others from their beds for a family larger than all shelters", () => {
    const crowd = [group(at("10 12:00"), 0, [familyOf(6), familyOf(2), single()])];
    const small = run(returned({ days: 3, city: { beds: always(4), acceptance: 1 }, scripted: crowd }));
    expect(small.measure("city.ciudad-juarez.sheltered.end")).toBe(3);
    // The same when shelters close: of 7 beds none is left at first, then 4 open.
    const later = run(
      returned({
        days: 3,
        city: { beds: changing(0, [at("10 18:00"), 4]), acceptance: 1 },
        scripted: crowd,
      }),
    );
    expect(later.measure("city.ciudad-juarez.sheltered.end")).toBe(3);
    expect(later.measure("city.ciudad-juarez.outside-shelter.full.end")).toBe(6);
  });

  it("offers beds with the share that accepts", () => {
    const { measure } = run(
      returned({
        days: 2,
        city: { beds: always(9_999), acceptance: 0.25 },
        scripted: [group(at("10 12:00"), 0, many(2_000))],
      }),
    );
    // 500 with a standard deviation of 19.4.
    expect(Math.abs(measure("city.ciudad-juarez.sheltered.end") - 500)).toBeLessThan(64);
    expect(measure("city.ciudad-juarez.outside-shelter.full.end")).toBe(0);
  });
});
