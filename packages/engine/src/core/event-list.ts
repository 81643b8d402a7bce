import type { UniformSource } from "../random/uniform-source.ts";
import { longerFloats, longerIntegers } from "./columns.ts";
import { generationOf, type Handle, handleOf, lastGeneration, longerLength, slotOf } from "./handle.ts";
import type { Stateful, StateTransfer } from "./stateful.ts";

const cancelled = -1;
const free = -2;

/**
 * The calendar: pending events in the order of `comesBefore`. A binary heap whose keys lie in a Float64Array; priority and
 * sequence are kept beside each event and read only when times are equal. Events of the current instant with priority 0 pass
 * through a ring instead, and take part in the same order. A cancelled event stays until it surfaces, or until such events
 * are the majority and are swept out. Sequence numbers are doubles: exact for 9e15 events.
 */
export class EventList implements Stateful {
  /** Columns of the event last taken. */
  time = 0;
  type = 0;
  subject = 0;
  pending = 0;
  private slotCount = 64;
  private priorities: Int32Array = new Int32Array(64);
  private sequences: Float64Array = new Float64Array(64);
  private types: Int32Array = new Int32Array(64).fill(free);
  private subjects: Int32Array = new Int32Array(64);
  private generations: Int32Array = new Int32Array(64).fill(1);
  private freeSlots: Int32Array = new Int32Array(64);
  private freeCount = 0;
  private heapTimes: Float64Array = new Float64Array(64);
  private heapSlots: Int32Array = new Int32Array(64);
  private heapSize = 0;
  private ring: Int32Array = new Int32Array(64);
  private ringHead = 0;
  private ringSize = 0;
  private dead = 0;
  private nextSequence = 0;

  private readonly ties: UniformSource | undefined;

  /** Events of one time and priority come in the order in which they were added, or in that of random numbers. */
  constructor(ties?: UniformSource) {
    this.ties = ties;
    for (let slot = 63; slot >= 0; slot--) this.freeSlots[this.freeCount++] = slot;
  }

  /** Adds an event; `now` tells whether it belongs to the current instant. */
  add(time: number, now: number, type: number, subject: number, priority: number): Handle {
    if (this.freeCount === 0) this.growSlots();
    const slot = this.freeSlots[--this.freeCount]!;
    this.priorities[slot] = priority;
    this.sequences[slot] = this.ties === undefined ? this.nextSequence++ : this.ties.uniform();
    this.types[slot] = type;
    this.subjects[slot] = subject;
    this.pending++;
    if (time === now && priority === 0 && this.ties === undefined) this.pushRing(slot);
    else this.pushHeap(time, slot);
    return handleOf(slot, this.generations[slot]!);
  }

  isPending(handle: Handle): boolean {
    const slot = slotOf(handle);
    return handle !== 0 && this.generations[slot] === generationOf(handle) && this.types[slot]! >= 0;
  }

  cancel(handle: Handle): boolean {
    if (!this.isPending(handle)) return false;
    this.types[slotOf(handle)] = cancelled;
    this.pending--;
    this.dead++;
    if (this.dead > 64 && this.dead > this.pending) this.sweep();
    return true;
  }

  /** Takes the first event into `time`, `type`, `subject`, if it lies before `until`; otherwise leaves it and returns false. */
  take(now: number, until: number): boolean {
    const time = this.nextTime(now);
    if (!(time < until)) return false;
    let slot: number;
    if (this.ringSize > 0 && !this.heapFirst(now)) slot = this.shiftRing();
    else {
      slot = this.heapSlots[0]!;
      this.popHeap();
    }
    this.time = time;
    this.type = this.types[slot]!;
    this.subject = this.subjects[slot]!;
    this.pending--;
    this.release(slot);
    return true;
  }

  /** Time of the first event, or Infinity. Cancelled events that have surfaced are dropped on the way. */
  nextTime(now: number): number {
    if (this.dead > 0) this.dropSurfaced();
    // The ring holds events of the current instant, and no event of the heap lies before that.
    if (this.ringSize > 0) return now;
    return this.heapSize > 0 ? this.heapTimes[0]! : Number.POSITIVE_INFINITY;
  }

  private dropSurfaced(): void {
    while (this.ringSize > 0 && this.types[this.ring[this.ringHead]!] === cancelled) this.drop(this.shiftRing());
    while (this.heapSize > 0 && this.types[this.heapSlots[0]!] === cancelled) {
      this.drop(this.heapSlots[0]!);
      this.popHeap();
    }
  }

  private drop(slot: number): void {
    this.dead--;
    this.release(slot);
  }

  /**
   * Whether the head of the heap comes before the head of the ring. An event of the heap that belongs to this instant was
   * scheduled before the instant came, or has a priority: so only its priority matters, not its sequence.
   */
  private heapFirst(now: number): boolean {
    return this.heapSize > 0 && this.heapTimes[0]! <= now && this.priorities[this.heapSlots[0]!]! >= 0;
  }

  private release(slot: number): void {
    const generation = this.generations[slot]! + 1;
    this.types[slot] = free;
    this.generations[slot] = generation;
    if (generation < lastGeneration) this.freeSlots[this.freeCount++] = slot;
  }

  private shiftRing(): number {
    const slot = this.ring[this.ringHead]!;
    this.ringHead = (this.ringHead + 1) & (this.ring.length - 1);
    this.ringSize--;
    return slot;
  }

  private pushRing(slot: number): void {
    const { length } = this.ring;
    if (this.ringSize === length) {
      const longer = new Int32Array(2 * length);
      for (let i = 0; i < length; i++) longer[i] = this.ring[(this.ringHead + i) & (length - 1)]!;
      this.ring = longer;
      this.ringHead = 0;
    }
    this.ring[(this.ringHead + this.ringSize) & (this.ring.length - 1)] = slot;
    this.ringSize++;
  }

  /** Whether slot a comes before slot b, given equal times. */
  private tieBefore(a: number, b: number): boolean {
    const { priorities } = this;
    if (priorities[a] !== priorities[b]) return priorities[a]! > priorities[b]!;
    return this.sequences[a]! < this.sequences[b]!;
  }

  private pushHeap(time: number, slot: number): void {
    if (this.heapSize === this.heapTimes.length) {
      this.heapTimes = longerFloats(this.heapTimes, 2 * this.heapSize);
      this.heapSlots = longerIntegers(this.heapSlots, 2 * this.heapSize);
    }
    this.siftUp(this.heapSize++, time, slot);
  }

  private siftUp(from: number, time: number, slot: number): void {
    const { heapTimes, heapSlots } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const parentTime = heapTimes[parent]!;
      if (parentTime < time || (parentTime === time && this.tieBefore(heapSlots[parent]!, slot))) break;
      heapTimes[at] = parentTime;
      heapSlots[at] = heapSlots[parent]!;
      at = parent;
    }
    heapTimes[at] = time;
    heapSlots[at] = slot;
  }

  private popHeap(): void {
    const size = --this.heapSize;
    if (size > 0) this.siftDown(0, this.heapTimes[size]!, this.heapSlots[size]!);
  }

  private siftDown(from: number, time: number, slot: number): void {
    const { heapTimes, heapSlots } = this;
    const size = this.heapSize;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      let childTime = heapTimes[child]!;
      if (child + 1 < size) {
        const otherTime = heapTimes[child + 1]!;
        if (
          otherTime < childTime ||
          (otherTime === childTime && this.tieBefore(heapSlots[child + 1]!, heapSlots[child]!))
        ) {
          child++;
          childTime = otherTime;
        }
      }
      if (time < childTime || (time === childTime && this.tieBefore(slot, heapSlots[child]!))) break;
      heapTimes[at] = childTime;
      heapSlots[at] = heapSlots[child]!;
      at = child;
    }
    heapTimes[at] = time;
    heapSlots[at] = slot;
  }

  /** Drops all cancelled events and restores the order of the heap; the order is total, so nothing else changes. */
  private sweep(): void {
    const { heapTimes, heapSlots } = this;
    let kept = 0;
    for (let i = 0; i < this.heapSize; i++) {
      const slot = heapSlots[i]!;
      if (this.types[slot] === cancelled) this.drop(slot);
      else {
        heapTimes[kept] = heapTimes[i]!;
        heapSlots[kept++] = slot;
      }
    }
    this.heapSize = kept;
    for (let i = (kept >> 1) - 1; i >= 0; i--) this.siftDown(i, heapTimes[i]!, heapSlots[i]!);
    for (let left = this.ringSize; left > 0; left--) {
      const slot = this.shiftRing();
      if (this.types[slot] === cancelled) this.drop(slot);
      else this.pushRing(slot);
    }
  }

  private growSlots(): void {
    const from = this.slotCount;
    const length = longerLength(from);
    this.priorities = longerIntegers(this.priorities, length);
    this.sequences = longerFloats(this.sequences, length);
    this.types = longerIntegers(this.types, length);
    this.subjects = longerIntegers(this.subjects, length);
    this.generations = longerIntegers(this.generations, length);
    this.freeSlots = longerIntegers(this.freeSlots, length);
    this.types.fill(free, from);
    this.generations.fill(1, from);
    for (let slot = length - 1; slot >= from; slot--) this.freeSlots[this.freeCount++] = slot;
    this.slotCount = length;
  }

  transfer(state: StateTransfer): void {
    this.time = state.number(this.time);
    this.type = state.number(this.type);
    this.subject = state.number(this.subject);
    this.pending = state.number(this.pending);
    this.slotCount = state.number(this.slotCount);
    this.freeCount = state.number(this.freeCount);
    this.heapSize = state.number(this.heapSize);
    this.ringHead = state.number(this.ringHead);
    this.ringSize = state.number(this.ringSize);
    this.dead = state.number(this.dead);
    this.nextSequence = state.number(this.nextSequence);
    this.priorities = state.integers(this.priorities);
    this.sequences = state.floats(this.sequences);
    this.types = state.integers(this.types);
    this.subjects = state.integers(this.subjects);
    this.generations = state.integers(this.generations);
    this.freeSlots = state.integers(this.freeSlots, this.freeCount);
    this.heapTimes = state.floats(this.heapTimes, this.heapSize);
    this.heapSlots = state.integers(this.heapSlots, this.heapSize);
    this.ring = state.integers(this.ring);
  }
}
