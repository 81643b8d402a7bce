import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Resource, Simulation } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

interface Job {
  readonly at: number;
  readonly amount: number;
  readonly time: number;
  readonly priority?: number;
}

/** Runs jobs through a resource whose capacity changes by schedule; returns when each began and ended. */
function run(
  capacity: number,
  jobs: readonly Job[],
  schedule: readonly (readonly [at: number, capacity: number])[] = [],
) {
  const simulation = new Simulation({ seed: "resource" });
  const desk = new Resource(simulation, "desk", capacity);
  const begins: number[] = jobs.map(() => Number.NaN);
  const ends: number[] = jobs.map(() => Number.NaN);
  const done = simulation.eventType("done", (i) => {
    ends[i] = simulation.now;
    desk.release(jobs[i]!.amount);
  });
  const granted = simulation.eventType("granted", (i) => {
    begins[i] = simulation.now;
    simulation.schedule(jobs[i]!.time, done, i);
  });
  const arrives = simulation.eventType("arrives", (i) => {
    desk.request(granted, i, jobs[i]!.amount, jobs[i]!.priority ?? 0);
  });
  const changes = simulation.eventType("capacity changes", (to) => desk.setCapacity(to));
  for (const [at, to] of schedule) simulation.schedule(at, changes, to);
  jobs.forEach(({ at }, i) => {
    simulation.schedule(at, arrives, i);
  });
  const result = simulation.run();
  return { begins, ends, desk, result };
}

describe("Resource", () => {
  it("lets nobody pass a large request: capacity 10, requests 7, 7, 1 at 0, 1, 2, held 10, end at 10, 20, 20", () => {
    // At 2 three units are free, but the second request for seven is at the head. At 10 it begins, and the one unit beside it.
    const { ends, desk } = run(10, [
      { at: 0, amount: 7, time: 10 },
      { at: 1, amount: 7, time: 10 },
      { at: 2, amount: 1, time: 10 },
    ]);
    expect(ends).toEqual([10, 20, 20]);
    // Units in use: 7 until 10, 8 until 20. Waiting: 7 from 1, 8 from 2 to 10. Waits: 0, 9, 8.
    expect([desk.busy.integral, desk.busy.max]).toEqual([7 * 10 + 8 * 10, 8]);
    expect([desk.line.level.integral, desk.line.level.max]).toEqual([7 * 9 + 1 * 8, 8]);
    expect([desk.line.waits.count, desk.line.waits.sum]).toEqual([3, 17]);
  });

  it("finishes work in progress when capacity falls: 1, 3, 1 at 0, 1, 2, three jobs of 2 at 0, end at 2, 3, 3", () => {
    const job = { at: 0, amount: 1, time: 2 };
    const { begins, ends, desk } = run(
      1,
      [job, job, job],
      [
        [1, 3],
        [2, 1],
      ],
    );
    expect(begins).toEqual([0, 1, 1]);
    expect(ends).toEqual([2, 3, 3]);
    expect(desk.capacity).toBe(1);
  });

  it("grants nothing while more is in use than a lowered capacity allows", () => {
    // 4 in use from 0; capacity 2 from 1. One ends at 2 (3 in use), two at 3 (1 in use): only then the one that came at 1 begins.
    const { begins } = run(
      4,
      [
        { at: 0, amount: 1, time: 2 },
        { at: 0, amount: 2, time: 3 },
        { at: 0, amount: 1, time: 9 },
        { at: 1, amount: 1, time: 1 },
      ],
      [[1, 2]],
    );
    expect(begins).toEqual([0, 0, 0, 3]);
  });

  it("opens and shuts with a schedule from and to no capacity at all", () => {
    const job = { at: 0, amount: 1, time: 3 };
    const { begins, result } = run(
      0,
      [job, job, job],
      [
        [8, 1],
        [12, 0],
        [20, 1],
      ],
    );
    expect(begins).toEqual([8, 11, 20]);
    expect(result.now).toBe(23);
  });

  it("serves a higher priority first, and equal ones in order of arrival", () => {
    const { begins } = run(1, [
      { at: 0, amount: 1, time: 10 },
      { at: 1, amount: 1, time: 1 },
      { at: 2, amount: 1, time: 1, priority: 1 },
      { at: 3, amount: 1, time: 1, priority: -1 },
      { at: 4, amount: 1, time: 1, priority: 1 },
      { at: 5, amount: 1, time: 1 },
    ]);
    expect(begins).toEqual([0, 12, 10, 14, 11, 13]);
  });

  it("grants at once to a higher priority that fits, though the head of the line does not", () => {
    const { begins } = run(10, [
      { at: 0, amount: 7, time: 10 },
      { at: 1, amount: 7, time: 10 },
      { at: 2, amount: 3, time: 1, priority: 1 },
      { at: 2, amount: 1, time: 1, priority: 1 },
    ]);
    expect(begins).toEqual([0, 10, 2, 3]);
  });

  it("grants in the order of the line at one instant, before what is scheduled later", () => {
    const simulation = new Simulation({ seed: "resource" });
    const desk = new Resource(simulation, "desk", 2);
    const fired: number[] = [];
    const granted = simulation.eventType("granted", (i) => fired.push(i));
    const other = simulation.eventType("other", (i) => fired.push(i));
    desk.request(granted, 1, 2);
    desk.request(granted, 2);
    desk.request(granted, 3);
    simulation.run();
    desk.release(2);
    simulation.schedule(0, other, 9);
    simulation.run();
    expect(fired).toEqual([1, 2, 3, 9]);
    // The grant is a fact before its event fires: the units are taken.
    expect([desk.inUse, desk.free]).toEqual([2, 0]);
  });

  it("takes at once when units are free and nobody waits", () => {
    const simulation = new Simulation({ seed: "resource" });
    const desk = new Resource(simulation, "desk", 3);
    const granted = simulation.eventType("granted", () => {});
    expect(desk.tryTake(2)).toBe(true);
    expect(desk.tryTake(2)).toBe(false);
    const waiting = desk.request(granted, 0, 2);
    // One unit is free, but somebody waits for two.
    expect([desk.free, desk.tryTake(1)]).toEqual([1, false]);
    expect(desk.cancel(waiting)).toBe(true);
    expect([desk.tryTake(1), desk.free]).toEqual([true, 0]);
  });

  it("lets others move up when a request is withdrawn", () => {
    const simulation = new Simulation({ seed: "resource" });
    const desk = new Resource(simulation, "desk", 3);
    const fired: number[] = [];
    const granted = simulation.eventType("granted", (i) => fired.push(i));
    desk.request(granted, 1, 2);
    const large = desk.request(granted, 2, 3);
    desk.request(granted, 3, 1);
    simulation.run();
    expect(fired).toEqual([1]);
    expect(desk.cancel(large)).toBe(true);
    expect(desk.cancel(large)).toBe(false);
    simulation.run();
    expect(fired).toEqual([1, 3]);
    expect(desk.inUse).toBe(3);
  });

  it("takes back a grant whose event has not fired, and no other", () => {
    const simulation = new Simulation({ seed: "resource" });
    const [desk, other] = [new Resource(simulation, "desk", 1), new Resource(simulation, "other", 1)];
    const fired: number[] = [];
    const granted = simulation.eventType("granted", (i) => fired.push(i));
    const first = desk.request(granted, 1);
    const second = desk.request(granted, 2);
    expect(other.cancel(first)).toBe(false);
    expect(desk.cancel(first)).toBe(true);
    expect(desk.cancel(first)).toBe(false);
    expect([desk.inUse, desk.line.length]).toEqual([1, 0]);
    simulation.run();
    expect(fired).toEqual([2]);
    expect(desk.cancel(second)).toBe(false);
    expect(desk.inUse).toBe(1);
  });

  it("does not confuse an old handle with a new request in the same row", () => {
    const simulation = new Simulation({ seed: "resource" });
    const desk = new Resource(simulation, "desk", 1);
    const granted = simulation.eventType("granted", () => {});
    desk.tryTake();
    const old = Array.from({ length: 100 }, (_, i) => desk.request(granted, i));
    for (const handle of old) desk.cancel(handle);
    const fresh = Array.from({ length: 100 }, (_, i) => desk.request(granted, i));
    expect(old.map((handle) => desk.cancel(handle))).toEqual(old.map(() => false));
    expect(desk.line.length).toBe(100);
    expect(new Set([...old, ...fresh]).size).toBe(200);
  });

  it("never exceeds its capacity, forgets nobody, and lets nobody overtake", () => {
    const job = fc.record({
      at: fc.nat(30),
      amount: fc.integer({ min: 1, max: 5 }),
      time: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 60 }), fc.integer({ min: 5, max: 12 }), (jobs, capacity) => {
        const { begins, ends, desk } = run(capacity, jobs);
        expect(desk.busy.max).toBeLessThanOrEqual(capacity);
        expect([desk.inUse, desk.line.length, desk.line.waits.count]).toEqual([0, 0, jobs.length]);
        expect(ends).toEqual(jobs.map(({ time }, i) => begins[i]! + time));
        const inOrder = jobs.map(({ at }, i) => ({ at, i })).sort((a, b) => a.at - b.at || a.i - b.i);
        for (let k = 1; k < inOrder.length; k++) {
          expect(begins[inOrder[k]!.i]).toBeGreaterThanOrEqual(begins[inOrder[k - 1]!.i]!);
        }
        const worked = jobs.reduce((sum, { amount, time }) => sum + amount * time, 0);
        expect(desk.busy.integral).toBe(worked);
        // Nobody waits while there is room: whoever begins late begins when somebody else ends.
        jobs.forEach(({ at }, i) => {
          if (begins[i]! > at) expect(ends).toContain(begins[i]);
        });
      }),
      fixedRuns(150),
    );
  });

  it.each([
    ["capacity must be a whole number from 0, got -1", () => new Resource(new Simulation({ seed: "" }), "desk", -1)],
    ["capacity must be a whole number from 0, got 1.5", (desk: Resource) => desk.setCapacity(1.5)],
    ["amount must be a whole number from 1, got 0", (desk: Resource) => desk.request(0, 0, 0)],
    ["amount must be a whole number from 1, got -1", (desk: Resource) => desk.tryTake(-1)],
    ["amount must be a whole number from 1, got NaN", (desk: Resource) => desk.tryTake(Number.NaN)],
    ["amount must be a whole number from 1, got -1", (desk: Resource) => desk.release(-1)],
    ["amount must be at most the 2 in use, got 3", (desk: Resource) => desk.release(3)],
    ["a command must be given from a process, got none running", (desk: Resource) => desk.acquire()],
  ])("says: %s", (message, wrong) => {
    const desk = new Resource(new Simulation({ seed: "" }), "desk", 5);
    desk.tryTake(2);
    expect(() => wrong(desk)).toThrow(new RangeError(message));
    expect([desk.inUse, desk.capacity, desk.line.length]).toEqual([2, 5, 0]);
  });
});
