import type { Handle } from "../core/handle.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";

/** An entry that was withdrawn: no row is so large. */
export const withdrawn = -2147483648;

/**
 * First in, first out: rows of events, from 0, and processes that are to go on, as the complement of their row. A process needs no
 * event of its own for that; its handle is its place, counted from the first entry there ever was, below 0.
 */
export class RowRing implements Stateful {
  size = 0;
  private entries: Int32Array = new Int32Array(64);
  private head = 0;
  /** Entries that have been taken out. */
  private taken = 0;

  push(entry: number): void {
    if (this.size === this.entries.length) this.grow();
    this.entries[(this.head + this.size++) & (this.entries.length - 1)] = entry;
  }

  first(): number {
    return this.entries[this.head]!;
  }

  shift(): number {
    const { entries, head } = this;
    this.head = (head + 1) & (entries.length - 1);
    this.size--;
    this.taken++;
    return entries[head]!;
  }

  /** Handle of the entry pushed last. */
  lastHandle(): Handle {
    return -this.taken - this.size;
  }

  /** Whether the entry of a handle is there. */
  holds(handle: Handle): boolean {
    const index = this.indexOf(handle);
    return index >= 0 && this.entries[index] !== withdrawn;
  }

  /** Withdraws the entry of a handle; it stays in its place until it surfaces. False when it is not there. */
  withdraw(handle: Handle): boolean {
    if (!this.holds(handle)) return false;
    this.entries[this.indexOf(handle)] = withdrawn;
    return true;
  }

  /** Withdraws every row of an event of which it is told to. */
  withdrawRows(isOver: (row: number) => boolean): void {
    const { entries, head } = this;
    for (let i = 0; i < this.size; i++) {
      const at = (head + i) & (entries.length - 1);
      if (entries[at]! >= 0 && isOver(entries[at]!)) entries[at] = withdrawn;
    }
  }

  transfer(state: StateTransfer): void {
    this.size = state.number(this.size);
    this.head = state.number(this.head);
    this.taken = state.number(this.taken);
    this.entries = state.integers(this.entries);
  }

  /** Where the entry of a handle lies, or -1. */
  private indexOf(handle: Handle): number {
    const ahead = -handle - 1 - this.taken;
    return ahead >= 0 && ahead < this.size ? (this.head + ahead) & (this.entries.length - 1) : -1;
  }

  private grow(): void {
    const { length } = this.entries;
    const longer = new Int32Array(2 * length);
    for (let i = 0; i < length; i++) longer[i] = this.entries[(this.head + i) & (length - 1)]!;
    this.entries = longer;
    this.head = 0;
  }
}
