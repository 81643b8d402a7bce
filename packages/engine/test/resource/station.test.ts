import { describe, expect, it } from "vitest";
import {
  CapacitySchedule,
  exponential,
  type Interrupt,
  Outcome,
  type Process,
  Simulation,
  Station,
} from "../../src/index.ts";
import { preemptionCases } from "./station-preemption-cases.ts";
import { type Case, ends, left, loses, preemptive } from "./station-run.ts";
import { halfDays, shiftCases } from "./station-shift-cases.ts";

describe.each(["handlers", "processes"] as const)("Station, told by %s", (style) => {
  it.each([...shiftCases, ...preemptionCases])("%s", (_, spec, expected) => {
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
