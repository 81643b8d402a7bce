import { expect } from "vitest";
import {
  type CapacityPlan,
  CapacitySchedule,
  type EndOfShift,
  Outcome,
  type Process,
  Simulation,
  Station,
  type StationOptions,
} from "../../src/index.ts";

export interface Job {
  readonly at: number;
  readonly time: number;
  readonly amount?: number;
  readonly priority?: number;
  readonly patience?: number;
}

/** A run of a station. */
export interface Case {
  readonly capacity?: number;
  readonly plan?: CapacityPlan;
  readonly endOfShift?: EndOfShift;
  readonly options?: StationOptions;
  readonly jobs: readonly Job[];
}

export const [turnedAway, left, wasLost] = [-1, -2, -3];

/** When each job is done, told in either style; below 0 for those that never are. */
export function ends(
  style: "handlers" | "processes",
  { capacity = 1, plan, endOfShift, options, jobs }: Case,
): number[] {
  const simulation = new Simulation({ seed: "station" });
  const ended = jobs.map(() => Number.NaN);
  const station = new Station(simulation, "press", capacity, {
    ...options,
    loses: (i) => {
      ended[i] = wasLost;
    },
    reneges: (i) => {
      ended[i] = left;
    },
  });
  if (plan !== undefined) new CapacitySchedule(simulation, "press", station, plan, endOfShift);
  const done = simulation.eventType("done", (i) => {
    ended[i] = simulation.now;
  });
  const arrives = simulation.eventType("arrives", (i) => {
    const { time, amount, priority, patience } = jobs[i]!;
    if (station.request(done, i, time, amount, priority, patience) === 0) ended[i] = turnedAway;
  });
  function* customer(i: number): Process {
    const { at, time, amount, priority } = jobs[i]!;
    yield simulation.hold(at);
    yield station.work(time, amount, priority);
    ended[i] = { [Outcome.balked]: turnedAway, [Outcome.lost]: wasLost }[simulation.outcome] ?? simulation.now;
  }
  jobs.forEach(({ at }, i) => {
    if (style === "handlers") simulation.schedule(at, arrives, i);
    else simulation.spawn(customer(i));
  });
  simulation.run(1000);
  expect([station.inUse, station.line.length]).toEqual([0, 0]);
  expect(station.lost).toBe(ended.filter((end) => end === wasLost).length);
  expect(station.balked).toBe(ended.filter((end) => end === turnedAway).length);
  expect(station.reneged).toBe(ended.filter((end) => end === left).length);
  return ended;
}

export const preemptive: StationOptions = { preemptive: true };
export const loses: StationOptions = { preemptive: true, stopped: "lose" };
