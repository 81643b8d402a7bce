import { EventList, type EventListKind } from "../event-list/event-list.ts";
import type { UniformSource } from "../random/uniform-source.ts";
import { Fingerprint } from "./fingerprint.ts";
import type { Handle } from "./handle.ts";
import { refuse } from "./refuse.ts";
import { EventError } from "./run-errors.ts";

/** A type of event: the small whole number that `eventType` returned. */
export type EventType = number;

/** Called before an event fires, with its time, the name of its type and its subject. */
export type TraceSink = (time: number, type: string, subject: number) => void;

/** The clock, the types of event and the event list: what is scheduled, and what happens when an event fires. */
export abstract class Events {
  /** The clock. */
  now = 0;
  /** Events fired so far. */
  eventCount = 0;
  protected readonly list: EventList;
  protected readonly history: Fingerprint = new Fingerprint();
  protected readonly names: string[] = [];
  /** Event count when the clock moved to its present time. */
  protected instantFrom = 0;
  private readonly recent: RecentEvents | undefined;
  /** Called before every event, if somebody traces or remembers them. */
  private watcher: ((time: number, type: EventType, subject: number) => void) | undefined;
  private readonly handlers: ((subject: number) => void)[] = [];

  constructor(kind: EventListKind, ties: UniformSource | undefined, remember: number) {
    if (!(Number.isInteger(remember) && remember >= 0)) {
      throw new RangeError(`remember must be a whole number from 0, got ${remember}`);
    }
    this.recent = remember > 0 ? new RecentEvents(remember) : undefined;
    this.trace();
    this.list = new EventList(kind, ties);
  }

  /** Events that are pending. */
  get pendingCount(): number {
    return this.list.pending;
  }

  /**
   * Registers a type of event with its handler, which is called with the subject of each event.
   * @throws RangeError if the name is taken
   */
  eventType(name: string, handler: (subject: number) => void): EventType {
    if (this.names.includes(name)) throw new RangeError(`event type must have a name of its own, got ${name} twice`);
    this.names.push(name);
    return this.handlers.push(handler) - 1;
  }

  /** Registers the type of event that resumes processes. */
  protected resumeType(): EventType {
    this.list.resume = this.eventType("resume process", (process) => this.proceed(process));
    return this.list.resume;
  }

  /**
   * Schedules an event after a delay. Among events of one instant a higher priority comes first, then what was scheduled
   * first.
   * @throws RangeError if the delay is negative or not finite, the type unknown, or subject or priority not a whole number of
   * 32 bits
   */
  schedule(delay: number, type: EventType, subject: number, priority = 0): Handle {
    if (!(delay >= 0 && delay < Number.POSITIVE_INFINITY)) refuse("delay must be finite and not negative", delay);
    this.list.newTime = this.now + delay;
    return this.list.handle(this.add(type, subject, priority));
  }

  /**
   * As `schedule`, but at a time.
   * @throws RangeError if the time lies in the past or is not finite, and as `schedule` does
   */
  scheduleAt(time: number, type: EventType, subject: number, priority = 0): Handle {
    if (!(time >= this.now && time < Number.POSITIVE_INFINITY)) refuseTime(time, this.now);
    this.list.newTime = time;
    return this.list.handle(this.add(type, subject, priority));
  }

  /**
   * Resumes a process at this instant; the handle is like one of `schedule`. @internal For the parts where processes
   * wait.
   */
  goOn(process: number): Handle {
    return this.list.goOn(process);
  }

  /** Cancels an event. False when it has fired, was cancelled before, or the handle is 0. */
  cancel(handle: Handle): boolean {
    return this.list.cancel(handle);
  }

  /** Whether the event is still to come. */
  isPending(handle: Handle): boolean {
    return this.list.isPending(handle);
  }

  /** Fires the next event, whatever the limits say; false when there is none. @throws EventError as `run` does */
  step(): boolean {
    this.list.until = Number.POSITIVE_INFINITY;
    if (!this.list.take()) return false;
    try {
      this.fire();
    } catch (error) {
      throw this.failed(error);
    }
    return true;
  }

  /**
   * From now on calls the sink before every event, or only before events of the types named. Without a sink tracing
   * ends.
   */
  trace(sink?: TraceSink, types?: readonly string[]): void {
    const { recent, names } = this;
    this.watcher =
      sink === undefined
        ? recent && ((time, type, subject) => recent.add(time, type, subject))
        : (time, type, subject) => {
            recent?.add(time, type, subject);
            const name = names[type]!;
            if (types === undefined || types.includes(name)) sink(time, name, subject);
          };
  }

  /** Hash of everything fired so far: equal for equal runs. */
  fingerprint(): string {
    return this.history.toString();
  }

  protected fire(): void {
    const { now, type, subject } = this.list;
    if (now > this.now) {
      this.now = now;
      this.instantFrom = this.eventCount;
    }
    this.eventCount++;
    this.history.add(now, type, subject);
    if (this.watcher !== undefined) this.watcher(now, type, subject);
    if (type === this.list.resume) this.proceed(subject);
    else this.handlers[type]!(subject);
  }

  /** Resumes a process. It is called directly: a handler could not be compiled into the loop. */
  protected abstract proceed(process: number): void;

  protected failed(cause: unknown): EventError {
    if (cause instanceof EventError) return cause;
    const { now, type, subject } = this.list;
    return new EventError(now, this.names[type]!, subject, cause, this.remembered());
  }

  protected remembered(): string {
    return this.recent === undefined ? "" : `; the last events:${this.recent.tell(this.names)}`;
  }

  /** Adds an event at the time given to the event list beforehand; returns its row. */
  private add(type: EventType, subject: number, priority: number): number {
    if (
      !(type >>> 0 === type && type < this.names.length) ||
      (subject | 0) !== subject ||
      (priority | 0) !== priority
    ) {
      refuseEvent(type, this.names.length, subject, priority);
    }
    return this.list.add(type, subject, priority);
  }
}

function refuseTime(time: number, now: number): never {
  refuse(`time must be finite and not before now (${now})`, time);
}

function refuseEvent(type: number, types: number, subject: number, priority: number): never {
  if (!(type >>> 0 === type && type < types)) throw new RangeError(`type must come from eventType, got ${type}`);
  if ((subject | 0) !== subject) throw new RangeError(`subject must be a whole number of 32 bits, got ${subject}`);
  throw new RangeError(`priority must be a whole number of 32 bits, got ${priority}`);
}

/** The last few events, for messages. */
class RecentEvents {
  private readonly times: Float64Array;
  private readonly types: Int32Array;
  private readonly subjects: Int32Array;
  private count = 0;

  constructor(size: number) {
    this.times = new Float64Array(size);
    this.types = new Int32Array(size);
    this.subjects = new Int32Array(size);
  }

  add(time: number, type: number, subject: number): void {
    const at = this.count++ % this.times.length;
    this.times[at] = time;
    this.types[at] = type;
    this.subjects[at] = subject;
  }

  /** The end of a message: one event a line, the latest at the end. */
  tell(names: readonly string[]): string {
    const size = this.times.length;
    const lines: string[] = [];
    for (let i = Math.max(0, this.count - size); i < this.count; i++) {
      const at = i % size;
      lines.push(`\n  ${this.times[at]}: "${names[this.types[at]!]}" of subject ${this.subjects[at]}`);
    }
    return lines.join("");
  }
}
