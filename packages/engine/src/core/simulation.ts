import type { EventListKind } from "../event-list/event-list.ts";
import { ProcessTable } from "../process/process-table.ts";
import type { FastStream } from "../random/fast-stream.ts";
import type { KeyedStream } from "../random/keyed-stream.ts";
import type { Stream } from "../random/stream.ts";
import { StreamTable } from "../random/stream-table.ts";
import { StateLoader, StateSaver } from "../state/saved-state.ts";
import { checksumOf, decodeSnapshot, encodeSnapshot, manifestOf, mustBeSameModel } from "../state/snapshot-format.ts";
import type { EventType } from "./events.ts";
import { ProcessCommands } from "./process-commands.ts";
import type { RunLimits } from "./run-limits.ts";
import type { Stateful, StateTransfer } from "./stateful.ts";

/** What a simulation starts from. */
export interface SimulationOptions {
  /** Any text. */
  readonly seed: string;
  /** A whole number, 0 unless given; each replication has streams of its own. */
  readonly replication?: number;
  /** Bounds on its runs. Those not given are as `RunLimits` says. */
  readonly limits?: RunLimits;
  /**
   * Lets events of one instant and one priority fire in random order, the same for the same seed and replication. It
   * shows whether a result depends on the order in which they were scheduled. Not for models that rely on that order.
   */
  readonly shuffleTies?: boolean;
  /** How the event list is kept; `ladder` unless given. The results are the same. */
  readonly eventList?: EventListKind;
  /** How many of the last events are listed at the end of error messages; none unless given. */
  readonly remember?: number;
}

/** Builds a model on the simulation that it is given: all that it registers and schedules. */
export type ModelBuilder<M> = (simulation: Simulation) => M;

/** A copy of a model that goes on from some moment by itself. */
export interface Fork<M> {
  /** The copy's own simulation. */
  readonly simulation: Simulation;
  /** What the builder returned. */
  readonly model: M;
}

/**
 * A clock, an event list and named random streams. Everything that waits is named by two integers: the type of the
 * event that ends its wait, and its subject (a row of the model's own table, or a process). Time is a plain number;
 * this library's border model counts hours.
 */
export class Simulation extends ProcessCommands {
  /** As given; all streams come from it. */
  readonly seed: string;
  /** Which of the runs of one seed this is, from 0. */
  readonly replication: number;
  readonly resume: EventType;
  /** @internal For the parts where processes wait. */
  readonly processes: ProcessTable;
  private readonly options: SimulationOptions;
  private readonly streams: StreamTable;
  private readonly parts: Map<string, Stateful> = new Map();

  /** @throws RangeError if the replication or the number of events to remember is not a whole number from 0 */
  constructor(options: SimulationOptions) {
    const { seed, replication = 0, eventList = "ladder", shuffleTies = false, remember = 0, limits = {} } = options;
    if (!(Number.isInteger(replication) && replication >= 0)) {
      throw new RangeError(`replication must be a whole number from 0, got ${replication}`);
    }
    const streams = new StreamTable(seed, replication);
    super(eventList, shuffleTies ? streams.stream("simulation ties") : undefined, remember, limits);
    this.seed = seed;
    this.replication = replication;
    this.options = options;
    this.streams = streams;
    this.register("simulation", { transfer: (state) => this.transfer(state) });
    this.register("simulation events", this.list);
    this.register("simulation lines", this.waiters);
    this.register("simulation streams", this.streams);
    this.register("simulation fingerprint", this.history);
    this.resume = this.resumeType();
    this.processes = new ProcessTable(this, this.resume);
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
   * Ends a warm-up: the statistics of resources, of lines and of all that was registered begin anew
   * (`register("visits", visits)` registers a tally of the model's own). The model itself goes on unchanged.
   */
  resetStatistics(): void {
    for (const part of this.parts.values()) part.reset?.();
  }

  /**
   * The state of the simulation and of every part registered with it, as bytes that can be stored and restored in
   * another program. They are written to `into` if it is large enough, else to new memory; the part used is returned. A
   * snapshot taken by a handler holds what the handler has done so far, not what it has yet to do.
   * @throws RangeError if a process lives: the rest of its story is code, which cannot be saved
   */
  snapshot(into?: Uint8Array): Uint8Array {
    return encodeSnapshot(this.manifest(), this.save(), into);
  }

  /**
   * Takes the state of a snapshot of the same model. Later draws are those of this simulation's seed and replication.
   * Processes of this simulation are dropped.
   * @throws RangeError if the snapshot is cut short, damaged, of another format, or of another model (other event types
   * or parts, or another order). The error says what differs, and nothing has changed
   */
  restore(snapshot: Uint8Array): void {
    this.load(new StateLoader(decodeSnapshot(this.manifest(), snapshot)));
  }

  /**
   * Builds the model a second time, on a new simulation, and gives it the state of this one. With the same seed and
   * replication the two go on alike. That state replaces what the builder schedules and draws.
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

  protected override proceed(process: number): void {
    this.processes.proceed(process);
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
    this.transferClock(state);
    this.processes.transfer(state);
  }
}

/** The first few of many names. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
