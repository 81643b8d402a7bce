import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, type BorderParameters, type FilingRule } from "../src/index.ts";
import { elPaso as onePort } from "./one-port.ts";
import { changing, familyOf, group, many, moment, onFoot, single, startOn } from "./parameters.ts";
import { type Run, run } from "./run.ts";

const start = startOn("2019-07-10");
const { denver } = start;
const at = (local: string): number => moment(denver, `2019-07-${local}`);

/** Caught in El Paso on 10 July; the limit lets so many a day return to Ciudad Juarez. */
function elPaso(given: {
  readonly people: readonly ReturnType<typeof single>[];
  readonly days?: number;
  readonly perDay?: number;
  readonly filed?: BorderParameters["courts"][number]["filed"];
  readonly more?: Partial<BorderParameters>;
  readonly leadDays?: number;
  readonly leaving?: boolean;
}): BorderParameters {
  const { days, leadDays = 2, filed, perDay = 1_000 } = given;
  const parameters = onePort(start, {
    ...(days && { days }),
    unit: {},
    limit: { perDay: always(perDay), fit: "skip" },
    city: given.leaving ? { leaveRate: 1, leaveTo: [0, 0, 1] } : {},
    court: { leadDays, ...(filed && { filed }) },
    scripted: [group(at("10 12:00"), 0, given.people)],
  });
  return { ...parameters, ...given.more };
}

/** Persons and cases filed, asked for in every way, which must agree. */
function filedIn({ measure }: Run): readonly [persons: number, cases: number] {
  const places = ["port.paso-del-norte", "court.el-paso", "sector.el-paso", "system"];
  const both = (what: string) => new Set(places.map((place) => measure(`${place}.court-cases.${what}`)));
  expect([both("filed").size, both("filed.cases").size]).toEqual([1, 1]);
  return [...both("filed"), ...both("filed.cases")] as unknown as readonly [number, number];
}

const rule = (value: FilingRule) => always(value);

describe("M23 returned has three meanings: first returns, re-entries, and court cases filed", () => {
  it("a case is filed at the first return, in persons and cases, and not again after a hearing", () => {
    // A family of 4 and 2 adults cross on the 10th, are heard on the 12th, continued, and cross again.
    const people = [familyOf(4), single(), single()];
    const parameters = elPaso({ people });
    const heard = { ...parameters, courts: parameters.courts.map((one) => ({ ...one, outcome: [1, 0, 0, 0] })) };
    const ran = run(heard);
    expect(filedIn(ran)).toEqual([6, 3]);
    expect(ran.measure("sector.el-paso.returned.first")).toBe(6);
    expect(ran.measure("sector.el-paso.returned.after-hearing")).toBe(6);
    expect(ran.measure("system.returned.after-hearing")).toBe(6);
  });

  it("by the day on which it is filed: at the return when that is possible, at the enrolment at once", () => {
    // 5 adults under a limit of 2 a day return on the 10th, 11th and 12th.
    const daily = (filed: FilingRule) => {
      const ran = run(elPaso({ people: many(5), perDay: 2, leadDays: 60, filed: rule(filed) }));
      const names = ["sector.el-paso", "system", "port.paso-del-norte", "court.el-paso"];
      const [one, ...others] = names.map((name) => ran.daily(`${name}.court-cases.filed`));
      for (const other of others) expect(other).toEqual(one);
      return one;
    };
    expect(daily("return")).toEqual([2, 2, 1, 0, 0]);
    expect(daily("enrolment")).toEqual([5, 0, 0, 0, 0]);
  });

  it("at the enrolment also for those who are then found at risk, so that more are filed than return", () => {
    const people = many(10, (index) => single({ claims: index < 4, atRisk: index < 4 }));
    const filed = (when: FilingRule) => {
      const ran = run(elPaso({ people, filed: rule(when) }));
      expect(ran.measure("system.returned.first")).toBe(6);
      return filedIn(ran);
    };
    expect(filed("return")).toEqual([6, 6]);
    expect(filed("enrolment")).toEqual([10, 10]);
  });

  it("once an attempt where the rule changes between enrolment and return", () => {
    // Enrolled on the 10th; 2 return that day, 2 on the 11th, under a rule that has changed.
    const filed = changing<FilingRule>("enrolment", [at("11 00:00"), "return"]);
    expect(filedIn(run(elPaso({ people: many(4), perDay: 2, leadDays: 60, filed })))).toEqual([4, 4]);
  });

  it("not again of people who try again with a date of an earlier attempt, but anew when that has passed", () => {
    // All leave Juarez within hours and are caught again in El Paso two days on; the hearing is after 20 days, or after 1.
    const filed = (leadDays: number, when: FilingRule) => {
      const parameters = elPaso({ people: many(8), days: 12, leadDays, leaving: true, filed: rule(when) });
      const [only] = parameters.sectors;
      const ran = run({
        ...parameters,
        sectors: [only!, { ...only!, id: "tucson", pathways: [onFoot(1, 0)] }],
        tryAgain: {
          mostAttempts: 2,
          delay: fixed(72),
          through: [
            [0, 1],
            [1, 0],
          ],
        },
      });
      expect(ran.measure("system.returned.first")).toBe(16);
      return ["system.court-cases.filed", "sector.tucson.court-cases.filed"].map(ran.measure);
    };
    for (const when of ["return", "enrolment"] as const) {
      expect(filed(20, when)).toEqual([8, 0]);
      expect(filed(1, when)).toEqual([16, 8]);
    }
  });
});
