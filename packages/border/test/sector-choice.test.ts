import { describe, expect, it } from "vitest";
import { CaseTable } from "../src/ground/case-table.ts";
import { steadyGain } from "../src/index.ts";
import { OutcomeLog } from "../src/ledger/outcome-log.ts";
import { Perception } from "../src/parts/arrivals/perception.ts";
import { logitShares } from "../src/parts/arrivals/sector-choice.ts";
import { border, sector, startOn } from "./parameters.ts";

describe("the logit", () => {
  const constants = [0.5, 0.2, -0.1];
  const sensitivity = -2;
  const sharesAt = (probabilities: readonly number[]): readonly number[] =>
    logitShares(
      [1, 1, 1],
      constants.map((constant, index) => constant + sensitivity * probabilities[index]!),
    );

  it("has the shares and elasticities of the formula", () => {
    const probabilities = [0.2, 0.5, 0.8];
    const shares = sharesAt(probabilities);
    for (const [index, share] of [0.63618551, 0.25865373, 0.10516076].entries())
      expect(shares[index]).toBeCloseTo(share, 8);
    // Own elasticities by a central difference: (dP / P) / (dp / p).
    const elasticities = probabilities.map((probability, own) => {
      const step = 1e-5;
      const moved = [step, -step].map(
        (by) => sharesAt(probabilities.map((p, index) => (index === own ? p + by : p)))[own]!,
      );
      return (((moved[0]! - moved[1]!) / (2 * step)) * probability) / shares[own]!;
    });
    for (const [index, one] of [-0.14552579, -0.74134627, -1.43174279].entries())
      expect(elasticities[index]).toBeCloseTo(one, 7);
  });

  it("gives equal shares to equals, and observed shares back where nothing differs", () => {
    for (const share of logitShares([1, 1, 1], [-0.7, -0.7, -0.7])) expect(share).toBeCloseTo(1 / 3, 15);
    expect(logitShares([0.5, 0.25, 0.25], [0, 0, 0])).toEqual([0.5, 0.25, 0.25]);
  });
});

describe("what is known of a sector", () => {
  const start = startOn("2019-11-22");
  const clock = { now: 0 };
  const parameters = border(start, 60, { sectors: [sector("tucson", { zone: start.phoenix })] });

  /** Ten adults a day whose journey ends at noon, all of them returned from day 20 on; one outside a shelter all the time. */
  function logged(): OutcomeLog {
    const cases = new CaseTable();
    const row = cases.add();
    cases.size[row] = 10;
    const log = new OutcomeLog(clock as never, cases, parameters, 60 * 24);
    clock.now = 0;
    log.goOutside(row, 1);
    for (let day = 0; day < 59; day++) {
      clock.now = 24 * day + 12;
      log.end(row, day >= 20);
    }
    return log;
  }

  it("is smoothed exponentially and comes late", () => {
    const perception = new Perception(logged());
    const hearsay = { lagDays: 7, smoothingDays: 14 };
    perception.hear(7, hearsay);
    expect(perception.returnProbability(0)).toBeNaN();
    perception.hear(8, hearsay);
    expect(perception.returnProbability(0)).toBe(0);
    perception.hear(27, hearsay);
    expect(perception.returnProbability(0)).toBe(0);
    // By the 40th day 33 are known, of which 13 count with returns: (1 - a^13) / (1 - a^33) with a = e^(-1/14).
    perception.hear(40, hearsay);
    expect(perception.returnProbability(0)).toBeCloseTo((1 - Math.exp(-13 / 14)) / (1 - Math.exp(-33 / 14)), 12);
    // One person-day outside for ten persons a day.
    expect(perception.daysOutside(0)).toBeCloseTo(0.1, 12);
  });

  it("is the last day known without smoothing", () => {
    const perception = new Perception(logged());
    const hearsay = { lagDays: 0, smoothingDays: 0 };
    perception.hear(20, hearsay);
    expect(perception.returnProbability(0)).toBe(0);
    perception.hear(21, hearsay);
    expect(perception.returnProbability(0)).toBe(1);
  });
});

describe("the gain up to which displacement comes to rest", () => {
  const keepOf = (smoothingDays: number): number => Math.exp(-1 / smoothingDays);

  it("has closed forms without lag and with one day, and is 1 without smoothing", () => {
    const keep = keepOf(14);
    expect(steadyGain({ lagDays: 0, smoothingDays: 14 })).toBeCloseTo((1 + keep) / (1 - keep), 9);
    expect(steadyGain({ lagDays: 1, smoothingDays: 14 })).toBeCloseTo(1 / (1 - keep), 9);
    for (const lagDays of [0, 1, 21]) expect(steadyGain({ lagDays, smoothingDays: 0 })).toBeCloseTo(1, 9);
  });

  it("is where the delayed, smoothed feedback begins to swing ever wider", () => {
    for (const [lagDays, smoothingDays] of [
      [1, 3],
      [7, 14],
      [21, 14],
      [42, 3],
    ] as const) {
      const keep = keepOf(smoothingDays);
      /** The largest deviation in the last of so many days, from 1. */
      const swing = (gain: number): number => {
        const y = Array.from({ length: lagDays + 1 }, () => 1);
        const length = 400 * (lagDays + 2);
        for (let day = lagDays; day < length; day++) y.push(keep * y[day]! - (1 - keep) * gain * y[day - lagDays]!);
        return Math.max(...y.slice(-4 * (lagDays + smoothingDays)).map(Math.abs));
      };
      const limit = steadyGain({ lagDays, smoothingDays });
      expect(swing(0.97 * limit)).toBeLessThan(0.2);
      expect(swing(1.03 * limit)).toBeGreaterThan(5);
    }
  });
});
