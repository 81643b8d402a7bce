import { longerFloats, longerIntegers } from "./columns.ts";
import { generationOf, type Handle, handleOf, slotOf } from "./handle.ts";

/**
 * Rows of everything that stands in a line, shared by all lines of a simulation. A row holds what a waiter is (type and
 * subject), what it wants, and its neighbours in the line. Rows are recycled; their generation tells old handles from new.
 */
export class WaiterTable {
  type: Int32Array = new Int32Array(64);
  subject: Int32Array = new Int32Array(64);
  amount: Int32Array = new Int32Array(64);
  priority: Int32Array = new Int32Array(64);
  rank: Float64Array = new Float64Array(64);
  since: Float64Array = new Float64Array(64);
  previous: Int32Array = new Int32Array(64);
  next: Int32Array = new Int32Array(64);
  /** Number of the line it stands in, or -1. */
  line: Int32Array = new Int32Array(64).fill(-1);
  lines = 0;
  private generations: Int32Array = new Int32Array(64).fill(1);
  private freeRows: Int32Array = new Int32Array(64);
  private freeCount = 0;
  private rows = 64;

  constructor() {
    for (let row = 63; row >= 0; row--) this.freeRows[this.freeCount++] = row;
  }

  add(): number {
    if (this.freeCount === 0) this.grow();
    return this.freeRows[--this.freeCount]!;
  }

  remove(row: number): void {
    this.line[row] = -1;
    this.generations[row] = (this.generations[row]! + 1) & 0x3ffffff || 1;
    this.freeRows[this.freeCount++] = row;
  }

  handle(row: number): Handle {
    return row < 0 ? 0 : handleOf(row, this.generations[row]!);
  }

  /** Row of a handle that stands in the given line, or -1. */
  row(handle: Handle, line: number): number {
    const row = slotOf(handle);
    return handle !== 0 && this.generations[row] === generationOf(handle) && this.line[row] === line ? row : -1;
  }

  private grow(): void {
    const from = this.rows;
    const length = 2 * from;
    this.type = longerIntegers(this.type, length);
    this.subject = longerIntegers(this.subject, length);
    this.amount = longerIntegers(this.amount, length);
    this.priority = longerIntegers(this.priority, length);
    this.rank = longerFloats(this.rank, length);
    this.since = longerFloats(this.since, length);
    this.previous = longerIntegers(this.previous, length);
    this.next = longerIntegers(this.next, length);
    this.line = longerIntegers(this.line, length).fill(-1, from);
    this.generations = longerIntegers(this.generations, length).fill(1, from);
    this.freeRows = longerIntegers(this.freeRows, length);
    for (let row = length - 1; row >= from; row--) this.freeRows[this.freeCount++] = row;
    this.rows = length;
  }
}
