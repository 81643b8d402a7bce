import { longerIntegers } from "../core/columns.ts";
import { generationOf, type Handle, handleOf, lastGeneration, longerLength, slotOf } from "../core/handle.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";

/** Type of a row whose event was cancelled and is still in the queue. */
const cancelled = -1;

/** Where the parts of a record lie: 32 bytes a row, so half a cache line; time and sequence as doubles, the rest as words. */
const time = 0;
const sequence = 1;
const type = 4;
const subject = 5;
const priority = 6;
const generation = 7;

/**
 * A row for each pending event. Queues hold rows, not events, and ask here which of two comes first. Rows are recycled; their
 * generation tells old handles from new.
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
    doubles[4 * row + time] = at;
    doubles[4 * row + sequence] = order;
    words[8 * row + type] = ofType;
    words[8 * row + subject] = ofSubject;
    words[8 * row + priority] = withPriority;
    return row;
  }

  release(row: number): void {
    const { words } = this;
    const next = words[8 * row + generation]! + 1;
    words[8 * row + generation] = next;
    // A row of the last generation is not used again.
    if (next === lastGeneration) return;
    this.next[row] = this.firstFree;
    this.firstFree = row;
  }

  time(row: number): number {
    return this.doubles[4 * row + time]!;
  }
  type(row: number): number {
    return this.words[8 * row + type]!;
  }
  subject(row: number): number {
    return this.words[8 * row + subject]!;
  }
  priority(row: number): number {
    return this.words[8 * row + priority]!;
  }

  /** Whether row a comes before row b, by the order of `comesBefore`. */
  before(a: number, b: number): boolean {
    const [ofA, ofB] = [this.doubles[4 * a + time]!, this.doubles[4 * b + time]!];
    return ofA < ofB || (ofA === ofB && this.tieBefore(a, b));
  }

  /** The same, given equal times. */
  tieBefore(a: number, b: number): boolean {
    const { words, doubles } = this;
    const ofA = words[8 * a + priority]!;
    const ofB = words[8 * b + priority]!;
    return ofA > ofB || (ofA === ofB && doubles[4 * a + sequence]! < doubles[4 * b + sequence]!);
  }

  handle(row: number): Handle {
    return handleOf(row, this.words[8 * row + generation]!);
  }

  /** Row of a handle whose event is pending, or -1. */
  pendingRow(handle: Handle): number {
    const row = slotOf(handle);
    const ofRow = generationOf(handle);
    const { words } = this;
    return ofRow > 0 && words[8 * row + generation] === ofRow && words[8 * row + type]! >= 0 ? row : -1;
  }

  cancel(row: number): void {
    this.words[8 * row + type] = cancelled;
  }
  isCancelled(row: number): boolean {
    return this.words[8 * row + type] === cancelled;
  }

  private fresh(): number {
    if (this.used === this.rows) this.grow();
    const row = this.used++;
    this.words[8 * row + generation] = 1;
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
