import type { BorderCatalogue, BorderParameters, ReplicationResult } from "@mpp-sim/border";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holm } from "../src/differences-from.ts";
import {
  runVariants,
  runVariantsPausing,
  type Simulate,
  studentTQuantile,
  type VariantsOptions,
} from "../src/index.ts";

const catalogue = (...names: string[]): BorderCatalogue => ({
  measures: names.map((name) => ({ name, unit: "persons", description: "" })),
  series: [],
  days: ["2019-10-01"],
  blocked: [],
});

/** A policy of the tests is its name; what it leads to is worked out from it. */
const policy = (name: string) => ({ name }) as unknown as BorderParameters;
const nameOf = (parameters: BorderParameters): string => (parameters as unknown as { name: string }).name;

function result(replication: number, ...measures: number[]): ReplicationResult {
  return {
    replication,
    status: "complete",
    message: "",
    fingerprint: measures.join("/"),
    events: 1,
    measures: Float64Array.from(measures),
    daily: new Float64Array(),
    blocked: new Float64Array(),
  };
}

const variant = (name: string, ...measures: string[]) => ({
  name,
  parameters: policy(name),
  catalogue: catalogue(...measures),
});

const options = (simulate: Simulate, change: Partial<VariantsOptions> = {}): VariantsOptions => ({
  variants: ["base", "a", "b"].map((name) => variant(name, "released")),
  reference: "base",
  seed: "s",
  replications: 4,
  simulate,
  ...change,
});

/** Released: 10, 20, 30, 40; under a each one more, under b as many. */
const steady: Simulate = (parameters, { replication }) =>
  result(replication, 10 * (replication + 1) + (nameOf(parameters) === "a" ? 1 : 0));

describe("variants of one run", () => {
  it("meet each replication together, in their order, and progress counts every simulation", () => {
    const seen: string[] = [];
    const progress: string[] = [];
    runVariants({
      ...options((parameters, run) => {
        seen.push(`${nameOf(parameters)}${run.replication}${run.seed}`);
        return steady(parameters, run);
      }),
      replications: 2,
      onProgress: (done, asked) => progress.push(`${done}/${asked}`),
    });
    expect(seen).toEqual(["base0s", "a0s", "b0s", "base1s", "a1s", "b1s"]);
    expect(progress).toEqual(["1/6", "2/6", "3/6", "4/6", "5/6", "6/6"]);
  });

  it("are compared with the reference replication by replication", () => {
    const { differences, comparisons, variants, fingerprint } = runVariants(options(steady));
    expect(comparisons).toBe(2);
    expect(differences).toEqual([
      {
        variant: "a",
        reference: "base",
        name: "released",
        unit: "persons",
        n: 4,
        mean: 1,
        halfWidth: 0,
        q05: 1,
        q50: 1,
        q95: 1,
        min: 1,
        max: 1,
        low: 1,
        high: 1,
        distinguishable: true,
      },
      expect.objectContaining({ variant: "b", mean: 0, halfWidth: 0, min: 0, max: 0, distinguishable: false }),
    ]);
    const [base, a, b] = variants.map(({ result }) => result.fingerprint);
    expect(b).toBe(base);
    expect(a).not.toBe(base);
    expect(runVariants(options(steady, { reference: "a" })).fingerprint).toBe(fingerprint);
    expect(
      runVariants(options(steady, { reference: "a" })).differences.map(({ variant, mean }) => [variant, mean]),
    ).toEqual([
      ["base", -1],
      ["b", -1],
    ]);
  });

  it("give the same with pauses, bit for bit", async () => {
    const paused = await runVariantsPausing({ ...options(steady), pause: async () => {} });
    expect(paused).toEqual(runVariants(options(steady)));
  });

  it("measures the reference lacks have no difference; those undefined in some replications are of the others", () => {
    const { differences } = runVariants(
      options(
        (parameters, { replication }) =>
          result(replication, ...(nameOf(parameters) === "base" ? [1] : [replication === 0 ? Number.NaN : 3, 5])),
        {
          variants: [variant("base", "released"), variant("a", "released", "bus.new.trips")],
        },
      ),
    );
    expect(differences.map(({ name, n, mean }) => [name, n, mean])).toEqual([["released", 3, 2]]);
  });
});

describe("a run of variants that does not end well keeps whole replications only", () => {
  const sizes = (run: ReturnType<typeof runVariants>): number[] =>
    run.variants.map(({ result }) => result.replicationsDone);

  it("when interrupted, wherever that is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (after) => {
        let asked = 0;
        const run = runVariants(options(steady, { interrupted: () => asked++ >= after }));
        const whole = Math.floor(after / 3);
        expect(sizes(run)).toEqual([whole, whole, whole]);
        expect(run.differences.map(({ n }) => n)).toEqual([whole, whole]);
        expect(run).toMatchObject(
          after === 12
            ? { status: "complete", reason: "" }
            : { stoppedBy: "interruption", reason: `interrupted: ${whole} of 4 replications finished` },
        );
      }),
    );
  });

  it("when a simulation throws or exceeds a limit, which is told with its variant", () => {
    const failing: Simulate = (parameters, run) => {
      if (nameOf(parameters) === "b" && run.replication === 2) throw new RangeError("seats must be positive, got -1");
      return steady(parameters, run);
    };
    const failed = runVariants(options(failing));
    expect(failed).toMatchObject({
      status: "failed",
      stoppedBy: "error",
      replicationsDone: 2,
      reason: "replication 2 of variant b failed: seats must be positive, got -1; 2 of 4 replications finished",
      error: new RangeError("seats must be positive, got -1"),
    });
    expect(sizes(failed)).toEqual([2, 2, 2]);
    const long: Simulate = (parameters, run) => ({
      ...steady(parameters, run),
      ...(nameOf(parameters) === "a" && run.replication === 1
        ? { status: "truncated", message: "run stopped at 9 events" }
        : {}),
    });
    expect(runVariants(options(long))).toMatchObject({
      status: "truncated",
      stoppedBy: "limit",
      reason: "replication 1 of variant a stopped: run stopped at 9 events; 1 of 4 replications finished",
    });
  });

  it("when people do not balance under one of them", () => {
    const losing: Simulate = (parameters, { replication }) =>
      result(replication, nameOf(parameters) === "b" && replication === 3 ? 1 : 0);
    const variants = ["base", "a", "b"].map((name) => variant(name, "system.balance"));
    expect(runVariants(options(losing, { variants }))).toMatchObject({
      status: "failed",
      stoppedBy: "imbalance",
      balanceViolations: 1,
      reason: "variant b: people do not balance in 1 of 4 replications",
    });
  });

  it("refuses names that are not unique, and a reference that is none", () => {
    const variants = ["a", "a"].map((name) => variant(name, "released"));
    expect(() => runVariants(options(steady, { variants }))).toThrow("variants must have names of their own, got a, a");
    expect(() => runVariants(options(steady, { reference: "c" }))).toThrow(
      "reference must be one of base, a, b, got c",
    );
  });
});

describe("what is distinguishable", () => {
  it("by hand: four chances against 0.05 / 4, / 3, / 2, / 1", () => {
    // 0.005 and 0.01 pass 0.0125 and 0.0167; 0.03 does not pass 0.025, so 0.04 is not looked at.
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([true, false, false, true]);
    // 0.03 would not pass 0.05 / 2, but stands second.
    expect(holm([0.03, 0.02])).toEqual([true, true]);
    // One that cannot be tested counts: 0.03 > 0.05 / 2.
    expect(holm([0.03, Number.NaN])).toEqual([false, false]);
  });

  it("never more than without correction, never less than by Bonferroni", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }), (chances) => {
        holm(chances).forEach((rejected, index) => {
          if (rejected) expect(chances[index]).toBeLessThanOrEqual(0.05);
          else expect(chances[index]).toBeGreaterThan(0.05 / chances.length);
        });
      }),
    );
  });

  it("five comparisons over 20 replications: from t = 2.860934606 on, as published", () => {
    // Differences ±1 in turn around a shift: their standard error is sqrt(20 / 19 / 20).
    const standardError = Math.sqrt(1 / 19);
    const names = ["base", "a", "b", "c", "d", "e"];
    const distinguishable = (t: number): boolean => {
      const shifted: Simulate = (parameters, { replication }) => {
        const name = nameOf(parameters);
        const noise = replication % 2 === 0 ? 1 : -1;
        return result(replication, name === "base" ? 0 : noise + (name === "a" ? t * standardError : 0));
      };
      const { differences } = runVariants(
        options(shifted, { replications: 20, variants: names.map((name) => variant(name, "released")) }),
      );
      expect(differences.slice(1).map((difference) => difference.distinguishable)).toEqual([
        false,
        false,
        false,
        false,
      ]);
      return differences[0]!.distinguishable;
    };
    expect(studentTQuantile(0.995, 19)).toBeCloseTo(2.860934606, 8);
    expect([2.8609, 2.861].map(distinguishable)).toEqual([false, true]);
  });

  it("nothing, of one replication", () => {
    const { differences } = runVariants(options(steady, { replications: 1 }));
    expect(differences.map(({ mean, halfWidth, distinguishable }) => [mean, halfWidth, distinguishable])).toEqual([
      [1, null, false],
      [0, null, false],
    ]);
  });
});
