import { FastStream, fastExponential, type Sampler, streamKey } from "@mpp-sim/engine";

/** Seed of every benchmark. */
export const seed = "bench";

/** Mean service time of the queues. */
export const serviceMean = 1;

/** Mean time between customers: they come at nine tenths of what the servers can do. */
export function gapMean(servers: number): number {
  return serviceMean / (0.9 * servers);
}

/** The fast stream of a name that a simulation of the benchmarks has: for programs that have no simulation of ours. */
export function openStream(replication: number, name: string): FastStream {
  return new FastStream(streamKey(seed, replication, name));
}

/** The sampler of exponential times that all programs in JavaScript share. */
export function exponentialDelay(mean: number): Sampler {
  return fastExponential(mean);
}
