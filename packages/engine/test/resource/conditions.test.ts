import { describe, expect, it } from "vitest";
import { Condition, Container, Gate, type Process, Signal, Simulation } from "../../src/index.ts";
import { aStory } from "../support/story.ts";

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
