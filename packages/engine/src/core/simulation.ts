import { EventList, type EventListKind } from "../event-list/event-list.ts";
import type { Command, Process } from "../process/process.ts";
import { ProcessTable } from "../process/process-table.ts";
import type { FastStream } from "../random/fast-stream.ts";
import type { KeyedStream } from "../random/keyed-stream.ts";
import type { Stream } from "../random/stream.ts";
import { StreamTable } from "../random/stream-table.ts";
import type { Fork, ModelBuilder } from "../state/fork.ts";
import { manifestOf, mustBeSameModel } from "../state/manifest.ts";
import { StateLoader, StateSaver } from "../state/saved-state.ts";
import { checksumOf, decodeSnapshot, encodeSnapshot } from "../state/snapshot-format.ts";
import { EventError } from "./event-error.ts";
import { Fingerprint } from "./fingerprint.ts";
import type { Handle } from "./handle.ts";
import { RecentEvents } from "./recent-events.ts";
import type { RunGoal, RunLimits, RunResult } from "./run-limits.ts";
import type { Stateful, StateTransfer } from "./stateful.ts";
import { findStranded } from "./stranded.ts";
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
  /**
   * Events of one instant and one priority fire in random order, the same for the same seed and replication, to show whether a
   * result hangs on the order in which they were scheduled. Not for models that rely on it.
   */
  readonly shuffleTies?: boolean;
  /** What keeps the order of events to come; `ladder` unless given. The results are the same. */
  readonly eventList?: EventListKind;
  /** How many of the last events are told at the end of messages; none unless given. */
  readonly remember?: number;
}

/** Told of an event that is about to happen: its time, the name of its type and its subject. */
export type TraceSink = (time: number, type: string, subject: number) => void;

/** Limits on events unless others are given. */
const mostEvents = 1_000_000_000;
const mostAtOneInstant = 10_000_000;

/** Event count at which the budget is asked for next. */
function budgetAfter(events: number): number {
  return (Math.floor(events / 4096) + 1) * 4096;
}

/** What there can be too much of at once. */
const crowds = { pendingEvents: "pending events", waiters: "waiters", processes: "processes" } as const;

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
  private readonly options: SimulationOptions;
  private readonly list: EventList;
  /** For the lines themselves: rows of everything that stands in one. */
  readonly waiters: WaiterTable;
  private readonly history: Fingerprint = new Fingerprint();
  private readonly recent: RecentEvents | undefined;
  /** Told of every event that is about to happen, if anybody is to be told. */
  private watcher: ((time: number, type: EventType, subject: number) => void) | undefined;
  private readonly names: string[] = [];
  private readonly handlers: ((subject: number) => void)[] = [];
  private readonly streams: StreamTable;
  /** For the parts where processes wait. */
  readonly processes: ProcessTable;
  private readonly parts: Map<string, Stateful> = new Map();
  private budgetAt: number = budgetAfter(0);
  /** Event count at which the clock came to its present time. */
  private instantFrom = 0;

  /** @throws RangeError if the replication or the number of events to remember is not a whole number from 0 */
  constructor(options: SimulationOptions) {
    this.seed = options.seed;
    this.replication = options.replication ?? 0;
    if (!(Number.isInteger(this.replication) && this.replication >= 0)) {
      throw new RangeError(`replication must be a whole number from 0, got ${this.replication}`);
    }
    const remember = options.remember ?? 0;
    if (!(Number.isInteger(remember) && remember >= 0)) {
      throw new RangeError(`remember must be a whole number from 0, got ${remember}`);
    }
    this.options = options;
    this.recent = remember > 0 ? new RecentEvents(remember) : undefined;
    this.trace();
    this.streams = new StreamTable(this.seed, this.replication);
    this.list = new EventList(
      options.eventList ?? "ladder",
      options.shuffleTies ? this.streams.stream("simulation ties") : undefined,
    );
    this.waiters = new WaiterTable(this.list);
    this.register("simulation", { transfer: (state) => this.transfer(state) });
    this.register("simulation events", this.list);
    this.register("simulation lines", this.waiters);
    this.register("simulation streams", this.streams);
    this.register("simulation fingerprint", this.history);
    this.processes = new ProcessTable(this);
    this.resume = this.processes.resume;
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
    this.list.newTime = this.now + delay;
    return this.list.handle(this.add(type, subject, priority));
  }

  /**
   * As `schedule`, but at a time.
   * @throws RangeError if the time lies in the past or is not finite, and as `schedule` does
   */
  scheduleAt(time: number, type: EventType, subject: number, priority = 0): Handle {
    if (!(time >= this.now && time < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`time must be finite and not before now (${this.now}), got ${time}`);
    }
    this.list.newTime = time;
    return this.list.handle(this.add(type, subject, priority));
  }

  /** Takes an event off the calendar; false when it has fired, was cancelled, or the handle is 0. */
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
   * Runs to a time (events before it fire, those at it do not, then the clock is set to it), to a goal, or to the last event. A
   * run that a limit stopped leaves the events to come on the calendar.
   * @throws RangeError if the time lies in the past or is not a number, or the number of events is not a whole number from 0
   * @throws EventError if a handler throws: with the event, and what was thrown as its cause
   */
  run(goal: number | RunGoal = {}): RunResult {
    const { until = Number.POSITIVE_INFINITY, events, when } = typeof goal === "number" ? { until: goal } : goal;
    if (!(until >= this.now)) throw new RangeError(`until must not be before now (${this.now}), got ${until}`);
    if (events !== undefined && !(Number.isInteger(events) && events >= 0)) {
      throw new RangeError(`events must be a whole number from 0, got ${events}`);
    }
    try {
      return this.runTo(until, this.eventCount + (events ?? Number.POSITIVE_INFINITY), when);
    } catch (error) {
      throw this.failed(error);
    }
  }

  /**
   * Tells a sink of every event from now on, before it happens, or of those of some types (their names); without a sink, nobody
   * any more.
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

  /**
   * Registers a part of the model whose state belongs to this simulation.
   * @throws RangeError if the name is taken
   */
  register(name: string, part: Stateful): void {
    if (this.parts.has(name)) throw new RangeError(`part must have a name of its own, got ${name} twice`);
    this.parts.set(name, part);
  }

  /**
   * The end of a warm-up: the statistics of resources, lines and of all that was registered (`register("visits", visits)` for a
   * tally of the model's own) begin anew. The model itself goes on as it stands.
   */
  resetStatistics(): void {
    for (const part of this.parts.values()) part.reset?.();
  }

  /**
   * The state of the simulation and of every part registered with it, as bytes that can be kept, put on disk and restored in
   * another process. They are written to `into` if it is large enough, else to new memory; what is returned is the part used.
   * A snapshot taken by a handler holds what the handler has done so far, not what it is yet to do.
   * @throws RangeError if a process lives: what it has still to do is code, which cannot be saved
   */
  snapshot(into?: Uint8Array): Uint8Array {
    return encodeSnapshot(this.manifest(), this.save(), into);
  }

  /**
   * Takes the state of a snapshot of the same model. Draws to come are those of this simulation's seed and replication.
   * Processes that this simulation had are dropped.
   * @throws RangeError if the snapshot is cut short, damaged, of another format, or of another model (other names of event
   * types or parts, in another order): then it says what differs, and nothing has changed
   */
  restore(snapshot: Uint8Array): void {
    this.load(new StateLoader(decodeSnapshot(this.manifest(), snapshot)));
  }

  /**
   * Builds the model a second time, on a simulation of its own, and gives it the state of this one. Without another seed or
   * replication the two go on alike. What the builder schedules and draws is replaced by that state.
   * @throws RangeError if a process lives, or the builder makes another model than this one
   */
  fork<M>(build: ModelBuilder<M>, options: Partial<SimulationOptions> = {}): Fork<M> {
    const simulation = new Simulation({ ...this.options, ...options });
    const model = build(simulation);
    mustBeSameModel(simulation.manifest(), this.manifest());
    simulation.load(new StateLoader(this.save()));
    return { simulation, model };
  }

  /** Hash of the state of every part, as sixteen hexadecimal digits: equal for equal states. @throws RangeError as `snapshot` does */
  stateFingerprint(): string {
    return checksumOf(this.snapshot());
  }

  /** The sequential stream of a name, the same object for the same name. */
  stream(name: string): Stream {
    return this.streams.stream(name);
  }

  /** The fast sequential stream of a name, the same object for the same name; unrelated to the other two. */
  fastStream(name: string): FastStream {
    return this.streams.fast(name);
  }

  /** The entity-keyed stream of a name, the same object for the same name; unrelated to the sequential one. */
  keyed(name: string): KeyedStream {
    return this.streams.keyed(name);
  }

  /**
   * Starts a process at this instant, after what has been scheduled for it already; returns its handle, for `join` and
   * `interrupt`. Messages call it by its name, or by a number.
   */
  spawn(process: Process<unknown>, name?: string): Handle {
    return this.processes.spawn(process, name);
  }

  /** Whether a process has not ended yet. */
  isAlive(process: Handle): boolean {
    return this.processes.isAlive(process);
  }

  /** Handle of the running process. @throws RangeError outside of a process */
  self(): Handle {
    return this.processes.self();
  }

  /** What a process that has ended returned. @throws RangeError if it has not ended, or returned nothing */
  resultOf<Result>(process: Process<Result>): Result {
    return this.processes.resultOf(process);
  }

  /**
   * Throws an `Interrupt` with this reason into a process, at this instant and before all else that is to happen at it; what the
   * process waits for is withdrawn first. Each of several interrupts of one instant is delivered, in order, as long as it lives.
   * False when it has ended.
   * @throws RangeError if a process interrupts itself
   */
  interrupt(process: Handle, reason?: unknown): boolean {
    return this.processes.interrupt(process, reason);
  }

  /**
   * For processes: `yield simulation.hold(3)` goes on three time units later.
   * @throws RangeError as `schedule` and `mustBeProcess` do
   */
  hold(delay: number): Command {
    const { processes } = this;
    const process = processes.command();
    const handle = this.schedule(delay, this.resume, process);
    processes.waits(process, this, handle);
    return handle;
  }

  /**
   * For processes: `yield simulation.join(other)` goes on when the other has ended, at once if it has.
   * @throws RangeError as `mustBeProcess` does
   */
  join(process: Handle): Command {
    return this.processes.join(process);
  }

  /**
   * For processes: `yield simulation.anyOf(desk.acquire(), simulation.hold(5))` goes on when one of the commands has come, and
   * withdraws the others. `outcome` says which: 0 for the first.
   * @throws RangeError if they are not the commands that the process has given last, in order
   */
  anyOf(...commands: Command[]): Command {
    return this.processes.group("any", commands);
  }

  /**
   * For processes: `yield simulation.allOf(desk.acquire(), lift.acquire())` goes on when all have come. If it is withdrawn before,
   * units that resources have granted go back.
   * @throws RangeError as `anyOf` does
   */
  allOf(...commands: Command[]): Command {
    return this.processes.group("all", commands);
  }

  /**
   * For processes: `yield simulation.within(5, desk.acquire())` goes on when the command has come, or after that time, when it
   * is withdrawn and `outcome` is `Outcome.late`. What has been granted at the instant at which the time is over is in time.
   * @throws RangeError as `hold` and `anyOf` do
   */
  within(time: number, command: Command): Command {
    return this.processes.group("within", [command, this.hold(time)]);
  }

  /**
   * For processes: how the last wait ended that can end in more than one way, such as `anyOf`, `within`, or `acquire` of a
   * resource where one may balk. One of `Outcome`, or for `anyOf` the place of the command that came first.
   */
  get outcome(): number {
    return this.processes.outcome;
  }

  /**
   * The running process, as the subject of a command of the model's own, such as joining a line. So whatever resumes a process
   * is what it waits for, and nothing is left to resume one that has ended.
   * @throws RangeError outside of a process; a process that gives several commands before it yields must put them together, by
   * `anyOf`, `allOf` or `within`, and is told so when it yields
   */
  mustBeProcess(): number {
    return this.processes.command();
  }

  private manifest(): string {
    return manifestOf(this.names, this.parts.keys());
  }

  private save(): StateSaver {
    const living = this.processes.names();
    if (living.length > 0) throw new RangeError(`state must be saved when no process lives, got ${listed(living)}`);
    const saver = new StateSaver();
    for (const [name, part] of this.parts) saver.part(name, part);
    return saver;
  }

  private load(loader: StateLoader): void {
    for (const [name, part] of this.parts) loader.part(name, part);
  }

  private transfer(state: StateTransfer): void {
    this.now = state.number(this.now);
    this.eventCount = state.number(this.eventCount);
    this.budgetAt = budgetAfter(this.eventCount);
    this.instantFrom = state.number(this.instantFrom);
    this.processes.transfer(state);
  }

  /** Adds an event at the time that the calendar has been told; returns its row. */
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

  private runTo(until: number, last: number, when: (() => boolean) | undefined): RunResult {
    const { list } = this;
    const limits = this.options.limits ?? {};
    const watched =
      when !== undefined ||
      limits.pendingEvents !== undefined ||
      limits.waiters !== undefined ||
      limits.processes !== undefined;
    list.until = until;
    let checkAt = this.eventCount;
    for (;;) {
      // One comparison an event: all that depends on the number of events is looked at when that is due.
      if (this.eventCount >= checkAt) {
        const result = this.check(until, last, limits);
        if (result !== undefined) return result;
        checkAt = this.nextCheck(last, limits);
      }
      if (!list.take()) break;
      this.fire();
      if (watched) {
        if (when?.()) return this.complete("when");
        const limit = this.crowded(limits);
        if (limit !== undefined) return this.truncated(limit, `more than ${limits[limit]} ${crowds[limit]}`);
      }
    }
    if (until < Number.POSITIVE_INFINITY && until > this.now) {
      this.now = until;
      list.now = until;
      this.instantFrom = this.eventCount;
    }
    return this.complete();
  }

  private check(until: number, last: number, limits: RunLimits): RunResult | undefined {
    const { eventCount, list } = this;
    if (eventCount >= this.budgetAt) {
      this.budgetAt = budgetAfter(eventCount);
      if (limits.budget?.()) return this.truncated("budget", "the end of its budget");
    }
    if (eventCount >= last) return this.complete("events");
    const { events = mostEvents, eventsAtOneInstant = mostAtOneInstant } = limits;
    const next = list.nextTime();
    if (!(next < until)) return undefined;
    if (eventCount >= events) return this.truncated("events", `${events} events`);
    if (eventCount - this.instantFrom >= eventsAtOneInstant && next === this.now) {
      return this.truncated("eventsAtOneInstant", `${eventsAtOneInstant} events at one instant`);
    }
    return undefined;
  }

  /** Event count at which something must be looked at again, at the earliest. */
  private nextCheck(last: number, limits: RunLimits): number {
    const { events = mostEvents, eventsAtOneInstant = mostAtOneInstant } = limits;
    // When so many have fired at this instant, and the next event is later, the next one may be the first of another such row.
    const instantEnd = Math.max(this.instantFrom + eventsAtOneInstant, this.eventCount + 1);
    return Math.min(last, events > this.eventCount ? events : Number.POSITIVE_INFINITY, this.budgetAt, instantEnd);
  }

  /** The limit that there is more of than may be at once. */
  private crowded(limits: RunLimits): keyof typeof crowds | undefined {
    if (this.list.pending > (limits.pendingEvents ?? Number.POSITIVE_INFINITY)) return "pendingEvents";
    if (this.waiters.count > (limits.waiters ?? Number.POSITIVE_INFINITY)) return "waiters";
    return this.processes.living > (limits.processes ?? Number.POSITIVE_INFINITY) ? "processes" : undefined;
  }

  private fire(): void {
    const { now, type, subject } = this.list;
    if (now > this.now) {
      this.now = now;
      this.instantFrom = this.eventCount;
    }
    this.eventCount++;
    this.history.add(now, type, subject);
    if (this.watcher !== undefined) this.watcher(now, type, subject);
    this.handlers[type]!(subject);
  }

  private complete(reached?: "events" | "when"): RunResult {
    const { now, eventCount: events, processes, waiters } = this;
    const waits = this.list.pending === 0 && (processes.living > 0 || waiters.count > 0);
    const stranded = waits
      ? findStranded(waiters, processes, (type, subject) => this.describe(type, subject))
      : undefined;
    return { status: "complete", ...(reached && { reached }), ...(stranded && { stranded }), now, events };
  }

  /** An event in words. */
  private describe(type: EventType, subject: number): string {
    const name = type === this.resume ? this.processes.givenName(subject) : undefined;
    return `"${this.names[type]}" of ${name ?? `subject ${subject}`}`;
  }

  private truncated(limit: keyof RunLimits, what: string): RunResult {
    const { type, subject } = this.list;
    const last = this.eventCount === 0 ? "nothing was fired" : `the last event was ${this.describe(type, subject)}`;
    const message = `run stopped at ${what}, at time ${this.now}; ${last}${this.remembered()}`;
    return { status: "truncated", limit, message, now: this.now, events: this.eventCount };
  }

  private failed(cause: unknown): EventError {
    if (cause instanceof EventError) return cause;
    const { now, type, subject } = this.list;
    return new EventError(now, this.names[type]!, subject, cause, this.remembered());
  }

  private remembered(): string {
    return this.recent === undefined ? "" : `; the last events:${this.recent.tell(this.names)}`;
  }
}

function refuseEvent(type: number, types: number, subject: number, priority: number): never {
  if (!(type >>> 0 === type && type < types)) throw new RangeError(`type must come from eventType, got ${type}`);
  if ((subject | 0) !== subject) throw new RangeError(`subject must be a whole number of 32 bits, got ${subject}`);
  throw new RangeError(`priority must be a whole number of 32 bits, got ${priority}`);
}

/** The first few of many names. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
