import type { StationOptions } from "../../src/index.ts";
import { type Case, type Job, loses, preemptive, turnedAway, wasLost } from "./station-run.ts";

const restarts: StationOptions = { preemptive: true, stopped: "restart" };

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
/** Stations at which urgent work stops other work, and who balks then. */
export const preemptionCases: readonly (readonly [name: string, Case, number[]])[] = [
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
