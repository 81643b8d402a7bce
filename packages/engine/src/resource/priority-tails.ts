import { longerIntegers } from "../core/columns.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";

/**
 * The last row of each priority that is present in a line, highest first: so joining behind one's equals need not walk past
 * those of lower priority.
 */
export class PriorityTails implements Stateful {
  private count = 0;
  private priorities: Int32Array = new Int32Array(4);
  private rows: Int32Array = new Int32Array(4);

  /** Where a priority is, or would be put. */
  search(priority: number): number {
    const { count } = this;
    // Mostly there is one, or it is the lowest of all.
    if (count === 0) return 0;
    return this.priorities[count - 1] === priority ? count - 1 : this.searchAll(priority);
  }

  private searchAll(priority: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.priorities[middle]! > priority) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The last row of a priority that was searched for; -1 when there is none. */
  rowAt(index: number, priority: number): number {
    return index < this.count && this.priorities[index] === priority ? this.rows[index]! : -1;
  }

  /** The last row of the next higher priority, or -1. */
  rowBefore(index: number): number {
    return index === 0 ? -1 : this.rows[index - 1]!;
  }

  set(index: number, row: number): void {
    this.rows[index] = row;
  }

  insert(index: number, priority: number, row: number): void {
    if (this.count === this.rows.length) {
      this.priorities = longerIntegers(this.priorities, 2 * this.count);
      this.rows = longerIntegers(this.rows, 2 * this.count);
    }
    if (index < this.count) {
      this.priorities.copyWithin(index + 1, index, this.count);
      this.rows.copyWithin(index + 1, index, this.count);
    }
    this.priorities[index] = priority;
    this.rows[index] = row;
    this.count++;
  }

  remove(index: number): void {
    this.count--;
    if (index === this.count) return;
    this.priorities.copyWithin(index, index + 1, this.count + 1);
    this.rows.copyWithin(index, index + 1, this.count + 1);
  }

  transfer(state: StateTransfer): void {
    this.count = state.number(this.count);
    this.priorities = state.integers(this.priorities, this.count);
    this.rows = state.integers(this.rows, this.count);
  }
}
