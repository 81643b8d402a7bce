import { describe, expect, it } from "vitest";
import { always, type CaseRow, type CaseTable } from "../src/index.ts";
import {
  border,
  changing,
  city,
  court,
  everyone,
  familyOf,
  group,
  moment,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { run, runChecked } from "./run.ts";

const start = startOn("2019-11-22");
const { phoenix } = start;

/** A family of four and an adult, held to the end. */
const held = border(start, 3, {
  sectors: [
    sector("tucson", {
      zone: phoenix,
      fallback: { mix: everyone("hold"), hours: sector("x", { zone: phoenix }).fallback.hours },
    }),
  ],
  scripted: [group(moment(phoenix, "2019-11-22 06:00"), 0, [familyOf(4), single()])],
});
const at = moment(phoenix, "2019-11-23 06:00");
const familyRow = (cases: CaseTable): CaseRow => [...cases.rows()].find((row) => cases.size[row] === 4)!;

describe("the ledgers", () => {
  it("are at 0 in a sound run", () => {
    const { measure } = run(held);
    expect(measure("system.balance")).toBe(0);
    expect(measure("system.families-split")).toBe(0);
    expect(measure("system.present.end")).toBe(5);
  });

  it("notice a case that is lost", () => {
    const { measure } = run(held, { tamper: { at, change: (cases) => cases.remove(familyRow(cases)) } });
    // Four persons and one case too few in either ledger, and four persons whom their place still counts.
    expect(measure("system.balance")).toBe(2 * (4 + 1) + 4);
    expect(measure("system.families-split")).toBe(0);
  });

  it("notice a person who is lost from a family", () => {
    const { measure } = run(held, {
      tamper: {
        at,
        change: (cases) => {
          cases.size[familyRow(cases)] = 3;
        },
      },
    });
    // One too few in attempts, in unique people and in their place.
    expect(measure("system.balance")).toBe(1 + 1 + 1);
    expect(measure("system.families-split")).toBe(1);
  });

  it("notice a family that is split in two, though nobody is lost", () => {
    const split = (cases: CaseTable): void => {
      const row = familyRow(cases);
      const other = cases.add();
      for (const column of [cases.category, cases.stage, cases.place, cases.originSize]) column[other] = column[row]!;
      cases.size[row] = 2;
      cases.size[other] = 2;
    };
    const { measure } = run(held, { tamper: { at, change: split } });
    expect(measure("system.families-split")).toBe(2);
    // The persons balance; there is a case too many in either ledger.
    expect(measure("system.balance")).toBe(1 + 1);
  });

  it("notice a split on the way, though the family is whole again at the end", () => {
    const parameters = {
      ...held,
      sectors: held.sectors.map((one) => ({ ...one, fallback: { ...one.fallback, mix: everyone("detention") } })),
    };
    const change = (cases: CaseTable): void => {
      cases.size[familyRow(cases)] = 3;
    };
    // At the moment of the crossing: the family goes out with three.
    const before = moment(phoenix, "2019-11-22 06:00");
    const { measure } = run(parameters, { tamper: { at: before, change } });
    expect(measure("system.families-split")).toBeGreaterThan(0);
    expect(measure("system.balance")).toBeGreaterThan(0);
  });

  it("are checked hour by hour in the tests", () => {
    const model = runChecked(held);
    model.ground.cases.remove(familyRow(model.ground.cases));
    expect(model.ground.conservation.balance).toBe(14);
  });
});

describe("the ledger of waits", () => {
  it("charges consent from the hour in which it ends, though the port opens and shuts at other hours", () => {
    const at = (hour: string): number => moment(phoenix, `2019-11-22 ${hour}`);
    const { blocked } = run(
      border(start, 1, {
        sectors: [sector("tucson", { zone: phoenix, pathways: [onFoot(0, 0)] })],
        returnPoints: [
          returnPoint("nogales", {
            sector: 0,
            zone: phoenix,
            open: changing(true, [at("11:00"), false], [at("14:00"), true]),
          }),
        ],
        returnLimits: [returnLimit("nogales", { through: [0], zone: phoenix, perDay: always(1) })],
        cities: [city("nogales-son", { zone: phoenix })],
        courts: [court("tucson", { zone: phoenix })],
        scripted: [group(at("08:00"), 0, [single(), single()])],
      }),
    );
    // The second waits for the limit from 08:00 to 24:00, but for the three hours without consent.
    expect(blocked("tucson", "consent").slice(0, 1)).toEqual([3]);
    expect(blocked("tucson", "limit").slice(0, 1)).toEqual([13]);
  });
});

describe("an incomplete run", () => {
  it("says so, and why", () => {
    const { result } = run(held, { limits: { events: 3 } });
    expect(result.status).toBe("truncated");
    expect(result.message).toContain("3 events");
  });
});
