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
  shifts,
} from "../../src/index.ts";

interface Job {
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

const three: readonly Job[] = [0, 0, 0].map((at) => ({ at, time: 2 }));
const oneThreeOne = shifts([
  [0, 1],
  [1, 3],
  [2, 1],
]);
export const preemptive: StationOptions = { preemptive: true };
const restarts: StationOptions = { preemptive: true, stopped: "restart" };
export const loses: StationOptions = { preemptive: true, stopped: "lose" };

/** Work of 10 from 0; at 4 work of 3 comes that is more urgent. */
const urgent: readonly Job[] = [
  { at: 0, time: 10 },
  { at: 4, time: 3, priority: 1 },
];
/** Two more in between: at 5 a third kind, at 6 one like the first. */
const layers: readonly Job[] = [
  { at: 0, time: 10 },
  { at: 4, time: 3, priority: 1 },
  { at: 5, time: 1, priority: 2 },
  { at: 6, time: 1 },
];
/** Open from 0 to 5 and from 8 to 13, and so on. */
export const halfDays = shifts(
  [
    [0, 1],
    [5, 0],
  ],
  8,
);

export const cases: readonly (readonly [name: string, Case, number[]])[] = [
  // Schedule 1, 3, 1: at 1 two more begin, at 2 the first ends as the shift does.
  ["capacity 1, 3, 1: three jobs of 2, finished", { plan: oneThreeOne, jobs: three }, [2, 3, 3]],
  [
    "capacity 1, 3, 1: stopped and restarted",
    { plan: oneThreeOne, endOfShift: "stop", options: { stopped: "restart" }, jobs: three },
    [2, 3, 5],
  ],
  // The third was begun at 1, has 1 left at 2, and goes on at 3.
  ["capacity 1, 3, 1: stopped and resumed", { plan: oneThreeOne, endOfShift: "stop", jobs: three }, [2, 3, 4]],
  [
    "capacity 1, 3, 1: stopped and lost",
    { plan: oneThreeOne, endOfShift: "stop", options: { stopped: "lose" }, jobs: three },
    [2, 3, wasLost],
  ],

  ["no preemption unless named", { jobs: urgent }, [10, 13]],
  ["preempted and resumed: 6 left at 7", { options: preemptive, jobs: urgent }, [13, 7]],
  ["preempted and restarted: 10 from 7", { options: restarts, jobs: urgent }, [17, 7]],
  ["preempted and lost", { options: loses, jobs: urgent }, [wasLost, 7]],
  // 0-4 a, 4-5 b, 5-6 c, 6-8 b, then a (came first) 8-14, then d.
  ["layers, resumed: the last in and the urgent first", { options: preemptive, jobs: layers }, [14, 8, 6, 15]],
  // 4-5 b, 5-6 c, b again 6-9, a again 9-19, d.
  ["layers, restarted", { options: restarts, jobs: layers }, [19, 9, 6, 20]],
  // a is lost at 4, b at 5.
  ["layers, lost", { options: loses, jobs: layers }, [wasLost, wasLost, 6, 7]],
  [
    "equal priorities do not stop each other",
    {
      options: preemptive,
      jobs: [
        { at: 0, time: 5, priority: 3 },
        { at: 1, time: 1, priority: 3 },
      ],
    },
    [5, 6],
  ],
  [
    "work that ends at this instant is not stopped",
    {
      options: restarts,
      jobs: [
        { at: 0, time: 4 },
        { at: 4, time: 3, priority: 1 },
      ],
    },
    [4, 7],
  ],
  [
    "work of no time is done at once, before the urgent begins",
    {
      options: restarts,
      jobs: [
        { at: 4, time: 0 },
        { at: 4, time: 3, priority: 1 },
      ],
    },
    [4, 7],
  ],
  [
    "the urgent comes first at one instant, and the other waits",
    {
      options: restarts,
      jobs: [
        { at: 4, time: 3, priority: 1 },
        { at: 4, time: 0 },
      ],
    },
    [7, 7],
  ],

  // Two units. The lowest priority is stopped, of those the one begun last.
  [
    "of two the one begun last is stopped",
    {
      capacity: 2,
      options: preemptive,
      jobs: [
        { at: 0, time: 10 },
        { at: 1, time: 10 },
        { at: 2, time: 2, priority: 1 },
      ],
    },
    [10, 13, 4],
  ],
  [
    "of two the lower priority is stopped, though begun first",
    {
      capacity: 2,
      options: preemptive,
      jobs: [
        { at: 0, time: 10 },
        { at: 1, time: 10, priority: 1 },
        { at: 2, time: 2, priority: 2 },
      ],
    },
    [12, 11, 4],
  ],
  [
    "for two units two are stopped",
    {
      capacity: 2,
      options: preemptive,
      jobs: [
        { at: 0, time: 10 },
        { at: 1, time: 10 },
        { at: 2, time: 2, amount: 2, priority: 1 },
      ],
    },
    [12, 13, 4],
  ],
  // At 1 one is free and one could be stopped, and three are asked for. At 6 two are free: the first is stopped, with 4 left at 8.
  [
    "nobody is stopped until that is enough",
    {
      capacity: 3,
      options: preemptive,
      jobs: [
        { at: 0, time: 10 },
        { at: 0, time: 6, priority: 2 },
        { at: 1, time: 2, amount: 3, priority: 1 },
      ],
    },
    [12, 6, 8],
  ],
  [
    "one that ends now is enough, nobody is stopped",
    {
      capacity: 2,
      options: restarts,
      jobs: [
        { at: 0, time: 10 },
        { at: 0, time: 4 },
        { at: 4, time: 2, priority: 1 },
      ],
    },
    [10, 4, 6],
  ],
  [
    "one that ends now and one stopped make room for two",
    {
      capacity: 2,
      options: restarts,
      jobs: [
        { at: 0, time: 10 },
        { at: 0, time: 4 },
        { at: 4, time: 2, amount: 2, priority: 1 },
      ],
    },
    [16, 4, 6],
  ],
  [
    "a large one is stopped for a small one, and another small one takes the rest",
    {
      capacity: 3,
      options: preemptive,
      jobs: [
        { at: 0, time: 10, amount: 3 },
        { at: 2, time: 4, priority: 1 },
        { at: 3, time: 1, priority: 1 },
      ],
    },
    [14, 6, 4],
  ],
  [
    "the stopped keeps its place before those that came later",
    {
      options: preemptive,
      jobs: [
        { at: 0, time: 4 },
        { at: 1, time: 1 },
        { at: 2, time: 1, priority: 1 },
      ],
    },
    [5, 6, 3],
  ],

  // Preemption crossed with schedules.
  [
    "over closing time, finished",
    {
      plan: halfDays,
      jobs: [
        { at: 4, time: 3 },
        { at: 4, time: 1 },
      ],
    },
    [7, 9],
  ],
  [
    "over closing time, stopped and resumed at opening",
    {
      plan: halfDays,
      endOfShift: "stop",
      jobs: [
        { at: 4, time: 3 },
        { at: 4, time: 1 },
      ],
    },
    [10, 11],
  ],
  [
    "over closing time, stopped and restarted",
    {
      plan: halfDays,
      endOfShift: "stop",
      options: { stopped: "restart" },
      jobs: [
        { at: 4, time: 3 },
        { at: 4, time: 1 },
      ],
    },
    [11, 12],
  ],
  [
    "over closing time, lost",
    {
      plan: halfDays,
      endOfShift: "stop",
      options: { stopped: "lose" },
      jobs: [
        { at: 4, time: 3 },
        { at: 4, time: 1 },
      ],
    },
    [wasLost, 9],
  ],
  [
    "longer than a shift, resumed over three of them",
    { plan: halfDays, endOfShift: "stop", jobs: [{ at: 0, time: 12 }] },
    [18],
  ],
  [
    "what ends as the shift does is done",
    { plan: halfDays, endOfShift: "stop", options: { stopped: "lose" }, jobs: [{ at: 3, time: 2 }] },
    [5],
  ],
  ["what comes as the shift ends waits", { plan: halfDays, endOfShift: "stop", jobs: [{ at: 5, time: 2 }] }, [10]],
  // The end of the second shift is scheduled after the arrival, and yet comes before it.
  ["what comes as a later shift ends waits as well", { plan: halfDays, jobs: [{ at: 13, time: 2 }] }, [18]],
  ["what comes as the shift begins is begun", { plan: halfDays, jobs: [{ at: 8, time: 2 }] }, [10]],
  // a 0-2, b 2-5 stopped with 1 left; at 8 b has the priority, 8-9, then a 9-11.
  [
    "stopped by priority, then by the end of the shift",
    {
      plan: halfDays,
      endOfShift: "stop",
      options: preemptive,
      jobs: [
        { at: 0, time: 4 },
        { at: 2, time: 4, priority: 1 },
      ],
    },
    [11, 9],
  ],
  // At 3 two become one: the lower priority is stopped; at 4 the urgent stops the other. Urgent until 6, b until 11, a until 18.
  [
    "a lowered capacity stops the lower priority",
    {
      plan: shifts([
        [0, 2],
        [3, 1],
      ]),
      endOfShift: "stop",
      options: preemptive,
      jobs: [
        { at: 0, time: 10 },
        { at: 0, time: 9, priority: 1 },
      ],
    },
    [16, 9],
  ],
  [
    "an urgent one comes when more is at work than the capacity allows",
    {
      plan: shifts([
        [0, 2],
        [3, 1],
      ]),
      options: preemptive,
      jobs: [
        { at: 0, time: 10 },
        { at: 0, time: 10 },
        { at: 4, time: 2, priority: 1 },
      ],
    },
    [12, 18, 6],
  ],
  [
    "a raised capacity lets the stopped go on beside the urgent",
    {
      plan: shifts([
        [0, 1],
        [5, 2],
      ]),
      options: preemptive,
      jobs: [
        { at: 0, time: 10 },
        { at: 4, time: 3, priority: 1 },
      ],
    },
    [11, 7],
  ],
  [
    "a family is finished though the capacity fell below it",
    {
      plan: shifts([
        [0, 4],
        [1, 2],
      ]),
      jobs: [
        { at: 0, time: 3, amount: 4 },
        { at: 0, time: 1, amount: 2 },
        { at: 2, time: 1 },
      ],
    },
    [3, 4, 5],
  ],
  // At 1 the third is stopped, then the second; at 3 the second goes on with 2 left, at 4 the third.
  [
    "a lowered capacity stops as many as must be",
    {
      plan: shifts([
        [0, 5],
        [1, 2],
        [4, 5],
      ]),
      endOfShift: "stop",
      jobs: [
        { at: 0, time: 3, amount: 2 },
        { at: 0, time: 3, amount: 2 },
        { at: 0, time: 3 },
      ],
    },
    [3, 5, 6],
  ],

  // Balking.
  [
    "balking: one waits at most, whoever it stops for counts",
    {
      options: { ...preemptive, balks: 1 },
      jobs: [
        { at: 0, time: 10 },
        { at: 1, time: 1, priority: 1 },
        { at: 1.5, time: 1, priority: 2 },
      ],
    },
    [11, 2, turnedAway],
  ],
];
