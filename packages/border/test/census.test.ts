import { fixed } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  always,
  BorderModel,
  type BorderParameters,
  type CensusCase,
  causes,
  dispositions,
  takeCensus,
} from "../src/index.ts";
import {
  all,
  border,
  busLine,
  byBus,
  child,
  city,
  clockHours,
  court,
  everyone,
  familyOf,
  group,
  interviewUnit,
  moment,
  onFoot,
  returnPoint,
  type Start,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { counted, run, runChecked, stepping } from "./run.ts";

const [tucson, elPaso] = [0, 1];

/** A scenario in which, at 05:00 in El Paso on 12 July, somebody is in every stage; without people it is where a census goes. */
function everywhere(
  start: Start,
  days: number,
  scripted: (at: (local: string) => number) => BorderParameters["scripted"],
): BorderParameters {
  const { phoenix, denver } = start;
  const custody = {
    capacity: always(20),
    whenFull: "wait",
    limitHours: 72,
    atLimit: ["hold", "release", "hold"],
  } as const;
  const hold = everyone("hold");
  return border(start, days, {
    sectors: [
      sector("tucson", {
        zone: phoenix,
        custody,
        processing: { agents: always(2), time: [fixed(1), fixed(2), fixed(60)] },
        fallback: {
          mix: [hold[0], everyone("removal")[1], [always(all("transfer"))]],
          hours: dispositions.map(() => fixed(60)),
        },
        pathways: [byBus(0, elPaso, 0)],
      }),
      sector("el-paso", {
        zone: denver,
        custody,
        pathways: [{ ...onFoot(elPaso), points: [{ point: 0, travelHours: 1 }] }],
      }),
    ],
    buses: [
      busLine("tucson-el-paso", {
        from: tucson,
        to: elPaso,
        seats: always(9),
        departureHours: [1],
        driveHours: fixed(4),
      }),
    ],
    interviewUnits: [
      interviewUnit("el-paso", {
        serves: [elPaso],
        zone: denver,
        officers: always(1),
        hours: clockHours(4, 8),
        time: fixed(4),
      }),
    ],
    returnPoints: [returnPoint("paso-del-norte", { sector: elPaso, zone: denver, hours: clockHours(5.5, 9) })],
    cities: [city("ciudad-juarez", { zone: denver, beds: always(3), acceptance: 1 })],
    courts: [
      court("el-paso", {
        zone: denver,
        hours: clockHours(4, 18),
        leadDays: 1,
        nextLeadDays: 2,
        outcome: [1, 0, 0, 0],
        slotsPerRoom: always(2),
      }),
    ],
    scripted: scripted((local) => moment(denver, `2019-07-${local}`)),
  });
}

const first = startOn("2019-07-10");
const again = startOn("2019-07-12");
const shift = 48;
/** 05:00 in El Paso on 12 July, in hours of the first run and of the second. */
const at = moment(first.denver, "2019-07-12 05:00");
const censusAt = at - shift;

const people = everywhere(first, 5, (local) => [
  // Caught at 06:00 on the 10th and returned at 07:00: heard on the 11th, back at 18:00, a night in custody, port at 05:30.
  group(local("10 06:00"), elPaso, [single({ acceptsBed: true }), familyOf(2, { acceptsBed: false })]),
  // Returned on the 11th at 07:00: two have their hearing on the 12th from 04:00, one later.
  group(local("11 06:00"), elPaso, [single(), single(), familyOf(2)]),
  // Interviewed on the 12th from 04:00 on, the second when the first is done.
  group(local("11 14:00"), elPaso, [familyOf(3, { claims: true }), familyOf(4, { claims: true })]),
  // On the road at 05:00; the port opens at 05:30.
  group(local("11 15:00"), elPaso, [single({ claims: false })]),
  // On the bus since 01:00 in Tucson.
  group(local("11 20:00"), tucson, [familyOf(5)]),
  // A way out being arranged, and a hold.
  group(local("11 21:00"), tucson, [familyOf(2, { nationality: 1 }), single({ nationality: 1 })]),
  // Processed too late for the bus; being processed, and waiting for an agent: children, an hour before the other.
  group(local("12 02:30"), tucson, [familyOf(6)]),
  group(local("12 04:35"), tucson, [
    single({ category: child }),
    single({ category: child }),
    familyOf(7, { exempt: true }),
  ]),
  // Kept outside.
  group(local("12 04:50"), tucson, [familyOf(8)]),
]);

describe("a census", () => {
  const table = takeCensus(people, { seed: "test", replication: 0, at });
  const of = (size: number, state: CensusCase["state"]): CensusCase => {
    const found = table.filter((one) => one.size === size && one.state === state);
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  it("writes down where everyone is, since when, and what comes next", () => {
    expect(table).toHaveLength(16);
    // Caught at 06:00 on the 10th; at the port since 18:00 on the 11th. The 13th, two days on, has two slots, of which one went to
    // the family returned on the 11th and the other to the adult, who was before this one: its hearing is on the 14th at 04:00.
    expect(of(2, "re-entry")).toMatchObject({
      apprehended: -47,
      since: -11,
      next: 47,
      point: 0,
      hub: -1,
      hearings: 1,
      sheltered: false,
      acceptsBed: false,
    });
    expect(of(1, "re-entry")).toMatchObject({ hearings: 1, sheltered: true, acceptsBed: true, noticeFailed: false });
    const across = table.filter(({ state }) => state === "hearing");
    // Across until 18:00.
    expect(across.map(({ size, next, hub, point }) => [size, next, hub, point])).toEqual([
      [1, 13, -1, 0],
      [1, 13, -1, 0],
    ]);
    expect(of(2, "city")).toMatchObject({ since: -22, next: 23, point: 0, hearings: 0, sheltered: false });
    expect(of(3, "pathway")).toMatchObject({
      hub: elPaso,
      apprehended: -15,
      since: -15,
      claims: true,
      interviewed: false,
      serviceSince: -1,
    });
    expect(of(4, "pathway")).toMatchObject({ hub: elPaso, interviewed: false });
    expect(of(4, "pathway").serviceSince).toBeUndefined();
    expect(of(1, "pathway")).toMatchObject({ hub: elPaso, claims: false, exempt: false, discretion: false, point: -1 });
    // Three hours on the bus: written down as in the custody at its end.
    expect(of(5, "pathway")).toMatchObject({ hub: elPaso, sector: tucson, apprehended: -9, since: -3 });
    expect(of(6, "pathway")).toMatchObject({ hub: tucson, since: -2.5 });
    // Processed at 23:00 and out 60 hours later.
    expect(of(2, "exit")).toMatchObject({
      hub: tucson,
      next: 54,
      disposition: dispositions.indexOf("removal"),
      cause: causes.indexOf("nationality"),
    });
    expect(of(1, "held")).toMatchObject({
      hub: tucson,
      next: 0,
      disposition: dispositions.indexOf("hold"),
      cause: causes.indexOf("nationality"),
    });
    const processing = table.filter(({ state }) => state === "processing");
    // Two agents have had the children since 04:35; the family waits for one.
    expect(processing.map(({ size, exempt, serviceSince }) => [size, exempt, serviceSince])).toEqual([
      [1, undefined, expect.closeTo(-25 / 60, 9)],
      [1, undefined, expect.closeTo(-25 / 60, 9)],
      [7, true, undefined],
    ]);
    expect(of(8, "outside")).toMatchObject({ hub: tucson, apprehended: expect.closeTo(-1 / 6, 9) });
  });

  // The second run starts on 12 July, and the census takes its places at 05:00 in El Paso.
  const restarted = { ...everywhere(again, 3, () => []), census: table, censusAt };

  it("lets another run start from there: the same people in the same places", () => {
    const base = stepping(people).model;
    base.view.simulation.run(at);
    const model = atCensus(restarted);
    expect(levels(model)).toEqual(levels(base, 1));
    expect(model.ground.conservation.initialPersons).toBe(table.reduce((sum, { size }) => sum + size, 0));
    expect(run(restarted).measure("system.initial.custody")).toBe(3 + 4 + 1 + 5 + 2 + 1 + 6 + 9 + 8);
  });

  it("goes on from where it was", () => {
    const { model, until } = stepping(restarted);
    const local = (time: string): number => moment(again.denver, `2019-07-${time}`);
    const level = (place: number): number => model.ground.whereabouts.levels[place]!.level;
    const { whereabouts, counts } = model.view;
    until(local("12 05:31"));
    // Back from the hearing they cross when the port opens; beds are as they were.
    expect(counts.points[0]!.afterHearing.total).toBe(3);
    expect(level(whereabouts.court(0))).toBe(2);
    until(local("12 18:01"));
    // Across until 18:00, then a night in custody.
    expect(level(whereabouts.court(0))).toBe(0);
    until(local("13 04:01"));
    // The adult who came back from the hearing and the family that waited in the city have theirs today.
    expect(counts.courts[0]!.heardCases).toBe(2);
    // The way out takes 60 hours from 23:00 on the 11th.
    const removed = (): number => counted(model, "removed", tucson);
    until(local("14 11:00"));
    expect(removed()).toBe(0);
    until(local("14 11:01"));
    expect(removed()).toBe(2);
    const { measure } = run(restarted);
    // The family of 3 is interviewed from 04:00 to 08:00; then that of 4 has its own the next day.
    expect(measure("interview.el-paso.held")).toBe(3 + 4);
    // The family from the bus is at the hub and crosses, as does the adult who was on the road.
    expect(measure("sector.tucson.returned.first")).toBe(5 + 6);
    expect(measure("sector.el-paso.returned.first")).toBe(1 + 3 + 4);
    expect(runChecked(restarted).view.conservation.balance).toBe(0);
  });

  it("keeps the clock: a family is released 72 hours after it was caught, in whichever run", () => {
    const start = startOn("2019-07-10");
    const waiting = (from: Start, given: Partial<BorderParameters>): BorderParameters =>
      border(from, 6, {
        sectors: [
          sector("el-paso", {
            zone: from.denver,
            custody: {
              capacity: always(9),
              whenFull: "crowd",
              limitHours: 72,
              atLimit: ["release", "release", "hold"],
            },
            pathways: [onFoot(0, 0)],
          }),
        ],
        // 10 July is a Wednesday; the port works on Mondays.
        returnPoints: [
          returnPoint("paso-del-norte", { sector: 0, zone: from.denver, hours: { days: 1, from: 8, to: 16 } }),
        ],
        cities: [city("ciudad-juarez", { zone: from.denver })],
        courts: [court("el-paso", { zone: from.denver })],
        ...given,
      });
    const caught = moment(start.denver, "2019-07-10 09:00");
    const base = waiting(start, { scripted: [group(caught, 0, [familyOf(3)])] });
    const later = waiting(again, { census: takeCensus(base, { seed: "a", replication: 0, at }), censusAt });
    const { model, until } = stepping(later);
    until(caught + 72 - shift);
    expect(model.ground.cases.live).toBe(1);
    until(caught + 72 - shift + 0.001);
    expect(model.ground.cases.live).toBe(0);
    const { measure } = run(later);
    expect(measure("sector.el-paso.released.cause.no-port-hours")).toBe(3);
    expect(measure("sector.el-paso.journey.hours.median")).toBe(72);
    expect(measure("sector.el-paso.custody.hours.median")).toBe(72);
  });

  it("must be taken within the run", () => {
    expect(() => takeCensus(people, { seed: "a", replication: 0, at: -1 })).toThrow(
      "moment of the census must lie in the run (0 to 127 hours), got -1",
    );
    expect(() => takeCensus(people, { seed: "a", replication: 0, at: 128 })).toThrow(RangeError);
  });

  it("is not taken of a run that stops before its moment", () => {
    expect(() => takeCensus(people, { seed: "a", replication: 0, at: 100, limits: { events: 5 } })).toThrow(
      "census must come to its moment, got: run stopped at 5 events",
    );
  });
});

describe("in every scenario a census", () => {
  it("keeps people by category and place, and runs on in balance", () => {
    fc.assert(
      fc.property(knobs, fc.integer({ min: 100, max: 200 }), (given, moment) => {
        const parameters = randomBorder(given);
        const base = new BorderModel(parameters, { seed: "a", replication: 0 });
        base.view.simulation.run(moment);
        const census = takeCensus(parameters, { seed: "a", replication: 0, at: moment });
        const sectors = parameters.sectors.map((one) => ({ ...one, arrivals: [] }));
        const next = { ...parameters, sectors, census, censusAt: 8 };
        expect(levels(atCensus(next))).toEqual(levels(base, 1));
        expect(runChecked(next).view.conservation.initialCases).toBe(base.view.cases.live);
      }),
      { seed: 20191122, numRuns: 30 },
    );
  });
});

/** The model with everyone of its census in place, before anything else happens. */
function atCensus(parameters: BorderParameters): BorderModel {
  const model = new BorderModel(parameters, { seed: "test", replication: 0 });
  // Nobody crosses before the first local midnights.
  while (model.ground.conservation.initialCases === 0 && model.ground.simulation.now <= parameters.censusAt!)
    model.ground.simulation.step();
  return model;
}

/** Persons by category and place; those on the bus, which goes to the sector given, in the custody there. */
function levels({ ground: { cases, parameters, whereabouts } }: BorderModel, busTo?: number): Record<string, number> {
  const persons: Record<string, number> = {};
  const buses = parameters.buses.map((_, bus) => whereabouts.bus(bus));
  for (const row of cases.rows()) {
    const place = cases.place[row]!;
    const key = `${cases.category[row]} at ${busTo !== undefined && buses.includes(place) ? whereabouts.custody(busTo) : place}`;
    persons[key] = (persons[key] ?? 0) + cases.size[row]!;
  }
  return persons;
}
