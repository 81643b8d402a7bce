import type { Handle } from "../core/handle.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { UniformSource } from "../random/uniform-source.ts";
import type { EventQueue } from "./event-queue.ts";
import { EventRecords } from "./event-records.ts";
import { HeapQueue } from "./heap-queue.ts";
import { LadderQueue } from "./ladder-queue.ts";
import { RowRing, withdrawn } from "./row-ring.ts";

/** How the event list is kept: `ladder`, which stays fast with ten million events, or a plain binary `heap`. */
export type EventListKind = "ladder" | "heap";

/**
 * The event list: pending events in the order of `comesBefore`. Events of the current instant with priority 0, and
 * processes that resume at it, pass through a ring. All others pass through a queue. Both take part in one order. A
 * cancelled event stays until it comes to the front, or until most events are cancelled and are swept out. Sequence
 * numbers are doubles: exact for 9e15 events.
 */
export class EventList implements Stateful {
  /** The clock: the time of the event last taken, or a later one. */
  now = 0;
  /** The event last taken. */
  type = 0;
  subject = 0;
  pending = 0;
  /** For `add` and `take`. In a call, a number that is no small integer would be boxed; in a field it is not. */
  newTime = 0;
  until: number = Number.POSITIVE_INFINITY;
  private readonly records: EventRecords = new EventRecords();
  private readonly queue: EventQueue;
  private readonly ring: RowRing = new RowRing();
  private readonly ties: UniformSource | undefined;
  /** Type of the event by which a process goes on. */
  resume = -1;
  private dead = 0;
  /** How many the last sweep left in the ring. */
  private deadLeft = 0;
  private nextSequence = 0;

  /** Events of one time and priority come in the order in which they were added, or in that of random numbers. */
  constructor(kind: EventListKind, ties?: UniformSource) {
    this.queue = kind === "heap" ? new HeapQueue(this.records) : new LadderQueue(this.records);
    this.ties = ties;
  }

  /** Adds an event at `newTime`; returns its row. */
  add(type: number, subject: number, priority: number): number {
    const { records, ties, newTime } = this;
    const order = ties === undefined ? this.nextSequence++ : ties.uniform();
    const row = records.add(newTime, order, type, subject, priority);
    this.pending++;
    if (newTime === this.now && priority === 0 && ties === undefined) this.ring.push(row);
    else this.queue.add(row);
    return row;
  }

  /** Resumes a process at this instant, as if by an event of type `resume` that is added now. */
  goOn(process: number): Handle {
    if (this.ties !== undefined) {
      this.newTime = this.now;
      return this.handle(this.add(this.resume, process, 0));
    }
    this.pending++;
    this.ring.push(~process);
    return this.ring.lastHandle();
  }

  /** The handle of a row that has just been added. */
  handle(row: number): Handle {
    return this.records.handle(row);
  }

  isPending(handle: Handle): boolean {
    return handle < 0 ? this.ring.holds(handle) : this.records.pendingRow(handle) >= 0;
  }

  cancel(handle: Handle): boolean {
    if (handle < 0) {
      if (!this.ring.withdraw(handle)) return false;
    } else {
      const row = this.records.pendingRow(handle);
      if (row < 0) return false;
      this.records.cancel(row);
    }
    this.pending--;
    this.dead++;
    if (this.dead > 64 && this.dead > this.pending + 2 * this.deadLeft) this.sweep();
    return true;
  }

  /** Takes the first event into `now`, `type` and `subject` if it lies before `until`; otherwise leaves it and returns false. */
  take(): boolean {
    const { records, ring, queue } = this;
    let row: number;
    if (ring.size > 0 && (queue.isLater(this.now) || !this.queueFirst(queue.first()))) {
      if (!(this.now < this.until)) return false;
      row = ring.shift();
      if (this.isDead(row)) return this.takeAfter(row);
      if (row < 0) {
        this.type = this.resume;
        this.subject = ~row;
        this.pending--;
        return true;
      }
    } else {
      row = queue.first();
      if (row < 0) return false;
      const time = records.time(row);
      if (!(time < this.until)) return false;
      queue.drop();
      if (records.isCancelled(row)) return this.takeAfter(row);
      this.now = time;
    }
    this.type = records.type(row);
    this.subject = records.subject(row);
    this.pending--;
    records.release(row);
    return true;
  }

  /** Takes the first event that was not cancelled, after an entry that was. */
  private takeAfter(entry: number): boolean {
    this.bury(entry);
    this.dropSurfaced();
    return this.take();
  }

  /** Time of the first event, or Infinity. Cancelled events that have surfaced are dropped on the way. */
  nextTime(): number {
    if (this.dead > 0) this.dropSurfaced();
    // The ring holds events of the current instant, and no event of the queue lies before that.
    if (this.ring.size > 0) return this.now;
    const row = this.queue.first();
    return row < 0 ? Number.POSITIVE_INFINITY : this.records.time(row);
  }

  /**
   * Whether the first of the queue comes before the first of the ring. An event of the queue that belongs to this instant was
   * scheduled before the instant came, or has a priority: so only its priority matters, not its sequence.
   */
  private queueFirst(row: number): boolean {
    return row >= 0 && this.records.time(row) <= this.now && this.records.priority(row) >= 0;
  }

  private dropSurfaced(): void {
    const { records, ring, queue } = this;
    while (ring.size > 0 && this.isDead(ring.first())) this.bury(ring.shift());
    for (;;) {
      const row = queue.first();
      if (row < 0 || !records.isCancelled(row)) break;
      queue.drop();
      this.bury(row);
    }
  }

  private isDead(entry: number): boolean {
    return entry < 0 ? entry === withdrawn : this.records.isCancelled(entry);
  }

  /** Drops all cancelled events; the order is total, so nothing else changes. In the ring their places stay, for handles count them. */
  private sweep(): void {
    this.dropSurfaced();
    this.queue.sweep((row) => this.bury(row));
    this.ring.withdrawRows((row) => {
      if (!this.records.isCancelled(row)) return false;
      this.records.release(row);
      return true;
    });
    this.deadLeft = this.dead;
  }

  private bury(entry: number): void {
    this.dead--;
    if (entry >= 0) this.records.release(entry);
  }

  transfer(state: StateTransfer): void {
    this.now = state.number(this.now);
    this.type = state.number(this.type);
    this.subject = state.number(this.subject);
    this.pending = state.number(this.pending);
    this.dead = state.number(this.dead);
    this.deadLeft = state.number(this.deadLeft);
    this.nextSequence = state.number(this.nextSequence);
    this.records.transfer(state);
    this.queue.transfer(state);
    this.ring.transfer(state);
  }
}
