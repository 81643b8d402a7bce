import type { StateTransfer } from "../core/stateful.ts";
import type { EventQueue } from "./event-queue.ts";
import type { EventRecords } from "./event-records.ts";
import { HeapQueue } from "./heap-queue.ts";
import { Rung } from "./rung.ts";
import { SortedRun } from "./sorted-run.ts";

/** A heap of more rows than this is cut into a rung, and one of fewer than `fewRows` needs no rung. */
const mostInHeap = 512;
const fewRows = 128;
/** A bucket of more rows than this is cut again. */
const mostInBucket = 64;
/** Each rung separates what the one above could not. After this many rungs the rest is sorted. */
const mostRungs = 16;

/**
 * A ladder queue. Near events lie in a small heap, farther ones in the buckets of rungs, and those beyond in an
 * unordered list, which becomes the next rung when all before it are gone. So a row is moved a few times, however many
 * rows there are. A small number of rows is in the heap alone. After Tang, Goh and Thng (2005), Ladder queue, ACM
 * TOMACS 15(3); the heap takes the place of their sorted bottom, and rows that fall together, which no rung can tell
 * apart, are kept in a run.
 */
export class LadderQueue implements EventQueue {
  private readonly records: EventRecords;
  private readonly near: HeapQueue;
  private readonly run: SortedRun;
  /** From the widest to the narrowest; each covers the current bucket of the one before it. */
  private readonly rungs: Rung[] = [];
  private depth = 0;
  /** Whether all rows are in the heap. */
  private alone = true;
  /** Times after this are far, unless all rows are in the heap. */
  private limit: number = Number.NEGATIVE_INFINITY;
  private farHead = -1;
  private farTail = -1;
  private farCount = 0;
  private farMin: number = Number.POSITIVE_INFINITY;
  private farMax: number = Number.NEGATIVE_INFINITY;
  private mostNear: number = mostInHeap;
  private firstInRun = false;

  constructor(records: EventRecords) {
    this.records = records;
    this.near = new HeapQueue(records);
    this.run = new SortedRun(records);
  }

  add(row: number): void {
    if (this.alone === true || !this.addAhead(row)) {
      this.near.add(row);
      if (this.near.size > this.mostNear) this.relieve();
    }
  }

  first(): number {
    const row = this.near.first();
    return this.alone === true ? row : this.firstOf(row);
  }

  isLater(time: number): boolean {
    return this.alone === true && this.near.isLater(time);
  }

  drop(): void {
    if (this.firstInRun === true) this.run.drop();
    else this.near.drop();
  }

  sweep(dropped: (row: number) => void): void {
    const { records } = this;
    this.near.sweep(dropped);
    this.run.sweep(dropped);
    for (let i = 0; i < this.depth; i++) this.rungs[i]!.sweep(dropped);
    let row = this.farHead;
    const count = this.farCount;
    this.farCount = 0;
    for (let i = 0; i < count; i++) {
      const next = records.next[row]!;
      if (records.isCancelled(row)) dropped(row);
      else this.addFar(row, records.time(row));
      row = next;
    }
  }

  transfer(state: StateTransfer): void {
    this.depth = state.number(this.depth);
    this.alone = state.number(this.alone ? 1 : 0) === 1;
    this.limit = state.number(this.limit);
    this.farHead = state.number(this.farHead);
    this.farTail = state.number(this.farTail);
    this.farCount = state.number(this.farCount);
    this.farMin = state.number(this.farMin);
    this.farMax = state.number(this.farMax);
    this.mostNear = state.number(this.mostNear);
    this.near.transfer(state);
    this.run.transfer(state);
    for (let i = 0; i < this.depth; i++) this.rung(i).transfer(state);
  }

  /** Adds a row to a rung or to the far list; false if it is near. */
  private addAhead(row: number): boolean {
    const time = this.records.time(row);
    if (time > this.limit) {
      this.addFar(row, time);
      return true;
    }
    for (let i = 0; i < this.depth; i++) {
      const rung = this.rungs[i]!;
      const bucket = rung.bucketOf(time);
      if (bucket > rung.current) {
        rung.push(bucket, row);
        return true;
      }
    }
    return false;
  }

  /** The first of all, given the first of the heap. */
  private firstOf(inHeap: number): number {
    let row = inHeap;
    while (row < 0 && this.run.size === 0 && !this.alone) {
      this.refill();
      row = this.near.first();
    }
    this.firstInRun = this.run.size > 0 && !(row >= 0 && this.records.before(row, this.run.first()));
    return this.firstInRun ? this.run.first() : row;
  }

  private addFar(row: number, time: number): void {
    if (this.farCount++ === 0) this.farHead = row;
    else this.records.next[this.farTail] = row;
    this.farTail = row;
    if (time < this.farMin) this.farMin = time;
    if (time > this.farMax) this.farMax = time;
  }

  /** Empties a heap that has grown too large: into the far list when it was alone, else into a rung. */
  private relieve(): void {
    const { near, records } = this;
    if (this.alone) {
      this.alone = false;
      this.limit = Number.NEGATIVE_INFINITY;
      near.empty((row) => this.addFar(row, records.time(row)));
      return;
    }
    // Rows of a rung come after those of the run, which may not be so for rows of the heap.
    if (this.run.size === 0 && this.depth < mostRungs) {
      const { size } = near;
      let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      near.visit((row) => {
        const time = records.time(row);
        if (time < min) min = time;
        if (time > max) max = time;
      });
      const rung = this.rung(this.depth);
      if (rung.open(size, min, max)) {
        this.depth++;
        near.empty((row) => rung.push(rung.bucketOf(records.time(row)), row));
        return;
      }
    }
    this.mostNear = 2 * near.size;
  }

  /** Brings up what comes next, when heap and run are empty. */
  private refill(): void {
    this.mostNear = mostInHeap;
    while (this.depth > 0) {
      const rung = this.rungs[this.depth - 1]!;
      if (rung.advance()) {
        const { currentHead, currentCount } = rung;
        if (currentCount <= mostInBucket) this.bringNear(currentHead, currentCount);
        else this.cut(currentHead, currentCount);
        return;
      }
      this.depth--;
    }
    const [head, count, min, max] = [this.farHead, this.farCount, this.farMin, this.farMax];
    this.alone = count <= fewRows;
    this.limit = max;
    this.farCount = 0;
    this.farMin = Number.POSITIVE_INFINITY;
    this.farMax = Number.NEGATIVE_INFINITY;
    if (this.alone) this.bringNear(head, count);
    else this.spread(head, count, min, max);
  }

  /** Puts a list of rows into the heap. */
  private bringNear(first: number, count: number): void {
    const { near, records } = this;
    let row = first;
    for (let i = 0; i < count; i++) {
      const next = records.next[row]!;
      near.add(row);
      row = next;
    }
  }

  /** Puts the rows of a bucket into a rung of their own. */
  private cut(first: number, count: number): void {
    const { records } = this;
    let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let row = first;
    for (let i = 0; i < count; i++) {
      const time = records.time(row);
      if (time < min) min = time;
      if (time > max) max = time;
      row = records.next[row]!;
    }
    this.spread(first, count, min, max);
  }

  /** Puts a list of rows, whose times lie between two, into the next rung, or into the run if that cannot tell them apart. */
  private spread(first: number, count: number, min: number, max: number): void {
    const { records } = this;
    const rung = this.rung(this.depth);
    if (this.depth === mostRungs || !rung.open(count, min, max)) {
      this.run.fill(first, count);
      return;
    }
    this.depth++;
    let row = first;
    for (let i = 0; i < count; i++) {
      const next = records.next[row]!;
      rung.push(rung.bucketOf(records.time(row)), row);
      row = next;
    }
  }

  private rung(index: number): Rung {
    this.rungs[index] ??= new Rung(this.records);
    return this.rungs[index]!;
  }
}
