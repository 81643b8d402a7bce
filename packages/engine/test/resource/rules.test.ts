import { describe, expect, it } from "vitest";
import {
  exponential,
  type Honour,
  Outcome,
  type Process,
  Resource,
  type ResourceOptions,
  Simulation,
} from "../../src/index.ts";
import { expectInside, replicate } from "../support/interval.ts";

interface Job {
  readonly at: number;
  readonly amount?: number;
  readonly time: number;
  readonly priority?: number;
  readonly patience?: number;
}

/** When each job begins, in both styles; -1 for those that turned away, -2 for those that left. */
function begins(
  style: "handlers" | "processes",
  capacity: number,
  options: ResourceOptions,
  jobs: readonly Job[],
): number[] {
  const simulation = new Simulation({ seed: "rules" });
  const began = jobs.map(() => Number.NaN);
  const desk = new Resource(simulation, "desk", capacity, {
    ...options,
    ...(jobs.some(({ patience }) => patience !== undefined) && {
      reneges: (i: number) => {
        began[i] = -2;
      },
    }),
  });
  const granted = simulation.eventType("granted", (i) => {
    began[i] = simulation.now;
    simulation.schedule(jobs[i]!.time, done, i);
  });
  const done = simulation.eventType("done", (i) => desk.release(jobs[i]!.amount));
  const arrives = simulation.eventType("arrives", (i) => {
    const { amount, priority, patience } = jobs[i]!;
    if (desk.request(granted, i, amount, priority, patience) === 0) began[i] = -1;
  });
  function* customer(i: number): Process {
    const { at, amount, priority, patience, time } = jobs[i]!;
    yield simulation.hold(at);
    yield patience === undefined
      ? desk.acquire(amount, priority)
      : simulation.within(patience, desk.acquire(amount, priority));
    const outcome = patience === undefined && options.balks === undefined ? Outcome.done : simulation.outcome;
    if (outcome !== Outcome.done) {
      began[i] = outcome === Outcome.balked ? -1 : -2;
      return;
    }
    began[i] = simulation.now;
    yield simulation.hold(time);
    desk.release(amount);
  }
  jobs.forEach(({ at }, i) => {
    if (style === "handlers") simulation.schedule(at, arrives, i);
    else simulation.spawn(customer(i));
  });
  simulation.run();
  expect([desk.inUse, desk.line.length]).toEqual([0, 0]);
  expect(desk.balked).toBe(began.filter((begin) => begin === -1).length);
  expect(desk.reneged).toBe(began.filter((begin) => begin === -2).length);
  return began;
}

const seven: readonly Job[] = [
  { at: 0, amount: 7, time: 10 },
  { at: 1, amount: 7, time: 10 },
  { at: 2, amount: 1, time: 10 },
];

/** Units 4 of 5 are taken until 10; then 5 are free. */
const family: readonly Job[] = [
  { at: 0, amount: 4, time: 10 },
  { at: 1, amount: 5, time: 1 },
  { at: 2, amount: 2, time: 5 },
  { at: 3, amount: 3, time: 5 },
  { at: 4, amount: 1, time: 9 },
];

describe.each(["handlers", "processes"] as const)("honour, told by %s", (style) => {
  it.each<[string, Honour | undefined, readonly Job[], number, number[]]>([
    ["capacity 10, requests 7, 7, 1: strict unless named", undefined, seven, 10, [0, 10, 10]],
    ["capacity 10, requests 7, 7, 1: strict", "strict", seven, 10, [0, 10, 10]],
    ["capacity 10, requests 7, 7, 1: skip", "skip", seven, 10, [0, 10, 2]],
    ["capacity 10, requests 7, 7, 1: best fit", "best-fit", seven, 10, [0, 10, 2]],
    // Strict: at 10 five are free for the family of five, until 11; then 2 + 3, until 16; then 1.
    ["a family of five: strict", "strict", family, 5, [0, 10, 11, 11, 16]],
    // Skip: the single one takes the free unit at 4, until 13. At 10 four are free: 2, then not 3. At 13 three: 3. At 15 two: no
    // room for five until 18.
    ["a family of five: skip", "skip", family, 5, [0, 18, 10, 13, 4]],
    // Best fit: as before, but at 10 the three go before the two. At 13 one is free, at 15 ends the three: four free, the two
    // have begun at 13 with the unit the single one left and the one that was free.
    ["a family of five: best fit", "best-fit", family, 5, [0, 18, 13, 10, 4]],
    // Priority goes before honour: the first in line is the family, though it came last.
    [
      "a higher priority stands in front: strict",
      "strict",
      [
        { at: 0, amount: 2, time: 4 },
        { at: 1, amount: 1, time: 1 },
        { at: 2, amount: 2, time: 1, priority: 1 },
      ],
      2,
      [0, 5, 4],
    ],
    [
      "a higher priority that does not fit is passed: skip",
      "skip",
      [
        { at: 0, amount: 1, time: 4 },
        { at: 1, amount: 2, time: 1, priority: 1 },
        { at: 2, amount: 1, time: 1 },
      ],
      2,
      [0, 4, 2],
    ],
    [
      "equal sizes go in order of coming: best fit",
      "best-fit",
      [
        { at: 0, amount: 3, time: 4 },
        { at: 1, amount: 2, time: 1 },
        { at: 2, amount: 2, time: 1 },
      ],
      3,
      [0, 4, 5],
    ],
  ])("%s", (_, honour, jobs, capacity, expected) => {
    expect(begins(style, capacity, honour === undefined ? {} : { honour }, jobs)).toEqual(expected);
  });

  it.each<[string, number, ResourceOptions, readonly Job[], number[]]>([
    [
      "no line at all: whoever is not served at once turns away",
      1,
      { balks: 0 },
      [
        { at: 0, time: 5 },
        { at: 1, time: 5 },
        { at: 5, time: 1 },
        { at: 6, time: 1 },
      ],
      [0, -1, -1, 6],
    ],
    [
      "at most one waits",
      1,
      { balks: 1 },
      [
        { at: 0, time: 5 },
        { at: 1, time: 5 },
        { at: 2, time: 5 },
        { at: 6, time: 5 },
      ],
      [0, 5, -1, 10],
    ],
    [
      "by a rule: only small ones wait",
      2,
      { balks: (amount) => amount > 1 },
      [
        { at: 0, amount: 2, time: 5 },
        { at: 1, amount: 2, time: 5 },
        { at: 2, amount: 1, time: 5 },
      ],
      [0, -1, 5],
    ],
    [
      "nobody who can be served turns away",
      1,
      { balks: () => true },
      [
        { at: 0, time: 2 },
        { at: 1, time: 2 },
        { at: 3, time: 2 },
      ],
      [0, -1, 3],
    ],
  ])("balking, %s", (_, capacity, options, jobs, expected) => {
    expect(begins(style, capacity, options, jobs)).toEqual(expected);
  });

  it.each<[string, readonly Job[], number[]]>([
    [
      "leaves when its patience is over",
      [
        { at: 0, time: 9 },
        { at: 1, time: 1, patience: 5 },
        { at: 2, time: 1 },
      ],
      [0, -2, 9],
    ],
    [
      "is served in time, and does not leave later",
      [
        { at: 0, time: 3 },
        { at: 1, time: 9, patience: 5 },
        { at: 2, time: 1 },
      ],
      [0, 3, 12],
    ],
    [
      "leaves at once without patience",
      [
        { at: 0, time: 3 },
        { at: 1, time: 1, patience: 0 },
      ],
      [0, -2],
    ],
    [
      "with patience without end waits",
      [
        { at: 0, time: 3 },
        { at: 1, time: 1, patience: 1e300 },
      ],
      [0, 3],
    ],
    [
      "lets those behind move up",
      [
        { at: 0, amount: 1, time: 20 },
        { at: 1, amount: 2, time: 1, patience: 4 },
        { at: 2, amount: 1, time: 1 },
      ],
      [0, -2, 5],
    ],
    [
      "granted at the instant at which its patience is over, is in time",
      [
        { at: 0, time: 2 },
        { at: 0, time: 2 },
        { at: 1, time: 1, patience: 1, amount: 2 },
      ],
      [0, 0, 2],
    ],
    [
      "leaves from a line with priorities",
      [
        { at: 0, amount: 2, time: 9 },
        { at: 1, amount: 2, time: 1, patience: 3 },
        { at: 2, amount: 2, time: 1, priority: 2, patience: 3 },
        { at: 3, amount: 2, time: 1, priority: 1 },
      ],
      [0, -2, -2, 9],
    ],
  ])("reneging: %s", (_, jobs, expected) => {
    const capacity = Math.max(...jobs.map(({ amount = 1 }) => amount));
    expect(begins(style, capacity, {}, jobs)).toEqual(expected);
  });
});

describe("rules of a resource", () => {
  it("lose by Erlang's formula when nobody waits: 3 lines, 2 calls offered, 4/19 lost", () => {
    // B(3, 2) = (8/6) / (1 + 2 + 2 + 8/6) = 4/19.
    const lost = replicate((replication) => {
      const simulation = new Simulation({ seed: "erlang", replication });
      const lines = new Resource(simulation, "lines", 3, { balks: 0 });
      const between = exponential(0.5);
      const call = exponential(1);
      const ends = simulation.eventType("ends", () => lines.release());
      const begins = simulation.eventType("begins", () =>
        simulation.schedule(call.sample(simulation.stream("calls")), ends, 0),
      );
      const comes = simulation.eventType("comes", (i) => {
        lines.request(begins, i);
        if (i < 3000) simulation.schedule(between.sample(simulation.stream("gaps")), comes, i + 1);
      });
      simulation.schedule(0, comes, 1);
      simulation.run();
      return lines.balked / 3000;
    });
    expectInside(lost, 4 / 19);
  });

  it("leave the rest alone when a process does not wait: many zero-delay steps at one instant keep their order", () => {
    const simulation = new Simulation({ seed: "rules" });
    const desk = new Resource(simulation, "desk", 1);
    const order: string[] = [];
    function* customer(name: string): Process {
      for (let turn = 1; turn <= 3; turn++) {
        yield desk.acquire();
        order.push(`${name}${turn}`);
        yield simulation.hold(0);
        desk.release();
      }
    }
    for (const name of ["a", "b", "c"]) simulation.spawn(customer(name));
    simulation.run();
    expect(order).toEqual(["a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3"]);
    expect(simulation.now).toBe(0);
  });

  it.each<[string, () => unknown]>([
    ["capacity must be a whole number from 0, got -1", () => new Resource(new Simulation({ seed: "" }), "a", -1)],
    [
      "balks must be a whole number from 0, got 1.5",
      () => new Resource(new Simulation({ seed: "" }), "a", 1, { balks: 1.5 }),
    ],
  ])("%s", (message, make) => {
    expect(make).toThrow(new RangeError(message));
  });

  it("refuse patience where nobody is told of it, and patience that is none", () => {
    const simulation = new Simulation({ seed: "rules" });
    const granted = simulation.eventType("granted", () => {});
    const deaf = new Resource(simulation, "deaf", 0);
    const desk = new Resource(simulation, "desk", 0, { reneges: () => {} });
    expect(() => deaf.request(granted, 0, 1, 0, 5)).toThrow(
      "line deaf must have a rule of reneging for patience, got none",
    );
    expect(() => desk.request(granted, 0, 1, 0, -1)).toThrow("patience must not be negative, got -1");
    expect(() => desk.request(granted, 0, 1, 0, Number.NaN)).toThrow("patience must not be negative, got NaN");
    expect([deaf.line.length, desk.line.length, simulation.pendingCount]).toEqual([0, 0, 0]);
    expect(() => new Resource(simulation, "desk", 1)).toThrow("desk twice");
  });
});
