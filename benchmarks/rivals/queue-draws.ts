import { exponentialDelay, gapMean, openStream, serviceMean } from "../draws.ts";

/** What drives a queue in a rival: our random numbers, so that libraries are compared and not their generators. */
export interface QueueDraws {
  gap(): number;
  service(): number;
}

export function queueDraws(servers: number, replication: number): QueueDraws {
  const gaps = openStream(replication, "gaps");
  const services = openStream(replication, "services");
  const gap = exponentialDelay(gapMean(servers));
  const service = exponentialDelay(serviceMean);
  return { gap: () => gap.sample(gaps), service: () => service.sample(services) };
}
