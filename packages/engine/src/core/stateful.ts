/**
 * Carries the state of a part in one direction or the other. When state is saved each method writes the value it is given and
 * returns it; when state is loaded it returns what was saved at the same place. So one method of a part serves both, and the
 * two cannot disagree.
 */
export interface StateTransfer {
  number(value: number): number;
  /** The first `used` values of a column, all unless given. Loading may return another, longer array than the one given. */
  floats(column: Float64Array, used?: number): Float64Array;
  integers(column: Int32Array, used?: number): Int32Array;
  bytes(column: Uint8Array, used?: number): Uint8Array;
}

/** A part of a model whose state is numbers and typed columns. It registers with its simulation, which carries all of it. */
export interface Stateful {
  /** Hands every value that changes during a run through `state`, always in the same order: `this.head = state.number(this.head)`. */
  transfer(state: StateTransfer): void;
}
