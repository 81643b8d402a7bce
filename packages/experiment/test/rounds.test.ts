import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Executor, type Outcome, runVariants, runVariantsPausing, type Simulate } from "../src/index.ts";
import { figures, simulateFigures, variantsOf } from "./support/figures.ts";

/** What a unit comes to, besides figures. */
type Fate = "throws" | "truncated";

const fates = fc.dictionary(fc.nat({ max: 23 }).map(String), fc.constantFrom<Fate>("throws", "truncated"), {
  maxKeys: 3,
});

function simulateWith(fate: Readonly<Record<string, Fate>>, width: number): Simulate {
  return (parameters, options) => {
    const result = simulateFigures(parameters, options);
    const own = fate[options.replication * width + parameters.firstDay];
    if (own === "throws") throw new Error("broken");
    return own === "truncated" ? { ...result, status: "truncated", message: "too many events" } : result;
  };
}

/** Takes all units there are, runs them with what is its own, and tells of them in another order, some of them twice. */
function inOrder(order: readonly number[], simulate: Simulate): Executor {
  return {
    async run(units, told) {
      const all = [...units].map((unit, index) => ({ unit, rank: order[index % order.length] as number }));
      for (const { unit, rank } of all.sort((a, b) => a.rank - b.rank)) {
        let outcome: Outcome;
        try {
          const options = { seed: "s", replication: unit.replication };
          outcome = { result: simulate({ firstDay: unit.policy } as never, options) };
        } catch (error) {
          outcome = { error };
        }
        told(unit, outcome);
        if (rank % 3 === 0) told(unit, { result: figures(9, 9) });
      }
    },
  };
}

describe("a run is the same in whatever order its units end", () => {
  it("whole, or ended by units that throw or exceed a limit", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 8 }),
        fates,
        fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 24 }),
        async (width, replications, fate, order) => {
          const simulate = simulateWith(fate, width);
          const options = { variants: variantsOf(width), reference: "a", seed: "s", replications };
          const serial = runVariants({ ...options, simulate });
          const other = await runVariantsPausing({ ...options, executor: () => inOrder(order, simulate) });
          expect(other).toEqual(serial);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("counts rounds before the first unit that is missing, and says that it was interrupted", async () => {
    // Of two policies, units 0 to 7 in the order of rounds; unit 4 is never told.
    const executor: Executor = {
      async run(units, told) {
        for (const unit of units)
          if (unit.replication !== 2 || unit.policy !== 0)
            told(unit, { result: figures(unit.policy, unit.replication) });
      },
    };
    const result = await runVariantsPausing({
      variants: variantsOf(2),
      reference: "a",
      seed: "s",
      replications: 4,
      executor: () => executor,
    });
    expect(result).toMatchObject({
      status: "truncated",
      stoppedBy: "interruption",
      reason: "interrupted: 2 of 4 replications finished",
      replicationsDone: 2,
    });
    expect(result.estimate("b", "sector.x.arrivals")).toMatchObject({ n: 2, mean: 100.5 });
  });

  it("gives no unit after one that has failed", async () => {
    const taken: number[] = [];
    const executor: Executor = {
      async run(units, told) {
        for (const unit of units) {
          taken.push(unit.replication);
          told(
            unit,
            unit.replication === 2 ? { error: new Error("broken") } : { result: figures(0, unit.replication) },
          );
        }
      },
    };
    const told: number[] = [];
    const result = await runVariantsPausing({
      variants: variantsOf(1),
      reference: "a",
      seed: "s",
      replications: 9,
      executor: () => executor,
      onProgress: (done) => told.push(done),
    });
    expect(taken).toEqual([0, 1, 2]);
    // Failed units are not progress.
    expect(told).toEqual([1, 2]);
    expect(result).toMatchObject({ status: "failed", stoppedBy: "error", replicationsDone: 2 });
    expect(result.reason).toBe("replication 2 of variant a failed: broken; 2 of 9 replications finished");
  });
});
