import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Interrupt, type Process, Resource, Simulation, Store } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { aStory } from "../support/story.ts";

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

  it("keeps an item for who waits for something else besides, though others come and go at the rows of its line", () => {
    const { simulation, log, note } = aStory();
    const shelf = new Store(simulation, "shelf");
    function* both(name: string, time: number, rounds: number): Process {
      for (let round = 0; round < rounds; round++) {
        const get = shelf.get();
        yield simulation.allOf(get, simulation.hold(time));
        note(`${name} ${shelf.received(get)}`);
      }
    }
    function* puts(): Process {
      for (let item = 1; item <= 4; item++) {
        yield simulation.hold(1);
        shelf.tryPut(item);
      }
    }
    simulation.spawn(both("slow", 5, 1));
    simulation.spawn(both("quick", 0.5, 3));
    simulation.spawn(puts());
    simulation.run();
    expect(log).toEqual(["2 quick 2", "3 quick 3", "4 quick 4", "5 slow 1"]);
  });

  it("has an item back that was got in vain by `allOf`", () => {
    const { simulation } = aStory();
    const shelf = new Store(simulation, "shelf");
    const desk = new Resource(simulation, "desk", 0);
    function* story(): Process {
      yield simulation.within(3, simulation.allOf(shelf.get(), desk.acquire()));
    }
    simulation.spawn(story());
    shelf.tryPut(7);
    simulation.run(2);
    expect([shelf.length, desk.line.length]).toEqual([0, 1]);
    simulation.run();
    expect([shelf.length, shelf.tryGet(), desk.line.length]).toEqual([1, 7, 0]);
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

  it("lets in all who put for whom a get makes room, when one who waits gets the first of them", () => {
    const { simulation, log, note } = aStory();
    const shelf = new Store(simulation, "shelf", { capacity: 1, filters: { is: (item, wanted) => item === wanted } });
    const put = simulation.eventType("put", (item) => note(`put ${item}`));
    const got = simulation.eventType("got", () => note("got"));
    shelf.tryPut(1);
    shelf.requestGet(got, 0, { filter: "is", argument: 2 });
    for (const item of [2, 3, 4]) shelf.requestPut(put, item, item);
    // The room of 1 goes to 2, which goes on at once to the one who waits for it, and so to 3.
    expect(shelf.tryGet()).toBe(1);
    simulation.run();
    expect(log).toEqual(["0 put 2", "0 got", "0 put 3"]);
    expect([shelf.length, shelf.puts.length]).toEqual([1, 1]);
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
