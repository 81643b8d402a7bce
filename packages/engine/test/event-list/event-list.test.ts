import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comesBefore, type EventKey } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";
import { Calendar, type KnownEvent, kinds, PlainList } from "./calendar.ts";

const delays = fc.oneof(fc.constantFrom(0, 0, 0, 0.5, 1, 1, 2, 7, 1000), fc.nat(100));
const priorities = fc.constantFrom(0, 0, 0, 0, 1, -1, 2);

describe.each(kinds)("EventList, %s", (kind) => {
  it("gives events in the order of a stable sort by time and priority", () => {
    const events = fc.array(fc.record({ time: delays, priority: priorities }), { maxLength: 1500, size: "max" });
    fc.assert(
      fc.property(events, (specs) => {
        const calendar = new Calendar(kind);
        specs.forEach(({ time, priority }, subject) => {
          calendar.add(time, subject, priority);
        });
        const sorted = specs
          .map((spec, subject) => ({ ...spec, subject }))
          .sort((a, b) => a.time - b.time || b.priority - a.priority);
        expect(calendar.drain()).toEqual(sorted.map(({ subject }) => subject));
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
        const calendar = new Calendar(kind);
        const { list } = calendar;
        const known: number[] = [];
        const plain = new PlainList<KnownEvent>(comesBefore);
        commands.forEach((step, sequence) => {
          const { events } = plain;
          if (step.act === "add") {
            const time = list.now + step.delay;
            const handle = calendar.add(time, sequence, step.priority);
            known.push(handle);
            plain.add({ time, priority: step.priority, sequence, handle });
          } else if (step.act === "cancel" && known.length > 0) {
            // Of two cancels one hits an event that is to come, the other any event there ever was.
            const hit = step.which % 2 === 0 ? events[step.which % events.length] : undefined;
            const handle = hit?.handle ?? known[step.which % known.length]!;
            const at = events.findIndex((event) => event.handle === handle);
            expect(list.isPending(handle)).toBe(at >= 0);
            expect(list.cancel(handle)).toBe(at >= 0);
            if (at >= 0) events.splice(at, 1);
          } else if (step.act === "take") {
            const until = list.now + step.ahead;
            const [first] = events;
            const due = first !== undefined && first.time < until;
            expect(list.nextTime()).toBe(first?.time ?? Number.POSITIVE_INFINITY);
            expect(calendar.take(until)).toBe(due ? first.sequence : -1);
            if (due) {
              expect([list.now, list.type]).toEqual([first.time, 3]);
              events.shift();
            }
          }
          expect(list.pending).toBe(events.length);
        });
        expect(calendar.drain()).toEqual(plain.events.map(({ sequence }) => sequence));
      }),
      fixedRuns(60),
    );
  });

  it("keeps one order over queue and ring at one instant", () => {
    // At time 5: subjects 1 and 2 were scheduled before the clock came there, the others at 5 itself. Priority 0 goes through
    // the ring, other priorities through the queue. Expected: high priority, then as scheduled, then low priority.
    const calendar = new Calendar(kind);
    calendar.add(5, 0);
    calendar.add(5, 1);
    calendar.add(5, 2, -1);
    expect(calendar.take(6)).toBe(0);
    calendar.add(5, 3);
    calendar.add(5, 4, 1);
    calendar.add(5, 5, -1);
    calendar.add(5, 6);
    expect(calendar.drain()).toEqual([4, 1, 3, 6, 2, 5]);
  });

  it("leaves events at `until`, in the ring and in the queue", () => {
    const calendar = new Calendar(kind);
    calendar.list.now = 5;
    calendar.add(5, 1);
    calendar.add(5, 2, 1);
    calendar.add(5.25, 3);
    expect(calendar.take(5)).toBe(-1);
    expect(calendar.list.pending).toBe(3);
    expect([calendar.take(5.25), calendar.take(5.25), calendar.take(5.25)]).toEqual([2, 1, -1]);
    expect([calendar.list.now, calendar.list.pending]).toEqual([5, 1]);
  });

  it("knows a handle neither after it fired, nor when its row is used again, nor before there was any", () => {
    const calendar = new Calendar(kind);
    const { list } = calendar;
    const unknown = [0, -1, Number.NaN, 2 ** 26, 2 ** 60, 0.5];
    expect(unknown.map((handle) => list.cancel(handle) || list.isPending(handle))).toEqual(unknown.map(() => false));
    const first = calendar.add(1, 1);
    expect(calendar.take(2)).toBe(1);
    const second = calendar.add(3, 2);
    expect(second).not.toBe(first);
    expect(list.cancel(first)).toBe(false);
    expect(list.isPending(second)).toBe(true);
    expect(unknown.map((handle) => list.cancel(handle))).toEqual(unknown.map(() => false));
    expect(list.cancel(second)).toBe(true);
    expect(list.cancel(second)).toBe(false);
    expect(list.isPending(second)).toBe(false);
    expect(calendar.take()).toBe(-1);
  });

  it("never uses a row again whose generations are used up", () => {
    const calendar = new Calendar(kind);
    calendar.add(1, 0);
    calendar.take();
    // The generation of the row that will be used next: two are left.
    const words = Reflect.get(Reflect.get(calendar.list, "records"), "words") as Int32Array;
    words[7] = 2 ** 26 - 3;
    const handles = Array.from({ length: 10 }, (_, i) => {
      const handle = calendar.add(2, i);
      calendar.take();
      return handle;
    });
    expect(handles.map((handle) => handle % 2 ** 26)).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(new Set(handles).size).toBe(10);
    expect(Math.max(...handles)).toBeLessThan(2 ** 52);
    expect(handles.map((handle) => calendar.list.isPending(handle))).not.toContain(true);
  });

  it("keeps the order of sequence numbers beyond 2^32", () => {
    for (const power of [2 ** 31, 2 ** 32, 2 ** 40]) {
      const calendar = new Calendar(kind);
      Object.assign(calendar.list, { nextSequence: power - 50 });
      for (let subject = 0; subject < 100; subject++) calendar.add(1, subject);
      expect(calendar.drain()).toEqual(Array.from({ length: 100 }, (_, subject) => subject));
    }
  });

  it("does not hoard cancelled events", () => {
    const calendar = new Calendar(kind);
    const { list } = calendar;
    for (let round = 0; round < 1000; round++) {
      list.now = round;
      const handles = Array.from({ length: 100 }, (_, i) => calendar.add(round + (i % 2) * 1e6, i, i % 3));
      for (const handle of handles) list.cancel(handle);
    }
    expect(list.pending).toBe(0);
    // 100,000 events came and went; there are rows for those that were there at once, and a sweep's worth of cancelled ones.
    expect(Reflect.get(Reflect.get(list, "records"), "rows")).toBeLessThanOrEqual(256);
  });
});

it("an order can be told by hand", () => {
  const key = (time: number, priority: number, sequence: number): EventKey => ({ time, priority, sequence });
  expect(comesBefore(key(1, -5, 9), key(2, 5, 0))).toBe(true);
  expect(comesBefore(key(1, 1, 9), key(1, 0, 0))).toBe(true);
  expect(comesBefore(key(1, 1, 9), key(1, 1, 10))).toBe(true);
  expect(comesBefore(key(1, 1, 9), key(1, 1, 9))).toBe(false);
});
