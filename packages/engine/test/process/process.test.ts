import { describe, expect, it } from "vitest";
import { type Process, Resource, Simulation, WaitingLine } from "../../src/index.ts";

function bench(): { simulation: Simulation; log: string[]; note: (text: string) => void } {
  const simulation = new Simulation({ seed: "process" });
  const log: string[] = [];
  return { simulation, log, note: (text) => log.push(`${simulation.now} ${text}`) };
}

describe("a process", () => {
  it("tells one entity's story: hold, acquire, release", () => {
    const { simulation, log, note } = bench();
    const desk = new Resource(simulation, "desk", 1);
    function* customer(name: string, arrives: number): Process {
      yield simulation.hold(arrives);
      note(`${name} comes`);
      yield desk.acquire();
      note(`${name} is served`);
      yield simulation.hold(10);
      desk.release();
      note(`${name} goes`);
    }
    simulation.spawn(customer("ann", 1));
    simulation.spawn(customer("bob", 4));
    simulation.run();
    expect(log).toEqual([
      "1 ann comes",
      "1 ann is served",
      "4 bob comes",
      "11 ann goes",
      "11 bob is served",
      "21 bob goes",
    ]);
    expect([desk.inUse, desk.line.waits.mean]).toEqual([0, 3.5]);
  });

  it("starts after what is already scheduled for the instant, and ends without a word", () => {
    const { simulation, log, note } = bench();
    const first = simulation.eventType("first", () => note("first"));
    function* brief(): Process {
      note("process");
      yield simulation.hold(1);
    }
    simulation.schedule(0, first, 0);
    simulation.spawn(brief());
    expect(log).toEqual([]);
    simulation.run();
    expect(log).toEqual(["0 first", "0 process"]);
  });

  it("may delegate to another with yield*", () => {
    const { simulation, log, note } = bench();
    function* lunch(): Process {
      yield simulation.hold(1);
      note("lunch over");
    }
    function* day(): Process {
      yield simulation.hold(4);
      yield* lunch();
      yield simulation.hold(4);
      note("day over");
    }
    simulation.spawn(day());
    simulation.run();
    expect(log).toEqual(["5 lunch over", "9 day over"]);
  });

  it("may spawn others, and a row used again belongs to the new process alone", () => {
    const { simulation, log, note } = bench();
    function* child(name: string, time: number): Process {
      yield simulation.hold(time);
      note(name);
    }
    function* parent(): Process {
      const first = simulation.spawn(child("a", 1));
      yield simulation.hold(2);
      const second = simulation.spawn(child("b", 5));
      // The same row, and another handle: what is said to the first does not reach the second.
      expect(second).not.toBe(first);
      expect([simulation.isAlive(first), simulation.isAlive(second)]).toEqual([false, true]);
      expect(simulation.interrupt(first)).toBe(false);
      simulation.spawn(child("c", 1));
    }
    simulation.spawn(parent());
    simulation.run();
    expect(log).toEqual(["1 a", "3 c", "7 b"]);
  });

  it("joins a line of a model's own and is served from there", () => {
    const { simulation, log, note } = bench();
    const line = new WaitingLine(simulation, "bus stop");
    function* passenger(name: string): Process {
      yield line.join(simulation.resume, simulation.mustBeProcess());
      note(`${name} boards`);
    }
    const bus = simulation.eventType("bus", (seats) => line.fill(seats, "block"));
    for (const name of ["ann", "bob", "cy"]) simulation.spawn(passenger(name));
    simulation.schedule(3, bus, 2);
    simulation.schedule(6, bus, 2);
    simulation.run();
    expect(log).toEqual(["3 ann boards", "3 bob boards", "6 cy boards"]);
  });

  it("gives units back in `finally` when it ends early", () => {
    const { simulation, log, note } = bench();
    const desk = new Resource(simulation, "desk", 1);
    function* hasty(): Process {
      yield desk.acquire();
      try {
        yield simulation.hold(2);
        return;
      } finally {
        desk.release();
        note("released");
      }
    }
    function* next(): Process {
      yield desk.acquire();
      note("next is served");
    }
    simulation.spawn(hasty());
    simulation.spawn(next());
    simulation.run();
    expect(log).toEqual(["2 released", "2 next is served"]);
  });

  it("stopped from outside while it works, gives its unit back at once and never goes on", () => {
    const { simulation, log, note } = bench();
    const desk = new Resource(simulation, "desk", 1);
    function* customer(name: string): Process {
      const claim = desk.acquire();
      try {
        yield claim;
        note(`${name} is served`);
        yield simulation.hold(10);
        note(`${name} is done`);
      } finally {
        if (!desk.cancel(claim)) desk.release();
      }
    }
    const first = customer("ann");
    simulation.spawn(first);
    simulation.spawn(customer("bob"));
    const alarm = simulation.eventType("alarm", () => first.return());
    simulation.schedule(4, alarm, 0);
    simulation.run();
    expect(log).toEqual(["0 ann is served", "4 bob is served", "14 bob is done"]);
    expect(desk.inUse).toBe(0);
  });

  it("stopped from outside while it waits, or between the grant and its turn, leaves nothing behind", () => {
    const { simulation, log, note } = bench();
    const desk = new Resource(simulation, "desk", 1);
    function* customer(name: string): Process {
      const claim = desk.acquire();
      try {
        yield claim;
        note(`${name} is served`);
        yield simulation.hold(10);
      } finally {
        if (!desk.cancel(claim)) desk.release();
      }
    }
    const [ann, bob, cy, dee] = ["ann", "bob", "cy", "dee"].map(customer) as [Process, Process, Process, Process];
    for (const customer of [ann, bob, cy, dee]) simulation.spawn(customer);
    const bobLeaves = simulation.eventType("bob leaves", () => {
      bob.return();
      note(`waiting ${desk.line.length}`);
    });
    const cyLeaves = simulation.eventType("cy leaves", () => {
      note(`waiting ${desk.line.length}`);
      cy.return();
    });
    const later = simulation.eventType("later", () => simulation.schedule(5, cyLeaves, 0));
    simulation.schedule(5, bobLeaves, 0);
    simulation.schedule(5, later, 0);
    simulation.run();
    // At 10 ann goes on (scheduled at 0), then cy leaves (scheduled at 5), then the grant that ann's release made for cy would
    // fire. It is called back and made to dee.
    expect(log).toEqual(["0 ann is served", "5 waiting 2", "10 waiting 1", "10 dee is served"]);
    expect([desk.inUse, desk.line.length, simulation.now]).toEqual([0, 0, 20]);
  });

  it("that throws ends the run with its error, and nobody is taken for the running process afterwards", () => {
    const { simulation, log, note } = bench();
    const desk = new Resource(simulation, "desk", 1);
    function* broken(): Process {
      yield desk.acquire();
      try {
        yield simulation.hold(1);
        throw new Error("out of paper");
      } finally {
        desk.release();
      }
    }
    function* next(): Process {
      yield desk.acquire();
      note("next is served");
    }
    simulation.spawn(broken());
    simulation.spawn(next());
    expect(() => simulation.run()).toThrow("out of paper");
    expect(() => simulation.hold(1)).toThrow("a command must be given from a process, got none running");
    simulation.run();
    expect(log).toEqual(["1 next is served"]);
  });

  it("must yield each command before the next, and before it ends", () => {
    const { simulation } = bench();
    function* twice(): Process {
      simulation.hold(1);
      yield simulation.hold(2);
    }
    simulation.spawn(twice());
    expect(() => simulation.run()).toThrow("a process must yield each command it gives, got 2 commands before a yield");
    const other = new Simulation({ seed: "process" });
    function* forgets(): Process {
      yield other.hold(1);
      other.hold(1);
    }
    other.spawn(forgets());
    expect(() => other.run()).toThrow("a process must yield each command it gives, got its end before a yield");
  });

  it("that ends with a request granted and not yielded leaves nothing of it behind in the line", () => {
    const simulation = new Simulation({ seed: "a" });
    const desk = new Resource(simulation, "desk", 1);
    function* forgets(): Process {
      yield simulation.hold(1);
      desk.acquire();
    }
    simulation.spawn(forgets());
    expect(() => simulation.run()).toThrow("got its end before a yield");
    expect([desk.inUse, Reflect.get(simulation.waiters, "freeCount")]).toEqual([0, 1]);
  });

  it("that has ended cannot be resumed", () => {
    const { simulation } = bench();
    function* brief(): Process {
      yield simulation.hold(1);
    }
    const ended = simulation.spawn(brief());
    simulation.run();
    simulation.schedule(1, simulation.resume, ended);
    expect(() => simulation.run()).toThrow(`resume must name a process that lives, got ${ended}`);
  });
});
