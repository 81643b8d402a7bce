import { shifts } from "../../src/index.ts";
import { type Case, type Job, preemptive, wasLost } from "./station-run.ts";

const three: readonly Job[] = [0, 0, 0].map((at) => ({ at, time: 2 }));
const oneThreeOne = shifts([
  [0, 1],
  [1, 3],
  [2, 1],
]);
/** Open from 0 to 5 and from 8 to 13, and so on. */
export const halfDays = shifts(
  [
    [0, 1],
    [5, 0],
  ],
  8,
);

/** Stations whose capacity changes, and what becomes of work over the end of a shift. */
export const shiftCases: readonly (readonly [name: string, Case, number[]])[] = [
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
];
