import { exponential, fixed } from "@mpp-sim/engine";
import { always, type BorderParameters, type SectorParameters, takeCensus } from "../../src/index.ts";
import { child, clockHours, family, interior, later, single, usShelter, withLater } from "../parameters.ts";
import { type Knobs, randomBorder } from "../random-border.ts";

const given: Knobs = {
  perDay: [24, 20, 16, 12],
  largestFamily: 5,
  capacity: 40,
  whenFull: "wait",
  atLimit: "release",
  limitHours: 48,
  agents: 3,
  discretion: 0.3,
  fallback: "removal",
  fit: "block",
  seats: 8,
  fleet: 1,
  minimumLoad: 2,
  officers: 2,
  before: "return",
  limits: [10, 8, 7, 5, 0],
  limitChanges: 100,
  limitAfter: 6,
  counts: "all",
  opens: 8,
  closes: 16,
  consentEnds: 120,
  consentLasts: 40,
  whenClosed: "fallback",
  road: 1.5,
  beds: 80,
  gate: "hard",
  slots: 20,
  lead: 1,
  suspended: true,
  leaveRate: 0.01,
  groups: "together",
  lineStops: true,
  unitCloses: true,
  courtGate: "hard",
};

/** A small border with every mechanism on, so that a snapshot of it holds something of every part. */
export function wholeBorder(): BorderParameters {
  const before = randomBorder(given);
  const buses = before.buses.map((line) => ({
    ...line,
    extra: { load: 6, mostPerDay: 2 },
    breakdown: { perTrip: 0.3, delayHours: exponential(2), repairHours: exponential(8) },
  }));
  const whole = {
    ...before,
    cities: before.cities.map((one) => ({ ...one, onward: always(0.1) })),
    sectors: before.sectors.map((one, sector) =>
      sector === 1 ? { ...one, list: { city: 0, calls: always(10), callHour: 7, leaveRate: 0.01 } } : one,
    ),
    buses,
    census: takeCensus(before, { seed: "census", replication: 0, at: 150 }),
    scripted: [60, 130, 200].map((at, index) => ({
      id: `group-${index}`,
      at,
      overHours: 12,
      sector: index,
      cases: [single(), single()],
      drawn: [
        { category: family, persons: 12 },
        { category: child, persons: 2 },
      ],
    })),
    interviewUnits: before.interviewUnits.map((unit) => ({
      ...unit,
      afterHearing: { claim: always(0.5), foundAtRisk: always(0.3) },
    })),
    courts: before.courts.map((one) => ({ ...one, removed: always(0.5) })),
    interior: interior({
      removed: always(0.5),
      zone: before.sectors[0]!.zone,
      slots: always(6),
      lead: exponential(20),
      nextLead: exponential(20),
      absentNotice: 0.3,
      absentChoice: 0.2,
      outcome: [0.5, 0.1, 0.2, 0.2],
    }),
    usShelters: before.sectors.map(({ id }, sector) =>
      usShelter(id, { sector, beds: always(8), stay: exponential(30), initial: 3 }),
    ),
    tryAgain: { mostAttempts: 3, delay: exponential(20) },
  };
  const reference = turning({ ...whole, buses: buses.map((line) => ({ ...line, inService: always(false) })) });
  const displacement = { sensitivity: 3, exposure: 0.5, outsideShare: 0.2, lagDays: 1, smoothingDays: 2, reference };
  const displaced = { ...whole, displacement };
  const turned = later(displaced, "displacement", 0, [90, { sensitivity: 2, outsideShare: 0.3, lagDays: 0 }]);
  return { ...displaced, later: [...turning(displaced).later!, turned] };
}

/** The same with settings of every kind of place that change, at local midnights and between. */
function turning(given: BorderParameters): BorderParameters {
  const [west, hub] = given.sectors as [SectorParameters, SectorParameters];
  const cases = west.arrivals.map((one) => ({ ...one, groupCases: fixed(3) }));
  const points = hub.pathways.map((pathway) => ({ ...pathway, points: [{ point: 0, travelHours: 2.5 }] }));
  return withLater(
    given,
    later(
      given,
      "sectors",
      0,
      [55, { custody: { ...west.custody, limitHours: 30, whenFull: "crowd" }, arrivals: cases }],
      [151, { custody: { ...west.custody, atLimit: ["release", "hold", "hold"] } }],
    ),
    later(given, "sectors", 1, [78, { pathways: points }]),
    later(given, "buses", 0, [79, { departureHours: [5, 17], extra: { load: 3, mostPerDay: 3 } }]),
    later(given, "interviewUnits", 0, [102, { hours: clockHours(10, 22), before: "bus" }]),
    later(given, "returnPoints", 0, [54, { hours: clockHours(6, 20) }], [126, { hours: clockHours(9, 15), court: 1 }]),
    later(given, "returnLimits", 0, [60, { counts: "first", fit: "skip" }]),
    later(given, "cities", 0, [66, { leaveRate: 0 }], [150, { leaveRate: 0.02, gate: "none" }]),
    later(given, "courts", 0, [70, { leadDays: 2, hours: clockHours(13, 18), gate: "none" }]),
    later(given, "usShelters", 0, [100, { share: 0.5 }]),
    later(given, "interior", 0, [100, { nextLead: fixed(30) }]),
    later(given, "tryAgain", 0, [100, { mostAttempts: 2 }]),
  );
}
