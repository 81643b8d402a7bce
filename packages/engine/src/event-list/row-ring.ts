import type { Stateful, StateTransfer } from "../core/stateful.ts";

/** Rows, first in, first out. */
export class RowRing implements Stateful {
  size = 0;
  private rows: Int32Array = new Int32Array(64);
  private head = 0;

  push(row: number): void {
    const { length } = this.rows;
    if (this.size === length) {
      const longer = new Int32Array(2 * length);
      for (let i = 0; i < length; i++) longer[i] = this.rows[(this.head + i) & (length - 1)]!;
      this.rows = longer;
      this.head = 0;
    }
    this.rows[(this.head + this.size) & (this.rows.length - 1)] = row;
    this.size++;
  }

  first(): number {
    return this.rows[this.head]!;
  }

  shift(): number {
    const row = this.rows[this.head]!;
    this.head = (this.head + 1) & (this.rows.length - 1);
    this.size--;
    return row;
  }

  transfer(state: StateTransfer): void {
    this.size = state.number(this.size);
    this.head = state.number(this.head);
    this.rows = state.integers(this.rows);
  }
}
