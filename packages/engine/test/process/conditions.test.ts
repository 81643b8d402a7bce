import { describe, expect, it } from "vitest";
import { type Command, type Interrupt, Outcome, type Process, Resource, type Simulation } from "../../src/index.ts";
import { aStory } from "../support/story.ts";

interface Place {
  readonly simulation: Simulation;
  readonly desk: Resource;
  readonly lift: Resource;
}

/** Desk and lift are taken until 4 and 6; the story waits once, and says when and how that ended. */
function waitOnce(wait: (place: Place) => Command): { at: number; outcome: number; left: readonly number[] } {
  const { simulation } = aStory();
  const place = { simulation, desk: new Resource(simulation, "desk", 1), lift: new Resource(simulation, "lift", 1) };
  function* holder(resource: Resource, time: number): Process {
    yield resource.acquire();
    yield simulation.hold(time);
    resource.release();
  }
  let [at, outcome] = [Number.NaN, Number.NaN];
  function* story(): Process {
    yield simulation.hold(1);
    yield wait(place);
    [at, outcome] = [simulation.now, simulation.outcome];
  }
  simulation.spawn(holder(place.desk, 4));
  simulation.spawn(holder(place.lift, 6));
  simulation.spawn(story());
  simulation.run();
  expect(simulation.pendingCount).toBe(0);
  expect([place.desk.line.length, place.lift.line.length]).toEqual([0, 0]);
  return { at, outcome, left: [place.desk.inUse, place.lift.inUse] };
}

describe("conditions", () => {
  it.each<[string, (place: Place) => Command, number, number, readonly number[]]>([
    ["any of two holds", ({ simulation: s }) => s.anyOf(s.hold(5), s.hold(2)), 3, 1, [0, 0]],
    ["any of one", ({ simulation: s }) => s.anyOf(s.hold(2)), 3, 0, [0, 0]],
    ["any of equal holds: the first given", ({ simulation: s }) => s.anyOf(s.hold(2), s.hold(2)), 3, 0, [0, 0]],
    ["any of a request in time", ({ simulation: s, desk }) => s.anyOf(desk.acquire(), s.hold(9)), 4, 0, [1, 0]],
    ["any of a request too late", ({ simulation: s, desk }) => s.anyOf(desk.acquire(), s.hold(2)), 3, 1, [0, 0]],
    ["any of two requests", ({ simulation: s, desk, lift }) => s.anyOf(lift.acquire(), desk.acquire()), 4, 1, [1, 0]],
    ["any of no time at all", ({ simulation: s, desk }) => s.anyOf(desk.acquire(), s.hold(0)), 1, 1, [0, 0]],
    ["all of two holds", ({ simulation: s }) => s.allOf(s.hold(5), s.hold(2)), 6, 0, [0, 0]],
    ["all of two requests", ({ simulation: s, desk, lift }) => s.allOf(desk.acquire(), lift.acquire()), 6, 0, [1, 1]],
    ["within a time, in time", ({ simulation: s, desk }) => s.within(5, desk.acquire()), 4, Outcome.done, [1, 0]],
    ["within a time, too late", ({ simulation: s, desk }) => s.within(2, desk.acquire()), 3, Outcome.late, [0, 0]],
    // Both at 4: the desk has been granted when the time is over, and the event that says so is on its way.
    ["within a time, just in time", ({ simulation: s, desk }) => s.within(3, desk.acquire()), 4, Outcome.done, [1, 0]],
    [
      "any of a grant and a time that is over: what fires first",
      ({ simulation: s, desk }) => s.anyOf(desk.acquire(), s.hold(3)),
      4,
      1,
      [0, 0],
    ],
    // The desk is granted at 4 and kept; at 5 the time is over, and the desk goes back.
    [
      "all within a time, too late",
      ({ simulation: s, desk, lift }) => s.within(4, s.allOf(desk.acquire(), lift.acquire())),
      5,
      Outcome.late,
      [0, 0],
    ],
    [
      "all within a time, in time",
      ({ simulation: s, desk, lift }) => s.within(5.5, s.allOf(desk.acquire(), lift.acquire())),
      6,
      Outcome.done,
      [1, 1],
    ],
    [
      "any of all, and a hold",
      ({ simulation: s, desk, lift }) => s.anyOf(s.allOf(desk.acquire(), lift.acquire()), s.hold(4)),
      5,
      1,
      [0, 0],
    ],
    [
      "all of any, and a hold",
      ({ simulation: s, desk }) => s.allOf(s.anyOf(desk.acquire(), s.hold(8)), s.hold(1)),
      4,
      0,
      [1, 0],
    ],
    [
      "any of any, too late: what it had is given back",
      ({ simulation: s, desk, lift }) => s.within(4, s.allOf(s.anyOf(desk.acquire(), s.hold(9)), lift.acquire())),
      5,
      Outcome.late,
      [0, 0],
    ],
    [
      "any within a time: which has come",
      ({ simulation: s, desk, lift }) => s.within(9, s.anyOf(lift.acquire(), desk.acquire())),
      4,
      1,
      [1, 0],
    ],
    [
      "late within a longer time",
      ({ simulation: s, desk }) => s.within(9, s.within(2, desk.acquire())),
      3,
      Outcome.late,
      [0, 0],
    ],
    [
      "any of one that is late, and a hold",
      ({ simulation: s, desk }) => s.anyOf(s.hold(9), s.within(2, desk.acquire())),
      3,
      Outcome.late,
      [0, 0],
    ],
    [
      "all of any, of which the second has come, and one that is late",
      ({ simulation: s, desk, lift }) => s.allOf(s.anyOf(lift.acquire(), desk.acquire()), s.within(4, lift.acquire())),
      5,
      Outcome.late,
      [1, 0],
    ],
    // At 6 the lift has been granted when the time is over, and the desk is there since 4.
    [
      "all within a time, just in time",
      ({ simulation: s, desk, lift }) => s.within(5, s.allOf(desk.acquire(), lift.acquire())),
      6,
      Outcome.done,
      [1, 1],
    ],
    [
      "any within a time, just in time",
      ({ simulation: s, desk, lift }) => s.within(3, s.anyOf(lift.acquire(), desk.acquire())),
      4,
      1,
      [1, 0],
    ],
    [
      "within a longer time that ends at the same instant, just in time",
      ({ simulation: s, desk }) => s.within(3, s.within(8, desk.acquire())),
      4,
      Outcome.done,
      [1, 0],
    ],
  ])("%s", (_, wait, at, outcome, left) => {
    expect(waitOnce(wait)).toEqual({ at, outcome, left });
  });

  it("wait for the ends of others, woken in the order of their ends", () => {
    const { simulation, log, note } = aStory();
    function* child(time: number): Process {
      yield simulation.hold(time);
    }
    function* parent(): Process {
      const [a, b, c] = [3, 1, 2].map((time) => simulation.spawn(child(time))) as [number, number, number];
      yield simulation.anyOf(simulation.join(a), simulation.join(b));
      note(`first ${simulation.outcome}`);
      yield simulation.allOf(simulation.join(a), simulation.join(b), simulation.join(c));
      note("all");
      yield simulation.anyOf(simulation.hold(1), simulation.join(a));
      note(`ended before ${simulation.outcome}`);
    }
    simulation.spawn(parent());
    simulation.run();
    expect(log).toEqual(["1 first 1", "3 all", "3 ended before 1"]);
  });

  it("are withdrawn as a whole by an interrupt", () => {
    const { simulation, log, note } = aStory();
    const desk = new Resource(simulation, "desk", 1);
    const lift = new Resource(simulation, "lift", 0);
    function* story(): Process {
      try {
        yield simulation.allOf(desk.acquire(), simulation.anyOf(lift.acquire(), simulation.hold(50)));
      } catch (error) {
        note(`${(error as Interrupt).reason}: ${desk.inUse} ${lift.line.length} ${simulation.pendingCount}`);
      }
    }
    const process = simulation.spawn(story());
    simulation.run(3);
    expect([desk.inUse, lift.line.length]).toEqual([1, 1]);
    simulation.interrupt(process, "fire");
    simulation.run();
    expect(log).toEqual(["3 fire: 0 0 0"]);
  });

  it("say that one balked", () => {
    const { simulation, log, note } = aStory();
    const shop = new Resource(simulation, "shop", 0, { balks: 0 });
    function* story(): Process {
      yield simulation.hold(1);
      yield shop.acquire();
      note(`alone ${simulation.outcome}`);
      yield simulation.anyOf(simulation.hold(0));
      note(`nobody ${simulation.outcome}`);
      yield simulation.anyOf(simulation.hold(5), shop.acquire());
      note(`any ${simulation.outcome}`);
      yield simulation.within(5, shop.acquire());
      note(`within ${simulation.outcome}`);
      yield simulation.allOf(shop.acquire(), simulation.hold(2));
      note(`all ${simulation.outcome}`);
      shop.setCapacity(1);
      yield shop.acquire();
      note(`open ${simulation.outcome}`);
    }
    simulation.spawn(story());
    simulation.run();
    const { balked, done } = Outcome;
    expect(log).toEqual([
      `1 alone ${balked}`,
      "1 nobody 0",
      `1 any ${balked}`,
      `1 within ${balked}`,
      `3 all ${balked}`,
      `3 open ${done}`,
    ]);
    expect(shop.balked).toBe(4);
  });

  it.each<[string, (simulation: Simulation) => Command]>([
    ["commands must be those the process has just given, got 0 of them", (s) => s.anyOf()],
    ["commands must be those the process has just given, got 1 of them", (s) => s.allOf(3)],
    ["commands must be those the process has just given, in order, got another at 0", (s) => s.anyOf(s.hold(1) + 1)],
    [
      "a process must yield each command it gives, got 2 commands before a yield",
      (s) => {
        s.hold(3);
        return s.anyOf(s.hold(1), s.hold(2));
      },
    ],
    [
      "a process must yield each command it gives, got 3 commands before a yield",
      (s) => {
        s.hold(3);
        s.hold(2);
        return s.hold(1);
      },
    ],
  ])("%s", (message, wait) => {
    const { simulation } = aStory();
    function* story(): Process {
      yield wait(simulation);
    }
    simulation.spawn(story(), "ann");
    expect(() => simulation.run()).toThrow(`process ann: ${message}`);
    // Nothing is left that would resume a story that has ended.
    expect(simulation.pendingCount).toBe(0);
  });
});
