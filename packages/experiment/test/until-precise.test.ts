import type { BorderParameters } from "@mpp-sim/border";
import {
  type RunOptions,
  replications,
  runReplications,
  runReplicationsPausing,
  runVariants,
  type Simulate,
} from "@mpp-sim/experiment";
import { describe, expect, it } from "vitest";
import { catalogue, figures, simulateFigures, variantsOf } from "./support/figures.ts";

/** 9 and 11 by turns: known within 0.38 after 30 replications, within 0.324 after 40. */
const turns: Simulate = (_, { replication }) => ({
  ...figures(0, replication),
  measures: Float64Array.of(replication % 2 === 0 ? 9 : 11, 1),
});
const options: RunOptions = {
  parameters: {} as BorderParameters,
  catalogue,
  seed: "s",
  replications: 100,
  simulate: turns,
  precision: { measure: "sector.x.arrivals", halfWidth: 0.4 },
};

describe("a run that ends when a measure is known well enough", () => {
  const precise = runReplications(options);

  it("ends at the second look that finds it, whole", () => {
    expect(precise).toMatchObject({ status: "complete", reason: "", replicationsAsked: 100, replicationsDone: 40 });
  });

  it("is that of as many replications from the start", () => {
    const { precision: _, ...plain } = options;
    expect({ ...precise, replicationsAsked: 40 }).toEqual(runReplications({ ...plain, replications: 40 }));
  });

  it("is the same in rounds that end in any order", async () => {
    const backwards = await runReplicationsPausing({
      ...options,
      executor: (own) => ({
        run: (units, told, interrupted) => own.run([...units].reverse(), told, interrupted),
      }),
    });
    expect(backwards).toEqual(precise);
  });

  it("has no more than asked for, and ends where it would anyway", () => {
    expect(runReplications({ ...options, replications: 39 })).toMatchObject({
      status: "complete",
      replicationsDone: 39,
    });
    expect(runReplications({ ...options, replications: 40 }).replicationsDone).toBe(40);
    const calls = { left: 25 };
    const interrupted = runReplications({ ...options, interrupted: () => calls.left-- <= 0 });
    expect(interrupted).toMatchObject({ status: "truncated", stoppedBy: "interruption", replicationsDone: 25 });
    const broken: Simulate = (parameters, run) => {
      if (run.replication === 33) throw new Error("broken");
      return turns(parameters, run);
    };
    expect(runReplications({ ...options, simulate: broken })).toMatchObject({ status: "failed", replicationsDone: 33 });
  });

  it("waits for each variant", () => {
    // Under b the figures are twice as far apart: half widths 0.521 after 60, 0.480 after 70, 0.448 after 80.
    const { precision, ...rest } = options;
    const wide: Simulate = ({ firstDay }, { replication }) => ({
      ...figures(0, replication),
      measures: Float64Array.of((replication % 2 === 0 ? 9 : 11) * (1 + firstDay), 1),
    });
    const both = { ...rest, variants: variantsOf(2), reference: "a", simulate: wide };
    expect(runVariants({ ...both, precision: { ...precision!, halfWidth: 0.5 } }).replicationsDone).toBe(80);
    expect(runVariants({ ...both, precision: { ...precision!, halfWidth: 1 } }).replicationsDone).toBe(30);
  });

  it("refuses a measure that is none", () => {
    const run = () => runReplications({ ...options, precision: { measure: "sector.x.arrival", part: 0.1 } });
    expect(run).toThrow("measure must be one of the run, got sector.x.arrival");
    expect(() => runReplications({ ...options, precision: { measure: "sector.x.arrivals" } })).toThrow("got neither");
  });
});

describe("replications in a loop", () => {
  const simulated: number[] = [];
  const loop = {
    parameters: { firstDay: 0 } as BorderParameters,
    catalogue,
    seed: "s",
    simulate: ((parameters, run) => {
      simulated.push(run.replication);
      return simulateFigures(parameters, run);
    }) as Simulate,
  };

  it("come one by one, and no more than are asked for", async () => {
    const found: number[] = [];
    for await (const { replication, measure } of replications(loop)) {
      found.push(measure("sector.x.arrivals"));
      if (replication === 2) break;
    }
    expect([found, simulated]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    const all: number[] = [];
    for await (const { replication } of replications({ ...loop, replications: 2 })) all.push(replication);
    expect(all).toEqual([0, 1]);
  });

  it("are those of a run", async () => {
    const { replications: expected } = runReplications({ ...loop, replications: 3 });
    const found = [];
    for await (const { measure: _, ...result } of replications({ ...loop, replications: 3 })) found.push(result);
    expect(found).toEqual(expected);
  });

  it("throw what a simulation throws, a limit, and a name that is none", async () => {
    const first = (simulate: Simulate) => replications({ ...loop, simulate }).next();
    await expect(
      first(() => {
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");
    const cut: Simulate = (_, { replication }) => ({
      ...figures(0, replication),
      status: "truncated",
      message: "1 event",
    });
    await expect(first(cut)).rejects.toThrow("replication 0 must end within its limits, got stopped: 1 event");
    const { value } = await first(simulateFigures);
    expect(() => value!.measure("sector.x.arrival")).toThrow("must be one of the run, got sector.x.arrival");
  });
});
