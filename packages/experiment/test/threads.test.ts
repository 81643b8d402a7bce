import { fileURLToPath, pathToFileURL } from "node:url";
import { loadScenario } from "@mpp-sim/scenario";
import { NodeReader } from "@mpp-sim/scenario/node";
import { describe, expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { runReplications, runReplicationsPausing, runVariants, runVariantsPausing } from "../src/index.ts";
import { type Job, recording, scenarioOf, threads, workersThatPay } from "../src/node/index.ts";

const scenarios = fileURLToPath(new URL("../../../scenarios", import.meta.url));
// As it is bundled with the program: plain Node runs it.
const entry = new URL("unit-worker.mjs", pathToFileURL(await currentProgram()));
const limits = { events: 200_000_000, pendingEvents: 20_000_000 };

function loaded(file: string, until: string) {
  const reader = recording(new NodeReader(scenarios));
  const options = { until };
  const { scenario } = loadScenario(file, reader, options);
  if (scenario === undefined) throw new Error(`${file} must be valid`);
  return { scenario, source: { file, options, reads: reader.reads } };
}

describe("threads", () => {
  it("give the bytes of a serial run", async () => {
    const { scenario, source } = loaded("tucson-el-paso-bus.yaml", "2019-11-25");
    const options = { parameters: scenario.parameters, seed: "a", replications: 5, limits };
    const job: Job = { scenario: source, variants: [], seed: "a", limits };
    const done: number[] = [];
    const result = await runReplicationsPausing({
      ...options,
      executor: () => threads(job, { workers: 2, entry }),
      onProgress: (count) => done.push(count),
    });
    expect(result).toEqual(runReplications(options));
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it("give them for futures that share a past, a replication at a time", async () => {
    const { scenario, source } = loaded("ruling-branches.yaml", "2020-01-15");
    const variants = scenario.variants.map(({ scenario: one, ...variant }) => ({
      ...variant,
      parameters: one.parameters,
    }));
    expect(variants.some(({ past }) => past !== undefined)).toBe(true);
    const { reference } = scenario.experiment;
    const options = { variants, reference, seed: "a", replications: 2, limits };
    const job: Job = { scenario: source, variants: variants.map(({ name }) => name), seed: "a", limits };
    const result = await runVariantsPausing({
      ...options,
      executor: () => threads(job, { workers: 1, entry, together: variants.length }),
    });
    expect(result).toEqual(runVariants(options));
  });

  it("end at once when interrupted, with what was finished", async () => {
    const { scenario, source } = loaded("tucson-el-paso-bus.yaml", "2019-11-25");
    const job: Job = { scenario: source, variants: [], seed: "a", limits };
    let done = 0;
    const result = await runReplicationsPausing({
      parameters: scenario.parameters,
      seed: "a",
      replications: 1_000,
      executor: () => threads(job, { workers: 1, entry }),
      onProgress: (count) => {
        done = count;
      },
      interrupted: () => done >= 2,
    });
    expect(result).toMatchObject({ status: "truncated", stoppedBy: "interruption" });
    expect(result.replicationsDone).toBeGreaterThanOrEqual(2);
    expect(result.replicationsDone).toBeLessThan(10);
  });

  it("tell a fault of their own as a fault of the run", async () => {
    const { scenario, source } = loaded("tucson-el-paso-bus.yaml", "2019-11-25");
    const job: Job = { scenario: { ...source, reads: [] }, variants: [], seed: "a", limits };
    const result = await runReplicationsPausing({
      parameters: scenario.parameters,
      seed: "a",
      replications: 2,
      executor: () => threads(job, { workers: 1, entry }),
    });
    expect(result).toMatchObject({ status: "failed", stoppedBy: "error", replicationsDone: 0 });
    expect(result.reason).toContain("is not among what was read");
  });

  it("pay from twice ten units on, up to the cores there are", () => {
    expect([1, 9, 10, 19, 20, 39, 50, 1000].map((units) => workersThatPay(units, 4))).toEqual([1, 1, 1, 1, 2, 3, 4, 4]);
  });
});

describe("a scenario loaded again from what was read", () => {
  it("is the same, and does not look at files", () => {
    const { scenario, source } = loaded("questions/01-one-bus-or-two.yaml", "2019-12-01");
    const again = scenarioOf({ scenario: source, variants: [], seed: "a", limits });
    expect(again.resolved).toBe(scenario.resolved);
    expect(again.variants.map(({ name }) => name)).toEqual(scenario.variants.map(({ name }) => name));
  });
});
