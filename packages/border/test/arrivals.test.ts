import { discrete, fixed, geometric, LocalCalendar, PiecewiseRate } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { type ArrivalParameters, always } from "../src/index.ts";
import { adult, arrivals, border, changing, child, family, many, moment, sector, startOn } from "./parameters.ts";
import { run } from "./run.ts";

const days = 20;
const start = startOn("2019-05-01");
const { phoenix, denver } = start;

/** Mean of a figure over replications, with the half width of its 99.9 % interval (Student t, 39 degrees of freedom: 3.558). */
function estimate(figures: readonly number[]): { readonly mean: number; readonly halfWidth: number } {
  const n = figures.length;
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / n;
  const variance = figures.reduce((sum, figure) => sum + (figure - mean) * (figure - mean), 0) / (n - 1);
  return { mean, halfWidth: 3.558 * Math.sqrt(variance / n) };
}

const replications = 40;
const replicated = (
  given: Partial<ArrivalParameters>,
  measure: string,
  perDay = 100,
): { mean: number; halfWidth: number } => {
  const parameters = border(start, days, {
    sectors: [sector("tucson", { zone: phoenix, arrivals: [arrivals(phoenix, days, perDay, given)] })],
  });
  return estimate(many(replications).map((_, replication) => run(parameters, { replication }).measure(measure)));
};

describe("M19 arrivals", () => {
  it("meet the persons given in expectation, alone", () => {
    const { mean, halfWidth } = replicated({}, "sector.tucson.arrivals");
    expect(Math.abs(mean - 2_000)).toBeLessThan(halfWidth);
    expect(halfWidth).toBeLessThan(40);
  });

  it("and in families and groups", () => {
    const { mean, halfWidth } = replicated(
      { category: family, groupCases: geometric(3), caseSize: discrete([2, 3, 4], [5, 3, 2]) },
      "sector.tucson.arrivals.family",
    );
    expect(Math.abs(mean - 2_000)).toBeLessThan(halfWidth);
    // Compound: the variance is that of 247 groups of 3 cases of 2.7 persons, so at least three times that of single people.
    expect(halfWidth).toBeGreaterThan(3.558 * Math.sqrt((2_000 * 2.7 * 2) / replications));
    expect(halfWidth).toBeLessThan(150);
  });

  it("and with large groups, whose persons are part of them", () => {
    const calendar = new LocalCalendar(phoenix);
    const period = [calendar.midnight(start.firstDay), calendar.midnight(start.firstDay + days)];
    const large = { groups: new PiecewiseRate(period, [0.2 / 24, 0]), persons: fixed(129) };
    const { mean, halfWidth } = replicated(
      { large, category: family, caseSize: fixed(2) },
      "sector.tucson.arrivals.family",
    );
    expect(Math.abs(mean - 2_000)).toBeLessThan(halfWidth);
    // Large groups bring 516 of the 2,000, and a variance of 4 × 129².
    expect(halfWidth).toBeGreaterThan(3.558 * Math.sqrt((4 * 129 * 129 * 0.6) / replications));
  });

  it("cross at the hours of the rate, and are counted by the local date of their sector", () => {
    // Crossings only from 23:00 to 24:00 on the first date, in Tucson and in El Paso an hour earlier in UTC.
    const late = (zone: typeof phoenix): ArrivalParameters =>
      arrivals(zone, days, 0, {
        persons: new PiecewiseRate([moment(zone, "2019-05-01 23:00"), moment(zone, "2019-05-02 00:00")], [300, 0]),
      });
    const { daily } = run(
      border(start, 3, {
        sectors: [
          sector("tucson", { zone: phoenix, arrivals: [late(phoenix)] }),
          sector("el-paso", { zone: denver, arrivals: [late(denver)] }),
        ],
      }),
    );
    for (const id of ["tucson", "el-paso"]) {
      const [first, ...others] = daily(`sector.${id}.arrivals`);
      expect(Math.abs(first! - 300)).toBeLessThan(3.29 * Math.sqrt(300));
      expect(others).toEqual([0, 0]);
    }
  });

  it("have the nationalities of the date", () => {
    const parameters = border(start, days, {
      sectors: [
        sector("tucson", {
          zone: phoenix,
          arrivals: [
            arrivals(phoenix, days, 100, { nationality: changing([3, 1], [moment(phoenix, "2019-05-11"), [0, 1]]) }),
          ],
        }),
      ],
    });
    const { measure, daily } = run(parameters);
    const caught = daily("sector.tucson.arrivals");
    const [before, after] = [caught.slice(0, 10), caught.slice(10)].map((part) => part.reduce((sum, n) => sum + n, 0));
    const notReturnable = measure("sector.tucson.released.cause.nationality");
    expect(Math.abs(notReturnable - after! - before! / 4)).toBeLessThan(3.29 * Math.sqrt((before! * 3) / 16));
  });

  it("are counted by category", () => {
    const parameters = border(start, days, {
      sectors: [
        sector("tucson", {
          zone: phoenix,
          arrivals: [adult, family, child].map((category) =>
            arrivals(phoenix, days, 30, {
              category,
              caseSize: fixed(category === family ? 3 : 1),
              nationality: always([1, 1]),
            }),
          ),
        }),
      ],
    });
    const { measure } = run(parameters);
    const of = (what: string): number => measure(`sector.tucson.arrivals.${what}`);
    expect(of("family") % 3).toBe(0);
    expect(of("single-adult") + of("family") + of("unaccompanied-child")).toBe(measure("sector.tucson.arrivals"));
    expect(measure("sector.tucson.exits.transfer")).toBe(of("unaccompanied-child"));
    expect(measure("system.attempts.mean")).toBe(1);
  });
});
