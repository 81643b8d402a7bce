import { describe, expect, it } from "vitest";
import { type RunLimits, Simulation } from "../../src/index.ts";

/** A clock that ticks every hour for ever, and the hours at which it did. */
function ticking(limits: RunLimits): { simulation: Simulation; hours: number[] } {
  const simulation = new Simulation({ seed: "limits", limits });
  const hours: number[] = [];
  const tick = simulation.eventType("tick", (subject) => {
    hours.push(simulation.now);
    simulation.schedule(1, tick, subject);
  });
  simulation.schedule(1, tick, 7);
  return { simulation, hours };
}

describe("run limits", () => {
  it("stops after so many events and names the last", () => {
    const { simulation, hours } = ticking({ events: 3 });
    expect(simulation.run()).toEqual({
      status: "truncated",
      limit: "events",
      message: 'run stopped at 3 events, at time 3; the last event was "tick" of subject 7',
      now: 3,
      events: 3,
    });
    expect(hours).toEqual([1, 2, 3]);
    // Nothing is lost by stopping: the event to come is still there, and stepping fires it.
    expect(simulation.run().status).toBe("truncated");
    expect(simulation.step()).toBe(true);
    expect(hours).toEqual([1, 2, 3, 4]);
  });

  it("is complete when it needs no more events than the limit, even if there are some beyond the end", () => {
    const { simulation } = ticking({ events: 3 });
    expect(simulation.run(3.5)).toEqual({ status: "complete", now: 3.5, events: 3 });
    expect(simulation.run(4.5).status).toBe("truncated");
  });

  it("stops a loop that takes no time and names who goes round", () => {
    const simulation = new Simulation({ seed: "loop", limits: { eventsAtOneInstant: 1000 } });
    const spin = simulation.eventType("spin", (subject) => {
      simulation.schedule(0, spin, subject);
    });
    simulation.schedule(5, spin, 42);
    expect(simulation.run()).toEqual({
      status: "truncated",
      limit: "eventsAtOneInstant",
      message: 'run stopped at 1000 events at one instant, at time 5; the last event was "spin" of subject 42',
      now: 5,
      events: 1000,
    });
  });

  it("stops a process that holds nothing for ever, by default too", () => {
    const simulation = new Simulation({ seed: "loop" });
    simulation.spawn(
      (function* () {
        for (;;) yield simulation.hold(0);
      })(),
    );
    const result = simulation.run();
    expect(result.status === "truncated" && result.message).toBe(
      'run stopped at 10000000 events at one instant, at time 0; the last event was "resume process" of subject 0',
    );
  });

  it("allows as many events at each instant as the limit says", () => {
    const simulation = new Simulation({ seed: "instant", limits: { eventsAtOneInstant: 3 } });
    const note = simulation.eventType("note", () => {});
    for (let i = 0; i < 30; i++) simulation.schedule(Math.floor(i / 3), note, i);
    expect(simulation.run(4).status).toBe("complete");
    expect(simulation.run()).toEqual({ status: "complete", now: 9, events: 30 });
  });

  it("stops when too much is pending", () => {
    const simulation = new Simulation({ seed: "pending", limits: { pendingEvents: 100 } });
    const breed = simulation.eventType("breed", (subject) => {
      simulation.schedule(1, breed, subject);
      simulation.schedule(1, breed, subject);
    });
    simulation.schedule(1, breed, 1);
    const result = simulation.run();
    // 64 pending at time 7; each event there takes one off and adds two, so the 37th makes it 101.
    expect(result).toEqual({
      status: "truncated",
      limit: "pendingEvents",
      message: 'run stopped at more than 100 pending events, at time 7; the last event was "breed" of subject 1',
      now: 7,
      events: 63 + 37,
    });
  });

  it("asks for the budget every 4,096 events, over several runs too", () => {
    let asked = 0;
    const { simulation } = ticking({ budget: () => ++asked === 3 });
    for (let until = 1000; until <= 12_000; until += 1000) expect(simulation.run(until).status).toBe("complete");
    expect(asked).toBe(2);
    const result = simulation.run();
    expect(result.events).toBe(3 * 4096);
    expect(result.status === "truncated" && [result.limit, result.message]).toEqual([
      "budget",
      'run stopped at the end of its budget, at time 12288; the last event was "tick" of subject 7',
    ]);
  });

  it("says when nothing was fired", () => {
    const { simulation } = ticking({ events: 0 });
    const result = simulation.run();
    expect(result.status === "truncated" && result.message).toBe(
      "run stopped at 0 events, at time 0; nothing was fired",
    );
  });
});
