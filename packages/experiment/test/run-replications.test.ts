import type { BorderCatalogue, BorderParameters, ReplicationResult } from "@mpp-sim/border";
import { describe, expect, it } from "vitest";
import { type RunOptions, runReplications, runReplicationsPausing, type Simulate } from "../src/index.ts";

const catalogue: BorderCatalogue = {
  measures: [
    { name: "sector.x.arrivals", unit: "persons", description: "" },
    { name: "system.balance", unit: "persons", description: "" },
    { name: "system.families-split", unit: "cases", description: "" },
  ],
  series: [{ name: "sector.x.arrivals", unit: "persons", description: "", kind: "flow" }],
  days: ["2019-10-01", "2019-10-02"],
  blocked: [
    { sector: "x", constraint: "seat" },
    { sector: "x", constraint: "limit" },
  ],
};

/** A replication whose figures are worked out from its index. */
function result(replication: number, change: Partial<ReplicationResult> = {}): ReplicationResult {
  return {
    replication,
    status: "complete",
    message: "",
    fingerprint: String(replication).padStart(16, "0"),
    events: 1,
    measures: Float64Array.of(10 * replication, 0, 0),
    daily: Float64Array.of(replication, 2 * replication),
    blocked: Float64Array.of(3 * replication, replication, 0, 4 * replication, 10, 5, 2, 10),
    ...change,
  };
}

const options = (simulate: NonNullable<RunOptions["simulate"]>): RunOptions => ({
  parameters: {} as BorderParameters,
  catalogue,
  seed: "s",
  replications: 5,
  simulate,
});

describe("replications folded into a run", () => {
  const whole = runReplications(options((_, { replication }) => result(replication)));

  it("by index: measures, days and bottlenecks", () => {
    // 0, 10, 20, 30, 40.
    expect(whole.estimates[0]).toMatchObject({
      name: "sector.x.arrivals",
      unit: "persons",
      n: 5,
      mean: 20,
      min: 0,
      max: 40,
      q50: 20,
    });
    expect(whole.daily.map(({ date, mean }) => [date, mean])).toEqual([
      ["2019-10-01", 2],
      ["2019-10-02", 4],
    ]);
    // Person-hours: seat 0, 3, 6, 9, 12 of mean 6, held 0, 4, 8, 12, 16 of mean 8; limit always 10.
    expect(
      whole.bottlenecks.map(({ place, constraint, personHours, heldPersonHours, rankByHours }) => [
        place,
        constraint,
        personHours.mean,
        heldPersonHours.mean,
        rankByHours,
      ]),
    ).toEqual([
      ["system", "limit", 10, 10, 1],
      ["system", "seat", 6, 8, 2],
      ["x", "limit", 10, 10, 1],
      ["x", "seat", 6, 8, 2],
    ]);
    expect(whole.bottlenecks[0]!.share).toBe(10 / 16);
    expect(whole).toMatchObject({
      status: "complete",
      reason: "",
      replicationsAsked: 5,
      replicationsDone: 5,
      balanceViolations: 0,
    });
  });

  it("the same with pauses, bit for bit", async () => {
    const paused = await runReplicationsPausing({
      ...options((_, { replication }) => result(replication)),
      pause: async () => {},
    });
    expect(paused).toEqual(whole);
  });

  it("another fingerprint when one replication went another way", () => {
    const other = runReplications(
      options((_, { replication }) => result(replication, replication === 3 ? { fingerprint: "f".repeat(16) } : {})),
    );
    expect(other.fingerprint).not.toBe(whole.fingerprint);
  });
});

describe("a run that does not end well", () => {
  it("fails when a person is lost or a family split", () => {
    for (const measures of [Float64Array.of(1, 1, 0), Float64Array.of(1, 0, 1)]) {
      const run = runReplications(
        options((_, { replication }) => result(replication, replication === 2 ? { measures } : {})),
      );
      expect(run).toMatchObject({
        status: "failed",
        stoppedBy: "imbalance",
        balanceViolations: 1,
        reason: "people do not balance in 1 of 5 replications",
      });
    }
  });

  it("keeps what was finished when a replication throws", () => {
    const run = runReplications(
      options((_, { replication }) => {
        if (replication === 3) throw new RangeError("amount must be positive, got -1");
        return result(replication);
      }),
    );
    expect(run).toMatchObject({
      status: "failed",
      stoppedBy: "error",
      replicationsDone: 3,
      reason: "replication 3 failed: amount must be positive, got -1; 3 of 5 replications finished",
    });
  });

  it("never averages a truncated replication with complete ones", () => {
    const run = runReplications(
      options((_, { replication }) =>
        result(replication, replication === 2 ? { status: "truncated", message: "run stopped at 9 events" } : {}),
      ),
    );
    expect(run).toMatchObject({ status: "truncated", stoppedBy: "limit", replicationsDone: 2 });
    expect(run.estimates[0]).toMatchObject({ n: 2, mean: 5 });
  });

  it("stops between replications when interrupted", () => {
    let asked = 0;
    const run = runReplications({
      ...options((_, { replication }) => result(replication)),
      interrupted: () => ++asked > 4,
    });
    expect(run).toMatchObject({
      status: "truncated",
      stoppedBy: "interruption",
      replicationsDone: 4,
      reason: "interrupted: 4 of 5 replications finished",
    });
  });

  it("stops within a replication that asks its budget, which is then not counted", () => {
    let events = 0;
    const long: Simulate = (_, { replication, limits }) => {
      for (let n = 0; n < 10; n++, events++) {
        if (limits?.budget?.()) return result(replication, { status: "truncated", message: "run stopped" });
      }
      return result(replication);
    };
    const interrupted = (): boolean => events >= 25;
    const run = runReplications({ ...options(long), limits: { events: 9 }, interrupted });
    expect(run).toMatchObject({
      status: "truncated",
      stoppedBy: "interruption",
      replicationsDone: 2,
      reason: "interrupted: 2 of 5 replications finished",
    });
    expect(events).toBe(25);
  });

  it("a budget of the caller's holds beside it", () => {
    const long: Simulate = (_, { replication, limits }) =>
      result(replication, limits?.budget?.() ? { status: "truncated", message: "run stopped" } : {});
    const run = runReplications({ ...options(long), limits: { budget: () => true }, interrupted: () => false });
    expect(run).toMatchObject({ status: "truncated", stoppedBy: "limit", replicationsDone: 0 });
  });

  it("refuses a number of replications that is none", () => {
    expect(() => runReplications({ ...options((_, { replication }) => result(replication)), replications: 0 })).toThrow(
      "replications must be a whole number from 1, got 0",
    );
  });
});
