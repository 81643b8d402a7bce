/**
 * Names one thing that waits: a pending event or a place in a line. 0 is none. It holds the generation of its row, so a
 * handle of a recycled row names nothing. Only the object that gave a handle understands it.
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
 * The new length of a table of `length` rows that is full: four times as long. Then all the shorter tables given up on
 * the way come to a third of the present one; doubling would make them as large again. Memory that is not yet written
 * to costs nothing. @throws RangeError beyond the rows that a handle can name
 */
export function longerLength(length: number): number {
  if (length >= slots) throw new RangeError(`things that wait must be at most ${slots}, got one more`);
  return Math.min(4 * length, slots);
}
