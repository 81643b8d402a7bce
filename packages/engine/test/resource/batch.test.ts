import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Batch, type BatchOptions, type Process, Simulation, Station } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { aStory } from "../support/story.ts";

/** A group: when it comes, its size, and how long it waits at most. */
type Group = readonly [at: number, size?: number, patience?: number];

/** When each group goes on (-1 if its patience was over, NaN if it still waits), and the loads of the departures. */
function board(
  style: "handlers" | "processes",
  options: BatchOptions,
  groups: readonly Group[],
): { at: number[]; loads: string[] } {
  const { simulation } = aStory();
  const at = groups.map(() => Number.NaN);
  const loads: string[] = [];
  const bus = new Batch(simulation, "bus", {
    ...options,
    departs: (load) => loads.push(`${simulation.now}: ${load}`),
    reneges: (i) => {
      at[i] = -1;
    },
  });
  const goes = simulation.eventType("goes", (i) => {
    at[i] = simulation.now;
  });
  const comes = simulation.eventType("comes", (i) => bus.request(goes, i, groups[i]![1], groups[i]![2]));
  function* group(i: number): Process {
    const [comesAt, size, patience] = groups[i]!;
    yield simulation.hold(comesAt);
    yield patience === undefined ? bus.board(size) : simulation.within(patience, bus.board(size));
    at[i] = patience !== undefined && simulation.outcome < 0 ? -1 : simulation.now;
  }
  groups.forEach(([comesAt], i) => {
    if (style === "handlers") simulation.schedule(comesAt, comes, i);
    else simulation.spawn(group(i));
  });
  simulation.run(100);
  expect(bus.loads.count).toBe(loads.length);
  const size = (i: number): number => groups[i]![1] ?? 1;
  const persons = at.reduce((sum, time, i) => sum + (time >= 0 ? size(i) : 0), 0);
  if (options.groups !== "split") expect(bus.loads.sum).toBe(persons);
  return { at, loads };
}

const singles = (...times: readonly number[]): Group[] => times.map((at) => [at]);
const hourly = [0, 10, 20, 30];

describe.each(["handlers", "processes"] as const)("Batch, told by %s", (style) => {
  it.each<[string, BatchOptions, readonly Group[], number[], string[]]>([
    ["departs when it is full", { seats: 3 }, singles(0, 1, 2, 3), [2, 2, 2, Number.NaN], ["2: 3"]],
    ["departs with the minimum load", { seats: 3, minimumLoad: 2 }, singles(0, 1, 5), [1, 1, Number.NaN], ["1: 2"]],
    [
      "departs when the first has waited long enough",
      { seats: 3, maximumWait: 4 },
      singles(0, 3, 9),
      [4, 4, 13],
      ["4: 2", "13: 1"],
    ],
    [
      "who comes at the instant of departure, and before it, boards",
      { seats: 3, maximumWait: 4 },
      [[0], [4]],
      [4, 4],
      ["4: 2"],
    ],
    [
      "full before the first has waited: the next first waits afresh",
      { seats: 2, maximumWait: 4 },
      singles(0, 3, 3.5),
      [3, 3, 7.5],
      ["3: 2", "7.5: 1"],
    ],
    [
      "no waiting time at all: all who come at one instant go together",
      { seats: 9, maximumWait: 0 },
      singles(1, 1, 2),
      [1, 1, 2],
      ["1: 2", "2: 1"],
    ],
    [
      "as often as the load asks for at one instant",
      { seats: 2 },
      singles(1, 1, 1, 1, 1),
      [1, 1, 1, 1, Number.NaN],
      ["1: 2", "1: 2"],
    ],

    [
      "by timetable, whatever the load",
      { seats: 2, timetable: hourly },
      singles(1, 2, 3),
      [10, 10, 20],
      ["0: 0", "10: 2", "20: 1", "30: 0"],
    ],
    [
      "who comes as it departs by timetable boards",
      { seats: 2, timetable: hourly },
      singles(10),
      [10],
      ["0: 0", "10: 1", "20: 0", "30: 0"],
    ],
    [
      "by timetable with a minimum load",
      { seats: 3, timetable: hourly, minimumLoad: 2 },
      singles(1, 11),
      [20, 20],
      ["20: 2"],
    ],
    [
      "by timetable, unless the first has waited long enough",
      { seats: 3, timetable: hourly, minimumLoad: 2, maximumWait: 12 },
      singles(1),
      [20],
      ["20: 1"],
    ],
    [
      "by timetable, whoever has waited: exactly long enough",
      { seats: 3, timetable: hourly, minimumLoad: 2, maximumWait: 9 },
      singles(1),
      [10],
      ["10: 1"],
    ],
    [
      "after the last of the timetable nobody goes",
      { seats: 3, timetable: [5] },
      singles(1, 6),
      [5, Number.NaN],
      ["5: 1"],
    ],

    [
      "strict: a group that does not fit holds the line up",
      { seats: 4, timetable: hourly },
      [
        [1, 3],
        [2, 2],
        [3, 1],
      ],
      [10, 20, 20],
      ["0: 0", "10: 3", "20: 3", "30: 0"],
    ],
    [
      "together: who fits goes, a group is not parted",
      { seats: 4, timetable: hourly, groups: "together" },
      [
        [1, 3],
        [2, 2],
        [3, 1],
      ],
      [10, 20, 10],
      ["0: 0", "10: 4", "20: 2", "30: 0"],
    ],
    [
      "split: some of a group go, and the group is through with the last",
      { seats: 4, timetable: hourly, groups: "split" },
      [
        [1, 3],
        [2, 2],
        [3, 1],
      ],
      [10, 20, 20],
      ["0: 0", "10: 4", "20: 2", "30: 0"],
    ],
    [
      "split: a group larger than the vehicle",
      { seats: 2, groups: "split" },
      [
        [1, 5],
        [2, 1],
      ],
      [2, 2],
      ["1: 2", "1: 2", "2: 2"],
    ],
    // Load 4 asks for a departure; three go; the two wait for two more.
    [
      "strict: the load that waits counts, though not all of it boards",
      { seats: 4 },
      [
        [1, 3],
        [2, 2],
        [3, 1],
        [4, 1],
      ],
      [2, 4, 4, 4],
      ["2: 3", "4: 4"],
    ],

    ["reneging: the load is less by who left", { seats: 2 }, [[0, 1, 3], [4], [5]], [-1, 5, 5], ["5: 2"]],
    [
      "reneging: the next first has its own waiting time",
      { seats: 3, maximumWait: 5 },
      [[0, 1, 3], [2]],
      [-1, 7],
      ["7: 1"],
    ],
    ["reneging: in time", { seats: 2 }, [[0, 1, 3], [2]], [2, 2], ["2: 2"]],
    ["reneging from a timetable", { seats: 2, timetable: [10] }, [[0, 1, 3], [0, 1, 10], [8]], [-1, -1, 10], ["10: 1"]],
    [
      "reneging: a large group leaves and nobody departs for it",
      { seats: 4 },
      [
        [0, 3, 3],
        [4, 1],
        [5, 3],
      ],
      [-1, 5, 5],
      ["5: 4"],
    ],
  ])("%s", (_, options, groups, at, loads) => {
    expect(board(style, options, groups)).toEqual({ at, loads });
  });
});

describe("Batch", () => {
  it("takes a group back until it has gone, and one on its way with its seats", () => {
    const { simulation, log, note } = aStory();
    const bus = new Batch(simulation, "bus", { seats: 3, maximumWait: 5 });
    const goes = simulation.eventType("goes", (i) => note(`${i}`));
    const first = bus.request(goes, 1);
    simulation.run(2);
    const second = bus.request(goes, 2);
    expect(bus.cancel(first)).toBe(true);
    simulation.run(6.5);
    // The second came at 2, so it waits until 7, not 5.
    expect(log).toEqual([]);
    const rest = [bus.request(goes, 3), bus.request(goes, 4)];
    expect([bus.cancel(second), bus.cancel(second), bus.isGranted(rest[0]!)]).toEqual([true, false, true]);
    simulation.run();
    expect(log).toEqual(["6.5 3", "6.5 4"]);
    expect([bus.loads.sum, bus.isPending(rest[0]!), bus.cancel(rest[0]!)]).toEqual([3, false, false]);
  });

  it("crossed with preemption: trips are work, stopped at night and for urgent ones", () => {
    // The driver works until 10, from 12 on. Trips take 4. A bus of 2 departs at 1 and 3; at 8 an ambulance of 1.
    const { simulation, log, note } = aStory();
    const driver = new Station(simulation, "driver", 1, { preemptive: true });
    const back = simulation.eventType("back", (load) => note(`trip of ${load}`));
    const bus = new Batch(simulation, "bus", { seats: 2, departs: (load) => driver.request(back, load, 4) });
    const goes = simulation.eventType("goes", () => {});
    const comes = simulation.eventType("comes", (i) => bus.request(goes, i));
    const urgent = simulation.eventType("urgent", () => driver.request(back, 0, 1, 1, 1));
    const shift = simulation.eventType("shift", (units) => driver.setCapacity(units, "stop"));
    for (const [i, at] of [0, 1, 2, 3].entries()) simulation.schedule(at, comes, i);
    simulation.schedule(8, urgent, 0);
    simulation.schedule(9.5, shift, 0);
    simulation.schedule(12, shift, 1);
    simulation.run();
    // 1-5 the first trip; 5-8 the second, 8-9 the urgent one, 9-9.5 the second, with 0.5 left at 12.
    expect(log).toEqual(["5 trip of 2", "9 trip of 0", "12.5 trip of 2"]);
  });

  it("is saved with those who wait, its alarm and its place in the timetable", () => {
    for (const options of [
      { seats: 3, maximumWait: 4 },
      { seats: 3, minimumLoad: 2, timetable: [5, 10, 15, 20, 25, 30] },
    ]) {
      const build = (simulation: Simulation): string[] => {
        const log: string[] = [];
        const bus = new Batch(simulation, "bus", {
          ...options,
          departs: (load) => log.push(`${simulation.now}: ${load}`),
        });
        const goes = simulation.eventType("goes", (i) => log.push(`${simulation.now} ${i}`));
        const comes = simulation.eventType("comes", (i) => {
          bus.request(goes, i, 1 + (i % 2));
          simulation.schedule(1.5 + (i % 3), comes, i + 1);
        });
        simulation.schedule(0, comes, 0);
        return log;
      };
      const simulation = new Simulation({ seed: "bus" });
      const log = build(simulation);
      simulation.run(11);
      const told = log.length;
      const { simulation: copy, model } = simulation.fork(build);
      simulation.run(40);
      copy.run(40);
      expect(model).toEqual(log.slice(told));
      expect(told).toBeGreaterThan(0);
      expect(copy.stateFingerprint()).toBe(simulation.stateFingerprint());
    }
  });

  it("never takes more than its seats, and loses nobody", () => {
    const group = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 5 }));
    const rules = fc.record({
      groups: fc.constantFrom("strict" as const, "together" as const, "split" as const),
      minimumLoad: fc.integer({ min: 1, max: 5 }),
      maximumWait: fc.constantFrom(0, 3, 8),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 40 }), rules, (groups, options) => {
        const { simulation } = aStory();
        const gone = new Map<number, number>();
        const bus = new Batch(simulation, "bus", {
          seats: 5,
          ...options,
          departs: (load) => {
            expect(load).toBeGreaterThan(0);
            expect(load).toBeLessThanOrEqual(5);
          },
        });
        const goes = simulation.eventType("goes", (i) => gone.set(i, simulation.now));
        const comes = simulation.eventType("comes", (i) => bus.request(goes, i, groups[i]![1]));
        groups.forEach(([at], i) => {
          simulation.schedule(at, comes, i);
        });
        simulation.run();
        expect([gone.size, bus.line.length]).toEqual([groups.length, 0]);
        expect(bus.loads.sum).toBe(groups.reduce((sum, [, size]) => sum + size, 0));
        // Whoever is first waits no longer than agreed; of a larger group each is first by then.
        groups.forEach(([at], i) => {
          if (options.groups !== "together") expect(gone.get(i)! - at).toBeLessThanOrEqual(options.maximumWait);
        });
      }),
      fixedRuns(100),
    );
  });

  it.each<[string, (simulation: Simulation) => unknown]>([
    ["seats must be a whole number from 1, got 0", (s) => new Batch(s, "a", { seats: 0 })],
    ["minimumLoad must be a whole number from 1, got 0", (s) => new Batch(s, "a", { seats: 3, minimumLoad: 0 })],
    ["minimumLoad must be at most the 3 seats, got 4", (s) => new Batch(s, "a", { seats: 3, minimumLoad: 4 })],
    ["maximumWait must not be negative, got -1", (s) => new Batch(s, "a", { seats: 3, maximumWait: -1 })],
    ["timetable must ascend, got 2 after 2", (s) => new Batch(s, "a", { seats: 3, timetable: [2, 2] })],
    ["size must be at most the 3 seats, got 4", (s) => new Batch(s, "a", { seats: 3 }).request(0, 0, 4)],
  ])("says: %s", (message, act) => {
    expect(() => act(new Simulation({ seed: "" }))).toThrow(new RangeError(message));
  });
});
