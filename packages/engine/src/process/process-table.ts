import { longerFloats, longerIntegers } from "../core/columns.ts";
import type { EventType } from "../core/events.ts";
import { generationOf, type Handle, handleOf, lastGeneration, longerLength, slotOf } from "../core/handle.ts";
import { ProcessError } from "../core/run-errors.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { EarlierCommands } from "./earlier-commands.ts";
import { Interrupt, Interrupts } from "./interrupt.ts";
import { type Command, Outcome, type Process } from "./process.ts";
import { ProcessEnds } from "./process-ends.ts";
import { WaitGroup } from "./wait-group.ts";
import type { WaitingPlace } from "./waiting-place.ts";

/**
 * The one function that resumes all generators. Looked up on each generator, it is slow once a model has had a few
 * kinds of story.
 */
const { next } = (function* () {})();

/** Interrupts come before everything else at their instant. */
const first = 2147483647;

/**
 * The processes of a simulation: the story of each, and where it waits, so that it can be withdrawn from there. Events
 * name a process by its row, which is recycled; handles of processes carry its generation.
 */
export class ProcessTable implements Stateful {
  /** The row of the process that runs at this moment, or -1. */
  running = -1;
  /** Event type that resumes the process of a row; below 0 the subject is an interrupt on its way. */
  readonly resume: EventType;
  /** How many live. */
  living = 0;
  private readonly simulation: Simulation;
  private stories: (Process<unknown> | undefined)[] = [];
  private readonly places: (WaitingPlace | undefined)[] = [];
  private handles: Float64Array = new Float64Array(64);
  private outcomes: Int32Array = new Int32Array(64);
  private generations: Int32Array = new Int32Array(64).fill(1);
  /**
   * The last row of a line in which a process has been served, linked to earlier ones, until it is resumed; -1 for
   * none.
   */
  private served: Int32Array = new Int32Array(64).fill(-1);
  private freeRows: number[] = [];
  private readonly given: Map<number, string> = new Map();
  private readonly results: WeakMap<Process<unknown>, unknown> = new WeakMap();
  private readonly ends: ProcessEnds = new ProcessEnds();
  /** Where a process waits before it begins. */
  private readonly start: WaitingPlace;
  /** Where a process waits after it did not join. */
  private readonly refused: WaitingPlace;
  private readonly interrupts: Interrupts = new Interrupts();
  /** Commands given since the running process was resumed, and all of them but the last. */
  private commands = 0;
  private readonly earlier: EarlierCommands = new EarlierCommands();
  private groups = 0;

  constructor(simulation: Simulation, resume: EventType) {
    this.simulation = simulation;
    this.resume = resume;
    this.start = placeOnCalendar(simulation);
    this.refused = placeOnCalendar(simulation);
  }

  spawn(story: Process<unknown>, name: string | undefined): Handle {
    const row = this.freeRows.pop() ?? this.stories.length;
    if (row === this.handles.length) this.grow();
    this.stories[row] = story;
    this.living++;
    this.places[row] = this.start;
    this.handles[row] = this.simulation.goOn(row);
    if (name !== undefined) this.given.set(row, name);
    return handleOf(row, this.generations[row]!);
  }

  /** Counts a command of the running process, whose row it returns. */
  command(): number {
    if (this.running < 0) throw new RangeError("a command must be given from a process, got none running");
    this.commands++;
    return this.running;
  }

  /** Notes where a process waits, from its command on. */
  waits(row: number, place: WaitingPlace, handle: Handle): void {
    if (this.commands > 1 && row === this.running) {
      this.earlier.push({ place: this.places[row]!, handle: this.handles[row]! });
    }
    this.places[row] = place;
    this.handles[row] = handle;
  }

  /**
   * What a process waits for at a place is done: it resumes at this instant. From now on its wait is cancelled at the
   * event list.
   */
  wake(row: number, place: WaitingPlace, handle: Handle, outcome: number): void {
    const { simulation } = this;
    const event = simulation.goOn(row);
    const waitsAt = this.places[row];
    if (waitsAt instanceof WaitGroup) {
      const branch = waitsAt.find(place, handle)!;
      branch.place = simulation;
      branch.handle = event;
      branch.outcome = outcome;
      branch.granted = true;
    } else {
      this.places[row] = simulation;
      this.handles[row] = event;
      this.outcomes[row] = outcome;
    }
  }

  /**
   * The row of a line in which a process waits is served by an event. It is removed when the process resumes. So what
   * was given to the process stays its own, also while it waits for something else besides.
   */
  serve(row: number, inLine: number, event: Handle): void {
    this.simulation.waiters.grantTo(inLine, event, this.served[row]!);
    this.served[row] = inLine;
  }

  join(process: Handle): Command {
    const row = this.command();
    const target = this.rowOf(process);
    const alive = target >= 0;
    const handle = alive ? this.ends.join(target, row) : this.simulation.goOn(row);
    this.waits(row, alive ? this.ends : this.simulation, handle);
    return handle;
  }

  /** Takes the commands given last together as one. */
  group(kind: "any" | "all" | "within", commands: readonly Command[]): Command {
    const row = this.running;
    if (commands.length === 0 || commands.length > this.commands) {
      throw new RangeError(`commands must be those the process has just given, got ${commands.length} of them`);
    }
    const last = { place: this.places[row]!, handle: this.handles[row]! };
    const branches = this.earlier.gather(commands, last, this.refused);
    // Below all handles of rows, and above those of processes that go on.
    this.groups = (this.groups % lastGeneration) + 1;
    const handle = this.groups;
    this.commands -= commands.length - 1;
    this.places[row] = new WaitGroup(kind, branches);
    this.handles[row] = handle;
    return handle;
  }

  /** A command that is never done, since the process does not join: it resumes at this instant. */
  balk(row: number): Command {
    const handle = this.simulation.goOn(row);
    this.waits(row, this.refused, handle);
    this.outcomes[row] = Outcome.balked;
    return handle;
  }

  /** How the last wait of the running process ended. */
  get outcome(): number {
    return this.running < 0 ? 0 : this.outcomes[this.running]!;
  }
  setOutcome(row: number, outcome: number): void {
    this.outcomes[row] = outcome;
  }

  interrupt(process: Handle, reason: unknown): boolean {
    const row = this.rowOf(process);
    if (row < 0) return false;
    if (row === this.running)
      throw new RangeError(`process ${this.nameOf(row)} must be interrupted by another, got itself`);
    this.simulation.schedule(0, this.resume, ~this.interrupts.send(process, reason), first);
    return true;
  }

  isAlive(process: Handle): boolean {
    return this.rowOf(process) >= 0;
  }

  /** The command that the running process has yielded last. */
  lastYielded(): Command {
    if (this.running < 0) throw new RangeError("a process must ask for what it waited for, got none running");
    return this.handles[this.running]!;
  }

  /** Handle of the running process. */
  self(): Handle {
    if (this.running < 0) throw new RangeError("a process must ask for its handle, got none running");
    return handleOf(this.running, this.generations[this.running]!);
  }

  resultOf<Result>(process: Process<Result>): Result {
    if (!this.results.has(process)) throw new RangeError("process must have ended with a result, got one that has not");
    return this.results.get(process) as Result;
  }

  /** Rows of the processes that live. */
  rows(): number[] {
    return Array.from(this.stories.keys()).filter((row) => this.stories[row] !== undefined);
  }

  /** Names of the processes that live, by row: those without one are numbered. */
  names(): string[] {
    return this.rows().map((row) => this.labelOf(row));
  }
  labelOf(row: number): string {
    return this.given.get(row) ?? `process ${row}`;
  }
  /** The name that the process of a row was given. */
  givenName(row: number): string | undefined {
    return this.given.get(row);
  }

  /** Rows of the processes for whose end another waits, also where that is one of several commands. */
  joinedBy(row: number): number[] {
    return this.joinedAt(this.places[row], this.handles[row]!);
  }

  /** Rows and their generations; state is saved when no process lives, and those that lived before it is loaded are dropped. */
  transfer(state: StateTransfer): void {
    this.stories = new Array(state.number(this.stories.length)).fill(undefined);
    this.living = 0;
    this.given.clear();
    this.interrupts.clear();
    this.ends.clear();
    this.freeRows = Array.from(state.integers(Int32Array.from(this.freeRows)));
    this.generations = state.integers(this.generations);
    this.handles = state.floats(this.handles, 0);
    this.outcomes = state.integers(this.outcomes, 0);
    this.served = state.integers(this.served, 0).fill(-1);
  }

  private joinedAt(place: WaitingPlace | undefined, handle: Handle): number[] {
    if (place instanceof WaitGroup)
      return place.branches.flatMap((branch) => this.joinedAt(branch.place, branch.handle));
    return place === this.ends ? [this.ends.targetOf(handle)] : [];
  }

  /** The event by which the process of a row goes on; below 0, an interrupt. */
  proceed(row: number): void {
    if (row < 0) {
      this.deliver(~row);
      return;
    }
    const handle = this.handles[row]!;
    const group = handle > 0 && handle <= lastGeneration ? this.places[row] : undefined;
    if (group instanceof WaitGroup) {
      if (!group.settle()) return;
      this.outcomes[row] = group.outcome;
    }
    this.advance(row, undefined);
  }

  private deliver(number: number): void {
    // There is none when state was loaded that held the event of an interrupt whose process is gone.
    const interrupt = this.interrupts.take(number);
    const row = interrupt === undefined ? -1 : this.rowOf(interrupt.process);
    if (interrupt === undefined || row < 0) return;
    const { process, reason } = interrupt;
    if (this.places[row] === this.start) {
      // A story must have begun before anything can be caught in it.
      this.start.cancel(this.handles[row]!);
      this.advance(row, undefined);
      if (!this.isAlive(process)) return;
    }
    if (!this.places[row]?.cancel(this.handles[row]!)) {
      throw new RangeError(
        `process ${this.nameOf(row)} must wait by a command to be interrupted, got an event of its own`,
      );
    }
    this.advance(row, new Interrupt(reason));
  }

  /** Resumes a process, or lets it catch an interrupt, until it waits again or ends. */
  private advance(row: number, interrupt: Interrupt | undefined): void {
    const story = this.stories[row];
    if (story === undefined) throw new RangeError(`resume must name a process that lives, got ${row}`);
    this.running = row;
    this.commands = 0;
    if (this.served[row]! >= 0) this.removeServed(row);
    this.places[row] = undefined;
    let step: IteratorResult<Command, unknown>;
    try {
      step = interrupt === undefined ? next.call(story) : story.throw(interrupt);
      if (this.commands > (step.done ? 0 : 1)) this.mustYield(step.done === true);
    } catch (error) {
      const name = this.nameOf(row);
      this.running = -1;
      this.withdrawAll(row);
      this.close(row);
      throw new ProcessError(name, error);
    }
    this.running = -1;
    if (!step.done) return;
    if (step.value !== undefined) this.results.set(story, step.value);
    this.close(row);
  }

  private removeServed(row: number): void {
    const { waiters } = this.simulation;
    let inLine = this.served[row]!;
    while (inLine >= 0) {
      const earlier = waiters.next[inLine]!;
      waiters.remove(inLine);
      inLine = earlier;
    }
    this.served[row] = -1;
  }

  private mustYield(done: boolean): never {
    const got = done ? "its end" : `${this.commands} commands`;
    throw new RangeError(`a process must yield each command it gives, got ${got} before a yield`);
  }

  /** Withdraws the commands given and not yielded, so that nothing resumes a process that has ended. */
  private withdrawAll(row: number): void {
    this.places[row]?.cancel(this.handles[row]!);
    this.earlier.withdraw();
    if (this.served[row]! >= 0) this.removeServed(row);
  }

  private close(row: number): void {
    const generation = this.generations[row]! + 1;
    this.stories[row] = undefined;
    this.living--;
    this.generations[row] = generation;
    if (generation < lastGeneration) this.freeRows.push(row);
    if (this.given.size > 0) this.given.delete(row);
    if (this.ends.count > 0) this.ends.ended(row, (subject, id) => this.wake(subject, this.ends, id, Outcome.done));
  }

  /** Generation of the row of a process: it tells a process that has ended from one that lives in its row. */
  generation(row: number): number {
    return this.generations[row]!;
  }

  /** Row of a process that lives, or -1. */
  rowOf(process: Handle): number {
    const row = slotOf(process);
    return this.stories[row] !== undefined && this.generations[row] === generationOf(process) ? row : -1;
  }

  private nameOf(row: number): string {
    return this.given.get(row) ?? String(row);
  }

  private grow(): void {
    const from = this.handles.length;
    const length = longerLength(from);
    this.handles = longerFloats(this.handles, length);
    this.outcomes = longerIntegers(this.outcomes, length);
    this.generations = longerIntegers(this.generations, length).fill(1, from);
    this.served = longerIntegers(this.served, length).fill(-1, from);
  }
}

/** The event list as a waiting place. */
function placeOnCalendar(simulation: Simulation): WaitingPlace {
  return {
    cancel: (handle) => simulation.cancel(handle),
    isPending: (handle) => simulation.isPending(handle),
  };
}
