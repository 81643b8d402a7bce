import { fileURLToPath, pathToFileURL } from "node:url";
import { describeBorder } from "@mpp-sim/border";
import { loadScenario, type Scenario } from "@mpp-sim/scenario";
import { NodeReader } from "@mpp-sim/scenario/node";
import { describe, expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { smallBorder } from "../../../test/small-border.ts";
import {
  type Executor,
  runReplications,
  runReplicationsPausing,
  runVariants,
  runVariantsPausing,
} from "../src/index.ts";
import {
  catalogueHash,
  inThisThread,
  type Job,
  loadAgain,
  recording,
  threads,
  workersThatPay,
} from "../src/node/index.ts";

const scenarios = fileURLToPath(new URL("../../../scenarios", import.meta.url));
// As it is bundled with the program: plain Node runs it.
const entry = new URL("unit-worker.mjs", pathToFileURL(await currentProgram()));
const limits = { events: 200_000_000, pendingEvents: 20_000_000 };
const pause = () => Promise.resolve();

interface Loaded {
  readonly scenario: Scenario;
  readonly job: Job;
}

/** A scenario, and the job of its variants, or of itself if it has none. */
function loaded(text: string, options = {}): Loaded {
  const disk = new NodeReader(scenarios);
  const reader = recording({
    read: (name, from) => (name === text && text.includes("\n") ? { file: "small.yaml", text } : disk.read(name, from)),
  });
  const { scenario, diagnostics } = loadScenario(text, reader, options);
  if (scenario === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const policies = scenario.variants.length === 0 ? [{ name: "", scenario }] : scenario.variants;
  const job: Job = {
    reads: reader.reads,
    seed: "a",
    limits,
    policies: policies.map(({ name, scenario: one }) => ({
      file: text,
      options,
      variant: name,
      catalogue: catalogueHash(describeBorder(one.parameters)),
    })),
  };
  return { scenario, job };
}

/** Runs with threads, which are closed behind it. */
async function withThreads<T>(
  job: Job,
  workers: number,
  run: (executor: (together?: number) => Executor) => Promise<T>,
): Promise<T> {
  const pool = threads(job, workers, entry);
  try {
    return await run(pool.executor);
  } finally {
    await pool.close();
  }
}

describe("units of a job", () => {
  const { scenario, job } = loaded(smallBorder);
  const options = { parameters: scenario.parameters, seed: "a", replications: 5, limits };
  const serial = runReplications(options);

  it("in two threads give the bytes of a serial run", async () => {
    const done: number[] = [];
    const onProgress = (count: number) => done.push(count);
    const result = await withThreads(job, 2, (executor) =>
      runReplicationsPausing({ ...options, executor: () => executor(), onProgress }),
    );
    expect(result).toEqual(serial);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it("in this thread give them too", async () => {
    expect(await runReplicationsPausing({ ...options, executor: () => inThisThread(job, pause) })).toEqual(serial);
  });

  it("of futures that share a past are those of a serial run, a replication at a time", async () => {
    const { scenario: branched, job: ofFutures } = loaded(`${smallBorder}policy:
  - on: 2018-10-10
    because: a ruling is expected
    branch:
      stay: { probability: 65 % }
      injunction: { probability: 35 %, suspend: returns }
`);
    const variants = branched.variants.map(({ scenario: one, ...variant }) => ({
      ...variant,
      parameters: one.parameters,
    }));
    expect(variants.some(({ past }) => past !== undefined)).toBe(true);
    const { reference } = branched.experiment;
    const asked = { variants, reference, seed: "a", replications: 2, limits };
    const result = await withThreads(ofFutures, 1, (executor) =>
      runVariantsPausing({ ...asked, executor: () => executor(variants.length) }),
    );
    expect(result).toEqual(runVariants(asked));
  });

  it("of several scenarios are loaded when their turn comes", async () => {
    const {
      policies: [own],
    } = job;
    const at = (limit: string) => ({
      ...own!,
      options: { set: [{ path: "returnLimits.el-paso.limit", value: limit }] },
    });
    const limitsTried = ["0/day", "5/day", "10/day", "15/day"];
    const wide: Job = { ...job, policies: limitsTried.map(at) };
    const found = new Map<number, number>();
    const units = limitsTried.flatMap((_, policy) => [0, 1].map((replication) => ({ policy, replication })));
    const row = describeBorder(scenario.parameters).measures.findIndex(({ name }) => name === "system.returned.first");
    await inThisThread(wide, pause).run(
      units,
      ({ policy }, outcome) => {
        if ("error" in outcome) throw outcome.error;
        found.set(policy, (found.get(policy) ?? 0) + (outcome.result.measures[row] as number));
      },
      () => false,
    );
    const returned = [...found.values()];
    expect(returned[0]).toBe(0);
    // A higher limit returns no fewer, and here more.
    expect(returned).toEqual([...returned].sort((a, b) => a - b));
    expect(new Set(returned).size).toBe(4);
  });

  it("end at once when interrupted, with what was finished", async () => {
    let done = 0;
    const result = await withThreads(job, 1, (executor) =>
      runReplicationsPausing({
        ...options,
        replications: 100_000,
        executor: () => executor(),
        onProgress: (count) => {
          done = count;
        },
        interrupted: () => done >= 2,
      }),
    );
    expect(result).toMatchObject({ status: "truncated", stoppedBy: "interruption" });
    expect(result.replicationsDone).toBeGreaterThanOrEqual(2);
    expect(result.replicationsDone).toBeLessThan(100);
  });

  it.each([
    ["is not among what was read", { ...job, reads: [] }],
    [
      "measures must be those of the scenario as written",
      { ...job, policies: [{ ...job.policies[0]!, catalogue: "other" }] },
    ],
  ])("that cannot be run are a fault of the run: %s", async (message, broken) => {
    const result = await withThreads(broken, 1, (executor) =>
      runReplicationsPausing({ ...options, executor: () => executor() }),
    );
    expect(result).toMatchObject({ status: "failed", stoppedBy: "error", replicationsDone: 0 });
    expect(result.reason).toContain(message);
  });
});

it("threads pay from twice ten units on, up to the cores there are", () => {
  expect([1, 9, 10, 19, 20, 39, 50, 1000].map((units) => workersThatPay(units, 4))).toEqual([1, 1, 1, 1, 2, 3, 4, 4]);
});

it("a scenario loaded again from what was read is the same, and no file is looked at", () => {
  const { scenario, job } = loaded("questions/01-one-bus-or-two.yaml", { until: "2019-12-01" });
  const again = loadAgain(job, job.policies[0]!);
  expect(again.resolved).toBe(scenario.resolved);
  expect(again.variants.map(({ name }) => name)).toEqual(scenario.variants.map(({ name }) => name));
});
