import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import {
  always,
  type BorderParameters,
  type BusLineParameters,
  dispositions,
  type EligibilityParameters,
  type InterviewUnitParameters,
  type SectorParameters,
} from "../src/index.ts";
import {
  all,
  border,
  busLine,
  byBus,
  changing,
  child,
  city,
  clockHours,
  court,
  familyOf,
  group,
  interviewUnit,
  many,
  moment,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { run } from "./run.ts";

const start = startOn("2019-07-10");
const { phoenix, denver } = start;
const [tucson, elPaso] = [0, 1];
const at = (local: string): number => moment(phoenix, local);

interface Given {
  readonly tucson?: Partial<SectorParameters>;
  readonly bus?: Partial<BusLineParameters>;
  readonly unit?: Partial<InterviewUnitParameters>;
  readonly perDay?: BorderParameters["returnLimits"][number]["perDay"];
  readonly scripted: BorderParameters["scripted"];
}

/** Tucson by bus to El Paso, where one point is open at all hours under one limit. */
function bused(given: Given): BorderParameters {
  return border(start, 5, {
    sectors: [
      sector("tucson", { zone: phoenix, pathways: [byBus(0, elPaso, 0)], ...given.tucson }),
      sector("el-paso", { zone: denver, pathways: [onFoot(elPaso, 0)] }),
    ],
    buses: [busLine("tucson-el-paso", { from: tucson, to: elPaso, ...given.bus })],
    interviewUnits:
      given.unit === undefined ? [] : [interviewUnit("el-paso", { serves: [elPaso], zone: denver, ...given.unit })],
    returnPoints: [returnPoint("paso-del-norte", { sector: elPaso, zone: denver })],
    returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay: given.perDay ?? always(1_000) })],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    scripted: given.scripted,
  });
}

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

describe("the bus", () => {
  it("is waited for as the timetable before the first departure one could board, as a seat after it", () => {
    const { measure, blocked } = run(
      bused({ bus: { seats: always(3) }, scripted: [group(at("2019-07-10 06:00"), tucson, many(7))] }),
    );
    // 06:00 to 08:00 for the timetable; 4 miss the first bus, 1 the second.
    expect(blocked("tucson", "timetable")).toEqual([7 * 2, 7, 0]);
    expect(blocked("tucson", "seat")).toEqual([4 * 24 + 24, 4, 0]);
    expect(measure("bus.tucson-el-paso.trips")).toBe(3);
    expect(measure("bus.tucson-el-paso.load-factor")).toBe(7 / 9);
    expect(measure("bus.tucson-el-paso.miles")).toBe(900);
    expect(measure("bus.tucson-el-paso.hours")).toBe(12);
    expect(measure("bus.tucson-el-paso.person-hours")).toBe(28);
    // 3 wait 2 hours, 3 wait 26, 1 waits 50.
    expect(measure("bus.tucson-el-paso.wait.hours.median")).toBe(26);
  });

  it("keeps families whole: nobody passes a family that does not fit, unless those who fit are let in", () => {
    const line = [group(at("2019-07-10 06:00"), tucson, [familyOf(4), familyOf(3), familyOf(2)])];
    const boarded = (fit: "block" | "skip"): readonly number[] =>
      run(bused({ bus: { seats: always(6), fit }, scripted: line })).daily("bus.tucson-el-paso.boarded");
    expect(boarded("block")).toEqual([4, 5, 0, 0, 0]);
    expect(boarded("skip")).toEqual([6, 3, 0, 0, 0]);
  });

  it("needs a vehicle that is back", () => {
    // Out for 4 + 1 + 4 hours: the bus of 12:00 does not run, nor that of 16:00; that of 20:00 does.
    const { measure, daily, blocked } = run(
      bused({
        bus: { seats: always(2), departureHours: [8, 12, 16, 20] },
        scripted: [group(at("2019-07-10 07:00"), tucson, many(4))],
      }),
    );
    expect(measure("bus.tucson-el-paso.trips")).toBe(2);
    expect(daily("bus.tucson-el-paso.boarded")).toEqual([4, 0, 0, 0, 0]);
    expect(blocked("tucson", "seat")).toEqual([2 * 12, 2, 0]);
    const twoVehicles = run(
      bused({
        bus: { seats: always(2), departureHours: [8, 12, 16, 20], fleet: always(2) },
        scripted: [group(at("2019-07-10 07:00"), tucson, many(4))],
      }),
    );
    expect(twoVehicles.blocked("tucson", "seat")).toEqual([2 * 4, 2, 0]);
  });

  it("does not leave below its minimum load, and those who wait then wait for the timetable", () => {
    const { daily, blocked } = run(
      bused({
        bus: { minimumLoad: 3 },
        scripted: [group(at("2019-07-10 07:00"), tucson, many(2)), group(at("2019-07-11 07:00"), tucson, [single()])],
      }),
    );
    expect(daily("bus.tucson-el-paso.boarded")).toEqual([0, 3, 0, 0, 0]);
    expect(blocked("tucson", "timetable")).toEqual([2 * 25 + 1, 3, 0]);
    expect(blocked("tucson", "seat")).toEqual([0, 0, 0]);
  });

  it("runs on its days: 10 July 2019 is a Wednesday", () => {
    const daysOf = (days: number): readonly number[] =>
      run(bused({ bus: { days }, scripted: [group(at("2019-07-10 07:00"), tucson, [single()])] })).daily(
        "bus.tucson-el-paso.boarded",
      );
    expect(daysOf(1 << 2)).toEqual([1, 0, 0, 0, 0]);
    expect(daysOf(1 << 4)).toEqual([0, 0, 1, 0, 0]);
  });

  it("serves in order of ready time when sectors meet at the hub", () => {
    // Ten of El Paso are ready at 13:00 there, when ten of Tucson arrive: both are ready then, and the earlier apprehended go first.
    const { blocked } = run({
      ...bused({
        perDay: always(10),
        scripted: [
          group(moment(denver, "2019-07-10 13:00"), elPaso, many(10)),
          group(at("2019-07-10 07:00"), tucson, many(10)),
        ],
      }),
    });
    expect(blocked("tucson", "limit")).toEqual([0, 0, 0]);
    expect(blocked("el-paso", "limit")).toEqual([10 * 11, 10, 0]);
  });

  it("and decides by sector, then ordinal, when they were apprehended at one instant", () => {
    const parameters = border(start, 3, {
      sectors: [
        sector("tucson", { zone: phoenix, pathways: [onFoot(0, 0)] }),
        sector("yuma", { zone: phoenix, pathways: [onFoot(1, 0)] }),
      ],
      returnPoints: [returnPoint("nogales", { sector: 0, zone: phoenix })],
      returnLimits: [returnLimit("nogales", { through: [0], zone: phoenix, perDay: always(4) })],
      cities: [city("nogales-son", { zone: phoenix })],
      courts: [court("tucson", { zone: phoenix })],
      // Yuma's group is written first.
      scripted: [group(at("2019-07-10 12:00"), 1, many(4)), group(at("2019-07-10 12:00"), 0, many(4))],
    });
    expect(run(parameters).daily("sector.tucson.returned.first")).toEqual([4, 0, 0]);
    expect(run(parameters).daily("sector.yuma.returned.first")).toEqual([0, 4, 0]);
  });
});

describe("the interview", () => {
  const claimants = (count: number, atRisk = false): BorderParameters["scripted"] => [
    group(
      at("2019-07-10 06:00"),
      tucson,
      many(count, () => single({ claims: true, atRisk })),
    ),
  ];

  it("has hours and officers; one officer interviews one case at a time", () => {
    // Arrival at 13:00 in El Paso; two officers, two hours a case, until 16:00: two cases, and an interview begun is finished.
    const { measure, blocked } = run(
      bused({
        unit: { officers: always(2), hours: clockHours(8, 16), time: fixed(2) },
        scripted: claimants(6),
      }),
    );
    expect(measure("interview.el-paso.held")).toBe(6);
    // 13:00 two; 15:00 two, done at 17:00; the last two at 08:00 the next day.
    expect(blocked("tucson", "officer")).toEqual([2 * 2 + 2 * 19, 4, 0]);
    expect(measure("interview.el-paso.backlog.mean")).toBeCloseTo(42 / (5 * 24 + 7), 10);
  });

  it("takes those who come by one bus in the order of their apprehension, not of their boarding", () => {
    // The family is caught first but takes longer to process, so the others are ready for the bus before it. One officer, ten hours.
    const { blocked } = run(
      bused({
        tucson: { processing: { agents: always(9), time: [fixed(0), fixed(2), fixed(0)] } },
        unit: { officers: always(1), time: fixed(10) },
        scripted: [
          group(at("2019-07-10 05:00"), tucson, [familyOf(4, { claims: true })]),
          group(at("2019-07-10 06:00"), tucson, [single({ claims: true })]),
          group(at("2019-07-10 06:30"), tucson, [single({ size: 2, claims: true })]),
        ],
      }),
    );
    expect(blocked("tucson", "officer")).toEqual([10 + 2 * 20, 3, 0]);
  });

  it("asks only those who claim, with the shares of the unit", () => {
    const { measure } = run(
      bused({
        unit: { claim: always(0.2), foundAtRisk: always(0.5) },
        scripted: [group(at("2019-07-10 06:00"), tucson, many(1_000))],
      }),
    );
    // 200 and 100 are expected, with standard deviations of 12.6 and 9.5; 3.29 of them are 99.9 %.
    expect(Math.abs(measure("interview.el-paso.held") - 200)).toBeLessThan(42);
    expect(Math.abs(measure("interview.el-paso.at-risk") - 100)).toBeLessThan(32);
    expect(measure("sector.tucson.returned.first")).toBe(1_000 - measure("interview.el-paso.at-risk"));
  });

  it("takes the whole family out of the pathway, at the place of the interview", () => {
    const { measure } = run(
      bused({
        tucson: {
          fallback: { mix: sector("x", { zone: phoenix }).fallback.mix, hours: dispositions.map(() => fixed(10)) },
        },
        unit: {},
        scripted: [group(at("2019-07-10 06:00"), tucson, [familyOf(5, { claims: true, atRisk: true })])],
      }),
    );
    expect(measure("sector.tucson.released.cause.at-risk")).toBe(5);
    expect(measure("sector.tucson.at-risk")).toBe(5);
    expect(measure("sector.el-paso.custody.hours.median")).toBe(10);
    expect(measure("sector.el-paso.released")).toBe(0);
  });

  it("may not happen: claimants whose time runs out are counted", () => {
    const { measure, blocked } = run(
      bused({
        tucson: {
          custody: { capacity: always(99), whenFull: "crowd", limitHours: 72, atLimit: ["release", "release", "hold"] },
        },
        unit: { officers: always(0) },
        scripted: claimants(3),
      }),
    );
    expect(measure("sector.tucson.claimed.never-interviewed")).toBe(3);
    expect(measure("sector.tucson.released.cause.no-officer")).toBe(3);
    // From 13:00 in El Paso, 12:00 in Tucson, to 06:00 three days after the crossing.
    expect(blocked("tucson", "officer")).toEqual([3 * 66, 3, 3]);
  });

  it("does not happen where there is no unit", () => {
    const { measure } = run(bused({ scripted: claimants(3, true) }));
    expect(measure("sector.tucson.returned.first")).toBe(3);
  });
});
