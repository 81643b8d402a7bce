import { longerIntegers } from "../core/columns.ts";
import { generationOf, type Handle, handleOf, lastGeneration, longerLength, slotOf } from "../core/handle.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";

/**
 * A row for each pending event, 32 bytes of it, so half a cache line: time and sequence as doubles 0 and 1; type,
 * subject, priority and generation as words 4 to 7. These places are written as numbers, and without additions that
 * could overflow, because that compiles best: names would be looked up at each use. Queues hold rows, not events, and
 * ask here which of two comes first. Rows are recycled; their generation tells old handles from new.
 */
export class EventRecords implements Stateful {
  /** A link that a queue may use for the rows it holds; free rows are linked by it. */
  next: Int32Array = new Int32Array(64);
  private doubles: Float64Array = new Float64Array(256);
  private words: Int32Array = new Int32Array(this.doubles.buffer);
  private rows = 64;
  private used = 0;
  private firstFree = -1;

  add(at: number, order: number, ofType: number, ofSubject: number, withPriority: number): number {
    let row = this.firstFree;
    if (row >= 0) this.firstFree = this.next[row]!;
    else row = this.fresh();
    const { doubles, words } = this;
    doubles[row << 2] = at;
    doubles[(row << 2) | 1] = order;
    words[(row << 3) | 4] = ofType;
    words[(row << 3) | 5] = ofSubject;
    words[(row << 3) | 6] = withPriority;
    return row;
  }

  release(row: number): void {
    const { words } = this;
    const next = words[(row << 3) | 7]! + 1;
    words[(row << 3) | 7] = next;
    // A row of the last generation is not used again.
    if (next === lastGeneration) return;
    this.next[row] = this.firstFree;
    this.firstFree = row;
  }

  time(row: number): number {
    return this.doubles[row << 2]!;
  }
  type(row: number): number {
    return this.words[(row << 3) | 4]!;
  }
  subject(row: number): number {
    return this.words[(row << 3) | 5]!;
  }
  priority(row: number): number {
    return this.words[(row << 3) | 6]!;
  }

  /** Whether row a comes before row b, by the order of `comesBefore`. */
  before(a: number, b: number): boolean {
    const [ofA, ofB] = [this.doubles[a << 2]!, this.doubles[b << 2]!];
    return ofA < ofB || (ofA === ofB && this.tieBefore(a, b));
  }

  /** The same, given equal times. */
  tieBefore(a: number, b: number): boolean {
    const { words, doubles } = this;
    const ofA = words[(a << 3) | 6]!;
    const ofB = words[(b << 3) | 6]!;
    return ofA > ofB || (ofA === ofB && doubles[(a << 2) | 1]! < doubles[(b << 2) | 1]!);
  }

  handle(row: number): Handle {
    return handleOf(row, this.words[(row << 3) | 7]!);
  }

  /** Row of a handle whose event is pending, or -1. */
  pendingRow(handle: Handle): number {
    const row = slotOf(handle);
    const ofRow = generationOf(handle);
    const { words } = this;
    return ofRow > 0 && words[(row << 3) | 7] === ofRow && words[(row << 3) | 4]! >= 0 ? row : -1;
  }

  cancel(row: number): void {
    this.words[(row << 3) | 4] = -1;
  }
  isCancelled(row: number): boolean {
    return this.words[(row << 3) | 4] === -1;
  }

  private fresh(): number {
    if (this.used === this.rows) this.grow();
    const row = this.used++;
    this.words[(row << 3) | 7] = 1;
    return row;
  }

  private grow(): void {
    const rows = longerLength(this.rows);
    const longer = new Float64Array(4 * rows);
    longer.set(this.doubles);
    this.doubles = longer;
    this.words = new Int32Array(longer.buffer);
    this.next = longerIntegers(this.next, rows);
    this.rows = rows;
  }

  transfer(state: StateTransfer): void {
    this.rows = state.number(this.rows);
    this.used = state.number(this.used);
    this.firstFree = state.number(this.firstFree);
    this.next = state.integers(this.next, this.used);
    // As words, so that every bit stays what it is: the two halves of a record are no doubles.
    this.words = state.integers(this.words, 8 * this.used);
    this.doubles = new Float64Array(this.words.buffer);
  }
}
