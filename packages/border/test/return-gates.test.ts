import { describe, expect, it } from "vitest";
import { always, type BorderParameters, type CityParameters } from "../src/index.ts";
import { elPaso } from "./one-port.ts";
import { changing, clockHours, familyOf, group, many, moment, single, startOn } from "./parameters.ts";
import { run } from "./run.ts";

describe("M7 the gates of a return", () => {
  const start = startOn("2019-07-10");
  const { denver } = start;
  const at = (local: string): number => moment(denver, `2019-07-${local}`);

  it("a full docket makes people wait for a court slot, and closes the pathway to those not yet enrolled", () => {
    // Two slots a day, a date within 2 days: two dates ahead, four slots. The port works from 08:00, so all six are enrolled before.
    const parameters = elPaso(start, {
      point: { hours: clockHours(8, 16) },
      court: { leadDays: 1, maxWaitDays: 2, slotsPerRoom: always(2), nextLeadDays: 1 },
      scripted: [
        group(
          at("10 06:00"),
          0,
          many(6, () => familyOf(3)),
        ),
        group(at("10 12:00"), 0, [single()]),
      ],
    });
    const { daily, measure, blocked, held } = run(parameters);
    // On each later date a new one comes within reach.
    expect(daily("sector.el-paso.returned.first")).toEqual([12, 6, 0, 0, 0]);
    expect(measure("sector.el-paso.released.cause.no-court-slot")).toBe(1);
    // From 08:00 to midnight for a slot; then for the port.
    expect(blocked("el-paso", "court-slot")).toEqual([6 * 16, 6, 1]);
    expect(blocked("el-paso", "port-hours")).toEqual([18 * 2 + 6 * 8, 24, 0]);
    // From 16:00 to midnight the port is shut besides.
    expect(held("el-paso", "port-hours")).toBe(18 * 2 + 6 * 8 + 6 * 8);
  });

  it("a date that comes within reach on a day on which the port is shut turns the wait into one for the port", () => {
    // Friday 12 July: the court sits on Tuesdays and gives dates of the next two days; the port works on weekdays.
    const friday = startOn("2019-07-12");
    const enrolled = {
      ...{ category: 0, nationality: 0, size: 1, sector: 0, attempt: 1, hub: 0, point: -1, disposition: -1, cause: -1 },
      ...{ state: "pathway" as const, apprehended: 0, since: 0, next: 0, hearings: 0, sheltered: false },
    };
    const { blocked, daily } = run({
      ...elPaso(friday, {
        point: { hours: { days: 0b0011111, from: 8, to: 16 } },
        court: { hours: { days: 1 << 1, from: 8, to: 16 }, leadDays: 1, maxWaitDays: 2 },
        scripted: [],
      }),
      census: [enrolled],
      censusAt: moment(friday.denver, "2019-07-12 06:00"),
    });
    // From Sunday on Tuesday is within reach.
    expect(blocked("el-paso", "court-slot")).toEqual([18 + 24, 1, 0]);
    expect(blocked("el-paso", "port-hours")).toEqual([24 + 8, 1, 0]);
    expect(daily("sector.el-paso.returned.first")).toEqual([0, 0, 0, 1, 0]);
  });

  it("a hard gate needs a bed for those who accept one", () => {
    // Three beds; a family of 2, one of 2, an adult who declines, one who accepts.
    const parameters = (gate: CityParameters["gate"]): BorderParameters =>
      elPaso(start, {
        days: 4,
        point: { hours: clockHours(8, 16) },
        city: { beds: changing(3, [at("11 12:00"), 4]), acceptance: 1, gate },
        scripted: [
          group(at("10 06:00"), 0, [
            familyOf(2),
            familyOf(2),
            single({ acceptsBed: false }),
            single({ acceptsBed: true }),
          ]),
        ],
      });
    const none = run(parameters("none"));
    expect(none.daily("sector.el-paso.returned.first")).toEqual([6, 0, 0, 0]);
    const hard = run(parameters("hard"));
    // 2, then the adult who declines, then the one who accepts the third bed; the family behind them fits when a fourth is there,
    // which is not enough for two: it waits to the end.
    expect(hard.daily("sector.el-paso.returned.first")).toEqual([4, 0, 0, 0]);
    expect(hard.measure("city.ciudad-juarez.sheltered.end")).toBe(3);
    expect(hard.measure("sector.el-paso.custody.end")).toBe(2);
    // From 08:00 on the 10th to the end of the 13th.
    expect(hard.blocked("el-paso", "shelter")).toEqual([2 * (16 + 72), 2, 0]);
  });

  it("a bed that is freed lets the next across, if the port is at work; otherwise the wait is for the port", () => {
    const parameters = elPaso(start, {
      days: 4,
      point: { hours: clockHours(8, 16) },
      city: { beds: changing(1, [at("11 20:00"), 2]), acceptance: 1, gate: "hard" },
      scripted: [group(at("10 06:00"), 0, many(2))],
    });
    const { daily, blocked } = run(parameters);
    expect(daily("sector.el-paso.returned.first")).toEqual([1, 0, 1, 0]);
    expect(blocked("el-paso", "shelter")).toEqual([12 + 24, 1, 0]);
    expect(blocked("el-paso", "port-hours")).toEqual([2 * 2 + 12, 3, 0]);
    const heard = run({
      ...parameters,
      cities: parameters.cities.map((one) => ({ ...one, beds: always(1) })),
      courts: parameters.courts.map((one) => ({ ...one, leadDays: 1, hours: clockHours(8, 12) })),
    });
    // The first is heard and gone at noon on the 11th, and the second crosses at that instant.
    expect(heard.blocked("el-paso", "shelter")).toEqual([16 + 12, 1, 0]);
    expect(heard.daily("sector.el-paso.returned.first")).toEqual([1, 1, 0, 0]);
  });

  it("all of them at enrolment name the cause", () => {
    const none = elPaso(start, {
      city: { beds: always(0), acceptance: 1, gate: "hard" },
      scripted: [group(at("10 06:00"), 0, [familyOf(2)])],
    });
    expect(run(none).measure("sector.el-paso.released.cause.no-shelter")).toBe(2);
    expect(run(none).blocked("el-paso", "shelter")).toEqual([0, 0, 2]);
  });
});
