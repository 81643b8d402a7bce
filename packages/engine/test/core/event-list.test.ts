import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comesBefore, type EventKey } from "../../src/core/comes-before.ts";
import { EventList } from "../../src/core/event-list.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

interface Event extends EventKey {
  readonly handle: number;
}

/** Subject of each event taken, in order. */
function drain(list: EventList): number[] {
  const taken: number[] = [];
  let now = 0;
  while (list.take(now, Number.POSITIVE_INFINITY)) {
    now = list.time;
    taken.push(list.subject);
  }
  return taken;
}

const delays = fc.oneof(fc.constantFrom(0, 0, 0, 0.5, 1, 1, 2, 7, 1000), fc.nat(100));
const priorities = fc.constantFrom(0, 0, 0, 0, 1, -1, 2);

describe("EventList", () => {
  it("gives events in the order of a stable sort by time and priority", () => {
    const events = fc.array(fc.record({ time: delays, priority: priorities }), { maxLength: 300, size: "max" });
    fc.assert(
      fc.property(events, (specs) => {
        const list = new EventList();
        specs.forEach(({ time, priority }, subject) => {
          list.add(time, 0, 1, subject, priority);
        });
        const sorted = specs
          .map((spec, subject) => ({ ...spec, subject }))
          .sort((a, b) => a.time - b.time || b.priority - a.priority);
        expect(drain(list)).toEqual(sorted.map(({ subject }) => subject));
      }),
      fixedRuns(100),
    );
  });

  it("agrees with a plain list under any mix of adding, cancelling and taking", () => {
    const command = fc.oneof(
      { weight: 9, arbitrary: fc.record({ act: fc.constant("add" as const), delay: delays, priority: priorities }) },
      { weight: 8, arbitrary: fc.record({ act: fc.constant("cancel" as const), which: fc.nat(1_000_000) }) },
      {
        weight: 1,
        arbitrary: fc.record({ act: fc.constant("take" as const), ahead: fc.constantFrom(0, 0.5, 1, 5000) }),
      },
    );
    fc.assert(
      fc.property(fc.array(command, { minLength: 200, maxLength: 900, size: "max" }), (commands) => {
        const list = new EventList();
        const known: number[] = [];
        let pending: Event[] = [];
        let now = 0;
        commands.forEach((step, sequence) => {
          if (step.act === "add") {
            const time = now + step.delay;
            const handle = list.add(time, now, 3, sequence, step.priority);
            known.push(handle);
            pending.push({ time, priority: step.priority, sequence, handle });
          } else if (step.act === "cancel" && known.length > 0) {
            // Of two cancels one hits an event that is to come, the other any event there ever was.
            const hit = step.which % 2 === 0 ? pending[step.which % pending.length] : undefined;
            const handle = hit?.handle ?? known[step.which % known.length]!;
            const expected = pending.some((event) => event.handle === handle);
            expect(list.isPending(handle)).toBe(expected);
            expect(list.cancel(handle)).toBe(expected);
            pending = pending.filter((event) => event.handle !== handle);
          } else if (step.act === "take") {
            const until = now + step.ahead;
            const [first] = [...pending].sort((a, b) => (comesBefore(a, b) ? -1 : 1));
            const due = first !== undefined && first.time < until;
            expect(list.nextTime(now)).toBe(first?.time ?? Number.POSITIVE_INFINITY);
            expect(list.take(now, until)).toBe(due);
            if (due) {
              expect([list.time, list.type, list.subject]).toEqual([first.time, 3, first.sequence]);
              pending = pending.filter((event) => event !== first);
              now = list.time;
            }
          }
          expect(list.pending).toBe(pending.length);
        });
        const rest = pending.sort((a, b) => (comesBefore(a, b) ? -1 : 1)).map(({ sequence }) => sequence);
        const taken: number[] = [];
        while (list.take(now, Number.POSITIVE_INFINITY)) {
          now = list.time;
          taken.push(list.subject);
        }
        expect(taken).toEqual(rest);
      }),
      fixedRuns(60),
    );
  });

  it("keeps one order over heap and ring at one instant", () => {
    // At time 5: subjects 1 and 2 were scheduled before the clock came there (heap), the others at 5 itself. Priority 0 goes
    // through the ring, other priorities through the heap. Expected: high priority, then as scheduled, then low priority.
    const list = new EventList();
    list.add(5, 0, 0, 0, 0);
    list.add(5, 0, 0, 1, 0);
    list.add(5, 0, 0, 2, -1);
    expect(list.take(0, 6)).toBe(true);
    list.add(5, 5, 0, 3, 0);
    list.add(5, 5, 0, 4, 1);
    list.add(5, 5, 0, 5, -1);
    list.add(5, 5, 0, 6, 0);
    const taken: number[] = [];
    while (list.take(5, 6)) taken.push(list.subject);
    expect(taken).toEqual([4, 1, 3, 6, 2, 5]);
  });

  it("leaves events at `until`, in the ring and in the heap", () => {
    const list = new EventList();
    list.add(5, 5, 0, 1, 0);
    list.add(5, 5, 0, 2, 1);
    list.add(5, 0, 0, 3, 0);
    expect(list.take(5, 5)).toBe(false);
    expect(list.pending).toBe(3);
    expect(list.take(5, 5.5)).toBe(true);
    expect(list.subject).toBe(2);
  });

  it("knows a handle neither after it fired, nor when its slot is used again", () => {
    const list = new EventList();
    const first = list.add(1, 0, 0, 1, 0);
    expect(list.take(0, 2)).toBe(true);
    const second = list.add(3, 1, 0, 2, 0);
    expect(second).not.toBe(first);
    expect(list.cancel(first)).toBe(false);
    expect(list.isPending(second)).toBe(true);
    expect([0, -1, Number.NaN, 2 ** 60].map((handle) => list.cancel(handle))).toEqual([false, false, false, false]);
    expect(list.cancel(second)).toBe(true);
    expect(list.cancel(second)).toBe(false);
    expect(list.take(1, 10)).toBe(false);
  });

  it("never uses a slot again whose generations are used up", () => {
    const list = new EventList();
    const generations = Reflect.get(list, "generations") as Int32Array;
    generations.fill(2 ** 26 - 2);
    const handles: number[] = [];
    for (let i = 0; i < 500; i++) {
      handles.push(list.add(1, 0, 0, i, 0));
      list.cancel(handles[i]!);
      list.take(0, 10);
    }
    expect(new Set(handles).size).toBe(500);
    expect(Math.max(...handles)).toBeLessThan(2 ** 52);
    expect(handles.map((handle) => list.isPending(handle))).not.toContain(true);
  });

  it("keeps the order of sequence numbers beyond 2^32", () => {
    for (const power of [2 ** 31, 2 ** 32, 2 ** 40]) {
      const list = new EventList();
      Object.assign(list, { nextSequence: power - 50 });
      for (let subject = 0; subject < 100; subject++) list.add(1, 0, 0, subject, 0);
      expect(drain(list)).toEqual(Array.from({ length: 100 }, (_, subject) => subject));
    }
  });

  it("does not hoard cancelled events", () => {
    const list = new EventList();
    for (let round = 0; round < 1000; round++) {
      const handles = Array.from({ length: 100 }, (_, i) => list.add(round + (i % 2) * 1e6, round, 0, i, i % 3));
      for (const handle of handles) list.cancel(handle);
    }
    expect(list.pending).toBe(0);
    // 100,000 events came and went; the columns hold what was there at once, and a sweep's worth of cancelled ones.
    expect((Reflect.get(list, "types") as Int32Array).length).toBeLessThanOrEqual(256);
    expect((Reflect.get(list, "heapTimes") as Float64Array).length).toBeLessThanOrEqual(256);
    expect((Reflect.get(list, "ring") as Int32Array).length).toBeLessThanOrEqual(256);
  });

  it("lets an order be told by hand", () => {
    const key = (time: number, priority: number, sequence: number): EventKey => ({ time, priority, sequence });
    expect(comesBefore(key(1, -5, 9), key(2, 5, 0))).toBe(true);
    expect(comesBefore(key(1, 1, 9), key(1, 0, 0))).toBe(true);
    expect(comesBefore(key(1, 1, 9), key(1, 1, 10))).toBe(true);
    expect(comesBefore(key(1, 1, 9), key(1, 1, 9))).toBe(false);
  });
});
