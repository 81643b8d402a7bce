import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventError, Resource, type RunGoal, Simulation, type SimulationOptions } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

/** A clock that ticks every hour for ever. */
function ticking(options: Partial<SimulationOptions> = {}): { simulation: Simulation; hours: number[] } {
  const simulation = new Simulation({ seed: "running", ...options });
  const hours: number[] = [];
  const tick = simulation.eventType("tick", (subject) => {
    hours.push(simulation.now);
    simulation.schedule(1, tick, subject + 1);
  });
  simulation.schedule(1, tick, 0);
  return { simulation, hours };
}

describe("a run", () => {
  it("ends after so many events of its own", () => {
    const { simulation, hours } = ticking();
    expect(simulation.run({ events: 3 })).toEqual({ status: "complete", reached: "events", now: 3, events: 3 });
    expect(simulation.run({ events: 0 })).toEqual({ status: "complete", reached: "events", now: 3, events: 3 });
    expect(simulation.run({ events: 2, until: 100 })).toEqual({
      status: "complete",
      reached: "events",
      now: 5,
      events: 5,
    });
    // The time comes first: two events and not ten.
    expect(simulation.run({ events: 10, until: 7.5 })).toEqual({ status: "complete", now: 7.5, events: 7 });
    expect(hours).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("ends when a condition holds after an event, and asks at no other moment", () => {
    const { simulation, hours } = ticking();
    let asked = 0;
    const when = () => {
      asked++;
      return hours.length === 4;
    };
    expect(simulation.run({ when })).toEqual({ status: "complete", reached: "when", now: 4, events: 4 });
    expect(asked).toBe(4);
    expect(simulation.run({ when, until: 6.5 })).toEqual({ status: "complete", now: 6.5, events: 6 });
  });

  it("in pieces is the run in one, whatever ends the pieces", () => {
    const piece: fc.Arbitrary<RunGoal> = fc.oneof(
      fc.record({ events: fc.nat(5) }),
      fc.record({ until: fc.double({ min: 0, max: 40, noNaN: true }) }),
      fc.nat(4).map((modulus): RunGoal => {
        let asked = 0;
        return { when: () => ++asked > modulus };
      }),
    );
    const whole = ticking().simulation;
    whole.run(41);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const { simulation } = ticking();
        for (const { until, ...goal } of pieces) {
          simulation.run({ ...goal, ...(until === undefined ? {} : { until: Math.max(until, simulation.now) }) });
        }
        simulation.run(Math.max(41, simulation.now));
        if (simulation.now === 41) expect(simulation.fingerprint()).toBe(whole.fingerprint());
        else expect(simulation.eventCount).toBeGreaterThan(whole.eventCount);
      }),
      fixedRuns(100),
    );
  });

  it.each([
    ["until must not be before now (0), got -1", { until: -1 }],
    ["until must not be before now (0), got NaN", { until: Number.NaN }],
    ["events must be a whole number from 0, got -1", { events: -1 }],
    ["events must be a whole number from 0, got 0.5", { events: 0.5 }],
    ["events must be a whole number from 0, got Infinity", { events: Number.POSITIVE_INFINITY }],
  ])("refuses a goal: %s", (message, goal) => {
    expect(() => new Simulation({ seed: "" }).run(goal)).toThrow(new RangeError(message));
  });

  it("stops when too many wait, or too many processes live", () => {
    const simulation = new Simulation({ seed: "waiters", limits: { waiters: 3, processes: 5 } });
    const desk = new Resource(simulation, "desk", 1);
    const granted = simulation.eventType("granted", () => {});
    const arrives = simulation.eventType("arrives", (subject) => {
      desk.request(granted, subject);
      simulation.schedule(1, arrives, subject + 1);
    });
    simulation.schedule(0, arrives, 0);
    // One is served, at 0; those of 1, 2 and 3 wait, and that of 4 is one too many.
    expect(simulation.run()).toEqual({
      status: "truncated",
      limit: "waiters",
      message: 'run stopped at more than 3 waiters, at time 4; the last event was "arrives" of subject 4',
      now: 4,
      events: 6,
    });
    const crowded = new Simulation({ seed: "processes", limits: { processes: 5 } });
    function* rabbit(): Generator<number, void, unknown> {
      for (;;) {
        yield crowded.hold(1);
        crowded.spawn(rabbit());
      }
    }
    crowded.spawn(rabbit());
    const result = crowded.run();
    // 1, 2, 4 rabbits; the sixth is born at time 3.
    expect([result.now, result.status === "truncated" && result.limit]).toEqual([3, "processes"]);
  });
});

describe("an error in a handler", () => {
  it("ends the run with its time, event type and subject, and the error as cause", () => {
    const simulation = new Simulation({ seed: "error" });
    const cause = new RangeError("paper must be left, got none");
    const prints = simulation.eventType("prints", () => {
      throw cause;
    });
    simulation.schedule(1, prints, 7);
    simulation.schedule(2, prints, 8);
    for (const [time, subject, go] of [
      [1, 7, () => simulation.run()],
      [2, 8, () => simulation.step()],
    ] as const) {
      let caught: unknown;
      try {
        go();
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(EventError);
      expect(caught).toMatchObject({ name: "EventError", time, type: "prints", subject, cause });
      expect((caught as Error).message).toBe(
        `event "prints" of subject ${subject} at time ${time} failed: paper must be left, got none`,
      );
    }
    expect(simulation.run()).toEqual({ status: "complete", now: 2, events: 2 });
  });

  it("is told once when a handler steps on its own, and need not be an error", () => {
    const simulation = new Simulation({ seed: "error" });
    const fails = simulation.eventType("fails", () => {
      throw "no reason";
    });
    const steps = simulation.eventType("steps", () => simulation.step());
    simulation.schedule(1, steps, 1);
    simulation.schedule(2, fails, 2);
    expect(() => simulation.run()).toThrow(/^event "fails" of subject 2 at time 2 failed: no reason$/);
  });
});

describe("trace", () => {
  it("tells each event before it happens, of all types or of some, until it is turned off", () => {
    const { simulation, hours } = ticking();
    const told: string[] = [];
    const chime = simulation.eventType("chime", () => {});
    simulation.schedule(1.5, chime, 9);
    simulation.schedule(3.5, chime, 10);
    simulation.trace((time, type, subject) => told.push(`${time} ${type} ${subject} ${hours.length}`));
    simulation.run(2.5);
    expect(told).toEqual(["1 tick 0 0", "1.5 chime 9 1", "2 tick 1 1"]);
    simulation.trace((time) => told.push(`${time}`), ["chime"]);
    simulation.run(4.5);
    expect(told.slice(3)).toEqual(["3.5"]);
    simulation.trace();
    simulation.run(9);
    expect(told.length).toBe(4);
  });

  it("changes nothing of a run", () => {
    const [plain, traced] = [ticking().simulation, ticking().simulation];
    traced.trace(() => {});
    plain.run(50);
    traced.run(50);
    expect(traced.stateFingerprint()).toBe(plain.stateFingerprint());
  });

  it("is remembered, so many events back, for the messages of a run that a limit or an error ends", () => {
    const { simulation } = ticking({ remember: 2, limits: { events: 5 } });
    const few = ticking({ remember: 2, limits: { events: 1 } }).simulation.run();
    expect(few.status === "truncated" && few.message).toBe(
      'run stopped at 1 events, at time 1; the last event was "tick" of subject 0; the last events:\n  1: "tick" of subject 0',
    );
    const result = simulation.run();
    expect(result.status === "truncated" && result.message).toBe(
      'run stopped at 5 events, at time 5; the last event was "tick" of subject 4; the last events:' +
        '\n  4: "tick" of subject 3\n  5: "tick" of subject 4',
    );
    const fails = simulation.eventType("fails", () => {
      throw new Error("oh");
    });
    simulation.schedule(0, fails, 1);
    expect(() => simulation.step()).toThrow(
      'event "fails" of subject 1 at time 5 failed: oh; the last events:\n  5: "tick" of subject 4\n  5: "fails" of subject 1',
    );
    expect(() => ticking({ remember: -1 })).toThrow("remember must be a whole number from 0, got -1");
  });
});

describe("shuffled ties", () => {
  /** The order in which ten events of one instant, and five more that the first one adds to it, come; others of other priority. */
  function order(options: Partial<SimulationOptions>): string {
    const simulation = new Simulation({ seed: "ties", ...options });
    const seen: number[] = [];
    const note = simulation.eventType("note", (subject) => {
      if (seen.push(subject) === 3) for (let i = 10; i < 15; i++) simulation.schedule(0, note, i);
    });
    simulation.schedule(2, note, 30);
    simulation.schedule(1, note, 21, -1);
    for (let i = 0; i < 10; i++) simulation.schedule(1, note, i);
    simulation.schedule(1, note, 20, 1);
    simulation.run();
    return seen.join(" ");
  }

  it("come in an order of their own for each seed and replication; time and priority rule as ever", () => {
    const plain = "20 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 21 30";
    expect(order({})).toBe(plain);
    const orders = Array.from({ length: 50 }, (_, replication) => order({ shuffleTies: true, replication }));
    expect(new Set([plain, ...orders]).size).toBe(51);
    expect(order({ shuffleTies: true, replication: 7 })).toBe(orders[7]);
    for (const shuffled of orders) {
      expect(shuffled).toMatch(/^20 .* 21 30$/);
      expect(shuffled.split(" ").sort()).toEqual(plain.split(" ").sort());
    }
    // Each of the ten is the first in some replication, and an event that was added late can come early.
    const firsts = new Set(orders.map((shuffled) => shuffled.split(" ")[1]));
    expect(firsts.size).toBe(10);
    expect(orders.some((shuffled) => Number(shuffled.split(" ")[3]) >= 10)).toBe(true);
  });

  it("go on in the same order after a snapshot", () => {
    const build = () => {
      const simulation = new Simulation({ seed: "ties", shuffleTies: true });
      const note = simulation.eventType("note", (subject) => {
        simulation.schedule(1, note, subject);
      });
      for (let i = 0; i < 20; i++) simulation.schedule(1, note, i);
      return simulation;
    };
    const whole = build();
    whole.run(10);
    const part = build();
    part.run({ events: 70 });
    const rest = build();
    rest.restore(part.snapshot());
    rest.run(10);
    expect(rest.fingerprint()).toBe(whole.fingerprint());
  });
});
