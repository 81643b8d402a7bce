import { longerFloats, longerIntegers } from "../core/columns.ts";
import { generationOf, type Handle, handleOf, lastGeneration, longerLength, slotOf } from "../core/handle.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";

/**
 * Rows of the work of a station: whose it is, how much is left, and in which order work in progress was begun. Rows are
 * recycled.
 */
export class WorkTable implements Stateful {
  type: Int32Array = new Int32Array(16);
  subject: Int32Array = new Int32Array(16);
  amount: Int32Array = new Int32Array(16);
  priority: Int32Array = new Int32Array(16);
  /** Place in the order of coming. */
  rank: Float64Array = new Float64Array(16);
  /** Length of the work, and what is left of it while it is stopped. */
  total: Float64Array = new Float64Array(16);
  left: Float64Array = new Float64Array(16);
  /** When work in progress ends, and the event that says so. */
  endsAt: Float64Array = new Float64Array(16);
  end: Float64Array = new Float64Array(16);
  /** Its place in the line, or 0. */
  waiter: Float64Array = new Float64Array(16);
  /** Work begun last; what was begun before follows by `before`. -1 is none. */
  newest = -1;
  before: Int32Array = new Int32Array(16);
  private after: Int32Array = new Int32Array(16);
  private generations: Int32Array = new Int32Array(16).fill(1);
  private freeRows: Int32Array = new Int32Array(16);
  private freeCount = 0;
  private rows = 16;

  constructor() {
    for (let row = 15; row >= 0; row--) this.freeRows[this.freeCount++] = row;
  }

  add(): number {
    if (this.freeCount === 0) this.grow();
    return this.freeRows[--this.freeCount]!;
  }

  remove(row: number): void {
    const generation = this.generations[row]! + 1;
    this.generations[row] = generation;
    if (generation < lastGeneration) this.freeRows[this.freeCount++] = row;
  }

  handle(row: number): Handle {
    return handleOf(row, this.generations[row]!);
  }

  /** Row of a handle, or -1. */
  row(handle: Handle): number {
    const row = slotOf(handle);
    return handle !== 0 && this.generations[row] === generationOf(handle) ? row : -1;
  }

  begun(row: number): void {
    this.before[row] = this.newest;
    this.after[row] = -1;
    if (this.newest >= 0) this.after[this.newest] = row;
    this.newest = row;
  }

  ended(row: number): void {
    const before = this.before[row]!;
    const after = this.after[row]!;
    if (before >= 0) this.after[before] = after;
    if (after >= 0) this.before[after] = before;
    else this.newest = before;
  }

  transfer(state: StateTransfer): void {
    this.rows = state.number(this.rows);
    this.freeCount = state.number(this.freeCount);
    this.newest = state.number(this.newest);
    this.type = state.integers(this.type);
    this.subject = state.integers(this.subject);
    this.amount = state.integers(this.amount);
    this.priority = state.integers(this.priority);
    this.rank = state.floats(this.rank);
    this.total = state.floats(this.total);
    this.left = state.floats(this.left);
    this.endsAt = state.floats(this.endsAt);
    this.end = state.floats(this.end);
    this.waiter = state.floats(this.waiter);
    this.before = state.integers(this.before);
    this.after = state.integers(this.after);
    this.generations = state.integers(this.generations);
    this.freeRows = state.integers(this.freeRows, this.freeCount);
  }

  private grow(): void {
    const from = this.rows;
    const length = longerLength(from);
    this.type = longerIntegers(this.type, length);
    this.subject = longerIntegers(this.subject, length);
    this.amount = longerIntegers(this.amount, length);
    this.priority = longerIntegers(this.priority, length);
    this.rank = longerFloats(this.rank, length);
    this.total = longerFloats(this.total, length);
    this.left = longerFloats(this.left, length);
    this.endsAt = longerFloats(this.endsAt, length);
    this.end = longerFloats(this.end, length);
    this.waiter = longerFloats(this.waiter, length);
    this.before = longerIntegers(this.before, length);
    this.after = longerIntegers(this.after, length);
    this.generations = longerIntegers(this.generations, length).fill(1, from);
    this.freeRows = longerIntegers(this.freeRows, length);
    for (let row = length - 1; row >= from; row--) this.freeRows[this.freeCount++] = row;
    this.rows = length;
  }
}
