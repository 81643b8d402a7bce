import { describe, expect, it } from "vitest";
import {
  type CapacityPlan,
  CapacitySchedule,
  type EndOfShift,
  exponential,
  type Interrupt,
  Outcome,
  type Process,
  Resource,
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

interface Case {
  readonly capacity?: number;
  readonly plan?: CapacityPlan;
  readonly endOfShift?: EndOfShift;
  readonly options?: StationOptions;
  readonly jobs: readonly Job[];
}

const [turnedAway, left, wasLost] = [-1, -2, -3];

/** When each job is done, told in either style; below 0 for those that never are. */
function ends(style: "handlers" | "processes", { capacity = 1, plan, endOfShift, options, jobs }: Case): number[] {
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
const preemptive: StationOptions = { preemptive: true };
const restarts: StationOptions = { preemptive: true, stopped: "restart" };
const loses: StationOptions = { preemptive: true, stopped: "lose" };

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
const halfDays = shifts(
  [
    [0, 1],
    [5, 0],
  ],
  8,
);

const cases: readonly (readonly [name: string, Case, number[]])[] = [
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

describe.each(["handlers", "processes"] as const)("Station, told by %s", (style) => {
  it.each(cases)("%s", (_, spec, expected) => {
    expect(ends(style, spec)).toEqual(expected);
  });
});

describe("Station", () => {
  it.each<[string, Case, number[]]>([
    [
      "patience is over while it waits",
      {
        jobs: [
          { at: 0, time: 9 },
          { at: 1, time: 1, patience: 5 },
          { at: 2, time: 1 },
        ],
      },
      [9, left, 10],
    ],
    [
      "patience does not count once it is begun",
      {
        jobs: [
          { at: 0, time: 3 },
          { at: 1, time: 9, patience: 5 },
        ],
      },
      [3, 12],
    ],
    // b begins at 2, is stopped at 3 until 9: its patience was for the first wait alone.
    [
      "patience does not count for work that is stopped",
      {
        options: preemptive,
        jobs: [
          { at: 0, time: 2 },
          { at: 1, time: 4, patience: 3 },
          { at: 3, time: 6, priority: 1 },
        ],
      },
      [2, 12, 9],
    ],
    [
      "the first in line leaves and lets a smaller one in",
      {
        capacity: 2,
        jobs: [
          { at: 0, time: 9 },
          { at: 1, time: 1, amount: 2, patience: 3 },
          { at: 2, time: 1 },
        ],
      },
      [9, left, 5],
    ],
    [
      "closing time outlasts patience",
      {
        plan: halfDays,
        jobs: [
          { at: 6, time: 1, patience: 1 },
          { at: 6, time: 1, patience: 2 },
          { at: 6, time: 1, patience: 3.5 },
        ],
      },
      [left, 9, 10],
    ],
  ])("reneging: %s", (_, spec, expected) => {
    expect(ends("handlers", spec)).toEqual(expected);
  });

  it("counts units at work, stops, and each stay in line", () => {
    const simulation = new Simulation({ seed: "station" });
    const station = new Station(simulation, "press", 1, preemptive);
    const done = simulation.eventType("done", () => {});
    const comes = simulation.eventType("comes", (i) => station.request(done, i, 3, 1, 1));
    station.request(done, 0, 10);
    simulation.schedule(4, comes, 1);
    simulation.run();
    expect([station.busy.integral, station.stopped, station.lost]).toEqual([13, 1, 0]);
    // Waits: 0, 0 (stopped for), 3 (stopped).
    expect([station.line.waits.count, station.line.waits.sum]).toEqual([3, 3]);
  });

  it("withdraws work that waits, that is in progress, and not that is done", () => {
    const simulation = new Simulation({ seed: "station" });
    const station = new Station(simulation, "press", 1);
    const log: string[] = [];
    const done = simulation.eventType("done", (i) => log.push(`${simulation.now} ${i}`));
    const [a, b, c] = [0, 1, 2].map((i) => station.request(done, i, 5)) as [number, number, number];
    simulation.run(2);
    expect([a, b, c].map((handle) => station.isPending(handle))).toEqual([true, true, true]);
    expect(station.cancel(b)).toBe(true);
    expect(station.cancel(b)).toBe(false);
    expect(station.cancel(a)).toBe(true);
    expect(station.inUse).toBe(1);
    simulation.run();
    expect(log).toEqual(["7 2"]);
    expect([station.cancel(c), station.reneged]).toEqual([false, 1]);
  });

  it("is left by an interrupt: in the line, at work, stopped, and just done", () => {
    const simulation = new Simulation({ seed: "station" });
    const station = new Station(simulation, "press", 1, preemptive);
    const log: string[] = [];
    function* job(name: string, time: number, priority: number): Process {
      try {
        yield station.work(time, 1, priority);
        log.push(`${simulation.now} ${name} done`);
      } catch (error) {
        log.push(`${simulation.now} ${name} out: ${(error as Interrupt).reason}, ${station.inUse} at work`);
      }
    }
    function* boss(): Process {
      const a = simulation.spawn(job("a", 10, 0));
      const b = simulation.spawn(job("b", 10, 0));
      yield simulation.hold(2);
      simulation.interrupt(b, "waits");
      const c = simulation.spawn(job("c", 4, 1));
      yield simulation.hold(1);
      simulation.interrupt(a, "stopped");
      yield simulation.hold(1);
      simulation.interrupt(c, "at work");
      const d = simulation.spawn(job("d", 3, 0));
      yield simulation.hold(1);
      // At 7 the work of d ends before this process goes on, and d after it.
      yield simulation.hold(2);
      simulation.interrupt(d, "just done");
    }
    simulation.spawn(boss());
    simulation.run();
    expect(log).toEqual([
      "2 b out: waits, 1 at work",
      "3 a out: stopped, 1 at work",
      "4 c out: at work, 0 at work",
      "7 d out: just done, 0 at work",
    ]);
    expect([station.inUse, station.line.length, simulation.pendingCount]).toEqual([0, 0, 0]);
  });

  it("within a time: work that takes longer is withdrawn", () => {
    const simulation = new Simulation({ seed: "station" });
    const station = new Station(simulation, "press", 1);
    const log: string[] = [];
    function* job(name: string, time: number): Process {
      yield simulation.within(5, station.work(time));
      log.push(`${simulation.now} ${name} ${simulation.outcome}`);
    }
    for (const [name, time] of [
      ["a", 3],
      ["b", 3],
      ["c", 4],
      ["d", 0],
    ] as const)
      simulation.spawn(job(name, time));
    simulation.run();
    // b is at work from 3, c from 5; d is begun at 5 and done there: not in time, since the time was over first.
    expect(log).toEqual(["3 a 0", "5 b -1", "5 c -1", "5 d -1"]);
  });

  it("is saved with work in progress, stopped and waiting, and goes on alike at any time", () => {
    const build = (simulation: Simulation): string[] => {
      const log: string[] = [];
      const station = new Station(simulation, "press", 2, {
        preemptive: true,
        reneges: (i) => log.push(`${simulation.now} left ${i}`),
      });
      new CapacitySchedule(simulation, "press", station, halfDays, "stop");
      const [gap, time] = [exponential(1), exponential(1.2)];
      const done = simulation.eventType("done", (i) => log.push(`${simulation.now} done ${i}`));
      const comes = simulation.eventType("comes", (i) => {
        const work = time.sample(simulation.stream("work"));
        station.request(done, i, work, 1, i % 3, 20 + (i % 7));
        simulation.schedule(gap.sample(simulation.stream("gaps")), comes, i + 1);
      });
      simulation.schedule(0, comes, 0);
      return log;
    };
    const whole = new Simulation({ seed: "press" });
    const log = build(whole);
    whole.run(200);
    expect(log.some((line) => line.includes("left"))).toBe(true);
    for (const at of [0, 1.7, 5, 13.2, 44, 68.9, 120, 171.3]) {
      const simulation = new Simulation({ seed: "press" });
      build(simulation);
      simulation.run(at);
      const { simulation: copy } = simulation.fork(build);
      copy.run(200);
      expect(copy.fingerprint()).toBe(whole.fingerprint());
      expect(copy.stateFingerprint()).toBe(whole.stateFingerprint());
    }
  });

  it("may lose work of a process that waits for more than that", () => {
    const simulation = new Simulation({ seed: "station" });
    const station = new Station(simulation, "press", 1, loses);
    const log: string[] = [];
    function* careful(): Process {
      yield simulation.anyOf(simulation.hold(20), station.work(10));
      log.push(`${simulation.now} ${simulation.outcome}`);
    }
    function* pushes(): Process {
      yield simulation.hold(3);
      yield station.work(1, 1, 1);
    }
    simulation.spawn(careful());
    simulation.spawn(pushes());
    simulation.run();
    expect(log).toEqual([`3 ${Outcome.lost}`]);
    expect(simulation.now).toBe(4);
  });

  it.each<[string, (station: Station, done: number) => unknown]>([
    ["time must be finite and not negative, got -1", (s, done) => s.request(done, 0, -1)],
    ["time must be finite and not negative, got Infinity", (s, done) => s.request(done, 0, Number.POSITIVE_INFINITY)],
    ["amount must be a whole number from 1, got 0", (s, done) => s.request(done, 0, 1, 0)],
    ["capacity must be a whole number from 0, got 0.5", (s) => s.setCapacity(0.5)],
  ])("says: %s", (message, act) => {
    const simulation = new Simulation({ seed: "station" });
    const done = simulation.eventType("done", () => {});
    expect(() => act(new Station(simulation, "press", 1), done)).toThrow(new RangeError(message));
  });
});

describe("a schedule of capacity", () => {
  it("keeps a resource to its plan: work is finished, 1, 3, 1 at 0, 1, 2, three jobs of 2, ends 2, 3, 3", () => {
    const simulation = new Simulation({ seed: "schedule" });
    const desk = new Resource(simulation, "desk", 1);
    new CapacitySchedule(simulation, "desk", desk, oneThreeOne);
    const log: number[] = [];
    function* customer(): Process {
      yield desk.acquire();
      yield simulation.hold(2);
      desk.release();
      log.push(simulation.now);
    }
    for (let i = 0; i < 3; i++) simulation.spawn(customer());
    simulation.run();
    expect(log).toEqual([2, 3, 3]);
  });

  it("begins in the middle of a plan, and goes round", () => {
    const simulation = new Simulation({ seed: "schedule" });
    simulation.run(37);
    const desk = new Resource(simulation, "desk", 9);
    const seen: string[] = [];
    const days = shifts(
      [
        [0, 0],
        [8, 3],
        [12, 1],
        [13, 3],
        [18, 0],
      ],
      24,
    );
    new CapacitySchedule(
      simulation,
      "desk",
      {
        setCapacity: (n) => {
          desk.setCapacity(n);
          seen.push(`${simulation.now} ${n}`);
        },
      },
      days,
    );
    simulation.run(62);
    expect(seen).toEqual(["37 3", "42 0", "48 0", "56 3", "60 1", "61 3"]);
  });

  it.each<[string, () => unknown]>([
    ["shifts must be at least one, got none", () => shifts([])],
    ["shifts must ascend from 0 to below Infinity, got one from 1 after 0", () => shifts([[1, 1]])],
    [
      "shifts must ascend from 0 to below Infinity, got one from 5 after 5",
      () =>
        shifts([
          [0, 1],
          [5, 1],
          [5, 2],
        ]),
    ],
    [
      "shifts must ascend from 0 to below 24, got one from 24 after 0",
      () =>
        shifts(
          [
            [0, 1],
            [24, 1],
          ],
          24,
        ),
    ],
    ["capacity must be a whole number from 0, got -1", () => shifts([[0, -1]])],
  ])("says: %s", (message, make) => {
    expect(make).toThrow(new RangeError(message));
  });
});
