import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { EventRecords } from "./event-records.ts";

/** Rows in order, filled at once and then taken from the front: for those that fall together, of which there may be millions. */
export class SortedRun implements Stateful {
  size = 0;
  private readonly records: EventRecords;
  private rows: Int32Array = new Int32Array(64);
  private head = 0;

  constructor(records: EventRecords) {
    this.records = records;
  }

  /** Takes a list of rows linked by `records.next`. Those of one time and priority come as they were added: sorted already. */
  fill(first: number, count: number): void {
    const { records } = this;
    if (this.rows.length < count) this.rows = new Int32Array(2 * count);
    const { rows } = this;
    let row = first;
    let sorted = true;
    for (let i = 0; i < count; i++) {
      rows[i] = row;
      if (i > 0 && records.before(row, rows[i - 1]!)) sorted = false;
      row = records.next[row]!;
    }
    this.head = 0;
    this.size = count;
    if (!sorted) rows.subarray(0, count).sort((a, b) => (records.before(a, b) ? -1 : 1));
  }

  first(): number {
    return this.rows[this.head]!;
  }

  drop(): void {
    this.head++;
    this.size--;
  }

  sweep(dropped: (row: number) => void): void {
    const { rows, records, head, size } = this;
    this.head = 0;
    this.size = 0;
    for (let i = head; i < head + size; i++) {
      const row = rows[i]!;
      if (records.isCancelled(row)) dropped(row);
      else rows[this.size++] = row;
    }
  }

  transfer(state: StateTransfer): void {
    this.size = state.number(this.size);
    this.head = state.number(this.head);
    this.rows = state.integers(this.rows, this.head + this.size);
  }
}
