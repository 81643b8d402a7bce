import seedrandom from "seedrandom";

/** The two words that key a stream. */
export type StreamKey = readonly [number, number];

/**
 * Turns a seed, a replication and a name into the key of a stream. seedrandom's ARC4 does the mixing. It repeats short keys
 * ("ab" and "abab" would give the same stream) and sees the low byte of a character only, so the parts are written in ASCII,
 * separated and terminated by characters that do not occur in them.
 */
export function streamKey(seed: string, replication: number, name: string): StreamKey {
  const random = seedrandom(`${ascii(seed)}\u0001${replication}\u0001${ascii(name)}\u0000`);
  return [random.int32() >>> 0, random.int32() >>> 0];
}

/** The text, with every character that is not printable ASCII written as its number. Different texts stay different. */
function ascii(text: string): string {
  return text.replace(/[^ -~]/g, (character) => `\u0002${character.charCodeAt(0)}\u0002`);
}
