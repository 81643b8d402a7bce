import { discrete, exponential, fixed, geometric, lognormal } from "@mpp-sim/engine";
import fc from "fast-check";
import { type ArrivalParameters, always, type BorderParameters, dispositions, type Timeline } from "../src/index.ts";
import {
  adult,
  all,
  arrivals,
  border,
  busLine,
  byBus,
  changing,
  child,
  city,
  clockHours,
  court,
  everyone,
  family,
  interviewUnit,
  onFoot,
  returnLimit,
  returnPoint,
  type Start,
  sector,
  startOn,
} from "./parameters.ts";

export const days = 12;
/** The clocks change on the fifth date. */
const start: Start = startOn("2019-03-06");
const { phoenix, denver, chicago } = start;
const [tucson, elPaso, delRio, laredo] = [0, 1, 2, 3];
const hour = fc.integer({ min: 0, max: days * 24 });
const yesOrNo = fc.boolean();

/** What a random scenario varies: four sectors, a bus, four points under five limits, of everything little enough to be short. */
export const knobs = fc.record({
  perDay: fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 4, maxLength: 4 }),
  largestFamily: fc.integer({ min: 2, max: 7 }),
  capacity: fc.integer({ min: 3, max: 60 }),
  whenFull: fc.constantFrom("crowd" as const, "wait" as const, "release" as const),
  atLimit: fc.constantFrom("hold" as const, "release" as const),
  limitHours: fc.integer({ min: 12, max: 72 }),
  agents: fc.integer({ min: 1, max: 4 }),
  discretion: fc.constantFrom(0, 0.3),
  fallback: fc.constantFrom("release" as const, "removal" as const, "hold" as const),
  fit: fc.constantFrom("block" as const, "skip" as const),
  seats: fc.integer({ min: 2, max: 12 }),
  fleet: fc.integer({ min: 1, max: 2 }),
  groups: fc.constantFrom("together" as const, "split" as const),
  minimumLoad: fc.integer({ min: 1, max: 3 }),
  officers: fc.integer({ min: 0, max: 2 }),
  before: fc.constantFrom("bus" as const, "return" as const),
  limits: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 5 }),
  limitChanges: hour,
  limitAfter: fc.integer({ min: 0, max: 20 }),
  counts: fc.constantFrom("first" as const, "all" as const),
  opens: fc.integer({ min: 0, max: 12 }),
  closes: fc.integer({ min: 13, max: 24 }),
  consentEnds: hour,
  consentLasts: fc.integer({ min: 1, max: 100 }),
  lineStops: yesOrNo,
  unitCloses: yesOrNo,
  courtGate: fc.constantFrom("none" as const, "hard" as const),
  whenClosed: fc.constantFrom("finish" as const, "hold" as const, "fallback" as const),
  road: fc.constantFrom(0, 1.5),
  beds: fc.integer({ min: 0, max: 20 }),
  gate: fc.constantFrom("none" as const, "hard" as const),
  slots: fc.integer({ min: 1, max: 6 }),
  lead: fc.integer({ min: 0, max: 3 }),
  suspended: yesOrNo,
  leaveRate: fc.constantFrom(0, 0.01),
});
export type Knobs = typeof knobs extends fc.Arbitrary<infer T> ? T : never;

function people(zone: Start["phoenix"], perDay: number, largest: number): readonly ArrivalParameters[] {
  const sizes = Array.from({ length: largest - 1 }, (_, index) => index + 2);
  return [
    arrivals(zone, days, perDay, { category: adult, nationality: always([4, 1]), groupCases: geometric(1.5) }),
    arrivals(zone, days, perDay, {
      category: family,
      nationality: always([3, 1]),
      groupCases: geometric(2),
      caseSize: discrete(sizes),
    }),
    arrivals(zone, days, perDay / 4, { category: child }),
  ];
}

/** `withBus: false` is the same scenario without the only way from Tucson to a return. */
export function randomBorder(given: Knobs, { withBus = true } = {}): BorderParameters {
  const limit = (index: number): Timeline<number> =>
    changing(given.limits[index]!, [given.limitChanges, given.limitAfter]);
  const hours = clockHours(given.opens, given.closes);
  const interrupted = changing(true, [given.consentEnds, false], [given.consentEnds + given.consentLasts, true]);
  const points = (...indices: readonly number[]) => indices.map((point) => ({ point, travelHours: given.road }));
  const common = (zone: Start["phoenix"], index: number) => ({
    zone,
    arrivals: people(zone, given.perDay[index]!, given.largestFamily),
    custody: {
      capacity: always(given.capacity),
      whenFull: given.whenFull,
      limitHours: given.limitHours,
      atLimit: ["hold", given.atLimit, "hold"] as const,
    },
    processing: { agents: always(given.agents), time: [fixed(1), lognormal(2, 0.5), fixed(1)] as const },
    eligibility: {
      returnable: always([true, false]),
      exempt: always([0, 0.2, 0] as const),
      discretion: always([given.discretion, given.discretion, 0] as const),
    },
    fallback: {
      mix: [everyone(given.fallback)[0], everyone("release")[1], [always(all("transfer"))]] as const,
      hours: dispositions.map(() => exponential(10)),
    },
  });
  const beds = {
    beds: always(given.beds),
    acceptance: 0.5,
    gate: given.gate,
    leaveRate: given.leaveRate,
    leaveTo: [0.4, 0.3, 0.3],
  };
  const hearings = {
    leadDays: given.lead,
    nextLeadDays: 2,
    maxWaitDays: 6,
    slotsPerRoom: always(given.slots),
    gate: given.courtGate,
    whenClosed: always(given.whenClosed),
    sitting: given.suspended ? changing(true, [100, false], [170, true]) : always(true),
    absentNotice: 0.1,
    absentChoice: 0.1,
    outcome: [0.6, 0.1, 0.2, 0.1],
  };
  const port = { hours, whenClosed: always(given.whenClosed) };
  return border(start, days, {
    sectors: [
      sector("tucson", {
        ...common(phoenix, 0),
        pathways: withBus ? [{ ...byBus(0, elPaso), points: points(0) }] : [],
      }),
      sector("el-paso", { ...common(denver, 1), pathways: [{ ...onFoot(elPaso), points: points(0) }] }),
      sector("del-rio", { ...common(chicago, 2), pathways: [{ ...onFoot(delRio), points: points(2, 1) }] }),
      sector("laredo", { ...common(chicago, 3), pathways: [{ ...onFoot(laredo), points: points(2) }] }),
    ],
    buses: [
      busLine("tucson-el-paso", {
        from: tucson,
        to: elPaso,
        inService: given.lineStops ? interrupted : always(true),
        whenClosed: always(given.whenClosed),
        seats: always(given.seats),
        fleet: always(given.fleet),
        departureHours: [8, 14],
        driveHours: lognormal(4.75, 0.1),
        groups: given.groups,
        minimumLoad: given.minimumLoad,
        fit: given.fit,
      }),
    ],
    interviewUnits: [
      interviewUnit("el-paso", {
        serves: [elPaso],
        zone: denver,
        officers: always(given.officers),
        open: given.unitCloses ? interrupted : always(true),
        whenClosed: always(given.whenClosed),
        hours: clockHours(8, 18),
        time: lognormal(1.5, 0.5),
        claim: always(0.3),
        foundAtRisk: always(0.3),
        before: given.before,
      }),
    ],
    returnPoints: [
      returnPoint("paso-del-norte", { sector: elPaso, zone: denver, ...port, open: interrupted }),
      returnPoint("eagle-pass", { sector: delRio, zone: chicago, ...port, city: 1, court: 1 }),
      returnPoint("laredo", { sector: laredo, zone: chicago, ...port, city: 1, court: 1 }),
    ],
    returnLimits: [
      returnLimit("el-paso", { through: [0], zone: denver, perDay: limit(0), fit: given.fit, counts: given.counts }),
      returnLimit("del-rio", { from: [delRio], through: [1, 2], zone: chicago, perDay: limit(1), fit: given.fit }),
      returnLimit("laredo", { through: [2], zone: chicago, perDay: limit(2), counts: given.counts }),
      returnLimit("eagle-pass", { through: [1], zone: chicago, perDay: limit(3), fit: given.fit }),
    ],
    cities: [
      city("ciudad-juarez", { zone: denver, ...beds }),
      city("nuevo-laredo", { zone: chicago, ...beds, gate: "none" }),
    ],
    courts: [court("el-paso", { zone: denver, ...hearings }), court("laredo", { zone: chicago, ...hearings })],
  });
}
