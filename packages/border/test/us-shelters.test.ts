import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always } from "../src/index.ts";
import {
  arrivals,
  border,
  busLine,
  byBus,
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
  usShelter,
} from "./parameters.ts";
import { run, stepping } from "./run.ts";

// 10 July 2019 is a Wednesday.
const start = startOn("2019-07-10");
const { phoenix, denver } = start;

describe("M11 shelters in the United States at the place of release", () => {
  const noon = moment(phoenix, "2019-07-10 12:00");
  const tucson = (given: Partial<Parameters<typeof border>[2]>, stay = fixed(60), beds = 4) =>
    border(start, 6, {
      sectors: [sector("tucson", { zone: phoenix })],
      usShelters: [usShelter("casa-alitas", { sector: 0, beds: always(beds), stay })],
      ...given,
    });

  it("count the persons beyond their beds night by night", () => {
    // Seven at noon on the 10th for 59 hours, to 23:00 on the 12th; two more at noon on the 11th, a day later each. Four beds: 3 over
    // in the first night and 5 in the second; in the third there are 2 in 4 beds.
    const { measure, daily } = run(
      tucson(
        {
          scripted: [group(noon, 0, [familyOf(5), familyOf(2)]), group(noon + 24, 0, [familyOf(2)])],
        },
        fixed(59),
      ),
    );
    expect(measure("shelter.casa-alitas.taken-in")).toBe(9);
    expect(measure("shelter.casa-alitas.over-capacity.nights")).toBe(2);
    expect(measure("shelter.casa-alitas.over-capacity.person-nights")).toBe(8);
    expect(measure("shelter.casa-alitas.occupancy.max")).toBe(9);
    expect(measure("system.shelter.us.occupancy.max")).toBe(9);
    for (const where of ["shelter.casa-alitas", "system.shelter.us"])
      expect(measure(`${where}.occupancy.mean`)).toBeCloseTo((9 * 59) / (6 * 24 + 7), 9);
    expect(measure("system.shelter.us.over-capacity.person-nights")).toBe(8);
    expect(measure("shelter.casa-alitas.occupancy.end")).toBe(0);
    // 7 for half of the first date; 7 and, for half a date, 9 on the second; 7 for 23 hours and 2 for 24 on the third.
    expect(daily("shelter.casa-alitas.occupancy").slice(0, 3)).toEqual([3.5, 8, (7 * 23 + 2 * 24) / 24]);
  });

  it("lie where people are released, not where they crossed", () => {
    // Three whom Mexico does not take are released in Tucson; the six who went by bus at 08:00 are in El Paso when their time is over.
    const parameters = border(start, 6, {
      sectors: [
        sector("tucson", {
          zone: phoenix,
          pathways: [byBus(0, 1, 0)],
          custody: {
            capacity: always(100),
            whenFull: "crowd",
            limitHours: 24,
            atLimit: ["release", "release", "hold"],
          },
        }),
        sector("el-paso", { zone: denver, pathways: [onFoot(1, 0)] }),
      ],
      buses: [busLine("tucson-el-paso", { from: 0, to: 1 })],
      returnPoints: [returnPoint("paso-del-norte", { sector: 1, zone: denver, hours: clockHours(20, 21) })],
      cities: [city("ciudad-juarez", { zone: denver })],
      courts: [court("el-paso", { zone: denver })],
      usShelters: [usShelter("casa-alitas", { sector: 0 }), usShelter("annunciation-house", { sector: 1 })],
      scripted: [group(noon, 0, [...many(6), ...many(3, () => single({ nationality: 1 }))])],
    });
    const { measure } = run(parameters);
    expect(measure("sector.tucson.released")).toBe(9);
    expect(measure("shelter.annunciation-house.taken-in")).toBe(6);
    expect(measure("shelter.casa-alitas.taken-in")).toBe(3);
    expect(measure("system.shelter.us.taken-in")).toBe(9);
  });

  it("may hold people at the start, who leave as those of a steady flow do", () => {
    const midnight = moment(phoenix, "2019-07-10 00:00");
    const { model, until } = stepping(
      tucson({ usShelters: [usShelter("casa-alitas", { sector: 0, beds: always(4), stay: fixed(60), initial: 400 })] }),
    );
    const levels = [-0.001, 0.001, 30, 59.999, 60].map((hour) => {
      until(midnight + hour);
      return model.view.usShelters!.levels[0]!.level;
    });
    // Of a stay of 60 hours any part is left, so that half are there after 30 (standard deviation 10).
    expect([levels[0], levels[1], levels[4]]).toEqual([0, 400, 0]);
    expect(Math.abs(levels[2]! - 200)).toBeLessThan(33);
    expect(model.view.usShelters!.all.max).toBe(400);
    expect(model.view.usShelters!.figures[0]!.takenIn).toBe(0);
    expect(model.view.usShelters!.figures[0]!.nightsOver).toBe(2);
  });

  it("hold as many as come in the length of a stay (Little), and only the share that comes", () => {
    // 80 a day for 2.5 days are 200; of a share of a quarter, 50. Both within 99.9 % of Poisson counts: over 56 days after the first
    // few the mean of M/D/∞ has a variance of 200 × 2.5 / 56 (covariance falls linearly over the stay), so a deviation of 3.0.
    const days = 60;
    const mean = (share: number): number => {
      const series = run(
        border(start, days, {
          sectors: [sector("tucson", { zone: phoenix, arrivals: [arrivals(phoenix, days, 80)] })],
          usShelters: [usShelter("casa-alitas", { sector: 0, share, stay: fixed(60) })],
        }),
      ).daily("shelter.casa-alitas.occupancy");
      return series.slice(4).reduce((sum, level) => sum + level, 0) / (days - 4);
    };
    expect(Math.abs(mean(1) - 200)).toBeLessThan(3.29 * 3.0);
    expect(Math.abs(mean(0.25) - 50)).toBeLessThan(3.29 * 1.5);
    expect(mean(0)).toBe(0);
  });
});
