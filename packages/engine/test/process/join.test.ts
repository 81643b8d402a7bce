import { describe, expect, it } from "vitest";
import { EventError, type Handle, type Process, ProcessError } from "../../src/index.ts";
import { aStory } from "../support/story.ts";

describe("join", () => {
  it.each([
    ["one that lives", 5, 2, "5 joined"],
    ["one that ends at this instant", 2, 2, "2 joined"],
    ["one that has ended", 1, 2, "2 joined"],
  ] as const)("waits for %s", (_, childTime, joinTime, expected) => {
    const { simulation, log, note } = aStory();
    function* child(): Process {
      yield simulation.hold(childTime);
    }
    function* parent(other: Handle): Process {
      yield simulation.hold(joinTime);
      yield simulation.join(other);
      note("joined");
    }
    simulation.spawn(parent(simulation.spawn(child())));
    simulation.run();
    expect(log).toEqual([expected]);
  });

  it("lets several wait for one, in the order of their joining, and one for several", () => {
    const { simulation, log, note } = aStory();
    function* child(time: number): Process {
      yield simulation.hold(time);
    }
    function* waits(name: string, others: readonly Handle[]): Process {
      for (const other of others) yield simulation.join(other);
      note(name);
    }
    const [a, b] = [simulation.spawn(child(3)), simulation.spawn(child(1))];
    simulation.spawn(waits("ann", [a]));
    simulation.spawn(waits("bob", [a, b]));
    simulation.spawn(waits("cy", [b]));
    simulation.run();
    expect(log).toEqual(["1 cy", "3 ann", "3 bob"]);
  });

  it("gives the result of a story, with its type", () => {
    const { simulation, log, note } = aStory();
    function* cook(minutes: number): Process<string> {
      yield simulation.hold(minutes);
      return `soup of ${minutes} minutes`;
    }
    function* guest(): Process {
      const [fast, slow] = [cook(5), cook(9)];
      const [one, two] = [simulation.spawn(fast), simulation.spawn(slow)];
      yield simulation.join(two);
      yield simulation.join(one);
      const eaten: string = simulation.resultOf(fast);
      note(`${eaten}, ${simulation.resultOf(slow)}`);
    }
    simulation.spawn(guest());
    simulation.run();
    expect(log).toEqual(["9 soup of 5 minutes, soup of 9 minutes"]);
    expect(() => simulation.resultOf(cook(1))).toThrow("process must have ended with a result, got one that has not");
  });

  it("of a process that throws is of no use: the run ends and names the process", () => {
    const { simulation } = aStory();
    const cause = new RangeError("out of paper");
    function* printer(): Process {
      yield simulation.hold(1);
      throw cause;
    }
    const failing = simulation.spawn(printer(), "printer");
    function* parent(): Process {
      yield simulation.join(failing);
    }
    simulation.spawn(parent());
    let caught: unknown;
    try {
      simulation.run();
    } catch (error) {
      caught = error;
    }
    // The run says at which event, the process whose story it was.
    expect(caught).toBeInstanceOf(EventError);
    const { cause: story } = caught as EventError;
    expect(story).toBeInstanceOf(ProcessError);
    expect(story).toMatchObject({ message: "process printer: out of paper", process: "printer", cause });
  });
});

describe("a name", () => {
  it("is the story's own, and goes with it", () => {
    const { simulation } = aStory();
    function* brief(time: number): Process {
      yield simulation.hold(time);
    }
    simulation.spawn(brief(1), "ann");
    simulation.spawn(brief(3));
    simulation.spawn(brief(2), "cy");
    expect(simulation.processes.names()).toEqual(["ann", "process 1", "cy"]);
    simulation.run(1.5);
    simulation.spawn(brief(1));
    expect(simulation.processes.names()).toEqual(["process 0", "process 1", "cy"]);
  });

  it("may be an object that is thrown, not an Error", () => {
    const { simulation } = aStory();
    // biome-ignore lint/correctness/useYield: it throws before it waits
    function* broken(): Process {
      throw "paper";
    }
    simulation.spawn(broken());
    expect(() => simulation.run()).toThrow("process 0: paper");
  });

  it("of the running process can be asked as a handle", () => {
    const { simulation } = aStory();
    let own: Handle = 0;
    function* asks(): Process {
      own = simulation.self();
      yield simulation.hold(1);
    }
    const handle = simulation.spawn(asks());
    simulation.run();
    expect(own).toBe(handle);
    expect(() => simulation.self()).toThrow("a process must ask for its handle, got none running");
  });
});
