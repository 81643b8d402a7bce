import { longerFloats, longerIntegers } from "../core/columns.ts";
import type { StateTransfer } from "../core/stateful.ts";
import type { EventQueue } from "./event-queue.ts";
import type { EventRecords } from "./event-records.ts";

/**
 * A binary heap. Its times lie in a column of their own; records are looked up only when times are equal. When the first row is
 * dropped its place stays empty until a row is added, which then sinks from there: one walk instead of two for an event that
 * schedules another.
 */
export class HeapQueue implements EventQueue {
  /** Rows in the heap. */
  size = 0;
  private readonly records: EventRecords;
  private times: Float64Array = new Float64Array(64);
  private rows: Int32Array = new Int32Array(64);
  /** 1 while the place of the first row is empty; it is then still counted among the places taken. */
  private vacant = 0;

  constructor(records: EventRecords) {
    this.records = records;
  }

  add(row: number): void {
    const time = this.records.time(row);
    if (this.vacant === 1) {
      this.vacant = 0;
      this.size++;
      this.sink(0, time, row);
      return;
    }
    if (this.size === this.times.length) this.grow();
    this.rise(this.size++, time, row);
  }

  first(): number {
    if (this.vacant === 1) this.close();
    return this.size > 0 ? this.rows[0]! : -1;
  }

  /** An empty place at the front stays empty, for the row to come. */
  isLater(time: number): boolean {
    const { times, size } = this;
    if (this.vacant === 0) return size === 0 || times[0]! > time;
    return size === 0 || (times[1]! > time && (size === 1 || times[2]! > time));
  }

  drop(): void {
    this.vacant = 1;
    this.size--;
  }

  /** Shows all rows, in no order. */
  visit(show: (row: number) => void): void {
    if (this.vacant === 1) this.close();
    for (let i = 0; i < this.size; i++) show(this.rows[i]!);
  }

  /** Takes out all rows, in no order. */
  empty(taken: (row: number) => void): void {
    this.visit(taken);
    this.size = 0;
  }

  sweep(dropped: (row: number) => void): void {
    if (this.vacant === 1) this.close();
    const { times, rows, records } = this;
    let kept = 0;
    for (let i = 0; i < this.size; i++) {
      const row = rows[i]!;
      if (records.isCancelled(row)) dropped(row);
      else {
        times[kept] = times[i]!;
        rows[kept++] = row;
      }
    }
    this.size = kept;
    for (let i = (kept >> 1) - 1; i >= 0; i--) this.sink(i, times[i]!, rows[i]!);
  }

  transfer(state: StateTransfer): void {
    this.size = state.number(this.size);
    this.vacant = state.number(this.vacant);
    this.times = state.floats(this.times, this.size + this.vacant);
    this.rows = state.integers(this.rows, this.size + this.vacant);
  }

  /** Fills the empty place with the last row. */
  private close(): void {
    const { size } = this;
    this.vacant = 0;
    if (size > 0) this.sink(0, this.times[size]!, this.rows[size]!);
  }

  private rise(from: number, time: number, row: number): void {
    const { times, rows, records } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const parentTime = times[parent]!;
      if (parentTime < time || (parentTime === time && records.tieBefore(rows[parent]!, row))) break;
      times[at] = parentTime;
      rows[at] = rows[parent]!;
      at = parent;
    }
    times[at] = time;
    rows[at] = row;
  }

  private sink(from: number, time: number, row: number): void {
    const { times, rows, records, size } = this;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      let childTime = times[child]!;
      const other = child + 1;
      if (other < size) {
        const otherTime = times[other]!;
        if (otherTime < childTime || (otherTime === childTime && records.tieBefore(rows[other]!, rows[child]!))) {
          child = other;
          childTime = otherTime;
        }
      }
      if (time < childTime || (time === childTime && records.tieBefore(row, rows[child]!))) break;
      times[at] = childTime;
      rows[at] = rows[child]!;
      at = child;
    }
    times[at] = time;
    rows[at] = row;
  }

  private grow(): void {
    this.times = longerFloats(this.times, 2 * this.size);
    this.rows = longerIntegers(this.rows, 2 * this.size);
  }
}
