import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Handle, Simulation, WaitingLine } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

function aLine(): { simulation: Simulation; line: WaitingLine; served: number[]; type: number; order: () => number[] } {
  const simulation = new Simulation({ seed: "line" });
  const line = new WaitingLine(simulation, "bus stop");
  const served: number[] = [];
  const type = simulation.eventType("served", (subject) => served.push(subject));
  const order = (): number[] => {
    const subjects: number[] = [];
    for (let handle = line.first(); handle !== 0; handle = line.next(handle)) subjects.push(line.subject(handle));
    return subjects;
  };
  return { simulation, line, served, type, order };
}

describe("WaitingLine", () => {
  it("stands in order of priority, then rank, then joining", () => {
    const person = fc.record({
      priority: fc.constantFrom(0, 0, 1, -3),
      rank: fc.constantFrom(0, 1.5, 2, Number.NEGATIVE_INFINITY),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 150, size: "max" }), (people) => {
        const { line, type, order } = aLine();
        people.forEach((place, i) => {
          line.join(type, i, 1, place);
        });
        const sorted = people
          .map((place, i) => ({ ...place, i }))
          .sort((a, b) => b.priority - a.priority || (a.rank === b.rank ? 0 : a.rank - b.rank));
        expect(order()).toEqual(sorted.map(({ i }) => i));
      }),
      fixedRuns(100),
    );
  });

  it("takes the time of joining as rank unless told otherwise", () => {
    const { simulation, line, type, order } = aLine();
    simulation.run(5);
    line.join(type, 1);
    simulation.run(8);
    line.join(type, 2);
    line.join(type, 3, 1, { rank: 5 });
    line.join(type, 4, 1, { rank: 4 });
    expect(order()).toEqual([4, 1, 3, 2]);
  });

  it("agrees with a plain list under any mix of joining, leaving, serving, taking and filling", () => {
    const command = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ act: fc.constant("join" as const), amount: fc.integer({ min: 1, max: 4 }) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ act: fc.constantFrom("leave" as const, "serve" as const), which: fc.nat(1e6) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          act: fc.constantFrom("take" as const, "fill" as const),
          places: fc.nat(12),
          rule: fc.constantFrom("block" as const, "skip" as const),
        }),
      },
    );
    fc.assert(
      fc.property(fc.array(command, { minLength: 50, maxLength: 400, size: "max" }), (commands) => {
        const { simulation, line, served, type, order } = aLine();
        let people: { id: number; amount: number }[] = [];
        const handles: Handle[] = [];
        const expected: number[] = [];
        commands.forEach((step) => {
          if (step.act === "join") {
            const id = handles.length;
            handles.push(line.join(type, id, step.amount));
            people.push({ id, amount: step.amount });
          } else if ("which" in step) {
            if (handles.length === 0) return;
            const id = step.which % handles.length;
            const waits = people.some((person) => person.id === id);
            expect(line[step.act](handles[id]!)).toBe(waits);
            people = people.filter((person) => person.id !== id);
            if (waits && step.act === "serve") expected.push(id);
          } else {
            let left = step.places;
            const staying: typeof people = [];
            for (const person of people) {
              const blocked = step.rule === "block" && staying.length > 0;
              if (blocked || person.amount > left) staying.push(person);
              else {
                left -= person.amount;
                expected.push(person.id);
              }
            }
            people = staying;
            const got =
              step.act === "fill"
                ? line.fill(step.places, step.rule)
                : line.take(step.places, step.rule, (id) => served.push(id));
            expect(got).toBe(left);
          }
          // Events of those served fire now, so that `served` is in order.
          simulation.run();
          expect(served).toEqual(expected);
          expect(order()).toEqual(people.map(({ id }) => id));
          expect(line.length).toBe(people.length);
          expect(line.amountWaiting).toBe(people.reduce((sum, { amount }) => sum + amount, 0));
        });
        expect(line.waits.count).toBe(served.length);
      }),
      fixedRuns(40),
    );
  });

  it("keeps the order of a stable sort by priority and rank, whoever joins and leaves", () => {
    const joins = fc.record({
      priority: fc.integer({ min: -2, max: 2 }),
      rank: fc.option(fc.integer({ min: 0, max: 3 })),
    });
    const leaves = fc.record({ which: fc.nat() });
    fc.assert(
      fc.property(fc.array(fc.oneof(joins, joins, leaves), { maxLength: 120, size: "max" }), (steps) => {
        const { line, type, order } = aLine();
        const waiting: { id: number; handle: Handle; priority: number; rank: number }[] = [];
        steps.forEach((step, id) => {
          if ("which" in step) {
            const gone = waiting.splice(step.which % Math.max(1, waiting.length), 1)[0];
            if (gone !== undefined) expect(line.leave(gone.handle)).toBe(true);
          } else {
            const { priority, rank } = step;
            const handle = line.join(type, id, 1, rank === null ? { priority } : { priority, rank });
            waiting.push({ id, handle, priority, rank: rank ?? 0 });
          }
          const sorted = [...waiting].sort((a, b) => b.priority - a.priority || a.rank - b.rank || a.id - b.id);
          expect(order()).toEqual(sorted.map((waiter) => waiter.id));
        });
      }),
      fixedRuns(60),
    );
  });

  it("does not walk past a long line of lower priority", () => {
    // Walking would take 100,000 times 100,000 steps.
    const { line, type } = aLine();
    for (let i = 0; i < 100_000; i++) line.join(type, i);
    for (let i = 0; i < 100_000; i++) line.join(type, i, 1, { priority: 1 + (i & 1) });
    expect([line.length, line.subject(line.first())]).toEqual([200_000, 1]);
  });

  it("by hand: six places for 4, 3, 2, 1 give the first alone if it blocks, and the first and third if it skips", () => {
    for (const [rule, expected, left] of [
      ["block", [4], 2],
      ["skip", [4, 2], 0],
    ] as const) {
      const { line, type } = aLine();
      for (const amount of [4, 3, 2, 1]) line.join(type, amount, amount);
      const taken: number[] = [];
      expect(line.take(6, rule, (subject) => taken.push(subject))).toBe(left);
      expect(taken).toEqual(expected);
    }
  });

  it("lets a visit make others leave and join", () => {
    // Each one taken removes the next in line, and a newcomer joins at the end, in a row used before.
    for (const rule of ["block", "skip"] as const) {
      const { line, type, order } = aLine();
      const handles = [0, 1, 2, 3, 4, 5, 6].map((i) => line.join(type, i));
      const taken: number[] = [];
      const left = line.take(5, rule, (subject) => {
        taken.push(subject);
        line.leave(line.first());
        handles.push(line.join(type, subject + 100));
      });
      expect([left, taken]).toEqual([0, [0, 2, 4, 6, 102]]);
      // Joined 100, 102, 104, 106, 202; removed 1, 3, 5, 100 and 104.
      expect(order()).toEqual([106, 202]);
    }
  });

  it("goes on behind those it passed over when a visit changes the line", () => {
    const { line, type, order } = aLine();
    const large = line.join(type, 9, 9);
    line.join(type, 1, 1);
    const gone = line.join(type, 2, 1);
    line.join(type, 3, 1);
    const taken: number[] = [];
    line.take(3, "skip", (subject) => {
      taken.push(subject);
      if (subject === 1) line.leave(gone);
      // The one passed over leaves as well: the search starts again from the head.
      if (subject === 3) {
        line.leave(large);
        line.join(type, 4, 1);
      }
    });
    expect(taken).toEqual([1, 3, 4]);
    expect(order()).toEqual([]);
  });

  it("tells who it is and what they ask for, of those who wait here", () => {
    const { simulation, line, type } = aLine();
    const other = new WaitingLine(simulation, "other");
    const handle = line.join(type, 7, 3);
    expect([line.subject(handle), line.amount(handle)]).toEqual([7, 3]);
    expect(() => other.subject(handle)).toThrow(`handle must stand in line other, got ${handle}`);
    expect([other.leave(handle), other.serve(handle), other.next(handle), other.recall(handle)]).toEqual([
      false,
      false,
      0,
      0,
    ]);
    expect(line.leave(handle)).toBe(true);
    expect(() => line.amount(handle)).toThrow(`handle must stand in line bus stop, got ${handle}`);
  });

  it("calls back those served, with their amount, until their event has fired", () => {
    const { simulation, line, served, type } = aLine();
    const handles = Array.from({ length: 200 }, (_, i) => line.join(type, i, 1 + (i % 3)));
    line.fill(1000, "block");
    // Rows of those served are not given to others while their event is to come: the new handles are new rows.
    const fresh = Array.from({ length: 200 }, (_, i) => line.join(type, 1000 + i));
    expect(handles.map((handle, i) => (i % 2 === 0 ? line.recall(handle) : 1 + (i % 3)))).toEqual(
      handles.map((_, i) => 1 + (i % 3)),
    );
    expect(handles.map((handle) => line.leave(handle))).not.toContain(true);
    simulation.run();
    expect(served).toEqual(handles.map((_, i) => i).filter((i) => i % 2 === 1));
    expect(handles.map((handle) => line.recall(handle))).toEqual(handles.map(() => 0));
    expect(line.length).toBe(200);
    for (const handle of fresh) expect(line.leave(handle)).toBe(true);
  });

  it("never uses a row again whose generations are used up", () => {
    const { simulation, line, type } = aLine();
    (Reflect.get(simulation.waiters, "generations") as Int32Array).fill(2 ** 26 - 2);
    const handles = Array.from({ length: 500 }, (_, i) => {
      const handle = line.join(type, i);
      line.leave(handle);
      return handle;
    });
    expect(new Set(handles).size).toBe(500);
    expect(Math.max(...handles)).toBeLessThan(2 ** 52);
  });

  it("counts the waits of those served and the level over time", () => {
    const { simulation, line, type } = aLine();
    const first = line.join(type, 1, 2);
    simulation.run(3);
    line.join(type, 2, 5);
    simulation.run(4);
    line.serve(first);
    simulation.run(10);
    // Level: 2 to 3, 7 to 4, 5 to 10.
    expect(line.level.integral).toBe(2 * 3 + 7 * 1 + 5 * 6);
    expect([line.waits.count, line.waits.mean]).toEqual([1, 4]);
  });

  it.each([
    ["amount must be a whole number from 1 to 2^31 - 1, got 0", [0]],
    ["amount must be a whole number from 1 to 2^31 - 1, got 1.5", [1.5]],
    ["amount must be a whole number from 1 to 2^31 - 1, got 2147483648", [2147483648]],
    ["amount must be a whole number from 1 to 2^31 - 1, got NaN", [Number.NaN]],
    ["priority must be a whole number of 32 bits, got 0.5", [1, { priority: 0.5 }]],
    ["rank must be a number, got NaN", [1, { rank: Number.NaN }]],
  ] as const)("says: %s", (message, [amount, place]) => {
    const { line, type } = aLine();
    expect(() => line.join(type, 0, amount, place)).toThrow(new RangeError(message));
    expect(line.length).toBe(0);
  });
});
