import { describe, expect, it } from "vitest";
import { type Handle, Interrupt, type Process, Resource, Simulation, WaitingLine } from "../../src/index.ts";
import { aStory } from "../support/story.ts";

/** Holds again and again until so much time has been worked; says what interrupts it. */
function* worker(simulation: Simulation, note: (text: string) => void, time: number): Process {
  let left = time;
  while (left > 0) {
    const from = simulation.now;
    try {
      yield simulation.hold(left);
      left = 0;
    } catch (error) {
      if (!(error instanceof Interrupt)) throw error;
      left -= simulation.now - from;
      note(`interrupted: ${error.reason}, ${left} left`);
    }
  }
  note("done");
}

/** Interrupts a process at given times, each reason after the one before. */
function* alarm(simulation: Simulation, process: Handle, times: readonly (readonly [number, string])[]): Process {
  for (const [time, reason] of times) {
    if (time > simulation.now) yield simulation.hold(time - simulation.now);
    simulation.interrupt(process, reason);
  }
}

describe("an interrupt", () => {
  it.each([
    ["none", [], ["10 done"]],
    ["one", [[3, "a"]], ["3 interrupted: a, 7 left", "10 done"]],
    [
      "two in one instant are both delivered, in order",
      [
        [3, "a"],
        [3, "b"],
      ],
      ["3 interrupted: a, 7 left", "3 interrupted: b, 7 left", "10 done"],
    ],
    [
      "three in one instant",
      [
        [3, "a"],
        [3, "b"],
        [3, "c"],
      ],
      ["3 interrupted: a, 7 left", "3 interrupted: b, 7 left", "3 interrupted: c, 7 left", "10 done"],
    ],
    [
      "at two instants",
      [
        [3, "a"],
        [5, "b"],
      ],
      ["3 interrupted: a, 7 left", "5 interrupted: b, 5 left", "10 done"],
    ],
    ["at its very start: the story has begun by then", [[0, "a"]], ["0 interrupted: a, 10 left", "10 done"]],
    ["after its end", [[11, "a"]], ["10 done"]],
  ] as const)("%s", (_, times, expected) => {
    const { simulation, log, note } = aStory();
    const process = simulation.spawn(worker(simulation, note, 10));
    simulation.spawn(alarm(simulation, process, times));
    simulation.run();
    expect(log).toEqual(expected);
    expect(simulation.pendingCount).toBe(0);
  });

  it("at the instant of the end comes first when it was scheduled first, and too late otherwise", () => {
    // Both events of 10 were scheduled at 0. An alarm that runs first interrupts before the hold is over.
    for (const [first, expected] of [
      ["alarm", ["10 interrupted: x, 0 left", "10 done"]],
      ["worker", ["10 done"]],
    ] as const) {
      const { simulation, log, note } = aStory();
      let process: Handle = 0;
      const rings = simulation.eventType("rings", () => simulation.interrupt(process, "x"));
      if (first === "alarm") simulation.schedule(10, rings, 0);
      process = simulation.spawn(worker(simulation, note, 10));
      simulation.run(0.5);
      if (first === "worker") simulation.schedule(9.5, rings, 0);
      simulation.run();
      expect(log).toEqual(expected);
    }
  });

  it("withdraws a request that waits, and lets others move up", () => {
    const { simulation, log, note } = aStory();
    const desk = new Resource(simulation, "desk", 2);
    function* customer(name: string, amount: number): Process {
      try {
        yield desk.acquire(amount);
        note(`${name} is served`);
        yield simulation.hold(10);
        desk.release(amount);
      } catch (error) {
        note(`${name} leaves: ${error instanceof Interrupt}`);
      }
    }
    simulation.spawn(customer("ann", 1));
    const bob = simulation.spawn(customer("bob", 2));
    simulation.spawn(customer("cy", 1));
    simulation.spawn(alarm(simulation, bob, [[4, "late"]]));
    simulation.run();
    // Bob asks for two and holds up cy, for whom there is room.
    expect(log).toEqual(["0 ann is served", "4 bob leaves: true", "4 cy is served"]);
    expect([desk.inUse, desk.line.length, desk.reneged]).toEqual([0, 0, 1]);
  });

  it("between the grant and its event takes the units back", () => {
    const { simulation, log, note } = aStory();
    const desk = new Resource(simulation, "desk", 1);
    desk.tryTake();
    function* customer(name: string): Process {
      try {
        yield desk.acquire();
        note(`${name} is served`);
      } catch {
        note(`${name} leaves`);
      }
    }
    const ann = simulation.spawn(customer("ann"));
    simulation.spawn(customer("bob"));
    const opens = simulation.eventType("opens", () => {
      desk.release();
      simulation.interrupt(ann);
    });
    simulation.schedule(5, opens, 0);
    simulation.run();
    expect(log).toEqual(["5 ann leaves", "5 bob is served"]);
    expect(desk.inUse).toBe(1);
  });

  it("withdraws from a line of the model's own, and from a join", () => {
    const { simulation, log, note } = aStory();
    const line = new WaitingLine(simulation, "stop");
    function* passenger(): Process {
      try {
        yield line.join(simulation.resume, simulation.mustBeProcess());
      } catch {
        note(`walks, ${line.length} wait`);
      }
    }
    function* parent(child: Handle): Process {
      try {
        yield simulation.join(child);
      } catch {
        note("waits no longer");
      }
    }
    const walker = simulation.spawn(passenger());
    simulation.spawn(passenger());
    const child = simulation.spawn(worker(simulation, note, 5));
    const waiting = simulation.spawn(parent(child));
    simulation.spawn(alarm(simulation, walker, [[1, ""]]));
    simulation.spawn(alarm(simulation, waiting, [[2, ""]]));
    simulation.run();
    expect(log).toEqual(["1 walks, 1 wait", "2 waits no longer", "5 done"]);
  });

  it("not caught ends the run and says whose it was; of a second one nothing is left", () => {
    const { simulation } = aStory();
    function* careless(): Process {
      yield simulation.hold(10);
    }
    const process = simulation.spawn(careless(), "ann");
    simulation.run(2);
    simulation.interrupt(process, "fire");
    simulation.interrupt(process, "again");
    expect(() => simulation.run()).toThrow("process ann: interrupt must be caught, got fire uncaught");
    expect(() => simulation.run()).not.toThrow();
    expect(simulation.isAlive(process)).toBe(false);
    expect(simulation.now).toBe(2);
  });

  it("does not reach a process of the same row that began later", () => {
    const { simulation, log, note } = aStory();
    function* brief(): Process {
      try {
        yield simulation.hold(1);
      } catch {
        note("caught");
      }
    }
    const first = simulation.spawn(brief());
    simulation.run(0.5);
    simulation.interrupt(first, "a");
    simulation.interrupt(first, "b");
    const spawns = simulation.eventType("spawns", () => simulation.spawn(worker(simulation, note, 3)));
    simulation.schedule(0, spawns, 0);
    simulation.run();
    // The first interrupt ends the story, the second finds nobody, and the new story in its row is left alone.
    expect(log).toEqual(["0.5 caught", "3.5 done"]);
  });

  it("that nobody is left to catch is saved with the rest, and nothing comes of it", () => {
    const simulation = new Simulation({ seed: "interrupt" });
    function* brief(): Process {
      try {
        yield simulation.hold(5);
      } catch {
        // It ends.
      }
    }
    const process = simulation.spawn(brief());
    simulation.run(1);
    simulation.interrupt(process);
    simulation.interrupt(process);
    simulation.step();
    expect(simulation.isAlive(process)).toBe(false);
    const { simulation: copy } = simulation.fork(() => undefined);
    expect(copy.run()).toMatchObject({ status: "complete", now: 1 });
    expect(copy.spawn(brief())).toBe(simulation.spawn(brief()));
  });

  it("cannot be given to oneself, nor to one who waits for an event of its own", () => {
    const { simulation } = aStory();
    function* selfish(): Process {
      yield simulation.hold(1);
      simulation.interrupt(simulation.self());
    }
    simulation.spawn(selfish(), "ann");
    expect(() => simulation.run()).toThrow("process ann: process ann must be interrupted by another, got itself");
    function* odd(): Process {
      yield simulation.schedule(5, simulation.resume, simulation.mustBeProcess());
    }
    const process = simulation.spawn(odd(), "odd");
    simulation.run(2);
    simulation.interrupt(process);
    expect(() => simulation.run()).toThrow(
      "process odd must wait by a command to be interrupted, got an event of its own",
    );
  });
});
