import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, blockedFigures, describeBorder, simulateBorder, valueAt } from "../src/index.ts";
import { measuresAt } from "../src/results/measure.ts";
import {
  border,
  busLine,
  byBus,
  changing,
  city,
  court,
  interior,
  interviewUnit,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  startOn,
  usShelter,
} from "./parameters.ts";
import { knobs, randomBorder } from "./random-border.ts";

const start = startOn("2019-11-22");
const { phoenix, denver } = start;
const parameters = border(start, 2, {
  sectors: [
    sector("tucson", { zone: phoenix, pathways: [byBus(0, 1, 0)] }),
    sector("el-paso", { zone: denver, pathways: [onFoot(1, 0)] }),
  ],
  buses: [busLine("tucson-el-paso", { from: 0, to: 1 })],
  interviewUnits: [
    interviewUnit("el-paso", {
      serves: [1],
      zone: denver,
      screeningError: 0.2,
      afterHearing: { claim: always(0.1), foundAtRisk: always(0.1) },
    }),
  ],
  returnPoints: [returnPoint("eagle-pass", { sector: 1, zone: denver })],
  returnLimits: [returnLimit("del-rio", { through: [0], zone: denver, perDay: always(50) })],
  cities: [city("ciudad-juarez", { zone: denver })],
  courts: [court("el-paso", { zone: denver })],
  interior: interior({ zone: denver }),
  usShelters: [usShelter("casa-alitas", { sector: 0 })],
});

/** The names that other people's programs rely on. */
const promised = [
  ...["arrivals", "enrolled", "interviewed", "returned.first", "released", "released.cause.no-seat"].map(
    (what) => `sector.tucson.${what}`,
  ),
  ...["hours.median", "hours.p95", "over-limit.share", "occupancy.max"].map((what) => `sector.tucson.custody.${what}`),
  ...["trips", "boarded", "load-factor", "wait.hours.median"].map((what) => `bus.tucson-el-paso.${what}`),
  ...["held", "at-risk", "backlog.mean"].map((what) => `interview.el-paso.${what}`),
  ...["used.share", "used.max-per-day", "days-binding"].map((what) => `limit.del-rio.${what}`),
  ...["returned.first", "returned.after-hearing"].map((what) => `port.eagle-pass.${what}`),
  ...["waiting.mean", "sheltered.mean", "outside-shelter.person-days", "left"].map(
    (what) => `city.ciudad-juarez.${what}`,
  ),
  ...["heard", "absent.share", "pending.end", "wait.days.median"].map((what) => `court.el-paso.${what}`),
  ...["arrivals", "enrolled", "returned.first", "released", "attempts.mean", "families-split", "balance"].map(
    (what) => `system.${what}`,
  ),
];

describe("the catalogue", () => {
  const { measures, series, blocked, days } = describeBorder(parameters);

  it("has every measure that is promised", () => {
    const names = measures.map(({ name }) => name);
    expect(promised.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("names each measure and series once, with a unit and a definition", () => {
    for (const definitions of [measures, series]) {
      expect(new Set(definitions.map(({ name }) => name)).size).toBe(definitions.length);
      for (const { name, unit, description } of definitions) {
        expect(name).toMatch(
          /^(sector|bus|hub|interview|limit|port|city|court|group|interior|shelter|system)\.[a-z0-9.-]+$/,
        );
        expect(unit).not.toBe("");
        expect(description.length).toBeGreaterThan(10);
      }
    }
  });

  it("counts persons unless the name says cases", () => {
    const shares = /\.share$|load-factor$/;
    for (const { name, unit } of measures) {
      if (name.endsWith("cases") || name === "system.families-split") expect(unit).toBe("cases");
      else if (shares.test(name)) expect(unit).toBe("share");
      else expect(unit).not.toBe("cases");
    }
  });

  it("lists the local dates, and a blocked-by row for each sector and constraint", () => {
    expect(days).toEqual(["2019-11-22", "2019-11-23"]);
    expect(blocked).toHaveLength(2 * 10);
    expect(blocked[10]).toEqual({ sector: "el-paso", constraint: "consent" });
  });

  it("is what a run fills, even of nobody: counts are 0, shares and medians of nobody are not defined", () => {
    const result = simulateBorder(parameters, { seed: "a", replication: 0 });
    expect(result.measures).toHaveLength(measures.length);
    expect(result.daily).toHaveLength(days.length * series.length);
    expect(result.blocked).toHaveLength(blocked.length * blockedFigures.length);
    measures.forEach(({ name, unit }, index) => {
      const value = result.measures[index]!;
      const undefinedOfNobody =
        unit === "share"
          ? !/no-seat\.any$|^limit\./.test(name)
          : /median$|open.days.mean$|p95$|per-return$|attempts.([a-z.-]+.)?(mean|per-person)$/.test(name);
      if (undefinedOfNobody) expect(value, name).toBeNaN();
      else expect(value, name).toBe(/^limit.*(days|unused|nobody-ready)$/.test(name) ? (unit === "days" ? 2 : 100) : 0);
    });
  });

  it("sums daily flows to the total, but for the hours outside of the dates of a zone", () => {
    fc.assert(
      fc.property(knobs, (given) => {
        const scenario = randomBorder(given);
        const catalogue = describeBorder(scenario);
        const result = simulateBorder(scenario, { seed: "a", replication: 0 });
        for (const what of ["arrivals", "enrolled", "released", "returned.first"]) {
          const name = `sector.tucson.${what}`;
          const column = catalogue.series.findIndex((one) => one.name === name);
          const total = result.measures[catalogue.measures.findIndex((one) => one.name === name)]!;
          let sum = 0;
          for (let day = 0; day < catalogue.days.length; day++)
            sum += result.daily[day * catalogue.series.length + column]!;
          // Tucson is the last zone of all: its dates last until the run ends.
          expect(sum).toBe(total);
        }
      }),
      { seed: 20191122, numRuns: 10 },
    );
  });
});

describe("a table of measures", () => {
  it("says name, unit and definition in one text, and the number on the right", () => {
    const [length, twice] = measuresAt("place.a", () => ({ length: 3 }))({
      "length [m]: Length: of all [sic]": "length",
      "length.twice [person-days]: Twice the length": ({ length }) => 2 * length,
    });
    expect(length).toMatchObject({ name: "place.a.length", unit: "m", description: "Length: of all [sic]" });
    expect(twice).toMatchObject({ name: "place.a.length.twice", unit: "person-days", description: "Twice the length" });
    expect([length, twice].map((measure) => measure!.read({} as never))).toEqual([3, 6]);
  });

  it.each(["length: Length", "length [m] Length", "length [m]: ", "le ngth [m]: Length", "length []: Length"])(
    "does not take %j",
    (text) => {
      expect(() => measuresAt("place.a", () => 0)({ [text]: () => 0 })).toThrow(
        `figure must be said as "name [unit]: definition", got "${text}"`,
      );
    },
  );
});

describe("a value that changes on dates", () => {
  it("is the one in force, from its own instant on", () => {
    const timeline = changing("a", [10, "b"], [20, "c"], [30, "d"]);
    expect([-5, 0, 9.99, 10, 19, 20, 29.9, 30, 1e9].map((time) => valueAt(timeline, time)).join("")).toBe("aaabbccdd");
    expect(valueAt(always(7), 3)).toBe(7);
    expect(() => valueAt([], 0)).toThrow("timeline must have at least one entry, got none");
  });
});
