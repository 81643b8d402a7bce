import { PiecewiseRate, Simulation } from "@mpp-sim/engine";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  BorderModel,
  type BorderParameters,
  type Future,
  type LaterSettings,
  type PlaceSection,
  type SettingsOf,
  type Stretch,
  settingsOver,
  simulateBorder,
  simulateFutures,
  type Timeline,
} from "../../src/index.ts";
import { later } from "../parameters.ts";
import { wholeBorder } from "./whole-border.ts";

const shared = wholeBorder();
/** A local midnight in Texas, in the sixth day of twelve. */
const [at, after] = [5 * 24 + 6, 8 * 24 + 6];

/** The same until `from`, then other values. */
function from<T>(moment: number, before: readonly { readonly from: number; readonly value: T }[], value: T) {
  return [...before.filter((one) => one.from < moment), { from: moment, value }];
}

/** The settings of all places of a kind, at first and later, made into others. */
function mapped<Section extends PlaceSection>(
  parameters: BorderParameters,
  section: Section,
  make: (settings: SettingsOf<Section>) => SettingsOf<Section>,
): BorderParameters {
  const places = parameters[section] as readonly SettingsOf<Section>[];
  const later = (parameters.later ?? []).map((one) => {
    if (one.section !== section) return one;
    const settings = one.settings as unknown as Timeline<SettingsOf<Section>>;
    return { ...one, settings: settings.map(({ from, value }) => ({ from, value: make(value) })) } as LaterSettings;
  });
  return { ...parameters, [section]: places.map(make), later };
}

/** Every way of dated values, changed at once, and settings of a place that had no dates and of one that had. */
function changed(given: BorderParameters, moment: number): BorderParameters {
  const parameters = dated(given, moment);
  const city = settingsOver(parameters, "cities", 0);
  const others = parameters.later!.filter(({ section }) => section !== "cities");
  return {
    ...parameters,
    later: [
      ...others,
      { section: "cities", index: 0, settings: from(moment, city, { ...parameters.cities[0]!, leaveRate: 0.05 }) },
      later(parameters, "courts", 1, [moment, { leadDays: 3, absentChoice: 0.5 }]),
    ],
  };
}

function dated(parameters: BorderParameters, moment: number): BorderParameters {
  const sectors = mapped(parameters, "sectors", (sector) => ({
    ...sector,
    arrivals: sector.arrivals.map((one) => {
      const { times, rates } = one.persons;
      const doubled = [...times.slice(0, -1), moment, times.at(-1)!];
      return {
        ...one,
        persons: new PiecewiseRate(doubled, [...rates.slice(0, -1), 2 * rates.at(-2)!, 0]),
        nationality: from(moment, one.nationality, [1, 1]),
      };
    }),
    custody: { ...sector.custody, capacity: from(moment, sector.custody.capacity, 25) },
    processing: { ...sector.processing, agents: from(moment, sector.processing.agents, 5) },
  }));
  const buses = mapped(sectors, "buses", (line) => ({ ...line, seats: from(moment, line.seats, 3) }));
  const units = mapped(buses, "interviewUnits", (unit) => ({ ...unit, officers: from(moment, unit.officers, 1) }));
  const limits = mapped(units, "returnLimits", (limit) => ({ ...limit, perDay: from(moment, limit.perDay, 3) }));
  const cities = mapped(limits, "cities", (city) => ({ ...city, beds: from(moment, city.beds, 20) }));
  return mapped(cities, "courts", (court) => ({ ...court, sitting: from(moment, court.sitting, false) }));
}

/** Nobody is returned from a moment on. */
function closed(parameters: BorderParameters, moment: number): BorderParameters {
  return mapped(parameters, "returnPoints", (point) => ({ ...point, open: from(moment, point.open, false) }));
}

const options = (replication: number) => ({ seed: "futures", replication });
const past: Stretch = { parameters: shared, until: at };
const future = (parameters: BorderParameters, ...stretches: readonly Stretch[]): Future => ({
  past: stretches,
  parameters,
});

/** Runs a future alone. */
function alone(parameters: BorderParameters, replication = 0) {
  return simulateBorder(parameters, options(replication));
}

/** Events of a run that happen before a moment. */
function eventsUntil(parameters: BorderParameters, moment: number, replication: number): number {
  return new BorderModel(parameters, options(replication)).runTo(moment).events;
}

/** Sums the events that any simulation fires from now on. */
function countEvents(): () => number {
  let fired = 0;
  const run = Simulation.prototype.run;
  vi.spyOn(Simulation.prototype, "run").mockImplementation(function (this: Simulation, goal) {
    const before = this.eventCount;
    const result = run.call(this, goal);
    fired += this.eventCount - before;
    return result;
  });
  return () => fired;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("M22: a ruling is awaited, and the futures share their past", () => {
  it("M22 each future is, to the byte, what a run of it alone is", () => {
    const futures = [shared, changed(shared, at), closed(shared, at)].map((one) => future({ ...one }, past));
    const simulate = simulateFutures(futures);
    const found = futures.map(({ parameters }) => simulate(parameters, options(0)));
    expect(found).toEqual(futures.map(({ parameters }) => alone(parameters)));
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    // Those who arrive are doubled, and nobody is returned any more.
    expect(found[1]!.measures).not.toEqual(found[0]!.measures);
  });

  it("M22 the shared past is run once a replication", () => {
    const { displacement: _, ...plain } = shared;
    const stretch = { parameters: plain, until: at };
    const futures = [plain, closed(plain, at), closed(plain, after)].map((one) => future({ ...one }, stretch));
    const simulate = simulateFutures(futures);
    for (const replication of [0, 1]) {
      const count = countEvents();
      const found = futures.map(({ parameters }) => simulate(parameters, options(replication)));
      const fired = count();
      vi.restoreAllMocks();
      const inPast = eventsUntil(plain, at, replication);
      expect(inPast).toBeGreaterThan(1000);
      expect(fired).toBe(found.reduce((sum, { events }) => sum + events, 0) - 2 * inPast);
    }
  });

  it("M22 futures may part again: a tree of them, each stretch run once", () => {
    const { displacement: _, ...plain } = shared;
    const first = { parameters: plain, until: at };
    const second = { parameters: closed(plain, at), until: after };
    const reopened = changed(second.parameters, after);
    const futures = [
      future({ ...plain }, first),
      future({ ...second.parameters }, first, second),
      future(reopened, first, second),
    ];
    const simulate = simulateFutures(futures);
    const count = countEvents();
    const found = futures.map(({ parameters }) => simulate(parameters, options(2)));
    const fired = count();
    vi.restoreAllMocks();
    expect(found).toEqual(futures.map(({ parameters }) => alone(parameters, 2)));
    const [toFirst, toSecond] = [eventsUntil(plain, at, 2), eventsUntil(second.parameters, after, 2)];
    const whole = found.reduce((sum, { events }) => sum + events, 0);
    // The second part of their past is shared by two, and lies behind the first, which is shared by all three.
    expect(fired).toBe(whole - 2 * toFirst - (toSecond - toFirst));
  });

  it("a court knows the roster of its past until the future begins", () => {
    const { displacement: _, ...displaced } = shared;
    const plain = { ...displaced, later: [] };
    const courts = plain.courts.map((court) => ({ ...court, slotsPerRoom: from(at, court.slotsPerRoom, 0) }));
    const none = future({ ...plain, courts }, { parameters: plain, until: at });
    const found = simulateFutures([none])(none.parameters, options(0));
    const foreseen = alone(none.parameters);
    expect(found.fingerprint).not.toBe(foreseen.fingerprint);
    expect(found.status).toBe("complete");
  });

  it("a past that exceeds a limit ends every future, and says so", () => {
    const futures = [shared, closed(shared, at)].map((one) => future({ ...one }, past));
    const simulate = simulateFutures(futures);
    for (const { parameters } of futures) {
      const found = simulate(parameters, { ...options(0), limits: { events: 500 } });
      expect([found.status, found.message]).toEqual([
        "truncated",
        expect.stringContaining("run stopped at 500 events"),
      ]);
    }
  });

  it("is refused for parameters that are of none of them", () => {
    expect(() => simulateFutures([])(shared, options(0))).toThrow("parameters must be those of a future, got others");
  });
});
