/**
 * Names one thing that waits: an event on the calendar or a place in a line. 0 is none. It carries the generation of its row,
 * so a handle of a recycled row names nothing. A handle is understood by whoever gave it, and by nobody else.
 */
export type Handle = number;

/** 2^26 rows of 2^26 generations each: a handle stays below 2^52, exact in a double. */
const slots = 67108864;
const perSlot = 1 / slots;

/** A row of this generation is not used again, so that no handle ever names two things. */
export const lastGeneration: number = slots - 1;

export function handleOf(slot: number, generation: number): Handle {
  return generation * slots + slot;
}
/** By multiplying and rounding, both exact: the remainder of doubles is a call that takes ten times as long. */
export function slotOf(handle: Handle): number {
  return handle - Math.floor(handle * perSlot) * slots;
}
export function generationOf(handle: Handle): number {
  return Math.floor(handle * perSlot);
}

/**
 * How long a table of `length` rows grows: fourfold, since what is given up on the way then comes to a third of what there is, and
 * not to as much again, and memory that is not yet written to is none. @throws RangeError beyond the rows that a handle can name
 */
export function longerLength(length: number): number {
  if (length >= slots) throw new RangeError(`things that wait must be at most ${slots}, got one more`);
  return Math.min(4 * length, slots);
}
