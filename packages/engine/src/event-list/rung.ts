import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { EventRecords } from "./event-records.ts";

/** A list of rows in the order in which they came, linked by `records.next`: four words a bucket. */
const head = 0;
const tail = 1;
const count = 2;

/**
 * A stretch of time cut into buckets of equal width. Rows of a bucket are in the order in which they were added. One
 * formula always decides to which bucket a time belongs, so rounding cannot put two rows into the wrong order.
 */
export class Rung implements Stateful {
  /** The bucket that is being emptied; rows that belong to it or before it are no longer for this rung. */
  current = 0;
  private readonly records: EventRecords;
  private buckets: Int32Array = new Int32Array(4 * 64);
  private bucketCount = 0;
  private start = 0;
  private perUnit = 0;

  constructor(records: EventRecords) {
    this.records = records;
  }

  /** Begins anew, empty, to take so many rows from `start` to `end`; false if that stretch is too short to be cut. */
  open(rows: number, start: number, end: number): boolean {
    // Some four rows a bucket on average: fewer buckets to walk past, and few enough rows to sort at once.
    this.bucketCount = Math.max(2, rows >> 2);
    this.perUnit = this.bucketCount / (end - start);
    if (!(this.perUnit < Number.MAX_VALUE)) return false;
    this.start = start;
    this.current = -1;
    if (this.buckets.length < 4 * this.bucketCount) this.buckets = new Int32Array(8 * this.bucketCount);
    else this.buckets.fill(0, 0, 4 * this.bucketCount);
    return true;
  }

  /** Bucket of a time, at most the last; the first may be before 0. */
  bucketOf(time: number): number {
    const bucket = Math.floor((time - this.start) * this.perUnit);
    return bucket < this.bucketCount ? bucket : this.bucketCount - 1;
  }

  push(bucket: number, row: number): void {
    const { buckets } = this;
    const at = 4 * bucket;
    if (buckets[at + count]!++ === 0) buckets[at + head] = row;
    else this.records.next[buckets[at + tail]!] = row;
    buckets[at + tail] = row;
  }

  /** Goes on to the next bucket that holds rows; false when there is none. */
  advance(): boolean {
    const { buckets, bucketCount } = this;
    let bucket = this.current + 1;
    while (bucket < bucketCount && buckets[4 * bucket + count] === 0) bucket++;
    this.current = bucket;
    return bucket < bucketCount;
  }

  /** First row of the current bucket, and how many it holds. */
  get currentHead(): number {
    return this.buckets[4 * this.current + head]!;
  }
  get currentCount(): number {
    return this.buckets[4 * this.current + count]!;
  }

  sweep(dropped: (row: number) => void): void {
    const { buckets, records } = this;
    for (let bucket = this.current + 1; bucket < this.bucketCount; bucket++) {
      const rows = buckets[4 * bucket + count]!;
      let row = buckets[4 * bucket + head]!;
      buckets[4 * bucket + count] = 0;
      for (let i = 0; i < rows; i++) {
        const next = records.next[row]!;
        if (records.isCancelled(row)) dropped(row);
        else this.push(bucket, row);
        row = next;
      }
    }
  }

  transfer(state: StateTransfer): void {
    this.current = state.number(this.current);
    this.bucketCount = state.number(this.bucketCount);
    this.start = state.number(this.start);
    this.perUnit = state.number(this.perUnit);
    this.buckets = state.integers(this.buckets, 4 * this.bucketCount);
  }
}
