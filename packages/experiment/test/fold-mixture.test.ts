import type { ReplicationResult } from "@mpp-sim/border";
import { describe, expect, it } from "vitest";
import { estimate, runVariants } from "../src/index.ts";

const catalogue = {
  measures: ["released", "median"].map((name) => ({ name, unit: "persons", description: "" })),
  series: [],
  days: ["2019-10-01"],
  blocked: [],
};
const undefinedFrom = 4;

/** Released: 10, 20, 30 …; under `ended` 100 more. The median is not defined under `ended` from the fifth replication on. */
function mixtureOf(probabilities: readonly number[], replications: number) {
  const names = ["stays", "ended", "never"];
  const variants = probabilities.map((probability, index) => ({
    name: names[index]!,
    parameters: { name: names[index] } as never,
    catalogue,
    probability,
  }));
  const simulate = (parameters: unknown, { replication }: { readonly replication: number }): ReplicationResult => {
    const ended = (parameters as { name: string }).name === "ended";
    const measures = [
      10 * (replication + 1) + (ended ? 100 : 0),
      ended && replication >= undefinedFrom ? Number.NaN : 2,
    ];
    return {
      replication,
      status: "complete",
      message: "",
      fingerprint: "",
      events: 1,
      measures: Float64Array.from(measures),
      daily: new Float64Array(),
      blocked: new Float64Array(),
    };
  };
  return runVariants({ variants, reference: "stays", seed: "s", replications, simulate }).mixture;
}

describe("a mixture of futures", () => {
  it("weighs each replication by probability, and its interval is of those means", () => {
    // 0.75 of 10, 20, 30, 40 and 0.25 of 110, 120, 130, 140: 35, 45, 55, 65.
    const { mean, halfWidth } = estimate([35, 45, 55, 65]);
    expect(mixtureOf([0.75, 0.25], 4)![0]).toMatchObject({ name: "released", unit: "persons", n: 4, mean, halfWidth });
  });

  it("has quantiles of single courses of events: under one future, not of an average that nobody lives through", () => {
    // Four courses of weight 3/16 each, 10 to 40, then four of 1/16 each, 110 to 140: half the weight is reached at 30, 95 % at 140.
    expect(mixtureOf([0.75, 0.25], 4)![0]).toMatchObject({ min: 10, q05: 10, q50: 30, q95: 140, max: 140 });
    // 16/20 of the weight lie on 10 to 160; 95 % are reached at the 12th of the 16 values above.
    expect(mixtureOf([0.8, 0.2], 16)![0]).toMatchObject({ q05: 10, q95: 220 });
  });

  it("leaves out a replication in which some future does not define the measure", () => {
    expect(mixtureOf([0.5, 0.5], 6)![1]).toMatchObject({ name: "median", n: undefinedFrom, mean: 2, min: 2, max: 2 });
  });

  it("takes no quantile from a future that cannot come", () => {
    expect(mixtureOf([1, 0], 4)![0]).toMatchObject({ mean: 25, max: 40 });
  });

  it("is not made where futures are missing", () => {
    expect(mixtureOf([0.75], 4)).toBeUndefined();
    expect(mixtureOf([0.1, 0.2, 0.7], 4)).toHaveLength(2);
  });
});
