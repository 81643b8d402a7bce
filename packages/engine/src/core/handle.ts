/**
 * Names one thing that waits: an event on the calendar or a place in a line. 0 is none. It carries the generation of its row,
 * so a handle of a recycled row names nothing. A handle is understood by whoever gave it, and by nobody else.
 */
export type Handle = number;

/**
 * 2^26 (67108864) rows of 2^26 generations each: a handle stays below 2^52, exact in a double. The figure is written where it is
 * used, since its name would be looked up each time.
 */

/** A row of this generation is not used again, so that no handle ever names two things. */
export const lastGeneration: number = 67108863;

export function handleOf(slot: number, generation: number): Handle {
  return generation * 67108864 + slot;
}
/** By dividing and rounding, both exact: the remainder of doubles is a call that takes ten times as long. */
export function slotOf(handle: Handle): number {
  return handle - Math.floor(handle / 67108864) * 67108864;
}
export function generationOf(handle: Handle): number {
  return Math.floor(handle / 67108864);
}

/** How long a table of `length` rows grows. @throws RangeError beyond the rows that a handle can name */
export function longerLength(length: number): number {
  if (length > lastGeneration) throw new RangeError(`things that wait must be at most ${lastGeneration + 1}, got one more`);
  return 2 * length;
}
