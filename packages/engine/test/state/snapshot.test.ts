import { describe, expect, it } from "vitest";
import { Limit, LocalCalendar, type Process, Simulation, TimeWeighted, WaitingLine } from "../../src/index.ts";
import { queueModel } from "./queue-model.ts";

const horizon = 300;

function started(seed = "snapshot"): Simulation & { model: ReturnType<typeof queueModel> } {
  const simulation = new Simulation({ seed });
  return Object.assign(simulation, { model: queueModel(simulation) });
}

describe("snapshot", () => {
  it("takes a run back to where it was, in the same simulation", () => {
    const simulation = started();
    simulation.run(100);
    const snapshot = simulation.snapshot();
    simulation.run(horizon);
    const [end, mean] = [simulation.fingerprint(), simulation.model.desk.busy.mean];
    simulation.restore(snapshot);
    expect([simulation.now, simulation.snapshot()]).toEqual([100, snapshot]);
    simulation.run(horizon);
    expect([simulation.fingerprint(), simulation.model.desk.busy.mean]).toEqual([end, mean]);
  });

  it("uses memory again where it is large enough, and leaves nothing of what was there", () => {
    const simulation = started();
    simulation.run(50);
    const fresh = simulation.snapshot();
    const memory = new Uint8Array(fresh.length + 100).fill(255);
    const again = simulation.snapshot(memory.subarray(8));
    expect(again.buffer).toBe(memory.buffer);
    expect(again).toEqual(fresh);
    expect(memory.subarray(fresh.length + 8).every((byte) => byte === 255)).toBe(true);
    for (const unfit of [memory.subarray(4), memory.subarray(0, fresh.length - 1)]) {
      expect(simulation.snapshot(unfit).buffer).not.toBe(memory.buffer);
    }
    // It may lie anywhere when it is read.
    const odd = new Uint8Array(fresh.length + 3);
    odd.set(fresh, 3);
    simulation.run(60);
    simulation.restore(odd.subarray(3));
    expect(simulation.snapshot()).toEqual(fresh);
  });

  it("begins streams again that it does not know, and lets another seed draw on from where it stands", () => {
    const simulation = new Simulation({ seed: "a" });
    const known = simulation.stream("known");
    known.uniform();
    const snapshot = simulation.snapshot();
    const second = known.uniform();
    const first = simulation.stream("later").uniform();
    simulation.restore(snapshot);
    expect([known.uniform(), simulation.stream("later").uniform()]).toEqual([second, first]);
    const other = new Simulation({ seed: "b" });
    other.restore(snapshot);
    const unsaved = new Simulation({ seed: "b" }).stream("known");
    unsaved.uniform();
    const drawn = other.stream("known").uniform();
    expect(drawn).toBe(unsaved.uniform());
    expect(drawn).not.toBe(second);
  });

  it("is refused when a single bit of it has changed, or its end is missing", () => {
    const simulation = started();
    simulation.run(20);
    const snapshot = simulation.snapshot();
    const target = started();
    const before = target.stateFingerprint();
    for (let byte = 0; byte < snapshot.length; byte += 1 + (byte >> 5)) {
      const damaged = snapshot.slice();
      damaged[byte] = damaged[byte]! ^ (1 << (byte % 8));
      expect(() => target.restore(damaged), `byte ${byte}`).toThrow(/^snapshot must /);
    }
    for (const length of [0, 3, 47, 48, 200, snapshot.length - 8, snapshot.length - 1]) {
      expect(() => target.restore(snapshot.subarray(0, length)), `${length} bytes`).toThrow(/^snapshot must /);
    }
    expect(target.stateFingerprint()).toBe(before);
  });

  it.each([
    [0, "snapshot must begin with its mark and 48 bytes of header, got neither"],
    [4, "snapshot must have format 1, got 0"],
    [16, "snapshot must hold"],
    [8, "snapshot must agree with its checksum, got damaged bytes"],
    [100, "snapshot must agree with its checksum, got damaged bytes"],
  ])("says what is wrong with it: byte %i", (byte, message) => {
    const snapshot = new Simulation({ seed: "empty" }).snapshot();
    snapshot[byte] = snapshot[byte]! ^ 1;
    expect(() => new Simulation({ seed: "empty" }).restore(snapshot)).toThrow(message);
  });

  it("is refused by another model, which says what differs", () => {
    const simulation = new Simulation({ seed: "names" });
    simulation.eventType("opens", () => {});
    new WaitingLine(simulation, "north");
    const snapshot = simulation.snapshot();
    const refusal = (build: (other: Simulation) => void): string => {
      const other = new Simulation({ seed: "names" });
      build(other);
      try {
        other.restore(snapshot);
        return "taken";
      } catch (error) {
        return (error as Error).message;
      }
    };
    const line = (name: string) => (other: Simulation) => {
      other.eventType("opens", () => {});
      new WaitingLine(other, name);
    };
    expect(refusal(line("north"))).toBe("taken");
    expect(refusal(line("south"))).toBe(
      'state must be of this model, got part "line north" where the model has part "line south"',
    );
    expect(refusal(() => {})).toBe(
      'state must be of this model, got event type "opens" where the model has part "simulation"',
    );
    expect(
      refusal((other) => {
        line("north")(other);
        new WaitingLine(other, "south");
      }),
    ).toBe('state must be of this model, got no more where the model has part "line south"');
  });

  it("is refused while processes live, by their names, and not when they have ended", () => {
    const simulation = new Simulation({ seed: "processes" });
    function* story() {
      yield simulation.hold(5);
    }
    simulation.spawn(story(), "bus driver");
    simulation.spawn(story());
    simulation.run(1);
    const refusal = "state must be saved when no process lives, got bus driver, process 1";
    expect(() => simulation.snapshot()).toThrow(refusal);
    expect(() => simulation.stateFingerprint()).toThrow(refusal);
    for (let i = 0; i < 5; i++) simulation.spawn(story(), `walker ${i}`);
    expect(() => simulation.snapshot()).toThrow("got bus driver, process 1, walker 0, walker 1, walker 2 and 2 more");
    simulation.run();
    const snapshot = simulation.snapshot();
    // A new process gets the subject that it would have got without the snapshot.
    const restored = new Simulation({ seed: "processes" });
    restored.spawn(story());
    restored.restore(snapshot);
    expect(restored.spawn(story())).toBe(simulation.spawn(story()));
    expect(restored.pendingCount).toBe(1);
  });

  it("forgets who waited for the end of a process that it drops", () => {
    const simulation = new Simulation({ seed: "ends" });
    function* story(): Process {
      yield simulation.hold(10);
    }
    function* waits(other: number): Process {
      yield simulation.join(other);
    }
    const empty = simulation.snapshot();
    simulation.spawn(waits(simulation.spawn(story())));
    simulation.run(5);
    simulation.restore(empty);
    simulation.spawn(story());
    expect(simulation.run()).toEqual({ status: "complete", now: 10, events: 2 });
  });

  it("says which part does not take back what it saved", () => {
    const model = (kind: "short" | "long" | "integers" | "floats") => {
      const simulation = new Simulation({ seed: "part" });
      simulation.register("odd", {
        transfer(state) {
          state.number(1);
          if (kind === "long") state.number(2);
          if (kind === "integers") state.integers(new Int32Array(1));
          if (kind === "floats") state.floats(new Float64Array(1));
        },
      });
      return simulation;
    };
    const short = model("short").snapshot();
    expect(() => model("long").restore(short)).toThrow("part odd must take back");
    expect(() => model("floats").restore(short)).toThrow("part odd must take back what it saved: no column is left");
    expect(() => model("short").restore(model("long").snapshot())).toThrow("part odd must take back as many");
    expect(() => model("short").restore(model("integers").snapshot())).toThrow("part odd must take back as many");
    expect(() => model("floats").restore(model("integers").snapshot())).toThrow(
      "part odd must take back what it saved: a column must be a Float64Array, got a Int32Array",
    );
  });

  it("holds every kind of part: used days of a limit, levels, columns that have grown or shrunk", () => {
    const build = () => {
      const simulation = new Simulation({ seed: "parts" });
      const zone = { name: "UTC", epochDay: 0, offsets: [{ from: Number.NEGATIVE_INFINITY, hours: 0 }] };
      const limit = new Limit("bridge", new LocalCalendar(zone), 5);
      const level = new TimeWeighted(simulation, 2);
      const bytes = { column: Uint8Array.of(1, 2, 3) };
      simulation.register("limit", limit);
      simulation.register("level", level);
      simulation.register("bytes", {
        transfer(state) {
          bytes.column = state.bytes(bytes.column, 2);
        },
      });
      return { simulation, limit, level, bytes };
    };
    const from = build();
    from.limit.take(3, 4);
    from.limit.setPerDay(6);
    from.level.set(7);
    from.bytes.column = Uint8Array.of(4, 5, 6, 7);
    const to = build();
    to.limit.take(9, 1);
    to.simulation.restore(from.simulation.snapshot());
    expect([3, 9].map((day) => to.limit.usedOn(day))).toEqual([4, 0]);
    expect([to.limit.perDay, to.level.level, to.level.max]).toEqual([6, 7, 7]);
    // As long as the one that was saved; beyond what was used of it, zeros.
    expect(to.bytes.column).toEqual(Uint8Array.of(4, 5, 0, 0));
  });
});

describe("fork", () => {
  it("goes on like its parent, and does not touch it", () => {
    const parent = started();
    parent.run(120);
    const before = parent.stateFingerprint();
    const child = parent.fork(queueModel);
    expect(child.simulation.stateFingerprint()).toBe(before);
    child.simulation.run(horizon);
    expect(parent.stateFingerprint()).toBe(before);
    parent.run(horizon);
    expect(child.simulation.fingerprint()).toBe(parent.fingerprint());
    expect(child.model.sojourns.mean).toBe(parent.model.sojourns.mean);
  });

  it("has another future with another replication, from the same past", () => {
    const parent = started();
    parent.run(120);
    const futures = [0, 1, 2].map((replication) => {
      const { simulation } = parent.fork(queueModel, { replication });
      expect(simulation.now).toBe(120);
      simulation.run(horizon);
      return simulation.fingerprint();
    });
    expect(new Set(futures).size).toBe(3);
    parent.run(horizon);
    expect(futures[0]).toBe(parent.fingerprint());
  });

  it("is refused when the builder makes another model, or a process lives", () => {
    const parent = started();
    expect(() => parent.fork(() => {})).toThrow("state must be of this model, got event type");
    parent.spawn((function* () {})(), "walker");
    expect(() => parent.fork(queueModel)).toThrow("state must be saved when no process lives, got walker");
  });
});
