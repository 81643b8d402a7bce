import { describe, expect, it } from "vitest";
import {
  Container,
  type Process,
  Resource,
  type RunResult,
  Simulation,
  Station,
  Store,
  WaitingLine,
} from "../../src/index.ts";

/** What a run that has come to its last event says of those who still wait. */
function strandedOf(result: RunResult) {
  return result.status === "complete" ? result.stranded : undefined;
}

/** Philosophers around a table: each takes the fork at the left, thinks for a time, and takes the one at the right. */
function dinner(seats: number, lastIsLeftHanded: boolean) {
  const simulation = new Simulation({ seed: "dinner" });
  const forks = Array.from({ length: seats }, (_, i) => new Resource(simulation, `fork ${i}`, 1));
  let fed = 0;
  function* philosopher(i: number): Process {
    const [left, right] = [forks[i]!, forks[(i + 1) % seats]!];
    const [first, second] = lastIsLeftHanded && i === seats - 1 ? [right, left] : [left, right];
    yield first.acquire();
    yield simulation.hold(1 + i);
    yield second.acquire();
    fed++;
    second.release();
    first.release();
  }
  for (let i = 0; i < seats; i++) simulation.spawn(philosopher(i), `philosopher ${i}`);
  const result = simulation.run();
  return { result, fed };
}

describe("a run that ends while somebody waits", () => {
  it("names a circle of processes each of which waits for what the next one holds", () => {
    const { result, fed } = dinner(3, false);
    expect(fed).toBe(0);
    expect(strandedOf(result)).toEqual({
      count: 3,
      waiting: [
        { who: "philosopher 0", what: "1 of fork 1", since: 1 },
        { who: "philosopher 1", what: "1 of fork 2", since: 2 },
        { who: "philosopher 2", what: "1 of fork 0", since: 3 },
      ],
      circle: ["philosopher 0", "philosopher 1", "philosopher 2"],
      message:
        "nothing is left to happen and 3 wait: philosopher 0 for 1 of fork 1 since 1, philosopher 1 for 1 of fork 2 since 2, " +
        "philosopher 2 for 1 of fork 0 since 3; in a circle: philosopher 0 waits for philosopher 1 waits for philosopher 2 " +
        "waits for philosopher 0",
    });
    // With the third left-handed it waits for fork 0. Philosopher 1 is fed at 2 and gives fork 1 to 0, who is fed at 2 as well and
    // gives fork 0 to 2, who thinks for 3 and is fed at 5. Each has four events: the start, two grants and the end of thinking.
    expect(dinner(3, true)).toEqual({ result: { status: "complete", now: 5, events: 12 }, fed: 3 });
  });

  it("names who waits for whom, with no circle where there is none", () => {
    const simulation = new Simulation({ seed: "stranded" });
    const desk = new Resource(simulation, "desk", 2);
    const letters = new Store(simulation, "letters");
    const bench = new WaitingLine(simulation, "bench");
    const granted = simulation.eventType("granted", () => {});
    function* clerk(): Process {
      yield simulation.hold(4);
      yield letters.get();
    }
    function* keeper(): Process {
      yield desk.acquire(2);
      yield 0;
    }
    function* guest(): Process {
      yield simulation.hold(1);
      yield desk.acquire();
    }
    const server = simulation.spawn(clerk(), "clerk");
    function* boss(): Process {
      yield simulation.join(server);
    }
    simulation.spawn(keeper());
    simulation.spawn(guest(), "guest");
    simulation.spawn(boss(), "boss");
    bench.join(granted, 7, 3);
    const stranded = strandedOf(simulation.run());
    expect(stranded?.waiting).toEqual([
      { who: '"granted" of subject 7', what: "3 of bench", since: 0 },
      { who: "guest", what: "1 of desk", since: 1 },
      { who: "clerk", what: "1 of letters gets", since: 4 },
      { who: "process 1", what: "nothing that is known", since: Number.NaN },
      { who: "boss", what: "the end of clerk", since: Number.NaN },
    ]);
    expect(stranded?.circle).toEqual([]);
    expect(stranded?.message).toContain("boss for the end of clerk");
  });

  it("says nothing while events are left, and counts those whom it does not name", () => {
    const simulation = new Simulation({ seed: "many" });
    const line = new WaitingLine(simulation, "line");
    const type = simulation.eventType("served", () => {});
    for (let i = 0; i < 25; i++) line.join(type, i);
    simulation.schedule(3, type, 0);
    expect(simulation.run(2)).toEqual({ status: "complete", now: 2, events: 0 });
    const stranded = strandedOf(simulation.run({ events: 1 }));
    expect(stranded).toMatchObject({ count: 25, circle: [] });
    expect(stranded?.waiting.length).toBe(20);
    expect(stranded?.message).toMatch(/^nothing is left to happen and 25 wait: .* since 0 and 5 more$/);
  });

  it("finds a circle through the end of a process, among many who wait for one that is in it", () => {
    const simulation = new Simulation({ seed: "join" });
    const key = new Resource(simulation, "key", 1);
    function* child(): Process {
      yield key.acquire();
    }
    function* parent(): Process {
      yield key.acquire();
      yield simulation.join(simulation.spawn(child(), "child"));
    }
    function* bystander(): Process {
      yield simulation.hold(1);
      yield key.acquire();
    }
    simulation.spawn(bystander(), "bystander");
    simulation.spawn(parent(), "parent");
    expect(strandedOf(simulation.run())?.circle).toEqual(["parent", "child"]);
  });

  it("claims no circle when units were handed on, taken by more than it can tell apart, or kept by one that has ended", () => {
    const simulation = new Simulation({ seed: "doubt" });
    const [room, hall] = [new Resource(simulation, "room", 2), new Resource(simulation, "hall", 100)];
    const key = new Resource(simulation, "key", 1);
    function* takes(resource: Resource, amount: number): Process {
      yield resource.acquire(amount);
    }
    function* givesBackForAnother(): Process {
      yield room.acquire();
      yield simulation.hold(1);
      room.release();
      room.release();
      yield room.acquire(2);
      yield room.acquire();
    }
    function* fills(): Process {
      yield hall.acquire(100);
      yield hall.acquire();
    }
    function* late(): Process {
      yield simulation.hold(2);
      yield key.acquire();
    }
    simulation.spawn(takes(room, 1));
    simulation.spawn(givesBackForAnother());
    simulation.spawn(fills());
    simulation.spawn(takes(key, 1));
    simulation.spawn(takes(key, 1));
    simulation.spawn(late());
    const stranded = strandedOf(simulation.run());
    expect(stranded?.count).toBe(4);
    // The room was empty in between, so it is known again who has it: one process waits for itself.
    expect(stranded?.circle).toEqual(["process 1"]);
  });

  it("claims no circle through a container or a store, since anybody may fill it, but names who waits for what", () => {
    const simulation = new Simulation({ seed: "taken" });
    const tank = new Container(simulation, "tank", { capacity: 5, level: 5 });
    const tools = new Store<string>(simulation, "tools");
    tools.tryPut("saw");
    function* takesFuel(): Process {
      yield tank.get(5);
      yield simulation.hold(1);
      yield tools.get();
    }
    function* takesSaw(): Process {
      yield tools.get();
      yield simulation.hold(2);
      yield tank.get(1);
    }
    simulation.spawn(takesFuel(), "a");
    simulation.spawn(takesSaw(), "b");
    expect(strandedOf(simulation.run())).toMatchObject({
      waiting: [
        { who: "a", what: "1 of tools gets", since: 1 },
        { who: "b", what: "1 of tank gets", since: 2 },
      ],
      circle: [],
    });
  });

  it("finds a circle through joins that are some of several things waited for, and names each", () => {
    const simulation = new Simulation({ seed: "several" });
    const key = new Resource(simulation, "key", 1);
    const bell = new Store(simulation, "bell");
    function* child(): Process {
      yield key.acquire();
    }
    function* sleeper(): Process {
      yield 0;
    }
    function* quick(): Process {}
    function* parent(): Process {
      yield key.acquire();
      const [first, second, third] = [
        simulation.spawn(quick()),
        simulation.spawn(sleeper(), "sleeper"),
        simulation.spawn(child(), "child"),
      ];
      yield simulation.allOf(
        simulation.join(first),
        simulation.join(second),
        simulation.anyOf(simulation.join(third), bell.get()),
      );
    }
    simulation.spawn(parent(), "parent");
    const stranded = strandedOf(simulation.run());
    // The first has ended and is waited for no more.
    expect(stranded?.waiting).toEqual([
      { who: "parent", what: "1 of bell gets", since: 0 },
      { who: "child", what: "1 of key", since: 0 },
      { who: "parent", what: "the end of sleeper", since: Number.NaN },
      { who: "parent", what: "the end of child", since: Number.NaN },
      { who: "sleeper", what: "nothing that is known", since: Number.NaN },
    ]);
    expect(stranded).toMatchObject({ count: 5, circle: ["parent", "child"] });
  });

  it("does not count as holder who was interrupted at the instant of its grant", () => {
    const simulation = new Simulation({ seed: "withdrawn" });
    const [left, right] = [new Resource(simulation, "left", 1), new Resource(simulation, "right", 1)];
    function* interrupted(): Process {
      try {
        yield left.acquire();
      } catch {
        yield simulation.hold(2);
        yield right.acquire();
      }
    }
    function* other(): Process {
      simulation.interrupt(victim);
      yield right.acquire();
      yield simulation.hold(1);
      yield left.acquire();
    }
    const victim = simulation.spawn(interrupted(), "interrupted");
    simulation.spawn(other(), "other");
    const takes = simulation.eventType("takes", () => left.tryTake());
    simulation.schedule(0.5, takes, 0);
    // A handler has what the other waits for.
    expect(strandedOf(simulation.run())).toMatchObject({ count: 2, circle: [] });
  });

  it("tells processes from handlers that hold units of one resource", () => {
    const simulation = new Simulation({ seed: "shared" });
    const [left, right] = [new Resource(simulation, "left", 3), new Resource(simulation, "right", 1)];
    function* both(first: Resource, amount: number, second: Resource): Process {
      yield first.acquire(amount);
      yield simulation.hold(3);
      yield second.acquire();
    }
    expect(left.tryTake()).toBe(true);
    simulation.spawn(both(left, 2, right), "a");
    simulation.spawn(both(right, 1, left), "b");
    expect(strandedOf(simulation.run())?.circle).toEqual(["a", "b"]);
  });
});

describe("who waits where the line's owner knows better than the line", () => {
  it("is named by its process in the line of a station, and counted once", () => {
    const simulation = new Simulation({ seed: "station" });
    const lathe = new Station(simulation, "lathe", 1);
    function* job(): Process {
      yield lathe.work(5, 1);
    }
    simulation.spawn(job(), "first");
    simulation.spawn(job(), "second");
    lathe.setCapacity(0);
    expect(strandedOf(simulation.run())).toMatchObject({
      count: 2,
      waiting: [
        { who: "first", what: "1 of lathe", since: 0 },
        { who: "second", what: "1 of lathe", since: 0 },
      ],
    });
  });

  it("is told with what it wants of a container", () => {
    const simulation = new Simulation({ seed: "tank" });
    const tank = new Container(simulation, "tank", { capacity: 10 });
    function* thirsty(): Process {
      yield tank.get(2.5);
    }
    simulation.spawn(thirsty(), "thirsty");
    expect(strandedOf(simulation.run())?.waiting).toEqual([{ who: "thirsty", what: "2.5 of tank gets", since: 0 }]);
  });
});

describe("a run without an end", () => {
  it("stops at a thousand million events unless it is told otherwise", () => {
    const simulation = new Simulation({ seed: "long" });
    const tick = simulation.eventType("tick", (subject) => {
      simulation.schedule(1, tick, subject);
    });
    simulation.schedule(1, tick, 3);
    Object.assign(simulation, { eventCount: 999_999_998 });
    expect(simulation.run()).toEqual({
      status: "truncated",
      limit: "events",
      message: 'run stopped at 1000000000 events, at time 2; the last event was "tick" of subject 3',
      now: 2,
      events: 1_000_000_000,
    });
  });

  it("names the process that goes round in no time", () => {
    const simulation = new Simulation({ seed: "spin", limits: { eventsAtOneInstant: 1000 } });
    function* spins(): Process {
      for (;;) yield simulation.hold(0);
    }
    simulation.spawn(spins(), "spinner");
    const result = simulation.run();
    expect(result.status === "truncated" && result.message).toBe(
      'run stopped at 1000 events at one instant, at time 0; the last event was "resume process" of spinner',
    );
  });
});
