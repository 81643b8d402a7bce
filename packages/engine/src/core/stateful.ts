/**
 * Transfers the state of a part, out or in. When state is saved, each method writes the value it is given and returns
 * it. When state is loaded, it returns what was saved at the same place. So one method of a part both saves and loads,
 * and the two cannot disagree.
 */
export interface StateTransfer {
  /** One number, exactly; a flag goes as 0 or 1. */
  number(value: number): number;
  /**
   * The first `used` values of a column; all unless given. A loaded column is as long as the saved one, with zeros
   * behind the used values. It is the column given, if that has the right length, else a new one.
   */
  floats(column: Float64Array, used?: number): Float64Array<ArrayBuffer>;
  /** As `floats`, of whole numbers of 32 bits. */
  integers(column: Int32Array, used?: number): Int32Array<ArrayBuffer>;
  /** As `floats`, of whole numbers from 0 to 255. */
  bytes(column: Uint8Array, used?: number): Uint8Array<ArrayBuffer>;
}

/**
 * A part of a model whose state is numbers and typed columns. It registers with its simulation, which saves and loads
 * it.
 */
export interface Stateful {
  /**
   * Passes every value that changes during a run through `state`, always in the same order: `this.head =
   * state.number(this.head)`.
   */
  transfer(state: StateTransfer): void;
  /** Forgets what it has observed, at the end of a warm-up. The state of the model stays. */
  reset?(): void;
}
