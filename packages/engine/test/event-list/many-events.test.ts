import { describe, expect, it } from "vitest";
import { comesBefore, Simulation, Stream } from "../../src/index.ts";
import { Calendar, type KnownEvent, kinds, PlainList } from "./calendar.ts";

type Delay = (random: Stream) => number;

/** Ways in which times can lie that a queue of buckets must stand. */
const shapes: Readonly<Record<string, Delay>> = {
  exponential: (random) => -48 * Math.log(random.uniform()),
  "hours or months": (random) => (random.uniform() < 0.5 ? -48 : -2400) * Math.log(random.uniform()),
  "all ties": () => 1,
  "whole numbers": (random) => random.integer(20),
  "orders of magnitude": (random) => 10 ** (30 * random.uniform() - 15),
  "one far outlier in a thousand": (random) => (random.integer(1000) === 0 ? 1e12 : random.uniform()),
  "closer than a double can tell": (random) => 1e16 + random.integer(3),
  "two times": (random) => (random.integer(2) === 0 ? 1 : 5000),
};

describe.each(kinds)("thousands of pending events, %s", (kind) => {
  it.each(Object.entries(shapes))("%s: agrees with a plain list while it grows and shrinks", (_, delay) => {
    const random = new Stream([7, 11]);
    const calendar = new Calendar(kind);
    const plain = new PlainList<KnownEvent>(comesBefore);
    let sequence = 0;
    const add = () => {
      const time = calendar.list.now + delay(random);
      const priority = random.integer(8) === 0 ? random.integer(3) - 1 : 0;
      plain.add({ time, priority, sequence, handle: calendar.add(time, sequence, priority) });
      sequence++;
    };
    // Grows to thousands, holds, shrinks to nothing, and again; each phase so many adds for a hundred takes.
    for (const [takes, adds] of [
      [30, 6000],
      [2000, 100],
      [1500, 60],
      [3000, 0],
      [20, 2000],
      [2500, 30],
    ] as const) {
      for (let i = 0; i < Math.max(takes, adds); i++) {
        for (let k = 0; k < adds / takes && i < adds; k += Math.max(1, adds / takes)) add();
        if (random.integer(50) === 0 && plain.events.length > 0) {
          const at = random.integer(plain.events.length);
          expect(calendar.list.cancel(plain.events[at]!.handle)).toBe(true);
          plain.events.splice(at, 1);
        }
        if (i % Math.max(1, Math.floor(adds / takes)) === 0) {
          const first = plain.events.shift();
          if (calendar.take() !== (first?.sequence ?? -1))
            throw new Error(`took ${calendar.list.subject}, not ${first?.sequence}`);
        }
      }
      expect(calendar.list.pending).toBe(plain.events.length);
    }
    expect(calendar.drain()).toEqual(plain.events.map((event) => event.sequence));
  });

  it("sweeps when most of thousands are cancelled, wherever they lie", () => {
    const calendar = new Calendar(kind);
    const random = new Stream([1, 2]);
    const events = Array.from({ length: 5000 }, (_, subject) => {
      const time = subject < 1000 ? 1 : 1 + 100 * random.uniform();
      return { time, subject, handle: calendar.add(time, subject) };
    });
    // Opens what is near, so that heap, run, rungs and the far list all hold some.
    const first = [calendar.take(), calendar.take()];
    expect(first).toEqual([0, 1]);
    for (let i = 0; i < 500; i++) {
      const time = 200 + i;
      events.push({ time, subject: 5000 + i, handle: calendar.add(time, 5000 + i) });
    }
    const left = events.filter(({ handle, subject }) => subject % 10 === 3 || !calendar.list.cancel(handle));
    const expected = left
      .filter(({ subject }) => subject > 1)
      .sort((a, b) => a.time - b.time || a.subject - b.subject)
      .map(({ subject }) => subject);
    expect(calendar.list.pending).toBe(expected.length);
    expect(calendar.drain()).toEqual(expected);
  });

  it("takes events that come between those of a run of ties", () => {
    const calendar = new Calendar(kind);
    for (let i = 0; i < 3000; i++) calendar.add(10, i);
    expect(calendar.take()).toBe(0);
    // At 10 already: with a priority they go through the queue, ahead of the run and behind it.
    for (let i = 0; i < 1500; i++) calendar.add(10, 3000 + i, i % 2 === 0 ? 1 : -1);
    const high = Array.from({ length: 750 }, (_, i) => 3000 + 2 * i);
    const low = Array.from({ length: 750 }, (_, i) => 3001 + 2 * i);
    const run = Array.from({ length: 2999 }, (_, i) => 1 + i);
    expect(calendar.drain()).toEqual([...high, ...run, ...low]);
  });

  it("takes thousands that were added late and come before a run of ties", () => {
    const calendar = new Calendar(kind);
    for (let i = 0; i < 3000; i++) calendar.add(10, i);
    // Asking for the next time puts the ties in order.
    expect(calendar.list.nextTime()).toBe(10);
    for (let i = 0; i < 2000; i++) calendar.add(10 - i / 200, 3000 + i);
    const early = Array.from({ length: 1999 }, (_, i) => 4999 - i);
    expect(calendar.drain()).toEqual([...early, ...Array.from({ length: 3001 }, (_, i) => i)]);
  });

  it("comes to the same end from a snapshot as without one", () => {
    const build = () => {
      const simulation = new Simulation({ seed: "many", eventList: kind });
      const draws = simulation.stream("delays");
      const hold = simulation.eventType("hold", (subject) => {
        simulation.schedule(
          subject % 5 === 0 ? 1 : -100 * Math.log(draws.uniform()),
          hold,
          subject,
          subject % 3 === 0 ? 1 : 0,
        );
      });
      for (let i = 0; i < 4000; i++) simulation.schedule(i % 2 === 0 ? 1 : 100 * draws.uniform(), hold, i);
      return simulation;
    };
    const whole = build();
    for (const events of [0, 1, 1999, 2001, 7000]) {
      whole.run({ events: events - whole.eventCount });
      const part = build();
      part.restore(whole.snapshot());
      expect(part.stateFingerprint()).toBe(whole.stateFingerprint());
      const ahead = build();
      ahead.run({ events: events + 3000 });
      part.run({ events: 3000 });
      expect(part.fingerprint()).toBe(ahead.fingerprint());
      expect(part.stateFingerprint()).toBe(ahead.stateFingerprint());
    }
  });
});

it("both kinds give the same run", () => {
  const [heap, ladder] = kinds.map((eventList) => {
    const simulation = new Simulation({ seed: "same", eventList });
    const delays = simulation.stream("delays");
    const hold = simulation.eventType("hold", (subject) => {
      simulation.schedule(-Math.log(delays.uniform()), hold, subject);
    });
    for (let i = 0; i < 3000; i++) simulation.schedule(0, hold, i);
    simulation.run({ events: 30_000 });
    return simulation.fingerprint();
  });
  expect(heap).toBe(ladder);
});
