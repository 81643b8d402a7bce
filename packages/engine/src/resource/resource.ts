import type { EventType } from "../core/events.ts";
import type { Handle } from "../core/handle.ts";
import { wholeNumber } from "../core/refuse.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { type Command, Outcome } from "../process/process.ts";
import type { WaitingPlace } from "../process/waiting-place.ts";
import { TimeWeighted } from "../statistics/time-weighted.ts";
import { Holders } from "./holders.ts";
import { type PlaceInLine, WaitingLine } from "./waiting-line.ts";

/**
 * Who gets free units while not all requests fit. `strict`: the first in line; nobody passes a request that waits.
 * `skip`: each that fits, in the order of the line. `best-fit`: the largest that fits, among equals the first in line.
 */
export type Honour = "strict" | "skip" | "best-fit";

/** Whether a request for an amount balks when a number of others wait. */
export type BalkRule = (amount: number, waiting: number) => boolean;

/** Rules of a resource. */
export interface ResourceOptions {
  /** `strict` unless given. */
  readonly honour?: Honour;
  /**
   * Called when a request arrives and is not granted at once, with its amount and how many wait: whether it balks. A
   * number means: it balks when so many wait already.
   */
  readonly balks?: number | BalkRule;
  /** Called with the subject of each request that left because its patience was over. */
  readonly reneges?: (subject: number) => void;
}

/**
 * A number of equal units that are taken and given back. Requests are served in order of priority and arrival; the rule
 * of honour decides where they ask for several units. A grant is the event (type, subject) at the same instant. The
 * units are taken by then, so nobody comes between the one who gives back and the next. Registered as `resource` and
 * its name, its line as `line` and its name.
 */
export class Resource implements Stateful, WaitingPlace {
  /** Those who wait, with the level over time and the waits of those granted (0 for those who did not wait). */
  readonly line: WaitingLine;
  /** Units taken, over time. */
  readonly busy: TimeWeighted;
  /** Requests that balked at arrival. */
  balked = 0;
  /** Requests that left the line before they were granted: out of patience, or withdrawn. */
  reneged = 0;
  private units: number;
  private readonly simulation: Simulation;
  private readonly holders: Holders;
  private readonly honour: Honour;
  private readonly balks: BalkRule | undefined;

  /**
   * @throws RangeError if the capacity is not a whole number from 0, the number at which one balks neither, or another resource
   * has the name
   */
  constructor(simulation: Simulation, name: string, capacity: number, options: ResourceOptions = {}) {
    const { honour = "strict", balks, reneges } = options;
    this.simulation = simulation;
    this.units = wholeNumber("capacity", capacity, 0);
    this.honour = honour;
    this.balks = balkRule(balks);
    this.holders = new Holders(simulation.processes);
    this.line = new WaitingLine(simulation, name, {
      owner: this,
      holders: this.holders,
      ...(reneges && { reneges: this.leaving(reneges) }),
    });
    this.busy = new TimeWeighted(simulation);
    simulation.register(`resource ${name}`, this);
  }

  /** Units there are; `setCapacity` changes it. */
  get capacity(): number {
    return this.units;
  }
  /** Units taken now. */
  get inUse(): number {
    return this.busy.level;
  }
  /** Units free; none while a lowered capacity is still exceeded by work in progress. */
  get free(): number {
    return Math.max(0, this.units - this.busy.level);
  }

  /**
   * Takes units at once if they are free and no waiter comes first; returns whether it did.
   * @throws RangeError if the amount is not a whole number from 1
   */
  tryTake(amount = 1): boolean {
    if (!this.takes(amount)) return false;
    this.holders.add(this.simulation.processes.running, amount);
    return true;
  }

  /**
   * Asks for units: the event (type, subject) fires once they are taken for it, at this instant if they are free. Until
   * then the handle can withdraw the request; it is 0 when the request balked. A request for more units than there ever
   * are waits for ever, or as long as its patience lasts.
   * @throws RangeError if the amount or the priority is not a whole number, the amount from 1, or the patience is
   * negative or given to a resource without `reneges`
   */
  request(type: EventType, subject: number, amount = 1, priority = 0, patience?: number): Handle {
    if (this.takes(amount)) return this.line.pass(type, subject, amount);
    if (this.turnsAway(amount)) return 0;
    const handle = this.line.join(type, subject, amount, placeOf(priority, patience));
    // A higher priority may have come to the head of the line, where it fits.
    this.grant();
    return handle;
  }

  /**
   * Withdraws a request that waits, or one granted at this instant if its event has yet to fire: then its units go
   * back. False when it is too late: then the units must be released.
   */
  cancel(handle: Handle): boolean {
    if (this.line.leave(handle)) this.reneged++;
    else {
      const amount = this.line.recall(handle);
      if (amount === 0) return false;
      this.busy.add(-amount);
    }
    this.grant();
    return true;
  }

  /** Whether a request waits, or has been granted at this instant and its event has yet to fire. */
  isPending(handle: Handle): boolean {
    return this.line.isPending(handle);
  }

  /** Gives units back. @throws RangeError if the amount is not a whole number from 1, or more than are taken */
  release(amount = 1): void {
    if (wholeNumber("amount", amount, 1) > this.busy.level) {
      throw new RangeError(`amount must be at most the ${this.busy.level} in use, got ${amount}`);
    }
    const { busy, line } = this;
    const left = busy.level - amount;
    if (left === 0) this.holders.clear();
    else this.holders.remove(this.simulation.processes.running, amount);
    // Units that pass to the next do not change the level, so it is set once.
    const free = this.units - left;
    if (line.length === 0) busy.set(left);
    else if (this.honour === "strict" && free > 0) busy.set(left + free - line.fill(free, "block"));
    else {
      busy.set(left);
      this.grant();
    }
  }

  /**
   * Changes the number of units. Work in progress is finished; nothing is granted until it fits again.
   * @throws RangeError if the capacity is not a whole number from 0
   */
  setCapacity(capacity: number): void {
    this.units = wholeNumber("capacity", capacity, 0);
    this.grant();
  }

  /**
   * For processes: `yield resource.acquire(2)` resumes when two units are granted. If it may balk, `outcome` of the
   * simulation says whether it did; `yield simulation.within(5, resource.acquire(2))` gives up after five time units.
   * @throws RangeError as `request` and `mustBeProcess` do
   */
  acquire(amount = 1, priority = 0): Command {
    const { simulation } = this;
    const { processes } = simulation;
    const process = processes.command();
    const handle = this.request(simulation.resume, process, amount, priority);
    if (this.balks === undefined) return handle;
    if (handle === 0) return processes.balk(process);
    processes.setOutcome(process, Outcome.done);
    return handle;
  }

  isGranted(handle: Handle): boolean {
    return this.line.isGranted(handle);
  }
  amountOf(handle: Handle): number {
    return this.line.amountOf(handle);
  }
  giveBack(amount: number): void {
    this.release(amount);
  }

  /** Begins its statistics anew; units taken and requests stay. The line does the same for its own. */
  reset(): void {
    this.busy.reset();
    this.balked = 0;
    this.reneged = 0;
  }

  transfer(state: StateTransfer): void {
    this.units = state.number(this.units);
    this.balked = state.number(this.balked);
    this.reneged = state.number(this.reneged);
    this.busy.transfer(state);
    this.holders.transfer(state);
  }

  private takes(amount: number): boolean {
    wholeNumber("amount", amount, 1);
    if (amount > this.free || (this.line.length > 0 && this.honour === "strict")) return false;
    this.busy.add(amount);
    return true;
  }

  private turnsAway(amount: number): boolean {
    if (!this.balks?.(amount, this.line.length)) return false;
    this.balked++;
    return true;
  }

  private leaving(reneges: (subject: number) => void): (subject: number) => void {
    return (subject) => {
      this.reneged++;
      this.grant();
      reneges(subject);
    };
  }

  private grant(): void {
    if (this.line.length === 0) return;
    const free = this.free;
    if (free === 0) return;
    if (this.honour === "best-fit") this.grantLargest();
    else this.busy.add(free - this.line.fill(free, this.honour === "strict" ? "block" : "skip"));
  }

  private grantLargest(): void {
    const { line } = this;
    for (;;) {
      let largest = 0;
      let chosen: Handle = 0;
      for (let handle = line.first(); handle !== 0; handle = line.next(handle)) {
        const amount = line.amount(handle);
        if (amount > largest && amount <= this.free) {
          largest = amount;
          chosen = handle;
        }
      }
      if (chosen === 0) return;
      line.serve(chosen);
      this.busy.add(largest);
    }
  }
}

/** @throws RangeError if a number is not a whole number from 0 */
export function balkRule(balks: number | BalkRule | undefined): BalkRule | undefined {
  if (typeof balks !== "number") return balks;
  const most = wholeNumber("balks", balks, 0);
  return (_, waiting) => waiting >= most;
}

/** None for most, so that they cost no object. */
function placeOf(priority: number, patience: number | undefined): PlaceInLine | undefined {
  if (patience !== undefined) return { priority, patience };
  return priority === 0 ? undefined : { priority };
}
