import type { Command, Process } from "../process/process.ts";
import { KeyedStream } from "../random/keyed-stream.ts";
import { Stream } from "../random/stream.ts";
import { streamKey } from "../random/stream-key.ts";
import { EventList } from "./event-list.ts";
import { Fingerprint } from "./fingerprint.ts";
import type { Handle } from "./handle.ts";
import type { RunLimits, RunResult } from "./run-limits.ts";
import { WaiterTable } from "./waiter-table.ts";

/** A kind of event, as the small whole number that `eventType` gave. */
export type EventType = number;

export interface SimulationOptions {
  /** Any text. */
  readonly seed: string;
  /** From 0; each replication has streams of its own. */
  readonly replication?: number;
  readonly limits?: RunLimits;
}

const budgetEvery = 4096;

/**
 * A clock, a calendar of events and named random streams. Everything that waits is named by two integers: the type of event
 * that ends its wait, and its subject (a row of the model's own table, or a process). Time is a plain number; this library's
 * border model counts hours.
 */
export class Simulation {
  readonly seed: string;
  readonly replication: number;
  now = 0;
  eventCount = 0;
  /** Rows of everything that stands in a line. */
  readonly waiters: WaiterTable = new WaiterTable();
  /** Event type that resumes a process. */
  readonly resume: EventType;
  /** The process that runs at this moment, as a subject, or -1. */
  currentProcess = -1;
  private readonly limits: RunLimits;
  private readonly list: EventList = new EventList();
  private readonly trace: Fingerprint = new Fingerprint();
  private readonly names: string[] = [];
  private readonly handlers: ((subject: number) => void)[] = [];
  private readonly streams: Map<string, Stream> = new Map();
  private readonly keyedStreams: Map<string, KeyedStream> = new Map();
  private readonly processes: (Process | undefined)[] = [];
  private readonly freeProcesses: number[] = [];
  private eventsNow = 0;
  private lastType = -1;

  constructor(options: SimulationOptions) {
    this.seed = options.seed;
    this.replication = options.replication ?? 0;
    this.limits = options.limits ?? {};
    this.resume = this.eventType("resume process", (process) => this.proceed(process));
  }

  get pendingCount(): number {
    return this.list.pending;
  }

  /**
   * Registers a kind of event with what it does to its subject.
   * @throws RangeError if the name is taken
   */
  eventType(name: string, handler: (subject: number) => void): EventType {
    if (this.names.includes(name)) throw new RangeError(`event type must have a name of its own, got ${name} twice`);
    this.names.push(name);
    return this.handlers.push(handler) - 1;
  }

  /**
   * Schedules an event after a delay. Among events of one instant a higher priority comes first, then what was scheduled
   * first.
   * @throws RangeError if the delay is negative or not finite
   */
  schedule(delay: number, type: EventType, subject: number, priority = 0): Handle {
    if (!(delay >= 0 && delay < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`delay must be finite and not negative, got ${delay}`);
    }
    return this.list.add(this.now + delay, this.now, type, subject, priority);
  }

  /** @throws RangeError if the time lies in the past or is not finite */
  scheduleAt(time: number, type: EventType, subject: number, priority = 0): Handle {
    if (!(time >= this.now && time < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`time must be finite and not before now (${this.now}), got ${time}`);
    }
    return this.list.add(time, this.now, type, subject, priority);
  }

  /** Takes an event off the calendar; false when it has fired, was cancelled, or the handle is 0. */
  cancel(handle: Handle): boolean {
    return this.list.cancel(handle);
  }

  isPending(handle: Handle): boolean {
    return this.list.isPending(handle);
  }

  /** Fires the next event; false when there is none. */
  step(): boolean {
    if (!this.list.take(this.now, Number.POSITIVE_INFINITY)) return false;
    this.fire();
    return true;
  }

  /** Fires events before `until` (not those at it), then sets the clock to it; without it, runs to the last event. */
  run(until: number = Number.POSITIVE_INFINITY): RunResult {
    const { limits, list } = this;
    const most = limits.events ?? Number.POSITIVE_INFINITY;
    const mostNow = limits.eventsAtOneInstant ?? 10_000_000;
    const mostPending = limits.pendingEvents ?? Number.POSITIVE_INFINITY;
    let untilBudget = budgetEvery;
    while (list.take(this.now, until)) {
      if (this.eventCount >= most) return this.truncated("events", `${most} events`);
      if (list.time > this.now) this.eventsNow = 0;
      this.fire();
      if (++this.eventsNow > mostNow) return this.truncated("eventsAtOneInstant", `${mostNow} events at one instant`);
      if (list.pending > mostPending) return this.truncated("pendingEvents", `${mostPending} pending events`);
      if (--untilBudget === 0) {
        untilBudget = budgetEvery;
        if (limits.budget?.()) return this.truncated("budget", "its budget");
      }
    }
    if (until < Number.POSITIVE_INFINITY && until > this.now) this.now = until;
    return { status: "complete", now: this.now, events: this.eventCount };
  }

  /** Hash of everything fired so far: equal for equal runs. */
  fingerprint(): string {
    return this.trace.toString();
  }

  /** The sequential stream of a name, the same object for the same name. */
  stream(name: string): Stream {
    let stream = this.streams.get(name);
    if (stream === undefined) {
      stream = new Stream(streamKey(this.seed, this.replication, name));
      this.streams.set(name, stream);
    }
    return stream;
  }

  /** The entity-keyed stream of a name. */
  keyed(name: string): KeyedStream {
    let stream = this.keyedStreams.get(name);
    if (stream === undefined) {
      stream = new KeyedStream(streamKey(this.seed, this.replication, name));
      this.keyedStreams.set(name, stream);
    }
    return stream;
  }

  /** Starts a process at this instant; returns its subject. */
  spawn(process: Process): number {
    const subject = this.freeProcesses.pop() ?? this.processes.length;
    this.processes[subject] = process;
    this.schedule(0, this.resume, subject);
    return subject;
  }

  /** For processes: `yield simulation.hold(3)` goes on three time units later. */
  hold(delay: number): Command {
    return this.schedule(delay, this.resume, this.mustBeProcess());
  }

  /** The running process as a subject. @throws RangeError outside of a process */
  mustBeProcess(): number {
    if (this.currentProcess < 0) throw new RangeError("a command must be given from a process, got none running");
    return this.currentProcess;
  }

  private fire(): void {
    const { list } = this;
    this.now = list.time;
    this.eventCount++;
    this.lastType = list.type;
    const { type, subject } = list;
    this.trace.add(list.time, type, subject);
    this.handlers[type]!(subject);
  }

  private proceed(subject: number): void {
    this.currentProcess = subject;
    const { done } = this.processes[subject]!.next();
    this.currentProcess = -1;
    if (done) {
      this.processes[subject] = undefined;
      this.freeProcesses.push(subject);
    }
  }

  private truncated(limit: keyof RunLimits, what: string): RunResult {
    const name = this.names[this.lastType] ?? "none";
    const message = `run stopped at ${what}, at time ${this.now}; the last event was "${name}"`;
    return { status: "truncated", limit, message, now: this.now, events: this.eventCount };
  }
}
