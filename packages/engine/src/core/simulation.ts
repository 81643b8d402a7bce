import type { Command, Process } from "../process/process.ts";
import { FastStream } from "../random/fast-stream.ts";
import { KeyedStream } from "../random/keyed-stream.ts";
import { Stream } from "../random/stream.ts";
import { streamKey } from "../random/stream-key.ts";
import { EventList } from "./event-list.ts";
import { Fingerprint } from "./fingerprint.ts";
import type { Handle } from "./handle.ts";
import type { RunLimits, RunResult } from "./run-limits.ts";
import type { Stateful } from "./stateful.ts";
import { WaiterTable } from "./waiter-table.ts";

/** A kind of event, as the small whole number that `eventType` gave. */
export type EventType = number;

/** What a simulation starts from. */
export interface SimulationOptions {
  /** Any text. */
  readonly seed: string;
  /** A whole number, 0 unless given; each replication has streams of its own. */
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
  /** The clock. */
  now = 0;
  /** Events fired so far. */
  eventCount = 0;
  /** Event type that resumes a process: what a process gives, with `mustBeProcess()`, to a line that it joins. */
  readonly resume: EventType;
  /** The process that runs at this moment, as a subject, or -1. */
  currentProcess = -1;
  private readonly limits: RunLimits;
  private readonly list: EventList = new EventList();
  /** For the lines themselves: rows of everything that stands in one. */
  readonly waiters: WaiterTable = new WaiterTable(this.list);
  private readonly trace: Fingerprint = new Fingerprint();
  private readonly names: string[] = [];
  private readonly handlers: ((subject: number) => void)[] = [];
  private readonly streams: Map<string, Stream> = new Map();
  private readonly fastStreams: Map<string, FastStream> = new Map();
  private readonly keyedStreams: Map<string, KeyedStream> = new Map();
  private readonly processes: (Process | undefined)[] = [];
  private readonly freeProcesses: number[] = [];
  private readonly parts: Map<string, Stateful> = new Map();
  /** Whether the running process has given a command since it was resumed. */
  private commanded = false;
  private eventsNow = 0;

  /** @throws RangeError if the replication is not a whole number from 0 */
  constructor(options: SimulationOptions) {
    this.seed = options.seed;
    this.replication = options.replication ?? 0;
    if (!(Number.isInteger(this.replication) && this.replication >= 0)) {
      throw new RangeError(`replication must be a whole number from 0, got ${this.replication}`);
    }
    this.limits = options.limits ?? {};
    this.resume = this.eventType("resume process", (process) => this.proceed(process));
  }

  /** Events on the calendar. */
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
   * @throws RangeError if the delay is negative or not finite, the type unknown, or subject or priority not a whole number of
   * 32 bits
   */
  schedule(delay: number, type: EventType, subject: number, priority = 0): Handle {
    if (!(delay >= 0 && delay < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`delay must be finite and not negative, got ${delay}`);
    }
    return this.add(this.now + delay, type, subject, priority);
  }

  /**
   * As `schedule`, but at a time.
   * @throws RangeError if the time lies in the past or is not finite, and as `schedule` does
   */
  scheduleAt(time: number, type: EventType, subject: number, priority = 0): Handle {
    if (!(time >= this.now && time < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`time must be finite and not before now (${this.now}), got ${time}`);
    }
    return this.add(time, type, subject, priority);
  }

  /** Takes an event off the calendar; false when it has fired, was cancelled, or the handle is 0. */
  cancel(handle: Handle): boolean {
    return this.list.cancel(handle);
  }

  /** Whether the event is still to come. */
  isPending(handle: Handle): boolean {
    return this.list.isPending(handle);
  }

  /** Fires the next event, whatever the limits say; false when there is none. */
  step(): boolean {
    if (!this.list.take(this.now, Number.POSITIVE_INFINITY)) return false;
    this.fire();
    return true;
  }

  /**
   * Fires events before `until` (not those at it), then sets the clock to it; without it, runs to the last event. A run that
   * a limit stopped leaves the events to come on the calendar.
   * @throws RangeError if `until` lies in the past or is not a number
   */
  run(until: number = Number.POSITIVE_INFINITY): RunResult {
    if (!(until >= this.now)) throw new RangeError(`until must not be before now (${this.now}), got ${until}`);
    const { limits, list } = this;
    const most = limits.events ?? Number.POSITIVE_INFINITY;
    const mostNow = limits.eventsAtOneInstant ?? 10_000_000;
    const mostPending = limits.pendingEvents ?? Number.POSITIVE_INFINITY;
    for (;;) {
      if (this.eventCount >= most && list.nextTime(this.now) < until) return this.truncated("events", `${most} events`);
      if (this.eventsNow >= mostNow && list.nextTime(this.now) === this.now && this.now < until) {
        return this.truncated("eventsAtOneInstant", `${mostNow} events at one instant`);
      }
      if (!list.take(this.now, until)) break;
      this.fire();
      if (list.pending > mostPending) return this.truncated("pendingEvents", `more than ${mostPending} pending events`);
      if (this.eventCount % budgetEvery === 0 && limits.budget?.())
        return this.truncated("budget", "the end of its budget");
    }
    if (until < Number.POSITIVE_INFINITY && until > this.now) {
      this.now = until;
      this.eventsNow = 0;
    }
    return { status: "complete", now: this.now, events: this.eventCount };
  }

  /** Hash of everything fired so far: equal for equal runs. */
  fingerprint(): string {
    return this.trace.toString();
  }

  /**
   * Registers a part of the model whose state belongs to this simulation.
   * @throws RangeError if the name is taken
   */
  register(name: string, part: Stateful): void {
    if (this.parts.has(name)) throw new RangeError(`part must have a name of its own, got ${name} twice`);
    this.parts.set(name, part);
  }

  /** The sequential stream of a name, the same object for the same name. */
  stream(name: string): Stream {
    let stream = this.streams.get(name);
    if (stream === undefined) {
      stream = new Stream(streamKey(this.seed, this.replication, name));
      this.streams.set(name, stream);
      this.register(`stream ${name}`, stream);
    }
    return stream;
  }

  /** The fast sequential stream of a name, the same object for the same name; unrelated to the other two. */
  fastStream(name: string): FastStream {
    let stream = this.fastStreams.get(name);
    if (stream === undefined) {
      stream = new FastStream(streamKey(this.seed, this.replication, name));
      this.fastStreams.set(name, stream);
      this.register(`fast stream ${name}`, stream);
    }
    return stream;
  }

  /** The entity-keyed stream of a name, the same object for the same name; unrelated to the sequential one. */
  keyed(name: string): KeyedStream {
    let stream = this.keyedStreams.get(name);
    if (stream === undefined) {
      stream = new KeyedStream(streamKey(this.seed, this.replication, name));
      this.keyedStreams.set(name, stream);
    }
    return stream;
  }

  /** Starts a process at this instant, after what has been scheduled for it already; returns its subject. */
  spawn(process: Process): number {
    const subject = this.freeProcesses.pop() ?? this.processes.length;
    this.processes[subject] = process;
    this.schedule(0, this.resume, subject);
    return subject;
  }

  /**
   * For processes: `yield simulation.hold(3)` goes on three time units later.
   * @throws RangeError as `schedule` and `mustBeProcess` do
   */
  hold(delay: number): Command {
    return this.schedule(delay, this.resume, this.mustBeProcess());
  }

  /**
   * The running process, as the subject of the one command that it gives before it yields. So whatever resumes a process is
   * what it waits for, and nothing is left to resume one that has ended.
   * @throws RangeError outside of a process, or when it has given a command and not yielded it
   */
  mustBeProcess(): number {
    if (this.currentProcess < 0) throw new RangeError("a command must be given from a process, got none running");
    if (this.commanded)
      throw new RangeError("a process must yield each command it gives, got two commands before a yield");
    this.commanded = true;
    return this.currentProcess;
  }

  private add(time: number, type: EventType, subject: number, priority: number): Handle {
    if (this.handlers[type] === undefined) throw new RangeError(`type must come from eventType, got ${type}`);
    if ((subject | 0) !== subject) throw new RangeError(`subject must be a whole number of 32 bits, got ${subject}`);
    if ((priority | 0) !== priority)
      throw new RangeError(`priority must be a whole number of 32 bits, got ${priority}`);
    return this.list.add(time, this.now, type, subject, priority);
  }

  private fire(): void {
    const { time, type, subject } = this.list;
    if (time > this.now) this.eventsNow = 0;
    this.now = time;
    this.eventsNow++;
    this.eventCount++;
    this.trace.add(time, type, subject);
    this.handlers[type]!(subject);
  }

  private proceed(subject: number): void {
    const process = this.processes[subject];
    if (process === undefined) throw new RangeError(`resume must name a process that lives, got ${subject}`);
    this.currentProcess = subject;
    this.commanded = false;
    let done: boolean | undefined;
    try {
      done = process.next().done;
    } finally {
      this.currentProcess = -1;
    }
    if (!done) return;
    if (this.commanded) throw new RangeError("a process must yield each command it gives, got its end before a yield");
    this.processes[subject] = undefined;
    this.freeProcesses.push(subject);
  }

  private truncated(limit: keyof RunLimits, what: string): RunResult {
    const { type, subject } = this.list;
    const last =
      this.eventCount === 0 ? "nothing was fired" : `the last event was "${this.names[type]}" of subject ${subject}`;
    const message = `run stopped at ${what}, at time ${this.now}; ${last}`;
    return { status: "truncated", limit, message, now: this.now, events: this.eventCount };
  }
}
