/** Names one thing that waits. 0 is none. It carries a generation, so a handle of a recycled row names nothing. */
export type Handle = number;

const slots = 67108864;

export function handleOf(slot: number, generation: number): Handle {
  return generation * slots + slot;
}
export function slotOf(handle: Handle): number {
  return handle % slots;
}
export function generationOf(handle: Handle): number {
  return Math.floor(handle / slots);
}
