import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fingerprint } from "../../src/core/fingerprint.ts";
import { exponential, Resource, Simulation } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

type Event = [time: number, type: number, subject: number];

function fingerprintOf(events: readonly Event[]): string {
  const fingerprint = new Fingerprint();
  for (const event of events) fingerprint.add(...event);
  return fingerprint.toString();
}

describe("fingerprint", () => {
  const event = fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.nat(50), fc.integer());

  it("is equal for equal events, and sixteen digits long", () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const text = fingerprintOf(events);
        expect(text).toBe(fingerprintOf(events.map((copy): Event => [...copy])));
        expect(text).toMatch(/^[0-9a-f]{16}$/);
      }),
      fixedRuns(100),
    );
  });

  it("differs when one event differs in time, type or subject, is left out, or changes places with another", () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 2, maxLength: 30 }), fc.nat(), fc.nat(2), (events, at, part) => {
        const index = at % events.length;
        const changed = events.map((copy): Event => [...copy]);
        changed[index]![part] = part === 0 ? events[index]![0] + 2 ** -20 : events[index]![part]! ^ 1;
        expect(fingerprintOf(changed)).not.toBe(fingerprintOf(events));
        expect(fingerprintOf(events.filter((_, i) => i !== index))).not.toBe(fingerprintOf(events));
        const [first, second] = [events[index]!, events[(index + 1) % events.length]!];
        if (first.join() === second.join()) return;
        const swapped = [...events];
        swapped[index] = second;
        swapped[(index + 1) % events.length] = first;
        expect(fingerprintOf(swapped)).not.toBe(fingerprintOf(events));
      }),
      fixedRuns(500),
    );
  });

  it("does not collide over 200,000 histories that differ in one small number", () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) {
      seen.add(
        fingerprintOf([
          [1, 2, i],
          [2, 2, 3],
        ]),
      );
      seen.add(
        fingerprintOf([
          [1, 2, 3],
          [2 + i / 1024, 3, 3],
        ]),
      );
    }
    expect(seen.size).toBe(200_000);
  });

  function queue(seed: string, replication: number, delayOfLast = 0): string {
    const simulation = new Simulation({ seed, replication });
    const desk = new Resource(simulation, "desk", 2);
    const time = exponential(1);
    const granted = simulation.eventType("granted", (i) => {
      simulation.schedule(time.sample(simulation.stream("service")), done, i);
    });
    const done = simulation.eventType("done", () => desk.release());
    const arrives = simulation.eventType("arrives", (i) => desk.request(granted, i));
    for (let i = 0; i < 200; i++) simulation.schedule(i + (i === 199 ? delayOfLast : 0), arrives, i);
    simulation.run();
    return simulation.fingerprint();
  }

  it("is the same for the same seed and replication, and another for another", () => {
    expect(queue("a", 0)).toBe(queue("a", 0));
    expect(queue("b", 0)).not.toBe(queue("a", 0));
    expect(queue("a", 1)).not.toBe(queue("a", 0));
    expect(queue("a", 0, 0.25)).not.toBe(queue("a", 0));
  });
});
