import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, describeBorder, dispositions, type InterviewUnitParameters } from "../src/index.ts";
import { elPaso } from "./one-port.ts";
import {
  changing,
  clockHours,
  court,
  everyone,
  group,
  many,
  moment,
  returnLimit,
  single,
  startOn,
} from "./parameters.ts";
import { run } from "./run.ts";
import { type Given, tucsonElPaso } from "./tucson-el-paso.ts";

// What every result shows beside the counts of each place, worked by hand where it is not a mere sum.

const start = startOn("2019-11-16");
const { denver } = start;
const elPasoAt = (local: string): number => moment(denver, `2019-11-${local}`);

describe("a hub's own people and those who are brought, apart", () => {
  // Ten of Tucson leave at 08:00 in Arizona, 08:00 in Texas, and arrive at noon. Ten of El Paso are caught at 18:00. Eight a day may
  // cross, at any hour.
  const meeting = (more: Given = {}) =>
    run(
      tucsonElPaso(start, 4, {
        elPaso: {
          custody: {
            capacity: always(100),
            whenFull: "crowd",
            limitHours: 24,
            atLimit: ["release", "release", "hold"],
          },
          fallback: { mix: everyone("release"), hours: dispositions.map(() => fixed(0)) },
        },
        returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay: always(8) })],
        scripted: [group(elPasoAt("16 06:00"), 0, many(10)), group(elPasoAt("16 18:00"), 1, many(10))],
        ...more,
      }),
    );

  it("counts the hours each waits there, and whom of each it turns away", () => {
    // 8 of Tucson cross at noon. At midnight the other 2 and 6 of El Paso: 12 hours each for the two, 6 for the six. The last 4 of El
    // Paso would cross a day later, but their time is over at 18:00 after 24 hours.
    const { measure } = meeting();
    expect(measure("hub.el-paso.brought.returned.first")).toBe(10);
    expect(measure("hub.el-paso.brought.waited")).toBe(2 * 12);
    expect(measure("hub.el-paso.brought.waited.per-return")).toBe(2.4);
    expect(measure("hub.el-paso.brought.diverted")).toBe(0);
    expect(measure("hub.el-paso.own.returned.first")).toBe(6);
    expect(measure("hub.el-paso.own.waited")).toBe(6 * 6 + 4 * 24);
    expect(measure("hub.el-paso.own.waited.per-return")).toBe((6 * 6 + 4 * 24) / 6);
    expect(measure("hub.el-paso.own.diverted")).toBe(4);
  });

  it("so that without the bus its own are seen to be neither delayed nor displaced so long", () => {
    // 8 of El Paso cross at 18:00, 2 at midnight.
    const { measure } = meeting({
      bus: { inService: always(false) },
    });
    expect(measure("hub.el-paso.own.returned.first")).toBe(10);
    expect(measure("hub.el-paso.own.waited")).toBe(2 * 6);
    expect(measure("hub.el-paso.own.diverted")).toBe(0);
    expect(measure("hub.el-paso.brought.returned.first")).toBe(0);
    expect(measure("hub.el-paso.brought.waited.per-return")).toBeNaN();
  });

  it("counts nobody as turned away there who was never brought: who is refused at enrolment, or still waits for the bus", () => {
    // The port is shut from the 16th at noon in Texas, as the bus of Tucson arrives with those enrolled; ten more of Tucson and ten of
    // El Paso come later, and are refused. Ten wait at the hub and leave at their limit; of those who come later El Paso's own count.
    const shut = elPasoAt("16 11:00");
    const { measure } = meeting({
      point: { open: changing(true, [shut, false]) },
      scripted: [
        group(elPasoAt("16 06:00"), 0, many(10)),
        group(elPasoAt("16 18:00"), 1, many(10)),
        group(elPasoAt("16 18:00"), 0, many(10)),
      ],
    });
    expect(measure("hub.el-paso.brought.returned.first")).toBe(0);
    expect(measure("hub.el-paso.own.diverted")).toBe(10);
    expect(measure("hub.el-paso.brought.diverted")).toBe(0);
    expect(measure("sector.tucson.released")).toBe(10);
    expect(measure("sector.tucson.custody.end")).toBe(0);
  });

  it("leaves out what is not the hub's: the wait for the bus, and the port after a hearing", () => {
    const { measure } = meeting({
      returnLimits: [],
      courts: [court("el-paso", { zone: denver, leadDays: 1, outcome: [1, 0, 0, 0] })],
      point: { hours: clockHours(10, 14) },
    });
    // All of Tucson cross at noon; those of El Paso at 10:00 after 16 hours. After their hearings they wait for the port too.
    expect(measure("port.paso-del-norte.returned.after-hearing")).toBeGreaterThan(0);
    expect(measure("sector.tucson.arrivals")).toBe(10);
    expect(measure("hub.el-paso.brought.waited")).toBe(0);
    expect(measure("hub.el-paso.own.waited")).toBe(160);
  });
});

describe("enrolled over eligible", () => {
  it("counts as eligible who may be returned by nationality and is not exempt, whatever officers choose", () => {
    const { measure } = run(
      elPaso(start, {
        days: 2,
        scripted: [
          group(elPasoAt("16 12:00"), 0, [
            ...many(5),
            ...many(3, () => single({ discretion: true })),
            ...many(2, () => single({ exempt: true })),
            ...many(4, () => single({ nationality: 1 })),
          ]),
        ],
      }),
    );
    for (const place of ["sector.el-paso", "system"]) {
      expect(measure(`${place}.eligible`)).toBe(8);
      expect(measure(`${place}.enrolled.share`)).toBe(5 / 8);
    }
  });
});

describe("returned at risk, under an assumed error of the screening", () => {
  const screened = (unit: Partial<InterviewUnitParameters>, people = many(4_000)) =>
    elPaso(start, {
      days: 3,
      unit: { claim: always(0.5), foundAtRisk: always(0.1), ...unit },
      limit: { perDay: always(people.length) },
      scripted: [group(elPasoAt("16 12:00"), 0, people)],
    });

  it("is as many as the error makes of those found: 10 % found of 25 % at risk leaves 15 % of claimants", () => {
    const { measure } = run(screened({ screeningError: 0.6 }));
    // Of 4,000 people 2,000 claim, and 300 are missed: a standard deviation of sqrt(4000 × 0.075 × 0.925) = 16.7.
    expect(Math.abs(measure("system.returned.at-risk") - 300)).toBeLessThan(3.29 * 16.7);
    expect(measure("sector.el-paso.returned.at-risk")).toBe(measure("system.returned.at-risk"));
    expect(measure("system.returned.first") + measure("system.at-risk")).toBe(4_000);
  });

  it("changes nobody's way, and is nobody without an error; those who were said not to be at risk are not", () => {
    const [off, none, most] = [{}, { screeningError: 0 }, { screeningError: 0.6 }].map((unit) => run(screened(unit)));
    expect(none!.measure("system.returned.at-risk")).toBe(0);
    expect(none!.result.fingerprint).toBe(off!.result.fingerprint);
    expect(most!.result.fingerprint).toBe(off!.result.fingerprint);
    const given = many(100, () => single({ claims: true, atRisk: false }));
    expect(run(screened({ screeningError: 0.6 }, given)).measure("system.returned.at-risk")).toBe(0);
  });

  it("is not defined unless an error is assumed", () => {
    const names = describeBorder(screened({})).measures.map(({ name }) => name);
    expect(names.filter((name) => name.endsWith("returned.at-risk"))).toEqual([]);
  });
});
