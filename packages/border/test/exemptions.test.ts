import { fixed } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, type BorderParameters, describeBorder, dispositions, type ExemptKinds } from "../src/index.ts";
import {
  border,
  changing,
  city,
  court,
  everyone,
  family,
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
import { knobs, randomBorder } from "./random-border.ts";
import { run } from "./run.ts";

const start = startOn("2019-07-10");
const { denver } = start;
const at = (local: string): number => moment(denver, `2019-07-${local}`);
const zero = [0, 0, 0, 0];

/** Shares of families of each kind: under one, pregnant, illness, other; which kinds are exempt. */
function ofFamilies(shares: readonly number[], exempt = [true, true, true, true]): ExemptKinds {
  return { share: [zero, shares, zero], exempt };
}

/** El Paso, where a release takes 80 hours and a return none. */
function elPaso(kinds: ExemptKinds, scripted: BorderParameters["scripted"], later = kinds): BorderParameters {
  const total = kinds.share[1].reduce((sum, share, kind) => sum + (kinds.exempt[kind] ? share : 0), 0);
  return border(start, 6, {
    sectors: [
      sector("el-paso", {
        zone: denver,
        pathways: [onFoot(0, 0)],
        eligibility: {
          returnable: always([true, false]),
          exempt: always([0, total, 0]),
          exemptKinds: changing(kinds, [at("12 00:00"), later]),
          discretion: always([0, 0, 0]),
        },
        fallback: { mix: everyone("release"), hours: dispositions.map(() => fixed(80)) },
      }),
    ],
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    scripted,
  });
}

describe("kinds of exemption", () => {
  it("exempt the same people as one share, to whom they sum", () => {
    fc.assert(
      fc.property(knobs, (given) => {
        const plain = randomBorder(given);
        const told = {
          ...plain,
          sectors: plain.sectors.map((one) => ({
            ...one,
            eligibility: { ...one.eligibility, exemptKinds: always(ofFamilies([0.125, 0.0625, 0.0125, 0])) },
          })),
        };
        const [before, after] = [run(plain), run(told)];
        expect(after.result.fingerprint).toBe(before.result.fingerprint);
        for (const { name } of describeBorder(plain).measures)
          expect(after.measure(name), name).toBe(before.measure(name));
        const exempt = ["under-one", "pregnant", "illness", "other"].map((kind) =>
          after.measure(`system.exempt.${kind}`),
        );
        expect(exempt[3]).toBe(0);
        expect(exempt[0]! + exempt[1]! + exempt[2]! + exempt[3]!).toBeGreaterThanOrEqual(
          after.measure("system.released.cause.exempt"),
        );
      }),
      { seed: 20191122, numRuns: 8 },
    );
  });

  it("fall on people by their shares", () => {
    // Of 4,000: 1,200 ± 29 and 800 ± 25, each with 3.29 standard deviations for 99.9 %.
    const { measure } = run(
      elPaso(ofFamilies([0.3, 0, 0.2, 0]), [
        group(
          at("10 08:00"),
          0,
          many(4_000, () => familyOf(1)),
        ),
      ]),
    );
    expect(Math.abs(measure("system.exempt.under-one") - 1_200)).toBeLessThan(3.29 * 29);
    expect(Math.abs(measure("system.exempt.illness") - 800)).toBeLessThan(3.29 * 25.3);
    expect(measure("system.exempt.pregnant") + measure("system.exempt.other")).toBe(0);
    expect(measure("sector.el-paso.arrivals.infants")).toBe(measure("sector.el-paso.exempt.under-one"));
  });

  it("say how long families with infants are held: exempt, they wait 80 hours for their release; not exempt, they are returned at once", () => {
    const people = [group(at("10 08:00"), 0, [familyOf(3), single()]), group(at("12 08:00"), 0, [familyOf(2)])];
    const all = [1, 0, 0, 0];
    const exempt = run(elPaso(ofFamilies(all), people));
    expect(exempt.measure("system.exempt.under-one")).toBe(5);
    // The family of 3 is out after 80 hours, at 16:00 on the 13th, the family of 2 at 16:00 on the 15th.
    expect(exempt.measure("sector.el-paso.journey.infants.hours.median")).toBe(80);
    expect(exempt.measure("sector.el-paso.journey.infants.over-limit.share")).toBe(1);
    expect(exempt.measure("sector.el-paso.returned.first")).toBe(1);
    // From the 12th on infants are not exempt any more. They are counted as infants all the same.
    const later = run(elPaso(ofFamilies(all), people, ofFamilies(all, [false, true, true, true])));
    expect(later.measure("system.exempt.under-one")).toBe(3);
    expect(later.measure("system.arrivals.infants")).toBe(5);
    expect(later.measure("system.journey.infants.over-limit.share")).toBe(3 / 5);
    expect(later.measure("sector.el-paso.returned.first")).toBe(1 + 2);
  });

  it("of a case known to be exempt or not follow from that", () => {
    const infants = (exempt: boolean, shares: readonly number[], kinds?: boolean[]) =>
      run(elPaso(ofFamilies(shares, kinds), [group(at("10 08:00"), 0, [familyOf(2, { exempt })])])).measure(
        "system.arrivals.infants",
      );
    // Exempt, and for no other reason; not exempt, so that there is none; not exempt, where infants never are.
    expect(infants(true, [0.001, 0, 0, 0])).toBe(2);
    expect(infants(false, [0.999, 0, 0, 0])).toBe(0);
    expect(infants(false, [0.999, 0, 0, 0.001], [false, true, true, true])).toBe(2);
    expect(infants(true, [0.999, 0, 0, 0.001], [false, true, true, true])).toBe(0);
  });

  it("are not told without the setting", () => {
    const names = describeBorder(randomBorder(fc.sample(knobs, { seed: family, numRuns: 1 })[0]!)).measures;
    expect(names.some(({ name }) => name.includes("infants") || name.includes(".exempt."))).toBe(false);
  });
});
