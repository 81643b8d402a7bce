import type { Executor } from "@mpp-sim/experiment";
import { Queue, QueueEvents } from "bullmq";
import type { Host } from "../host.ts";
import { connected } from "./connection.ts";
import { namesOf, prefix, type UnitEnd, type UnitJob } from "./keys.ts";
import { QueuedUnits, type Sending } from "./queued-units.ts";

/** A queue in Redis, from which workers on any machine take units. */
export interface OpenQueue {
  executor(sending: Sending): Executor;
  close(): Promise<void>;
}

/** @throws InputError if Redis does not answer */
export async function openQueue(
  address: string,
  { build, stderr }: Pick<Host, "build" | "stderr">,
): Promise<OpenQueue> {
  const redis = await connected(address);
  const { queue: name } = namesOf(build);
  const queue = new Queue<UnitJob, UnitEnd>(name, { connection: redis, prefix });
  const events = new QueueEvents(name, { connection: redis, prefix });
  // A connection that is lost is made again; what was missed meanwhile is looked up.
  queue.on("error", () => {});
  events.on("error", () => {});
  await events.waitUntilReady();
  return {
    executor: (sending) => ({
      run: (units, told, interrupted) =>
        new QueuedUnits({ redis, queue, events, address, build, stderr, sending, told }).run(units, interrupted),
    }),
    async close() {
      const closed = Promise.allSettled([events.close(), queue.close()]);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
      redis.disconnect();
    },
  };
}
