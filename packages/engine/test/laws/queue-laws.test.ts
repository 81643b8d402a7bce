import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Handle, Resource, Simulation, TimeWeighted } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

interface Customer {
  readonly gap: number;
  readonly amount: number;
  readonly priority: number;
  readonly time: number;
  /** Leaves if not granted by then. */
  readonly patience: number;
}

interface Model {
  readonly capacity: number;
  readonly changes: readonly { readonly after: number; readonly to: number }[];
  readonly customers: readonly Customer[];
  readonly horizon: number;
}

const model: fc.Arbitrary<Model> = fc.record({
  capacity: fc.integer({ min: 0, max: 8 }),
  changes: fc.array(fc.record({ after: fc.integer({ min: 0, max: 10 }), to: fc.integer({ min: 0, max: 8 }) }), {
    maxLength: 6,
  }),
  // Whole numbers of time, so that arrivals, ends, changes and lost patience often meet at one instant.
  customers: fc.array(
    fc.record({
      gap: fc.integer({ min: 0, max: 3 }),
      amount: fc.integer({ min: 1, max: 4 }),
      priority: fc.integer({ min: -1, max: 1 }),
      time: fc.integer({ min: 0, max: 8 }),
      patience: fc.integer({ min: 0, max: 12 }),
    }),
    { minLength: 1, maxLength: 80, size: "max" },
  ),
  horizon: fc.integer({ min: 5, max: 300 }),
});

/** A desk of changing size with customers who lose patience; checks what must hold at every event. */
function run({ capacity, changes, customers, horizon }: Model) {
  const simulation = new Simulation({ seed: "laws" });
  const desk = new Resource(simulation, "desk", capacity);
  const inside = new TimeWeighted(simulation);
  const [arrived, left] = [new Map<number, number>(), new Map<number, number>()];
  const handles: Handle[] = [];
  const impatience: Handle[] = [];
  const held = new Map<number, number>();
  let lowered = capacity;
  let [served, lost] = [0, 0];

  const check = (): void => {
    const taken = [...held.values()].reduce((sum, amount) => sum + amount, 0);
    // Units that are taken and not yet held are on their way to someone at this instant.
    expect(desk.inUse).toBeGreaterThanOrEqual(taken);
    expect(desk.inUse).toBeLessThanOrEqual(Math.max(lowered, desk.capacity));
    expect(desk.free).toBe(Math.max(0, desk.capacity - desk.inUse));
    expect(arrived.size).toBe(inside.level + left.size);
    lowered = Math.max(desk.capacity, desk.inUse);
  };
  const leave = (i: number): void => {
    left.set(i, simulation.now);
    inside.add(-1);
  };
  const granted = simulation.eventType("granted", (i) => {
    expect(simulation.cancel(impatience[i]!)).toBe(true);
    held.set(i, customers[i]!.amount);
    simulation.schedule(customers[i]!.time, done, i);
    check();
  });
  const done = simulation.eventType("done", (i) => {
    held.delete(i);
    desk.release(customers[i]!.amount);
    served++;
    leave(i);
    check();
  });
  const gives = simulation.eventType("loses patience", (i) => {
    // Whoever has not been granted by an event can still withdraw, even if the grant is on its way.
    expect(desk.cancel(handles[i]!)).toBe(true);
    lost++;
    leave(i);
    check();
  });
  const arrives = simulation.eventType("arrives", (i) => {
    const { amount, patience, priority } = customers[i]!;
    arrived.set(i, simulation.now);
    inside.add(1);
    handles[i] = desk.request(granted, i, amount, priority);
    impatience[i] = simulation.schedule(patience, gives, i);
    if (i + 1 < customers.length) simulation.schedule(customers[i + 1]!.gap, arrives, i + 1);
    check();
  });
  const changed = simulation.eventType("capacity changes", (i) => {
    desk.setCapacity(changes[i]!.to);
    if (i + 1 < changes.length) simulation.schedule(changes[i + 1]!.after, changed, i + 1);
    check();
  });
  simulation.schedule(customers[0]!.gap, arrives, 0);
  if (changes.length > 0) simulation.schedule(changes[0]!.after, changed, 0);
  const result = simulation.run(horizon);

  /** Sum over customers of the time each has spent inside up to now. */
  const spent = [...arrived].reduce((sum, [i, since]) => sum + (left.get(i) ?? simulation.now) - since, 0);
  return { simulation, desk, inside, arrived, left, held, served, lost, spent, result };
}

describe("laws of a desk with changing capacity and impatient customers", () => {
  it("nobody is lost, and capacity is never exceeded but by work that a lowered capacity finds in progress", () => {
    fc.assert(
      fc.property(model, (spec) => {
        const { desk, arrived, left, held, served, lost, inside, result } = run(spec);
        expect(result).toMatchObject({ status: "complete", now: spec.horizon });
        expect(served + lost).toBe(left.size);
        expect(arrived.size).toBe(left.size + inside.level);
        expect(inside.level).toBe(held.size + desk.line.length);
        const taken = [...held.values()].reduce((sum, amount) => sum + amount, 0);
        expect(desk.inUse).toBe(taken);
      }),
      fixedRuns(300),
    );
  });

  it("Little's law is an identity: the integral of the number inside is the sum of the times spent", () => {
    fc.assert(
      fc.property(model, (spec) => {
        const cut = run(spec);
        expect(cut.inside.integral).toBe(cut.spent);
        const finished = run({ ...spec, horizon: 100_000 });
        // Everybody is served or loses patience, and then the two sides have no remainder.
        expect(finished.inside.level).toBe(0);
        expect(finished.inside.integral).toBe(finished.spent);
        expect(finished.desk.line.length).toBe(0);
      }),
      fixedRuns(150),
    );
  });

  it("the same model has the same fingerprint, and a longer one another", () => {
    fc.assert(
      fc.property(model, (spec) => {
        const first = run(spec);
        expect(run(spec).simulation.fingerprint()).toBe(first.simulation.fingerprint());
        const extra = { gap: 0, amount: 1, priority: 0, time: 1, patience: 5 };
        const longer = run({ ...spec, customers: [{ ...extra, gap: 0 }, ...spec.customers] });
        expect(longer.simulation.fingerprint()).not.toBe(first.simulation.fingerprint());
      }),
      fixedRuns(100),
    );
  });
});
