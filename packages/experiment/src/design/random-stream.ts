import { Stream, streamKey } from "@mpp-sim/engine";

/** The random numbers of one step of a study. Different steps under one seed have different numbers, and none are those of a replication. */
export function randomStream(seed: string, step: string): Stream {
  return new Stream(streamKey(seed, 0, `study ${step}`));
}

/** The whole numbers from 0 to n - 1 in a random order (Fisher & Yates; Durstenfeld 1964). */
export function shuffled(n: number, random: Stream): number[] {
  const order = Array.from({ length: n }, (_, index) => index);
  for (let last = n - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
