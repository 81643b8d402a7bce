import seedrandom from "seedrandom";

/** The two words that key a stream. */
export type StreamKey = readonly [number, number];

/**
 * Turns a seed, a replication and a name into the key of a stream. seedrandom's ARC4 does the mixing; its key schedule
 * repeats short keys ("ab" and "abab" would give the same stream), so the parts are terminated and preceded by their length.
 */
export function streamKey(seed: string, replication: number, name: string): StreamKey {
  const random = seedrandom(`${seed.length}:${seed}\u0001${replication}\u0001${name.length}:${name}\u0000`);
  return [random.int32() >>> 0, random.int32() >>> 0];
}
