import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { WaiterTable } from "../core/waiter-table.ts";
import { PriorityTails } from "./priority-tails.ts";

/**
 * The order of a line: rows of the waiter table, linked to their neighbours, by priority, then rank, then coming. To
 * add a row behind its equals, and to remove a row anywhere, takes constant time.
 */
export class LineOrder implements Stateful {
  /** The first row, or -1. */
  head = -1;
  private readonly waiters: WaiterTable;
  private readonly tails: PriorityTails = new PriorityTails();

  constructor(waiters: WaiterTable) {
    this.waiters = waiters;
  }

  /** Puts a row where its priority and rank say. */
  insert(row: number): void {
    const { waiters } = this;
    const after = this.placeFor(row, waiters.priority[row]!);
    const before = after < 0 ? this.head : waiters.next[after]!;
    waiters.previous[row] = after;
    waiters.next[row] = before;
    if (after < 0) this.head = row;
    else waiters.next[after] = row;
    if (before >= 0) waiters.previous[before] = row;
  }

  /** Takes a row out. */
  remove(row: number): void {
    const { waiters } = this;
    const previous = waiters.previous[row]!;
    const next = waiters.next[row]!;
    const priority = waiters.priority[row]!;
    if (next < 0 || waiters.priority[next] !== priority) {
      const index = this.tails.search(priority);
      if (previous >= 0 && waiters.priority[previous] === priority) this.tails.set(index, previous);
      else this.tails.remove(index);
    }
    if (previous < 0) this.head = next;
    else waiters.next[previous] = next;
    if (next >= 0) waiters.previous[next] = previous;
  }

  transfer(state: StateTransfer): void {
    this.head = state.number(this.head);
    this.tails.transfer(state);
  }

  /** After which row a row stands, or -1; notes it when it is the last of its priority. */
  private placeFor(row: number, priority: number): number {
    const { waiters, tails } = this;
    const index = tails.search(priority);
    let after = tails.rowAt(index, priority);
    if (after < 0) {
      tails.insert(index, priority, row);
      return tails.rowBefore(index);
    }
    const rank = waiters.rank[row]!;
    if (waiters.rank[after]! <= rank) {
      tails.set(index, row);
      return after;
    }
    while (after >= 0 && waiters.priority[after] === priority && waiters.rank[after]! > rank) {
      after = waiters.previous[after]!;
    }
    return after;
  }
}
