import { type Distribution, discrete, exponential, fixed, uniform } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { draw } from "../src/ground/draws.ts";
import { remaining } from "../src/ground/remaining.ts";
import { stage } from "../src/ground/stage.ts";
import {
  always,
  type BorderModel,
  type BorderParameters,
  type CensusCase,
  dispositions,
  takeCensus,
} from "../src/index.ts";
import { restOfSteadyFlow } from "../src/parts/releases/us-shelters.ts";
import {
  all,
  border,
  city,
  clockHours,
  court,
  group,
  interviewUnit,
  many,
  moment,
  onFoot,
  returnPoint,
  sector,
  startOn,
} from "./parameters.ts";
import { counted, run, runChecked, stepping } from "./run.ts";

describe("what is left of a duration, given how long it has lasted", () => {
  it("does not depend on that for an exponential one", () => {
    const law = exponential(5);
    for (const p of [0.01, 0.5, 0.99]) {
      for (const elapsed of [0, 1, 30]) expect(remaining(law, elapsed, p)).toBeCloseTo(law.quantile(p), 9);
    }
  });

  it("is the rest of a fixed one, and nothing once it cannot last longer", () => {
    expect(remaining(fixed(4), 1, 0.3)).toBe(3);
    expect(remaining(fixed(4), 4, 0.3)).toBe(0);
    expect(remaining(uniform(2, 6), 7, 0.3)).toBe(0);
  });

  it("is drawn among those that last longer", () => {
    // From 4 to 6, evenly.
    expect(remaining(uniform(2, 6), 4, 0.25)).toBeCloseTo(0.5, 9);
    // Of 1, 2 and 3 hours with weights 2, 1, 1 the first is over: half of the others have half an hour left, half one and a half.
    const law = discrete([1, 2, 3], [2, 1, 1]);
    expect([0.1, 0.4, 0.6, 0.9].map((p) => remaining(law, 1.5, p))).toEqual([0.5, 0.5, 1.5, 1.5]);
  });
});

describe("what is left of a duration in a steady flow, since when being unknown", () => {
  it("is any part of a fixed one, and all of an exponential one", () => {
    const fixedRest = restOfSteadyFlow(fixed(60));
    expect([0.25, 0.5, 0.9].map(fixedRest)).toEqual([15, 30, 54]);
    const law = exponential(5);
    const rest = restOfSteadyFlow(law);
    for (const p of [0.1, 0.5, 0.9]) expect(rest(p) / law.quantile(p)).toBeCloseTo(1, 2);
    expect(restOfSteadyFlow(fixed(0))(0.5)).toBe(0);
  });

  it("lies below x with the mean of min(duration, x) over the mean duration", () => {
    // Of 2 to 6 hours, 4 in the mean: 1 / 4 below 1 and 2 / 4 below 2; below 4 it is (2 + 1.5) / 4, for half of 2 to 4 and the rest.
    const rest = restOfSteadyFlow(uniform(2, 6));
    expect(rest(0.25)).toBeCloseTo(1, 4);
    expect(rest(0.5)).toBeCloseTo(2, 4);
    expect(rest(0.875)).toBeCloseTo(4, 2);
  });
});

const start = startOn("2019-07-10");
const { denver } = start;
const at = (local: string): number => moment(denver, `2019-07-${local}`);
const midnight = at("10 00:00");

/** One sector that returns people at once, to a city that nobody leaves; a court with two slots a day. */
const onFootOnly = (given: Partial<BorderParameters>): BorderParameters =>
  border(start, 8, {
    sectors: [
      sector("el-paso", {
        zone: denver,
        pathways: [onFoot(0, 0)],
        fallback: {
          mix: [0, 1, 2].map(() => [always(all("removal")), always(all("removal"))]) as never,
          hours: dispositions.map(() => uniform(10, 30)),
        },
      }),
      sector("tucson", { zone: denver }),
    ],
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver, slotsPerRoom: always(2), leadDays: 3, nextLeadDays: 5 })],
    censusAt: midnight,
    ...given,
  });

const person = (given: Partial<CensusCase>): CensusCase => ({
  category: 0,
  nationality: 0,
  size: 1,
  sector: 0,
  attempt: 1,
  state: "city",
  hub: -1,
  point: -1,
  apprehended: -24,
  since: -24,
  next: undefined,
  disposition: -1,
  cause: -1,
  hearings: 0,
  sheltered: false,
  ...given,
});

describe("a census in which the next date is not known", () => {
  it("draws the rest of a way out among those that take longer than it has taken", () => {
    const leaving = person({ state: "exit", hub: 0, since: -20, disposition: dispositions.indexOf("removal") });
    const parameters = onFootOnly({ census: Array(400).fill(leaving) });
    const { model, until } = stepping(parameters);
    const gone = (): number => counted(model, "removed", 0);
    // 20 of 10 to 30 hours are over: within 5 more it is half of them (standard deviation 10), within 10 all.
    until(midnight + 0.01);
    expect(gone()).toBeLessThan(5);
    until(midnight + 5);
    expect(Math.abs(gone() - 200)).toBeLessThan(33);
    until(midnight + 10.001);
    expect(gone()).toBe(400);
  });

  it("gives a hearing the first free date from the lead on, after those whose date is known", () => {
    const waiting = { state: "city", point: 0 } as const;
    const census = [
      // Back since the 8th: the lead of three days ends on the 11th.
      ...many(3).map(() => person({ ...waiting, since: -48 })),
      // Back since the 1st: the date has not come, so that it is from the 11th on.
      person({ ...waiting, since: -9 * 24 }),
      // After a first hearing on the 7th: five days on, the 12th.
      person({ ...waiting, since: -72, hearings: 1 }),
      // Known: the 11th at 08:00.
      person({ ...waiting, since: -24, next: 32 }),
    ];
    const { model, until } = stepping(onFootOnly({ census }));
    until(midnight + 1);
    const booked = [10, 11, 12, 13].map((day) => model.view.hearings.dockets[0]!.bookedOn(start.firstDay + day - 10));
    // Two a day: the 11th has the known one and who has waited longest; on the 12th comes who was heard on the 7th, and one of the three.
    expect(booked).toEqual([0, 2, 2, 2]);
    const { cases } = model.view;
    const dateOf = [...cases.rows()].map((row) => [
      cases.placeSince[row]! - midnight,
      (cases.next[row]! - midnight - 8) / 24,
    ]);
    expect(dateOf.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)).toEqual([
      [-216, 1],
      [-72, 2],
      [-48, 2],
      [-48, 3],
      [-48, 3],
      [-24, 1],
    ]);
  });
});

describe("a census in which people are being served", () => {
  const inStage = (model: BorderModel, which: number): number =>
    [...model.ground.cases.rows()].filter((row) => model.ground.cases.stage[row] === which).length;
  /** Cases in a stage at hours after the census. */
  const over = (parameters: BorderParameters, which: number, hours: readonly number[]): number[] => {
    const { model, until } = stepping(parameters);
    return hours.map((hour) => {
      until(midnight + hour);
      return inStage(model, which);
    });
  };
  const withAgent = (serviceSince: number | undefined, since = -12): CensusCase =>
    person({ state: "processing", hub: 0, since, ...(serviceSince !== undefined && { serviceSince }) });
  const processed = (agents: number, time: Distribution, census: readonly CensusCase[]): BorderParameters => {
    const parameters = onFootOnly({ census });
    const [elPaso, ...others] = parameters.sectors;
    const processing = { agents: always(agents), time: [time, time, time] as const };
    return { ...parameters, sectors: [{ ...elPaso!, processing }, ...others] };
  };

  it("draws the rest of a processing among those that take longer than it has taken", () => {
    // Four of 2 to 6 hours are over: within one more it is half of them (standard deviation 10), within two all.
    const [half, all] = over(
      processed(400, uniform(2, 6), Array(400).fill(withAgent(-4))),
      stage.processing,
      [1, 2.001],
    );
    expect(Math.abs(half! - 200)).toBeLessThan(33);
    expect(all).toBe(0);
    // Where it is not known since when, it begins.
    const anew = processed(400, uniform(2, 6), Array(400).fill(withAgent(undefined)));
    expect(over(anew, stage.processing, [1.999])).toEqual([400]);
  });

  it("by the draw that the person has for it", () => {
    const law = uniform(2, 6);
    const { model, until } = stepping(processed(1, law, [withAgent(-3)]));
    until(midnight + 0.0001);
    const [row] = [...model.ground.cases.rows()];
    const left = remaining(law, 3, model.ground.draws.uniform(row!, draw.processingTime));
    until(midnight + left - 0.0001);
    expect(inStage(model, stage.processing)).toBe(1);
    until(midnight + left + 0.0001);
    expect(inStage(model, stage.processing)).toBe(0);
  });

  it("finishes what has begun, though there are fewer agents, before others are served", () => {
    // Four hours each, begun 1, 2 and 3 hours ago, of two agents; who has waited for longest is served when one of two is free, at 2.
    const census = [withAgent(undefined, -20), withAgent(-1), withAgent(-2), withAgent(-3)];
    const hours = [0.9, 1.1, 2.1, 3.1, 5.9, 6.1];
    expect(over(processed(2, fixed(4), census), stage.processing, hours)).toEqual([3, 2, 2, 1, 1, 0]);
    expect(over(processed(2, fixed(4), census), stage.awaitingAgent, hours)).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it("finishes an interview outside the hours, and asks nobody twice", () => {
    // Of three hours one is over: done at 02:00. Who waits is asked from 08:00 on, when the officers come.
    const onPathway = { state: "pathway", hub: 0 } as const;
    const census = [
      person({ ...onPathway, claims: true, interviewed: false }),
      person({ ...onPathway, serviceSince: -1 }),
    ];
    const units = [
      interviewUnit("el-paso", {
        serves: [0],
        zone: denver,
        officers: always(1),
        hours: clockHours(8, 16),
        time: fixed(3),
      }),
    ];
    const asked = onFootOnly({ census, interviewUnits: units });
    const hours = [1.9, 2.1, 8.1, 10.9, 11.1];
    expect(over(asked, stage.interview, hours)).toEqual([1, 0, 1, 1, 0]);
    expect(over(asked, stage.city, hours)).toEqual([0, 1, 1, 1, 2]);
    // A census of the same night still knows since when.
    const later = takeCensus(asked, { seed: "test", replication: 0, at: midnight + 0.5 });
    expect(later.map(({ claims, serviceSince }) => [claims, serviceSince])).toEqual([
      [true, undefined],
      [true, -1.5],
    ]);
    // Nobody asks any more: they are returned.
    expect(over(onFootOnly({ census }), stage.city, [0.1])).toEqual([2]);
    expect(runChecked(asked).view.conservation.balance).toBe(0);
  });
});

describe("people between two attempts", () => {
  const tryAgain = {
    mostAttempts: 2,
    delay: fixed(48),
    through: [
      [0, 1],
      [1, 0],
    ],
  };
  const leaving = { zone: denver, leaveRate: 1, leaveTo: [0, 0, 1] };
  const first = onFootOnly({
    cities: [city("ciudad-juarez", leaving)],
    scripted: [group(at("10 12:00"), 0, many(50))],
    tryAgain,
  });

  it("are in a census, and come back when they would have", () => {
    const moment = at("11 00:00");
    const census = takeCensus(first, { seed: "test", replication: 0, at: moment });
    const away = census.filter(({ state }) => state === "away");
    expect(away.length).toBeGreaterThan(40);
    for (const one of away) {
      expect([one.sector, one.attempt, one.hub, one.point]).toEqual([0, 2, -1, -1]);
      expect(one.next! - one.since).toBeCloseTo(48, 9);
    }
    const later = onFootOnly({ census, tryAgain });
    const { measure } = run(later);
    // They are part of the people from the beginning, and in no place until they come.
    expect(measure("system.initial")).toBe(50);
    expect(measure("system.persons.unique")).toBe(50);
    expect(measure("sector.tucson.arrivals.again")).toBe(away.length);
    expect(runChecked(later).view.conservation.balance).toBe(0);
  });

  it("come after what is left of the delay, if it is not known when", () => {
    const census = [10, 40, 60].map((hours) => person({ state: "away", attempt: 2, since: -hours }));
    const { model, until } = stepping(onFootOnly({ census, tryAgain }));
    const back = (): number => model.ground.conservation.triedAgainCases;
    const seen = [0.001, 7.999, 8.001, 37.999, 38.001].map((hours) => {
      until(midnight + hours);
      return back();
    });
    expect(seen).toEqual([1, 1, 2, 2, 3]);
  });

  it("stay away where nobody tries again, or so often", () => {
    const census = [
      person({ state: "away", attempt: 2, since: -10 }),
      person({ state: "away", attempt: 3, since: -10 }),
    ];
    const none = run(onFootOnly({ census }));
    expect([none.measure("system.arrivals"), none.measure("system.present.end")]).toEqual([0, 0]);
    const once = run(onFootOnly({ census, tryAgain }));
    expect([once.measure("system.arrivals"), once.measure("system.balance")]).toEqual([1, 0]);
  });
});
