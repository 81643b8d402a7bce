import type { Outcome, Unit } from "@mpp-sim/experiment";
import { sealed } from "@mpp-sim/experiment/node";
import { type Processor, WaitingError } from "bullmq";
import type { Redis } from "ioredis";
import { keptFor, recordKey, type UnitEnd, type UnitJob } from "./keys.ts";

/** What a worker does with a unit that it is given: `run` runs it, undefined if it was interrupted; `texts` is the key of those of its run. */
export function processorOf(
  redis: Redis,
  run: (texts: string, unit: Unit) => Promise<Outcome | undefined>,
): Processor<UnitJob, UnitEnd> {
  return async (job, token) => {
    const { texts, policy, replication, catalogue } = job.data;
    const outcome = await run(texts, { policy, replication });
    if (outcome === undefined) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    if ("error" in outcome) throw outcome.error;
    if (outcome.result.status !== "complete") return "limit";
    const label = { address: job.id as string, catalogue };
    await redis.set(recordKey(label.address), sealed(outcome.result, label), "EX", keptFor);
    return "record";
  };
}
