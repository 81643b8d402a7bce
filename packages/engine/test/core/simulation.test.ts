import { describe, expect, it } from "vitest";
import { Simulation } from "../../src/index.ts";

describe("Simulation", () => {
  it("fires events in order of time, priority and scheduling, and moves the clock", () => {
    const simulation = new Simulation({ seed: "order" });
    const fired: [number, number][] = [];
    const type = simulation.eventType("note", (subject) => fired.push([simulation.now, subject]));
    simulation.schedule(2, type, 1);
    simulation.scheduleAt(1, type, 2);
    simulation.schedule(2, type, 3, 5);
    simulation.schedule(0, type, 4);
    expect(simulation.pendingCount).toBe(4);
    expect(simulation.run()).toEqual({ status: "complete", now: 2, events: 4 });
    expect(fired).toEqual([
      [0, 4],
      [1, 2],
      [2, 3],
      [2, 1],
    ]);
    expect(simulation.pendingCount).toBe(0);
  });

  it("runs up to a time, not to the events at it, and goes on from there", () => {
    const simulation = new Simulation({ seed: "until" });
    const fired: number[] = [];
    const type = simulation.eventType("note", (subject) => fired.push(subject));
    simulation.schedule(1, type, 1);
    simulation.schedule(2, type, 2);
    simulation.schedule(3, type, 3);
    expect(simulation.run(2)).toEqual({ status: "complete", now: 2, events: 1 });
    // At time 2 an event scheduled now comes after the one that has been waiting for this instant.
    simulation.schedule(0, type, 4);
    expect(simulation.run(2).events).toBe(1);
    expect(simulation.run(2.5).now).toBe(2.5);
    expect(fired).toEqual([1, 2, 4]);
    expect(simulation.run().now).toBe(3);
    expect(simulation.run(7).now).toBe(7);
  });

  it("steps one event at a time", () => {
    const simulation = new Simulation({ seed: "step" });
    const type = simulation.eventType("note", () => {});
    simulation.schedule(1, type, 0);
    simulation.schedule(4, type, 0);
    expect([simulation.step(), simulation.now]).toEqual([true, 1]);
    expect([simulation.step(), simulation.now]).toEqual([true, 4]);
    expect([simulation.step(), simulation.now]).toEqual([false, 4]);
  });

  it("cancels an event, once", () => {
    const simulation = new Simulation({ seed: "cancel" });
    const fired: number[] = [];
    const type = simulation.eventType("note", (subject) => fired.push(subject));
    const handle = simulation.schedule(1, type, 1);
    simulation.schedule(2, type, 2);
    expect(simulation.isPending(handle)).toBe(true);
    expect(simulation.cancel(handle)).toBe(true);
    expect(simulation.isPending(handle)).toBe(false);
    expect(simulation.cancel(handle)).toBe(false);
    expect(simulation.cancel(0)).toBe(false);
    simulation.run();
    expect(fired).toEqual([2]);
  });

  it("lands daily ticks on whole numbers, a million days on", () => {
    const simulation = new Simulation({ seed: "ticks" });
    const tick = simulation.eventType("tick", (day) => {
      if (day < 1_000_000) simulation.schedule(24, tick, day + 1);
    });
    simulation.schedule(24, tick, 1);
    expect(simulation.run()).toEqual({ status: "complete", now: 24_000_000, events: 1_000_000 });
  });

  it("grows its tables within an event and loses nothing", () => {
    // Each event makes 500 more at once: the columns grow from 64 rows while the event that causes it is being fired.
    const simulation = new Simulation({ seed: "grow" });
    const seen: number[] = [];
    const leaf = simulation.eventType("leaf", (subject) => seen.push(subject));
    const branch = simulation.eventType("branch", (from) => {
      const first = simulation.schedule(1, leaf, from);
      for (let i = 1; i < 500; i++) simulation.schedule(i % 3, leaf, from + i, i % 2);
      // The handle was given before the columns grew.
      expect(simulation.cancel(first)).toBe(true);
      simulation.schedule(1, leaf, from);
    });
    for (let i = 0; i < 4; i++) simulation.schedule(i, branch, 500 * i);
    simulation.run();
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 2000 }, (_, i) => i));
  });

  it.each([
    ["delay must be finite and not negative, got -1", (s: Simulation) => s.schedule(-1, 0, 0)],
    ["delay must be finite and not negative, got NaN", (s: Simulation) => s.schedule(Number.NaN, 0, 0)],
    [
      "delay must be finite and not negative, got Infinity",
      (s: Simulation) => s.schedule(Number.POSITIVE_INFINITY, 0, 0),
    ],
    ["time must be finite and not before now (5), got 4", (s: Simulation) => s.scheduleAt(4, 0, 0)],
    ["time must be finite and not before now (5), got NaN", (s: Simulation) => s.scheduleAt(Number.NaN, 0, 0)],
    [
      "time must be finite and not before now (5), got Infinity",
      (s: Simulation) => s.scheduleAt(Number.POSITIVE_INFINITY, 0, 0),
    ],
    ["type must come from eventType, got 99", (s: Simulation) => s.schedule(1, 99, 0)],
    ["type must come from eventType, got -1", (s: Simulation) => s.schedule(1, -1, 0)],
    ["subject must be a whole number of 32 bits, got 0.5", (s: Simulation) => s.schedule(1, 0, 0.5)],
    ["subject must be a whole number of 32 bits, got 4294967296", (s: Simulation) => s.schedule(1, 0, 2 ** 32)],
    ["priority must be a whole number of 32 bits, got 0.5", (s: Simulation) => s.schedule(1, 0, 0, 0.5)],
    ["until must not be before now (5), got 4", (s: Simulation) => s.run(4)],
    ["until must not be before now (5), got NaN", (s: Simulation) => s.run(Number.NaN)],
    ["event type must have a name of its own, got note twice", (s: Simulation) => s.eventType("note", () => {})],
    ["replication must be a whole number from 0, got -1", () => new Simulation({ seed: "a", replication: -1 })],
    ["a command must be given from a process, got none running", (s: Simulation) => s.hold(1)],
  ])("says: %s", (message, wrong) => {
    const simulation = new Simulation({ seed: "errors" });
    simulation.eventType("note", () => {});
    simulation.run(5);
    expect(() => wrong(simulation)).toThrow(new RangeError(message));
    expect(simulation.pendingCount).toBe(0);
  });
});
