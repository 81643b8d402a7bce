import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import {
  always,
  type BorderParameters,
  dispositions,
  type EligibilityParameters,
  type SectorParameters,
} from "../src/index.ts";
import { at, bused, elPaso, phoenix, tucson } from "./bused.ts";
import { all, byBus, changing, child, familyOf, group, many, onFoot, returnPoint, single } from "./parameters.ts";
import { run } from "./run.ts";

describe("screens and fallbacks", () => {
  const eligibility = (given: Partial<EligibilityParameters>): Partial<SectorParameters> => ({
    eligibility: {
      returnable: always([true, false]),
      exempt: always([0, 0, 0]),
      discretion: always([0, 0, 0]),
      ...given,
    },
  });

  it("take nationality, exemption and discretion in this order, each with its cause", () => {
    const { measure } = run(
      bused({
        scripted: [
          group(at("2019-07-10 06:00"), tucson, [
            single({ nationality: 1, exempt: true, discretion: true }),
            familyOf(2, { exempt: true, discretion: true }),
            familyOf(3, { discretion: true }),
            familyOf(4),
          ]),
        ],
      }),
    );
    expect(measure("sector.tucson.released.cause.nationality")).toBe(1);
    expect(measure("sector.tucson.released.cause.exempt")).toBe(2);
    expect(measure("sector.tucson.released.cause.discretion")).toBe(3);
    expect(measure("sector.tucson.enrolled")).toBe(4);
    expect(measure("sector.tucson.returned.first")).toBe(4);
  });

  it("draw exemption and discretion with the shares of the category", () => {
    const { measure } = run(
      bused({
        tucson: eligibility({ exempt: always([1, 0, 0]), discretion: always([0, 1, 0]) }),
        scripted: [group(at("2019-07-10 06:00"), tucson, [single(), familyOf(2)])],
      }),
    );
    expect(measure("sector.tucson.released.cause.exempt")).toBe(1);
    expect(measure("sector.tucson.released.cause.discretion")).toBe(2);
    const drawn = run(
      bused({
        tucson: eligibility({ exempt: always([0.25, 0, 0]) }),
        scripted: [group(at("2019-07-10 06:00"), tucson, many(4_000))],
      }),
    );
    // 1,000 are expected, with a standard deviation of 27.4; 3.29 of them are 99.9 %.
    expect(Math.abs(drawn.measure("sector.tucson.released.cause.exempt") - 1_000)).toBeLessThan(90);
  });

  it("can change on a date", () => {
    const { measure } = run(
      bused({
        tucson: eligibility({ returnable: changing([true, false], [at("2019-07-11"), [true, true]]) }),
        scripted: ["2019-07-10 23:59", "2019-07-11 00:00"].map((time) =>
          group(at(time), tucson, [single({ nationality: 1 })]),
        ),
      }),
    );
    expect(measure("sector.tucson.released.cause.nationality")).toBe(1);
    expect(measure("sector.tucson.returned.first")).toBe(1);
  });

  it("send a case out by category and nationality, after the hours that takes", () => {
    const mix = (first: number, second: number): readonly (readonly { from: number; value: readonly number[] }[])[] =>
      [first, second].map((to) => always(all(dispositions[to]!)));
    const [release, detention, removal, transfer] = [0, 1, 2, 3];
    const { measure } = run(
      bused({
        tucson: {
          pathways: [],
          fallback: {
            mix: [mix(detention, removal), mix(release, removal), mix(release, release)],
            hours: [1, 20, 30, 40, 0].map(fixed),
          },
        },
        scripted: [
          group(at("2019-07-10 00:00"), tucson, [
            single(),
            single({ nationality: 1 }),
            familyOf(3),
            familyOf(3, { nationality: 1 }),
            single({ category: child }),
            single({ category: child, nationality: 1 }),
          ]),
        ],
      }),
    );
    expect(measure("sector.tucson.exits.detention")).toBe(1);
    expect(measure("sector.tucson.exits.removal")).toBe(4);
    expect(measure("sector.tucson.released.cause.no-pathway")).toBe(3);
    expect(measure("sector.tucson.released")).toBe(3);
    // A child alone always transfers out, whatever the mix says.
    expect(measure("sector.tucson.exits.transfer")).toBe(2);
    expect(transfer).toBe(dispositions.indexOf("transfer"));
    expect(measure("sector.tucson.custody.hours.p95")).toBe(40);
    expect(measure("sector.tucson.custody.hours.median")).toBe(30);
  });

  it("never ask about a child alone", () => {
    const { measure } = run(
      bused({
        scripted: [
          group(
            at("2019-07-10 06:00"),
            tucson,
            many(9, () => single({ category: child })),
          ),
        ],
      }),
    );
    expect(measure("sector.tucson.exits.transfer")).toBe(9);
    expect(measure("sector.tucson.enrolled")).toBe(0);
  });
});

describe("a case larger than the whole", () => {
  const big = [group(at("2019-07-10 06:00"), tucson, [familyOf(6), familyOf(5)])];

  it("bus takes its fallback at once", () => {
    const { measure, blocked } = run(bused({ bus: { seats: always(5) }, scripted: big }));
    expect(measure("sector.tucson.released.cause.too-large")).toBe(6);
    expect(measure("sector.tucson.returned.first")).toBe(5);
    expect(blocked("tucson", "timetable")).toEqual([5 * 2, 5, 0]);
  });

  it("daily limit takes its fallback at once", () => {
    const { measure } = run(bused({ perDay: always(5), scripted: big }));
    expect(measure("sector.tucson.released.cause.too-large")).toBe(6);
    expect(measure("sector.tucson.returned.first")).toBe(5);
    expect(measure("bus.tucson-el-paso.boarded")).toBe(5);
  });

  it("bus or limit that becomes too small while it waits takes its fallback then", () => {
    const smaller = run(bused({ bus: { seats: changing(6, [at("2019-07-10 07:00"), 5]) }, scripted: big }));
    expect(smaller.measure("sector.tucson.released.cause.too-large")).toBe(6);
    expect(smaller.measure("bus.tucson-el-paso.boarded")).toBe(5);
    // At noon both have arrived and the family of 6 has used up the 8; the other waits for the next day's quota.
    const limited = run(bused({ perDay: changing(8, [at("2019-07-10 15:00"), 4]), scripted: big }));
    expect(limited.measure("sector.tucson.returned.first")).toBe(6);
    expect(limited.measure("sector.tucson.released.cause.too-large")).toBe(5);
    expect(limited.blocked("tucson", "limit")).toEqual([5 * 3, 5, 0]);
  });

  it("is not said of a limit that is suspended: then people wait", () => {
    const { measure } = run(bused({ perDay: changing(0, [at("2019-07-11 12:00"), 20]), scripted: big }));
    expect(measure("sector.tucson.released")).toBe(0);
    expect(measure("sector.tucson.returned.first")).toBe(11);
  });
});

describe("the choice of a pathway", () => {
  // Tucson may return at Nogales from its own custody, else by bus to El Paso.
  const two = (given: { nogales?: boolean; line?: boolean; paso?: boolean }): BorderParameters => {
    const base = bused({
      bus: { inService: always(given.line ?? true) },
      scripted: [group(at("2019-07-10 06:00"), tucson, [familyOf(4)])],
    });
    return {
      ...base,
      sectors: base.sectors.map((one, index) =>
        index === tucson ? { ...one, pathways: [onFoot(tucson, 1), byBus(0, elPaso, 0)] } : one,
      ),
      returnPoints: [
        { ...base.returnPoints[0]!, open: always(given.paso ?? true) },
        returnPoint("nogales", { sector: tucson, zone: phoenix, open: always(given.nogales ?? true) }),
      ],
    };
  };

  it("takes the first that is open", () => {
    expect(run(two({})).measure("port.nogales.returned.first")).toBe(4);
    expect(run(two({ nogales: false })).measure("port.paso-del-norte.returned.first")).toBe(4);
  });

  it("names what is missing when none is", () => {
    const closed = run(two({ nogales: false, paso: false }));
    expect(closed.measure("sector.tucson.released.cause.no-consent")).toBe(4);
    expect(closed.measure("sector.tucson.enrolled")).toBe(0);
    // Diverted at the decision, without an hour of waiting.
    expect(closed.blocked("tucson", "consent")).toEqual([0, 0, 4]);
    const noBus = run({ ...two({ line: false }), returnPoints: two({ nogales: false }).returnPoints });
    expect(noBus.measure("sector.tucson.released.cause.no-consent")).toBe(4);
  });
});
