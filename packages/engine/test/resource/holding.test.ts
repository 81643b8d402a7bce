import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  Condition,
  Container,
  Gate,
  Interrupt,
  type Process,
  Resource,
  Signal,
  Simulation,
  Store,
} from "../../src/index.ts";
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

describe("Store", () => {
  const evenOrAtLeast = {
    filters: { even: (item: number) => item % 2 === 0, "at least": (item: number, least: number) => item >= least },
  };

  it.each<
    [string, readonly number[], readonly (readonly [at: number, filter?: string, argument?: number])[], string[]]
  >([
    ["first in, first out", [1, 2, 3], [[0], [0]], ["1 gets 0: 1", "2 gets 1: 2"]],
    ["a filter waits for its kind", [1, 2, 3], [[0, "even"], [0]], ["1 gets 1: 1", "2 gets 0: 2"]],
    ["a filter finds its kind behind others", [1, 3, 4], [[5, "even"]], ["5 gets 0: 4"]],
    [
      "a filter has an argument of its own",
      [5, 8, 7],
      [
        [0, "at least", 7],
        [0, "at least", 6],
      ],
      ["2 gets 0: 8", "3 gets 1: 7"],
    ],
    ["nobody has what nobody wants", [1, 3], [[0, "even"]], []],
    ["who comes first and can have it, has it", [4], [[0, "even"], [0]], ["1 gets 0: 4"]],
  ])("%s", (_, items, getters, expected) => {
    const { simulation, log, note } = aStory();
    const shelf = new Store(simulation, "shelf", evenOrAtLeast);
    const puts = simulation.eventType("puts", (item) => shelf.tryPut(item));
    function* story(i: number): Process {
      const [at, filter, argument] = getters[i]!;
      yield simulation.hold(at);
      yield shelf.get(filter === undefined ? undefined : { filter, ...(argument !== undefined && { argument }) });
      note(`gets ${i}: ${shelf.received()}`);
    }
    for (const i of getters.keys()) simulation.spawn(story(i));
    items.forEach((item, i) => {
      simulation.schedule(i + 1, puts, item);
    });
    simulation.run();
    expect(log).toEqual(expected);
  });

  it("holds values of any one type, and hands each over once", () => {
    const { simulation, log, note } = aStory();
    const orders = new Store<{ readonly dish: string }>(simulation, "orders");
    function* waiter(): Process {
      yield simulation.hold(2);
      orders.tryPut({ dish: "soup" });
      orders.tryPut({ dish: "rice" });
    }
    function* cook(name: string): Process {
      for (;;) {
        yield orders.get();
        const order = orders.received();
        note(`${name}: ${order.dish}`);
        expect(() => orders.received()).toThrow("store orders: handle must be of an item received and not read yet");
        yield simulation.hold(5);
      }
    }
    simulation.spawn(waiter());
    simulation.spawn(cook("ann"));
    simulation.spawn(cook("bob"));
    simulation.run();
    expect(log).toEqual(["2 ann: soup", "2 bob: rice"]);
    expect(() => orders.received()).toThrow("a process must ask for what it waited for, got none running");
  });

  it("of limited room lets those who put wait, in order, and each get makes room for one", () => {
    const { simulation, log, note } = aStory();
    const shelf = new Store(simulation, "shelf", { capacity: 2 });
    const put = simulation.eventType("put", (item) => note(`put ${item}`));
    const got = simulation.eventType("got", (i) => note(`got ${shelf.received(handles[i]!)}`));
    for (let item = 1; item <= 5; item++) shelf.requestPut(put, item, item, item === 5 ? 1 : 0);
    simulation.run(1);
    const handles = [shelf.requestGet(got, 0), shelf.requestGet(got, 1)];
    simulation.run(2);
    expect(log).toEqual(["0 put 1", "0 put 2", "1 got 1", "1 put 5", "1 got 2", "1 put 3"]);
    expect([shelf.tryGet(), shelf.tryGet(), shelf.tryGet(), shelf.tryGet()]).toEqual([5, 3, 4, undefined]);
    expect([shelf.length, shelf.contents.max]).toEqual([0, 2]);
  });

  it("takes back who waits, and an item on its way, which the next in line gets", () => {
    const { simulation, log, note } = aStory();
    const shelf = new Store(simulation, "shelf", { capacity: 1 });
    const got = simulation.eventType("got", (i) => note(`${i} got ${shelf.received(handles[i]!)}`));
    const put = simulation.eventType("put", (item) => note(`put ${item}`));
    const handles = [0, 1, 2].map((i) => shelf.requestGet(got, i));
    expect(shelf.cancel(handles[1]!)).toBe(true);
    shelf.tryPut(7);
    expect([shelf.isPending(handles[0]!), shelf.isGranted(handles[0]!), shelf.isPending(handles[1]!)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([shelf.cancel(handles[0]!), shelf.cancel(handles[0]!)]).toEqual([true, false]);
    simulation.run();
    expect(log).toEqual(["0 2 got 7"]);
    shelf.tryPut(8);
    const waiting = shelf.requestPut(put, 9, 9);
    expect([shelf.cancel(waiting), shelf.tryGet(), shelf.tryGet()]).toEqual([true, 8, undefined]);
    const passed = shelf.requestPut(put, 10, 10);
    // It is in already: what was put stays in.
    expect([shelf.cancel(passed), shelf.length]).toEqual([true, 1]);
    simulation.run();
    expect(log).toEqual(["0 2 got 7"]);
  });

  it("puts an item that is withdrawn back to the front when nobody wants it", () => {
    const { simulation } = aStory();
    const shelf = new Store(simulation, "shelf");
    const got = simulation.eventType("got", () => {});
    for (const item of [1, 2, 3]) shelf.tryPut(item);
    shelf.cancel(shelf.requestGet(got, 0));
    expect([shelf.tryGet(), shelf.tryGet(), shelf.tryGet()]).toEqual([1, 2, 3]);
  });

  it("lets a process wait for the first of two kinds; the other kind stays", () => {
    const { simulation, log, note } = aStory();
    const shelf = new Store(simulation, "shelf", evenOrAtLeast);
    function* story(): Process {
      const even = shelf.get({ filter: "even" });
      const large = shelf.get({ filter: "at least", argument: 10 });
      yield simulation.anyOf(even, large);
      note(`${simulation.outcome}: ${shelf.received(simulation.outcome === 0 ? even : large)}`);
    }
    const puts = simulation.eventType("puts", () => [1, 11, 2].map((item) => shelf.tryPut(item)));
    simulation.spawn(story());
    simulation.schedule(1, puts, 0);
    simulation.run();
    // Both come at one instant: the first event decides, and the item of the other goes back.
    expect(log).toEqual(["1 1: 11"]);
    expect([shelf.tryGet(), shelf.tryGet()]).toEqual([2, 1]);
  });

  it("is left by an interrupt", () => {
    const { simulation, log, note } = aStory();
    const shelf = new Store(simulation, "shelf");
    function* story(): Process {
      try {
        yield shelf.get();
      } catch (error) {
        note(`${error instanceof Interrupt} ${shelf.gets.length}`);
      }
    }
    const process = simulation.spawn(story());
    simulation.run(1);
    simulation.interrupt(process);
    simulation.run();
    shelf.tryPut(1);
    expect([log, shelf.length]).toEqual([["1 true 0"], 1]);
  });

  it("is saved with items that are numbers, in every hand, and goes on alike", () => {
    const build = (simulation: Simulation): { shelf: Store; log: number[] } => {
      const shelf = new Store(simulation, "shelf", { capacity: 3, ...evenOrAtLeast });
      const log: number[] = [];
      // Its own handle is not known to a handler after a fork: the subject names it here.
      const got = simulation.eventType("got", () => log.push(simulation.now));
      const put = simulation.eventType("put", (item) => log.push(item));
      const comes = simulation.eventType("comes", (i) => {
        shelf.requestPut(put, i, i);
        if (i % 3 > 0) shelf.requestGet(got, i, i % 3 === 1 ? { filter: "even" } : { filter: "at least", argument: 4 });
        simulation.schedule(1, comes, i + 1);
      });
      simulation.schedule(0, comes, 1);
      return { shelf, log };
    };
    const simulation = new Simulation({ seed: "store" });
    const { shelf } = build(simulation);
    simulation.run(10.5);
    const { simulation: copy, model } = simulation.fork(build);
    simulation.run(40);
    copy.run(40);
    expect(copy.fingerprint()).toBe(simulation.fingerprint());
    expect(copy.stateFingerprint()).toBe(simulation.stateFingerprint());
    expect([model.shelf.length, model.shelf.puts.length]).toEqual([shelf.length, shelf.puts.length]);
  });

  it("is not saved with items that are not numbers", () => {
    const simulation = new Simulation({ seed: "store" });
    new Store<string>(simulation, "words").tryPut("word");
    expect(() => simulation.snapshot()).toThrow("store words: items must be numbers to be saved, got string");
  });

  it.each<[string, (simulation: Simulation) => unknown]>([
    ["capacity must be a whole number from 1, got 0", (s) => new Store(s, "a", { capacity: 0 })],
    [
      "store a: filter must be one of even, at least, got odd",
      (s) => new Store(s, "a", evenOrAtLeast).tryGet({ filter: "odd" }),
    ],
    ["store a: handle must be of an item received and not read yet, got 0", (s) => new Store(s, "a").received(0)],
  ])("says: %s", (message, act) => {
    expect(() => act(new Simulation({ seed: "" }))).toThrow(new RangeError(message));
  });

  it("agrees with a plain list under any mix of putting and getting", () => {
    const step = fc.record({
      act: fc.constantFrom("put" as const, "get" as const),
      item: fc.integer({ min: 1, max: 9 }),
      filtered: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: "max" }), (steps) => {
        const { simulation } = aStory();
        const shelf = new Store(simulation, "shelf", evenOrAtLeast);
        const list: number[] = [];
        for (const { act, item, filtered } of steps) {
          if (act === "put") {
            shelf.tryPut(item);
            list.push(item);
          } else {
            const index = filtered ? list.findIndex((each) => each >= item) : 0;
            const expected = index < 0 ? undefined : list.splice(index, 1)[0];
            expect(shelf.tryGet(filtered ? { filter: "at least", argument: item } : undefined)).toBe(expected);
          }
          expect(shelf.length).toBe(list.length);
        }
      }),
      fixedRuns(100),
    );
  });
});

describe("Signal, Gate and Condition", () => {
  it("a signal wakes all who wait, in order, and nobody who comes later", () => {
    const { simulation, log, note } = aStory();
    const bell = new Signal(simulation, "bell");
    function* pupil(name: string, at: number): Process {
      yield simulation.hold(at);
      yield bell.wait();
      note(name);
    }
    const rings = simulation.eventType("rings", () => note(`rings for ${bell.fire()}`));
    for (const [name, at] of [
      ["ann", 0],
      ["bob", 2],
      ["cy", 3],
    ] as const)
      simulation.spawn(pupil(name, at));
    simulation.schedule(2.5, rings, 0);
    simulation.schedule(5, rings, 0);
    simulation.schedule(6, rings, 0);
    simulation.run();
    expect(log).toEqual(["2.5 rings for 2", "2.5 ann", "2.5 bob", "5 rings for 1", "5 cy", "6 rings for 0"]);
    expect([bell.count, bell.line.waits.sum]).toEqual([3, 2.5 + 0.5 + 2]);
  });

  it("a signal that is withdrawn before its event fires does not wake", () => {
    const { simulation, log, note } = aStory();
    const bell = new Signal(simulation, "bell");
    const hears = simulation.eventType("hears", (i) => note(`hears ${i}`));
    const [a, b] = [bell.request(hears, 1), bell.request(hears, 2)];
    bell.fire();
    expect([bell.cancel(a), bell.cancel(a)]).toEqual([true, false]);
    simulation.run();
    expect([log, bell.cancel(b)]).toEqual([["0 hears 2"], false]);
  });

  it("who waits again at the instant of a signal waits for the next", () => {
    const { simulation, log, note } = aStory();
    const bell = new Signal(simulation, "bell");
    function* pupil(): Process {
      for (;;) {
        yield bell.wait();
        note("hears");
      }
    }
    simulation.spawn(pupil());
    const rings = simulation.eventType("rings", () => bell.fire());
    for (const at of [1, 2, 2]) simulation.schedule(at, rings, 0);
    simulation.run();
    // Twice at 2, with the pupil's turn after both: it waited for the first of them alone.
    expect(log).toEqual(["1 hears", "2 hears"]);
  });

  it("a gate lets pass while it is open, all who wait when it opens, and nobody while it is shut", () => {
    const { simulation, log, note } = aStory();
    const gate = new Gate(simulation, "gate", true);
    function* car(name: string, at: number): Process {
      yield simulation.hold(at);
      yield gate.pass();
      note(name);
    }
    for (const [name, at] of [
      ["a", 0],
      ["b", 2],
      ["c", 3],
      ["d", 5],
      ["e", 6],
    ] as const)
      simulation.spawn(car(name, at));
    const moves = simulation.eventType("moves", (open) => (open === 1 ? gate.open() : gate.shut()));
    simulation.schedule(1, moves, 0);
    // It opens for no time at all: those who wait go through.
    simulation.schedule(4, moves, 1);
    simulation.schedule(4, moves, 0);
    simulation.schedule(7, moves, 1);
    simulation.run();
    expect(log).toEqual(["0 a", "4 b", "4 c", "7 d", "7 e"]);
    expect(gate.isOpen).toBe(true);
  });

  it("a gate can be given up", () => {
    const { simulation, log, note } = aStory();
    const gate = new Gate(simulation, "gate");
    function* car(): Process {
      yield simulation.within(3, gate.pass());
      note(`turns round ${simulation.outcome}`);
    }
    simulation.spawn(car());
    simulation.run();
    expect([log, gate.line.length]).toEqual([["3 turns round -1"], 0]);
    const passes = simulation.eventType("passes", () => note("passes"));
    const handle = gate.request(passes, 0);
    gate.open();
    expect(gate.cancel(handle)).toBe(true);
    simulation.run();
    expect(log).toHaveLength(1);
  });

  it("a condition wakes those of whose argument it holds, when the model looks again", () => {
    const { simulation, log, note } = aStory();
    let stock = 5;
    const inStock = new Condition(simulation, "in stock", (least) => stock >= least);
    function* buyer(name: string, least: number): Process {
      yield inStock.until(least);
      note(`${name} at ${stock}`);
    }
    for (const [name, least] of [
      ["ann", 9],
      ["bob", 3],
      ["cy", 7],
      ["dee", 8],
    ] as const)
      simulation.spawn(buyer(name, least));
    const grows = simulation.eventType("grows", (by) => {
      stock += by;
      note(`${inStock.check()} go on`);
    });
    for (const [at, by] of [
      [1, 1],
      [2, 2],
      [3, 1],
    ] as const)
      simulation.schedule(at, grows, by);
    simulation.run();
    expect(log).toEqual(["0 bob at 5", "1 0 go on", "2 2 go on", "2 cy at 8", "2 dee at 8", "3 1 go on", "3 ann at 9"]);
  });

  it("a condition that no longer holds when its event fires has held when it was looked at", () => {
    const { simulation, log, note } = aStory();
    let open = false;
    const opens = new Condition(simulation, "open", () => open);
    const goes = simulation.eventType("goes", () => note(`goes, ${open}`));
    const [first, second] = [opens.request(goes, 0), opens.request(goes, 1)];
    open = true;
    opens.check();
    open = false;
    expect([opens.cancel(second), opens.cancel(second), opens.check()]).toEqual([true, false, 0]);
    simulation.run();
    expect([log, opens.cancel(first)]).toEqual([["0 goes, false"], false]);
  });

  it("are saved with those who wait, and go on alike", () => {
    const build = (simulation: Simulation) => {
      const [bell, gate] = [new Signal(simulation, "bell"), new Gate(simulation, "gate")];
      const tank = new Container(simulation, "tank", { capacity: 9 });
      const full = new Condition(simulation, "at least", (least) => tank.level >= least);
      const log: string[] = [];
      const names = ["bell", "gate", "full", "tank"].map((name) =>
        simulation.eventType(name, (i) => log.push(`${simulation.now} ${name} ${i}`)),
      ) as [number, number, number, number];
      const step = simulation.eventType("step", (i) => {
        bell.request(names[0], i);
        gate.request(names[1], i);
        full.request(names[2], i, i % 10);
        if (i % 2 === 0) tank.requestPut(names[3], i, 1 + (i % 3));
        else tank.requestGet(names[3], i, 1 + (i % 4));
        if (i % 5 === 0) bell.fire();
        if (i % 7 === 0) gate.open();
        if (i % 7 === 2) gate.shut();
        full.check();
        simulation.schedule(1, step, i + 1);
      });
      simulation.schedule(0, step, 0);
      return log;
    };
    const simulation = new Simulation({ seed: "saved" });
    const log = build(simulation);
    simulation.run(13.5);
    const told = log.length;
    const { simulation: copy, model } = simulation.fork(build);
    simulation.run(60);
    copy.run(60);
    expect(model).toEqual(log.slice(told));
    expect(copy.stateFingerprint()).toBe(simulation.stateFingerprint());
  });
});
