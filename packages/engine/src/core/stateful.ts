/**
 * Carries the state of a part in one direction or the other. When state is saved each method writes the value it is given and
 * returns it; when state is loaded it returns what was saved at the same place. So one method of a part serves both, and the
 * two cannot disagree.
 */
export interface StateTransfer {
  /** One number, exactly; a flag goes as 0 or 1. */
  number(value: number): number;
  /**
   * The first `used` values of a column, all unless given. What is loaded is as long as the column that was saved, with zeros
   * beyond what was used of it: the column given, filled anew, if it has that length, else another.
   */
  floats(column: Float64Array, used?: number): Float64Array<ArrayBuffer>;
  /** As `floats`, of whole numbers of 32 bits. */
  integers(column: Int32Array, used?: number): Int32Array<ArrayBuffer>;
  /** As `floats`, of whole numbers from 0 to 255. */
  bytes(column: Uint8Array, used?: number): Uint8Array<ArrayBuffer>;
}

/** A part of a model whose state is numbers and typed columns. It registers with its simulation, which carries all of it. */
export interface Stateful {
  /** Hands every value that changes during a run through `state`, always in the same order: `this.head = state.number(this.head)`. */
  transfer(state: StateTransfer): void;
  /** Forgets what it has observed, at the end of a warm-up. What the model stands at stays. */
  reset?(): void;
}
