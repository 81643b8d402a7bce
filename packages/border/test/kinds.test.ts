import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, categories } from "../src/index.ts";
import {
  border,
  child,
  city,
  clockHours,
  court,
  familyOf,
  group,
  moment,
  nationalities,
  onFoot,
  returnPoint,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { run } from "./run.ts";

describe("results by category and nationality", () => {
  it("sum to those of everyone", () => {
    fc.assert(
      fc.property(knobs, (given) => {
        const parameters = randomBorder(given);
        const { measure } = run(parameters);
        const places = ["system", ...parameters.sectors.map(({ id }) => `sector.${id}`)];
        const over = (names: readonly string[], name: (kind: string) => string): number =>
          names.reduce((sum, kind) => sum + measure(name(kind)), 0);
        const codes = nationalities.map((code) => `nationality.${code.toLowerCase()}`);
        const returnable = categories.slice(0, child);
        for (const place of places) {
          for (const what of ["returned.first", "released"]) {
            const all = measure(`${place}.${what}`);
            expect(over(returnable, (kind) => `${place}.${what}.${kind}`)).toBe(all);
            expect(over(codes, (kind) => `${place}.${what}.${kind}`)).toBe(all);
          }
          expect(over(returnable, (kind) => `${place}.enrolled.${kind}`)).toBe(measure(`${place}.enrolled`));
        }
        expect(over(categories, (kind) => `system.arrivals.${kind}`)).toBe(measure("system.arrivals"));
        expect(over(codes, (kind) => `system.arrivals.${kind}`)).toBe(measure("system.arrivals"));
        expect(over(codes, (kind) => `system.waited.${kind}`)).toBeCloseTo(
          over(categories, (kind) => `system.waited.${kind}`),
          6,
        );
      }),
      { seed: 20191122, numRuns: 10 },
    );
  });

  it("tell whose custody is long: at 20:00 an adult and a family of 3, the port opens at 08:00; a Mexican is released at once", () => {
    const start = startOn("2019-11-22");
    const { denver } = start;
    const { measure } = run(
      border(start, 3, {
        sectors: [
          sector("el-paso", {
            zone: denver,
            pathways: [onFoot(0, 0)],
            custody: { capacity: always(9), whenFull: "crowd", limitHours: 10, atLimit: ["hold", "hold", "hold"] },
          }),
        ],
        returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, hours: clockHours(8, 16) })],
        cities: [city("ciudad-juarez", { zone: denver })],
        courts: [court("el-paso", { zone: denver })],
        scripted: [
          group(moment(denver, "2019-11-22 20:00"), 0, [single({ nationality: 1 }), familyOf(3)]),
          group(moment(denver, "2019-11-23 01:00"), 0, [single()]),
        ],
      }),
    );
    // The family waits 12 hours, over the limit of 10; of the two adults one is held for 7 hours and one not at all.
    expect(measure("sector.el-paso.journey.family.hours.median")).toBe(12);
    expect(measure("sector.el-paso.journey.family.over-limit.share")).toBe(1);
    expect(measure("sector.el-paso.journey.single-adult.hours.p95")).toBe(7);
    expect(measure("sector.el-paso.journey.single-adult.over-limit.share")).toBe(0);
    expect(measure("system.journey.nationality.gtm.over-limit.share")).toBe(3 / 4);
    expect(measure("system.journey.nationality.mex.over-limit.share")).toBe(0);
    expect(measure("system.waited.family")).toBe(36);
    expect(measure("system.waited.nationality.gtm")).toBe(43);
    expect(measure("system.released.single-adult.cause.nationality")).toBe(1);
    expect(measure("sector.el-paso.journey.unaccompanied-child.hours.median")).toBeNaN();
  });
});
