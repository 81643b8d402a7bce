import type { EventList } from "../event-list/event-list.ts";
import { longerFloats, longerIntegers } from "./columns.ts";
import { generationOf, type Handle, handleOf, lastGeneration, longerLength, slotOf } from "./handle.ts";
import type { Stateful, StateTransfer } from "./stateful.ts";

/** Who waits in a line, and for how much. */
export interface Waiter {
  readonly type: number;
  readonly subject: number;
  readonly amount: number;
}

/** A line, as reports of who waits see it. */
export interface NamedLine {
  readonly name: string;
  /** Whom a waiter stands for and how much that one wants, if the owner of the line knows better than the line. */
  readonly standsFor?: ((waiter: Waiter, argument: number) => Waiter) | undefined;
  /** Rows of the processes that hold what the waiters want, if that is known. */
  readonly holders?: { list(): readonly number[] } | undefined;
}

/** Line of a row that stands in none; a row whose grant is on its way stands at `granted - line`. */
const nowhere = -1;
const granted = -2;

/**
 * Rows of everything that stands in a line, shared by all lines of a simulation. A row holds what a waiter is (type and
 * subject), what it wants, and its neighbours in the line. Rows are recycled; their generation tells old handles from new.
 */
export class WaiterTable implements Stateful {
  type: Int32Array = new Int32Array(64);
  subject: Int32Array = new Int32Array(64);
  amount: Int32Array = new Int32Array(64);
  priority: Int32Array = new Int32Array(64);
  rank: Float64Array = new Float64Array(64);
  since: Float64Array = new Float64Array(64);
  /** The event at which its patience is over, or 0. */
  alarm: Float64Array = new Float64Array(64);
  /** For whoever serves the line: a rule for this waiter, and the argument of the rule. */
  rule: Int32Array = new Int32Array(64);
  argument: Float64Array = new Float64Array(64);
  previous: Int32Array = new Int32Array(64);
  next: Int32Array = new Int32Array(64);
  /** Number of the line it stands in, or below 0. */
  line: Int32Array = new Int32Array(64);
  /** Waiters that stand in lines. */
  count = 0;
  /** The lines, by number. */
  readonly lines: NamedLine[] = [];
  private readonly events: EventList;
  /** The event that grants what a row waited for. */
  private grants: Float64Array = new Float64Array(64);
  /** Granted rows, linked through `next`. */
  private oldestGrant = -1;
  private newestGrant = -1;
  private generations: Int32Array = new Int32Array(64);
  private freeRows: Int32Array = new Int32Array(64);
  private freeCount = 0;
  private rows = 64;
  /** Rows that have ever been used: those before this number. */
  private used = 0;

  constructor(events: EventList) {
    this.events = events;
  }

  /** The number of a new line. */
  addLine(line: NamedLine): number {
    return this.lines.push(line) - 1;
  }

  /** Calls `show` for every row in a line, with the number of the line. */
  visit(show: (row: number, line: number) => void): void {
    for (let row = 0; row < this.used; row++) {
      if (this.line[row]! >= 0) show(row, this.line[row]!);
    }
  }

  add(): number {
    this.count++;
    return this.freeCount > 0 ? this.freeRows[--this.freeCount]! : this.fresh();
  }

  remove(row: number): void {
    const generation = this.generations[row]! + 1;
    if (this.line[row]! >= 0) this.count--;
    this.line[row] = nowhere;
    this.generations[row] = generation;
    if (generation < lastGeneration) this.freeRows[this.freeCount++] = row;
  }

  /**
   * In place of `remove`, for a row that has left its line and whose event is scheduled. The handle stays valid until
   * the caller removes the row and those linked to it.
   */
  grantTo(row: number, event: Handle, linked: number): void {
    this.count--;
    this.next[row] = linked;
    this.line[row] = granted - this.line[row]!;
    this.grants[row] = event;
  }

  /** As `grantTo`, for a row that no caller removes. It is removed here, some time after its event has fired. */
  grant(row: number, event: Handle): void {
    this.grantTo(row, event, -1);
    // A grant fires at the instant when it is made. So older grants are over before younger ones.
    while (this.oldestGrant >= 0 && !this.events.isPending(this.grants[this.oldestGrant]!)) {
      const over = this.oldestGrant;
      this.oldestGrant = this.next[over]!;
      this.remove(over);
    }
    if (this.oldestGrant < 0) this.oldestGrant = row;
    else this.next[this.newestGrant] = row;
    this.newestGrant = row;
  }

  /** The row of a handle granted in the given line whose event is to come, or -1. */
  grantedRow(handle: Handle, line: number): number {
    const row = this.row(handle, granted - line);
    return row >= 0 && this.events.isPending(this.grants[row]!) ? row : -1;
  }

  /** Cancels the event of a row granted in the given line; returns its amount, or 0 when that has fired. */
  recall(handle: Handle, line: number): number {
    const row = this.row(handle, granted - line);
    return row >= 0 && this.events.cancel(this.grants[row]!) ? this.amount[row]! : 0;
  }

  handle(row: number): Handle {
    return row < 0 ? 0 : handleOf(row, this.generations[row]!);
  }

  /** Row of a handle that stands in the given line, or -1. */
  row(handle: Handle, line: number): number {
    const row = slotOf(handle);
    return handle !== 0 && this.generations[row] === generationOf(handle) && this.line[row] === line ? row : -1;
  }

  private fresh(): number {
    if (this.used === this.rows) this.grow();
    const row = this.used++;
    this.line[row] = nowhere;
    this.generations[row] = 1;
    return row;
  }

  private grow(): void {
    const length = longerLength(this.rows);
    this.type = longerIntegers(this.type, length);
    this.subject = longerIntegers(this.subject, length);
    this.amount = longerIntegers(this.amount, length);
    this.priority = longerIntegers(this.priority, length);
    this.rank = longerFloats(this.rank, length);
    this.since = longerFloats(this.since, length);
    this.alarm = longerFloats(this.alarm, length);
    this.rule = longerIntegers(this.rule, length);
    this.argument = longerFloats(this.argument, length);
    this.previous = longerIntegers(this.previous, length);
    this.next = longerIntegers(this.next, length);
    this.line = longerIntegers(this.line, length);
    this.grants = longerFloats(this.grants, length);
    this.generations = longerIntegers(this.generations, length);
    this.freeRows = longerIntegers(this.freeRows, length);
    this.rows = length;
  }

  transfer(state: StateTransfer): void {
    this.count = state.number(this.count);
    this.rows = state.number(this.rows);
    this.used = state.number(this.used);
    this.freeCount = state.number(this.freeCount);
    this.oldestGrant = state.number(this.oldestGrant);
    this.newestGrant = state.number(this.newestGrant);
    this.type = state.integers(this.type, this.used);
    this.subject = state.integers(this.subject, this.used);
    this.amount = state.integers(this.amount, this.used);
    this.priority = state.integers(this.priority, this.used);
    this.rank = state.floats(this.rank, this.used);
    this.since = state.floats(this.since, this.used);
    this.alarm = state.floats(this.alarm, this.used);
    this.rule = state.integers(this.rule, this.used);
    this.argument = state.floats(this.argument, this.used);
    this.previous = state.integers(this.previous, this.used);
    this.next = state.integers(this.next, this.used);
    this.line = state.integers(this.line, this.used);
    this.grants = state.floats(this.grants, this.used);
    this.generations = state.integers(this.generations, this.used);
    this.freeRows = state.integers(this.freeRows, this.freeCount);
  }
}
