import type { EventType } from "../core/events.ts";
import type { Handle } from "../core/handle.ts";
import { wholeNumber } from "../core/refuse.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { type Command, Outcome } from "../process/process.ts";
import type { WaitingPlace } from "../process/waiting-place.ts";
import { TimeWeighted } from "../statistics/time-weighted.ts";
import type { EndOfShift } from "./capacity-schedule.ts";
import { type BalkRule, balkRule } from "./resource.ts";
import { WaitingLine } from "./waiting-line.ts";
import { WorkTable } from "./work-table.ts";

/** What happens to work that is stopped: it is resumed later where it was, begins again, or is lost. */
export type StoppedWork = "resume" | "restart" | "lose";

/** Rules of a station. */
export interface StationOptions {
  /** Whether work of a lower priority is stopped for one of a higher; not unless given. */
  readonly preemptive?: boolean;
  /** `resume` unless given. */
  readonly stopped?: StoppedWork;
  /** Called when work arrives that is not begun at once, as for a `Resource`. */
  readonly balks?: number | BalkRule;
  /** Called with the subject of work that left before it was begun because its patience was over. */
  readonly reneges?: (subject: number) => void;
  /** Called with the subject of work that is lost, at that instant. A process reads it from `outcome` instead. */
  readonly loses?: (subject: number) => void;
}

/**
 * Equal units that do work of known length, so that the work can be stopped: for a higher priority, or at the end of a
 * shift. Work is begun in strict order of priority and coming; work that was stopped keeps its place in that order. The
 * work of lowest priority is stopped first, and among equals the one begun last. Work that ends at this very instant is
 * not stopped. Registered as `station` and its name, its line as `line` and its name.
 */
export class Station implements Stateful, WaitingPlace {
  /** Work that waits. Its `waits` count every stay in the line, also of work that was stopped. */
  readonly line: WaitingLine;
  /** Units at work, over time. */
  readonly busy: TimeWeighted;
  /** Work that balked at arrival. */
  balked = 0;
  /** Work that left the line without being done: withdrawn, or out of patience before it was begun. */
  reneged = 0;
  /** How often work was stopped. */
  stopped = 0;
  /** How often work was lost, which is counted as stopped as well. */
  lost = 0;
  private units: number;
  private arrivals = 0;
  private readonly simulation: Simulation;
  private readonly options: StationOptions;
  private readonly balks: BalkRule | undefined;
  private readonly works: WorkTable = new WorkTable();
  private readonly ends: EventType;
  private readonly loses: EventType;
  private readonly beginNext: (row: number) => void;

  /** @throws RangeError if the capacity is not a whole number from 0, or another station or line has the name */
  constructor(simulation: Simulation, name: string, capacity: number, options: StationOptions = {}) {
    this.simulation = simulation;
    this.options = options;
    this.units = wholeNumber("capacity", capacity, 0);
    this.balks = balkRule(options.balks);
    this.busy = new TimeWeighted(simulation);
    const { reneges } = options;
    this.line = new WaitingLine(simulation, name, {
      standsFor: ({ subject: row, amount }) => ({
        type: this.works.type[row]!,
        subject: this.works.subject[row]!,
        amount,
      }),
      ...(reneges && { reneges: (row) => reneges(this.renege(row)) }),
    });
    this.ends = simulation.eventType(`work ends, station ${name}`, (row) => this.finish(row));
    this.loses = simulation.eventType(`work lost, station ${name}`, (subject) => options.loses?.(subject));
    this.beginNext = (row) => this.begin(row);
    simulation.register(`station ${name}`, this);
  }

  /** Units there are; `setCapacity` changes it. */
  get capacity(): number {
    return this.units;
  }
  /** Units at work now. */
  get inUse(): number {
    return this.busy.level;
  }
  /** Units free; none while a lowered capacity is still exceeded by work in progress. */
  get free(): number {
    return Math.max(0, this.units - this.busy.level);
  }

  /**
   * Asks for work of a given length: the event (type, subject) fires when it is done, and its units are free by then.
   * Until then the handle can withdraw it; it is 0 when it balked.
   * @throws RangeError if the time is negative or not finite, the amount not a whole number from 1, the priority not a
   * whole number, or the patience is negative or given to a station without `reneges`
   */
  request(type: EventType, subject: number, time: number, amount = 1, priority = 0, patience?: number): Handle {
    if (!(time >= 0 && time < Number.POSITIVE_INFINITY))
      throw new RangeError(`time must be finite and not negative, got ${time}`);
    wholeNumber("amount", amount, 1);
    const atOnce = this.line.length === 0 && amount <= this.free;
    if (!atOnce && this.turnsAway(amount)) return 0;
    const { works } = this;
    const row = works.add();
    works.type[row] = type;
    works.subject[row] = subject;
    works.amount[row] = amount;
    works.priority[row] = priority;
    works.rank[row] = this.arrivals++;
    works.total[row] = time;
    works.left[row] = time;
    const handle = works.handle(row);
    if (atOnce) {
      this.line.waits.add(0);
      this.begin(row);
    } else {
      this.join(row, patience);
      this.serve();
    }
    return handle;
  }

  /**
   * For processes: `yield station.work(5)` resumes when the work is done. `outcome` of the simulation is `Outcome.lost`
   * when it was lost, and `Outcome.balked` when it balked.
   * @throws RangeError as `request` and `Simulation.mustBeProcess` do
   */
  work(time: number, amount = 1, priority = 0): Command {
    const { simulation } = this;
    const { processes } = simulation;
    const process = processes.command();
    const handle = this.request(simulation.resume, process, time, amount, priority);
    if (handle === 0) return processes.balk(process);
    processes.waits(process, this, handle);
    return handle;
  }

  /** Withdraws work that waits or is in progress: its units go to others. False when it is done or lost. */
  cancel(handle: Handle): boolean {
    const { works } = this;
    const row = works.row(handle);
    if (row < 0) return false;
    if (works.waiter[row] !== 0) {
      this.line.leave(works.waiter[row]!);
      this.reneged++;
    } else {
      this.simulation.cancel(works.end[row]!);
      this.leaveUnits(row);
    }
    works.remove(row);
    this.serve();
    return true;
  }

  /** Whether work waits or is in progress. */
  isPending(handle: Handle): boolean {
    return this.works.row(handle) >= 0;
  }

  /**
   * Changes the number of units. Work in progress that no longer fits is finished, and nothing is begun until work fits
   * again; or it is stopped.
   * @throws RangeError if the capacity is not a whole number from 0
   */
  setCapacity(capacity: number, endOfShift: EndOfShift = "finish"): void {
    this.units = wholeNumber("capacity", capacity, 0);
    if (endOfShift === "stop") {
      let excess = this.busy.level - this.endingNow() - capacity;
      for (
        let row = this.victim(Number.POSITIVE_INFINITY);
        row >= 0 && excess > 0;
        row = this.victim(Number.POSITIVE_INFINITY)
      ) {
        excess -= this.works.amount[row]!;
        this.stop(row);
      }
    }
    this.serve();
  }

  /** Begins its statistics anew; work and requests stay. The line does the same for its own. */
  reset(): void {
    this.busy.reset();
    this.balked = 0;
    this.reneged = 0;
    this.stopped = 0;
    this.lost = 0;
  }

  transfer(state: StateTransfer): void {
    this.units = state.number(this.units);
    this.arrivals = state.number(this.arrivals);
    this.balked = state.number(this.balked);
    this.reneged = state.number(this.reneged);
    this.stopped = state.number(this.stopped);
    this.lost = state.number(this.lost);
    this.busy.transfer(state);
    this.works.transfer(state);
  }

  private turnsAway(amount: number): boolean {
    const turns = this.balks?.(amount, this.line.length) === true;
    if (turns) this.balked++;
    return turns;
  }

  private join(row: number, patience: number | undefined): void {
    const { works } = this;
    const place = { priority: works.priority[row]!, rank: works.rank[row]! };
    const { line, ends } = this;
    works.waiter[row] = line.join(
      ends,
      row,
      works.amount[row]!,
      patience === undefined ? place : { ...place, patience },
    );
  }

  /** Begins what fits, in order, and stops work of lower priority for the first in line. */
  private serve(): void {
    if (this.line.length === 0) return;
    do this.line.take(this.free, "block", this.beginNext);
    while (this.options.preemptive && this.makeRoom());
  }

  private begin(row: number): void {
    const { works, simulation } = this;
    const left = works.left[row]!;
    works.waiter[row] = 0;
    works.endsAt[row] = simulation.now + left;
    works.end[row] = simulation.schedule(left, this.ends, row);
    works.begun(row);
    this.busy.add(works.amount[row]!);
  }

  private finish(row: number): void {
    this.leaveUnits(row);
    this.tell(row, Outcome.done);
    this.works.remove(row);
    this.serve();
  }

  private leaveUnits(row: number): void {
    this.works.ended(row);
    this.busy.add(-this.works.amount[row]!);
  }

  /** Stops work in progress; it goes back to its place in the line, or is lost. */
  private stop(row: number): void {
    const { works, simulation } = this;
    const rule = this.options.stopped ?? "resume";
    simulation.cancel(works.end[row]!);
    this.leaveUnits(row);
    this.stopped++;
    if (rule === "lose") {
      this.lost++;
      this.tell(row, Outcome.lost);
      works.remove(row);
      return;
    }
    works.left[row] = rule === "resume" ? works.endsAt[row]! - simulation.now : works.total[row]!;
    this.join(row, undefined);
  }

  private tell(row: number, outcome: number): void {
    const { works, simulation } = this;
    const type = works.type[row]!;
    const subject = works.subject[row]!;
    if (type === simulation.resume) simulation.processes.wake(subject, this, works.handle(row), outcome);
    else if (outcome === Outcome.done) simulation.schedule(0, type, subject);
    else simulation.schedule(0, this.loses, subject);
  }

  /** Stops work of lower priority until the first in line fits; nothing if that is not enough. */
  private makeRoom(): boolean {
    const { line, works } = this;
    const first = line.first();
    if (first === 0) return false;
    const priority = works.priority[line.subject(first)]!;
    const ending = this.endingNow();
    let short = line.amount(first) + this.busy.level - this.units - ending;
    if (short <= 0 || this.stoppable(priority) < short) return false;
    while (short > 0) {
      const row = this.victim(priority);
      short -= works.amount[row]!;
      this.stop(row);
    }
    return ending === 0 || line.amount(line.first()) <= this.free;
  }

  /** Units whose work ends at this instant. */
  private endingNow(): number {
    const { works } = this;
    let units = 0;
    for (let row = works.newest; row >= 0; row = works.before[row]!) {
      if (works.endsAt[row] === this.simulation.now) units += works.amount[row]!;
    }
    return units;
  }

  private stoppable(below: number): number {
    const { works } = this;
    let units = 0;
    for (let row = works.newest; row >= 0; row = works.before[row]!) {
      if (works.priority[row]! < below && works.endsAt[row] !== this.simulation.now) units += works.amount[row]!;
    }
    return units;
  }

  /** Work to stop first among that of a lower priority, or -1. */
  private victim(below: number): number {
    const { works } = this;
    let victim = -1;
    let lowest = below;
    for (let row = works.newest; row >= 0; row = works.before[row]!) {
      if (works.priority[row]! >= lowest || works.endsAt[row] === this.simulation.now) continue;
      victim = row;
      lowest = works.priority[row]!;
    }
    return victim;
  }

  /** The patience of work that waits is over. Returns its subject. */
  private renege(row: number): number {
    const subject = this.works.subject[row]!;
    this.reneged++;
    this.works.remove(row);
    this.serve();
    return subject;
  }
}
