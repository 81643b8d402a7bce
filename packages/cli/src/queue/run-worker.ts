import { availableParallelism } from "node:os";
import { Worker } from "bullmq";
import type { Redis } from "ioredis";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { say } from "../terminal/say.ts";
import { queueAddress, withoutPasswords } from "./address.ts";
import { connected } from "./connection.ts";
import { buildsKey, buildText, namesOf, prefix, tries, type UnitEnd, type UnitJob } from "./keys.ts";
import { Pools } from "./pools.ts";
import { processorOf } from "./process-unit.ts";

/** `mpp worker`, as asked for. */
export interface WorkerRequest {
  readonly queue: string | undefined;
  readonly workers: number | undefined;
}

/** A worker that says nothing for so long is gone, and another takes its units, in milliseconds. */
const lockDuration = 10_000;
const stalledInterval = 5_000;
/** Every so often a worker looks for runs of other builds. */
const lookEvery = 5_000;
const breath = 100;

/**
 * Takes units from a queue until it is interrupted. What is under way then goes back to the queue.
 * @throws InputError if there is no address, or no Redis
 */
export async function runWorker(asked: WorkerRequest, host: Host): Promise<ExitCode> {
  const { build, stdout, stderr } = host;
  const address = queueAddress(asked.queue, host.environment);
  if (address === undefined) throw new InputError("--queue must be given, or MPP_QUEUE be set (got neither)");
  const redis = await connected(address);
  const interruption = host.listenForInterruption();
  const threads = asked.workers ?? availableParallelism();
  const pools = new Pools(redis, threads, host.unitWorker);
  let done = 0;
  const worker = new Worker<UnitJob, UnitEnd>(
    namesOf(build).queue,
    processorOf(redis, async (texts, unit) => (interruption.heard() ? undefined : await pools.run(texts, unit))),
    { connection: redis, prefix, concurrency: threads, lockDuration, stalledInterval, maxStalledCount: tries - 1 },
  );
  worker.on("error", () => {});
  worker.on("completed", () => {
    done++;
  });
  worker.on("failed", (job, error) => {
    say(
      stderr,
      `replication ${job?.data.replication} failed, try ${job?.attemptsMade} of ${tries}: ${error.message}\n`,
    );
  });
  await worker.waitUntilReady();
  say(
    stdout,
    `${buildText(build)} takes units from ${withoutPasswords(address)}, ${threads} at a time. Ctrl-C ends it.\n`,
  );
  const told = new Set<string>();
  let looked = 0;
  while (!interruption.heard()) {
    if (Date.now() - looked >= lookEvery) {
      // Not awaited: Redis may be gone for a while.
      void tellOfOthers(redis, host, told).catch(() => {});
      looked = Date.now();
    }
    await new Promise((resolve) => setTimeout(resolve, breath));
  }
  pools.interrupt();
  await Promise.race([worker.close(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
  await pools.close();
  redis.disconnect();
  interruption.stop();
  say(stdout, `${done} units done.\n`);
  return exitCodes.done;
}

/** Says, once each, that runs wait for other builds. */
async function tellOfOthers(redis: Redis, { build, stderr }: Host, told: Set<string>): Promise<void> {
  const keys = (await redis.smembers(buildsKey)).filter((key) => key !== namesOf(build).waiting && !told.has(key));
  for (const key of keys) {
    const other = await redis.get(key);
    if (other === null) continue;
    told.add(key);
    say(stderr, `A run waits for workers of ${other}. This one is ${buildText(build)}: it takes nothing of it.\n`);
  }
}
