/**
 * `npm run -s bench:queue [-- --quick]`: what the queue and the store cost beside the units that they carry, in processor time. Some units are run;
 * then as many results as they gave go through BullMQ, Redis and the store, without a simulation, and what that took of this process and of
 * Redis is told as a part of the former. It needs redis-server.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { describeBorder, type ReplicationResult } from "@mpp-sim/border";
import { type Executor, type Outcome, stored, type Unit } from "@mpp-sim/experiment";
import {
  addressesOf,
  catalogueHash,
  inThisThread,
  type Job,
  RecordStore,
  recording,
  scenarioHash,
} from "@mpp-sim/experiment/node";
import { loadScenario } from "@mpp-sim/scenario";
import { NodeReader } from "@mpp-sim/scenario/node";
import { Worker } from "bullmq";
import { connected } from "../packages/cli/src/queue/connection.ts";
import { namesOf, prefix } from "../packages/cli/src/queue/keys.ts";
import { openQueue } from "../packages/cli/src/queue/open-queue.ts";
import { processorOf } from "../packages/cli/src/queue/process-unit.ts";

const { quick, root } = parseArgs({
  options: { quick: { type: "boolean", default: false }, root: { type: "string", default: "." } },
}).values;
const file = "scenarios/tucson-el-paso-bus.yaml";
const options = quick ? { until: "2019-11-24" } : {};
const [ran, sent] = quick ? [1, 10] : [10, 200];
const build = {
  version: "bench",
  commit: null,
  sources: "0123456789abcdef",
  command: "",
  example: "",
  scenarios: "",
  unitWorker: "",
};

const port = await new Promise<number>((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(port));
  });
});
const folder = mkdtempSync(path.join(tmpdir(), "mpp-bench-queue-"));
const server = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", ""], { cwd: folder });
await new Promise<void>((resolve, reject) => {
  server.on("error", () => reject(new Error("redis-server must be installed (Debian: apt-get install redis-server)")));
  server.stdout.on("data", (text) => String(text).includes("Ready to accept") && resolve());
});

const reader = recording(new NodeReader(root));
const { scenario } = loadScenario(file, reader, options);
if (scenario === undefined) throw new Error(`${file} must be valid`);
const catalogue = catalogueHash(describeBorder(scenario.parameters));
const job: Job = {
  reads: reader.reads,
  policies: [{ file, options, variant: "", catalogue }],
  seed: "bench",
  limits: {},
};
const addressOf = addressesOf({
  build: "bench",
  scenario: scenarioHash(scenario),
  variant: "",
  point: {},
  seed: "bench",
});
const labelOf = ({ replication }: Unit) => ({ address: addressOf(replication), catalogue });
const here = inThisThread(job, () => new Promise((resolve) => setImmediate(resolve)));

const address = `redis://127.0.0.1:${port}`;
const redis = await connected(address);
/** What a unit came to: each that is carried comes to the same. */
let carried: Outcome | undefined;
const run = async (_: string, { replication }: Unit): Promise<Outcome | undefined> =>
  carried && "result" in carried ? { result: { ...carried.result, replication } } : carried;
const worker = new Worker(namesOf(build).queue, processorOf(redis, run), { connection: redis, prefix });
const queue = await openQueue(address, { build, stderr: process.stderr });
const away = queue.executor({ job, labelOf, nameOf: String, here });

/** Seconds of processor so far, of this process and of Redis. */
async function spent(): Promise<number> {
  const { user, system } = process.cpuUsage();
  const of = [...(await redis.info("cpu")).matchAll(/^used_cpu_(?:sys|user):([\d.]+)/gm)].map(([, seconds]) =>
    Number(seconds),
  );
  return (user + system) / 1e6 + of.reduce((sum, seconds) => sum + seconds, 0);
}

const unitsFrom = (first: number, count: number): Unit[] =>
  Array.from({ length: count }, (_, index) => ({ policy: 0, replication: first + index }));
const store = new RecordStore(path.join(folder, "records"));
const records = {
  read: (unit: Unit) => store.read(labelOf(unit)),
  write: (unit: Unit, result: ReplicationResult) => {
    store.write(result, labelOf(unit));
    return result;
  },
};

/** Milliseconds of processor a unit. The first units are for the compiler, and are not counted. */
async function costOf(executor: Executor, count: number): Promise<number> {
  let begun = 0;
  for (const units of [unitsFrom(0, count), unitsFrom(count, count)]) {
    begun = await spent();
    let done = 0;
    const told = (_: Unit, outcome: Outcome): void => {
      carried = outcome;
      done++;
    };
    await executor.run(units, told, () => false);
    if (done !== count) throw new Error(`units done must be ${count}, got ${done}`);
  }
  return (1000 * ((await spent()) - begun)) / count;
}

const alone = await costOf(here, ran);
const beside = await costOf(stored(records, away), sent);
await worker.close();
await queue.close();
redis.disconnect();
server.kill();
rmSync(folder, { recursive: true });

console.log(`a unit           ${alone.toFixed(1)} ms of processor (mean of ${ran})`);
console.log(`queue and store  ${beside.toFixed(1)} ms a unit, Redis included (mean of ${sent})`);
console.log(`that is          ${((100 * beside) / alone).toFixed(1)} % (aim: below 5 %)`);
