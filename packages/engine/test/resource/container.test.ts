import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Container, type Process, Resource, Simulation } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { aStory } from "../support/story.ts";

type Step = readonly [at: number, act: "get" | "put", amount: number, priority?: number];

/** When each step is done, in either style; NaN when it never is. */
function container(style: "handlers" | "processes", capacity: number, level: number, steps: readonly Step[]): number[] {
  const { simulation } = aStory();
  const tank = new Container(simulation, "tank", { capacity, level });
  const done = steps.map(() => Number.NaN);
  const finishes = simulation.eventType("finishes", (i) => {
    done[i] = simulation.now;
  });
  const begins = simulation.eventType("begins", (i) => {
    const [, act, amount, priority] = steps[i]!;
    if (act === "get") tank.requestGet(finishes, i, amount, priority);
    else tank.requestPut(finishes, i, amount, priority);
  });
  function* story(i: number): Process {
    const [at, act, amount, priority] = steps[i]!;
    yield simulation.hold(at);
    yield act === "get" ? tank.get(amount, priority) : tank.put(amount, priority);
    done[i] = simulation.now;
  }
  steps.forEach(([at], i) => {
    if (style === "handlers") simulation.schedule(at, begins, i);
    else simulation.spawn(story(i));
  });
  simulation.run();
  const moved = steps.reduce((sum, [, act, amount], i) => {
    if (Number.isNaN(done[i])) return sum;
    return act === "put" ? sum + amount : sum - amount;
  }, level);
  expect(tank.level).toBe(moved);
  expect(tank.gets.length + tank.puts.length).toBe(done.filter(Number.isNaN).length);
  return done;
}

const never = Number.NaN;

describe.each(["handlers", "processes"] as const)("Container, told by %s", (style) => {
  it.each<[string, number, number, readonly Step[], number[]]>([
    ["what is there is got at once", 10, 5, [[1, "get", 5]], [1]],
    [
      "who gets waits until there is enough",
      10,
      0,
      [
        [0, "get", 5],
        [2, "put", 3],
        [4, "put", 3],
      ],
      [4, 2, 4],
    ],
    [
      "a small get does not pass a large one",
      10,
      3,
      [
        [0, "get", 5],
        [1, "get", 1],
        [4, "put", 2],
      ],
      [4, never, 4],
    ],
    [
      "who puts waits for room",
      10,
      8,
      [
        [0, "put", 5],
        [3, "get", 3],
      ],
      [3, 3],
    ],
    [
      "a small put does not pass a large one",
      10,
      8,
      [
        [0, "put", 5],
        [1, "put", 1],
        [3, "get", 3],
      ],
      [3, never, 3],
    ],
    [
      "a higher priority gets first",
      10,
      0,
      [
        [0, "get", 5],
        [1, "get", 5, 1],
        [2, "put", 5],
      ],
      [never, 2, 2],
    ],
    [
      "a higher priority that does not fit holds the line up",
      10,
      2,
      [
        [0, "get", 5, 1],
        [1, "get", 1],
        [2, "put", 2],
      ],
      [never, never, 2],
    ],
    // 10 full; the put of 10 waits; a get of 10 makes room; the get of 4 after it has 4 of the new 10.
    [
      "gets and puts go on in turn at one instant",
      10,
      10,
      [
        [0, "put", 10],
        [1, "put", 4],
        [2, "get", 10],
        [3, "get", 4],
      ],
      [2, 3, 2, 3],
    ],
    [
      "amounts need not be whole",
      1,
      0,
      [
        [0, "put", 0.25],
        [0, "put", 0.5],
        [1, "get", 0.75],
      ],
      [0, 0, 1],
    ],
    [
      "one put serves many",
      100,
      0,
      [
        [0, "get", 1],
        [0, "get", 2],
        [0, "get", 3],
        [5, "put", 6],
      ],
      [5, 5, 5, 5],
    ],
  ])("%s", (_, capacity, level, steps, expected) => {
    expect(container(style, capacity, level, steps)).toEqual(expected);
  });
});

describe("Container", () => {
  it("never holds less than nothing or more than its capacity, and loses nothing", () => {
    const step = fc.tuple(fc.nat(20), fc.constantFrom("get" as const, "put" as const), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { simulation } = aStory();
        const tank = new Container(simulation, "tank", { capacity: 6 });
        let [put, got] = [0, 0];
        const gets = simulation.eventType("gets", (amount) => {
          got += amount;
        });
        const puts = simulation.eventType("puts", (amount) => {
          put += amount;
        });
        const begins = simulation.eventType("begins", (i) => {
          const [, act, amount] = steps[i]!;
          if (act === "get") tank.requestGet(gets, amount, amount);
          else tank.requestPut(puts, amount, amount);
          expect(tank.level).toBeGreaterThanOrEqual(0);
          expect(tank.level).toBeLessThanOrEqual(6);
        });
        steps.forEach(([at], i) => {
          simulation.schedule(at, begins, i);
        });
        simulation.run();
        expect(tank.level).toBe(put - got);
        // Nobody waits who could go on.
        const [get, putting] = [tank.gets.first(), tank.puts.first()];
        if (get !== 0) expect(tank.gets.argument(get)).toBeGreaterThan(tank.level);
        if (putting !== 0) expect(tank.puts.argument(putting) + tank.level).toBeGreaterThan(6);
      }),
      fixedRuns(100),
    );
  });

  it("takes and puts at once when nobody waits, and gives back what is withdrawn at its instant", () => {
    const { simulation, log, note } = aStory();
    const tank = new Container(simulation, "tank", { capacity: 10, level: 4 });
    const gets = simulation.eventType("gets", (i) => note(`gets ${i}`));
    expect([tank.tryGet(5), tank.tryGet(3), tank.tryPut(10), tank.tryPut(1), tank.level]).toEqual([
      false,
      true,
      false,
      true,
      2,
    ]);
    const first = tank.requestGet(gets, 1, 2);
    const second = tank.requestGet(gets, 2, 5);
    const third = tank.requestGet(gets, 3, 1);
    expect([tank.level, tank.tryGet(1), tank.isPending(first), tank.isGranted(second)]).toEqual([
      0,
      false,
      true,
      false,
    ]);
    // The two go back, and are not enough for the second; when it leaves, the third has one of them.
    expect([tank.cancel(first), tank.level, tank.gets.length]).toEqual([true, 2, 2]);
    expect([tank.cancel(second), tank.level]).toEqual([true, 1]);
    simulation.run();
    expect(log).toEqual(["0 gets 3"]);
    expect([tank.cancel(third), tank.cancel(first)]).toEqual([false, false]);
    expect(tank.contents.max).toBe(4);
  });

  it("gives back what was got in vain by `allOf`", () => {
    const { simulation } = aStory();
    const tank = new Container(simulation, "tank", { capacity: 10, level: 4 });
    const desk = new Resource(simulation, "desk", 0);
    function* story(): Process {
      yield simulation.within(3, simulation.allOf(tank.get(3), desk.acquire()));
    }
    simulation.spawn(story());
    simulation.run(2);
    expect(tank.level).toBe(1);
    simulation.run();
    expect([tank.level, desk.line.length]).toEqual([4, 0]);
  });

  it.each<[string, (simulation: Simulation) => unknown]>([
    ["capacity must be positive, got 0", (s) => new Container(s, "a", { capacity: 0 })],
    [
      "level must be finite and from 0 to the capacity of 3, got 4",
      (s) => new Container(s, "a", { capacity: 3, level: 4 }),
    ],
    [
      "level must be finite and from 0 to the capacity of 3, got -1",
      (s) => new Container(s, "a", { capacity: 3, level: -1 }),
    ],
    [
      "amount must be positive, finite and at most the capacity of 3, got 4",
      (s) => new Container(s, "a", { capacity: 3 }).tryGet(4),
    ],
    [
      "amount must be positive, finite and at most the capacity of 3, got 0",
      (s) => new Container(s, "a", { capacity: 3 }).tryPut(0),
    ],
    [
      "amount must be positive, finite and at most the capacity of 3, got NaN",
      (s) => new Container(s, "a", { capacity: 3 }).requestPut(0, 0, Number.NaN),
    ],
  ])("says: %s", (message, act) => {
    expect(() => act(new Simulation({ seed: "" }))).toThrow(new RangeError(message));
  });
});
