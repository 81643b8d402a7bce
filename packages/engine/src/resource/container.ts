import type { EventType } from "../core/events.ts";
import type { Handle } from "../core/handle.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { Command } from "../process/process.ts";
import type { WaitingPlace } from "../process/waiting-place.ts";
import { TimeWeighted } from "../statistics/time-weighted.ts";
import { type LineOptions, WaitingLine } from "./waiting-line.ts";

/** Rules of a container. */
export interface ContainerOptions {
  /** Infinity unless given. */
  readonly capacity?: number;
  /** The amount in it at first, 0 unless given. */
  readonly level?: number;
}

/**
 * An amount of something: fuel in a tank, stock on a shelf. Amounts are any positive numbers. A get waits until there
 * is enough, a put until there is room, each in strict order of priority and coming. Registered as `container` and its
 * name, its lines as `line` and the name, with `gets` and `puts` behind it.
 */
export class Container implements Stateful, WaitingPlace {
  /** The most that it holds. */
  readonly capacity: number;
  /** The amount in it, over time. */
  readonly contents: TimeWeighted;
  /** Those who wait for enough; the level counts waiters. */
  readonly gets: WaitingLine;
  /** Those who wait for room; the level counts waiters. */
  readonly puts: WaitingLine;
  private readonly simulation: Simulation;

  /** @throws RangeError if the capacity is not positive, the level not from 0 to the capacity, or another has the name */
  constructor(simulation: Simulation, name: string, options: ContainerOptions = {}) {
    const { capacity = Number.POSITIVE_INFINITY, level = 0 } = options;
    if (!(capacity > 0)) throw new RangeError(`capacity must be positive, got ${capacity}`);
    if (!(level >= 0 && level <= capacity && level < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`level must be finite and from 0 to the capacity of ${capacity}, got ${level}`);
    }
    this.simulation = simulation;
    this.capacity = capacity;
    this.contents = new TimeWeighted(simulation, level);
    // Each waits as one; how much it wants is its argument, which need not be whole.
    const standsFor: LineOptions["standsFor"] = (waiter, amount) => ({ ...waiter, amount });
    this.gets = new WaitingLine(simulation, `${name} gets`, { owner: this, standsFor });
    this.puts = new WaitingLine(simulation, `${name} puts`, { owner: this, standsFor });
    simulation.register(`container ${name}`, this);
  }

  /** The amount in it now. */
  get level(): number {
    return this.contents.level;
  }

  /** Takes an amount at once, if it is there and nobody waits for some; says whether it did. @throws RangeError as `requestGet` does */
  tryGet(amount: number): boolean {
    this.mustFit(amount);
    if (this.gets.length > 0 || amount > this.level) return false;
    this.contents.add(-amount);
    this.settle();
    return true;
  }

  /** Puts an amount in at once, if there is room and nobody waits for room. @throws RangeError as `requestPut` does */
  tryPut(amount: number): boolean {
    this.mustFit(amount);
    if (this.puts.length > 0 || this.level + amount > this.capacity) return false;
    this.contents.add(amount);
    this.settle();
    return true;
  }

  /**
   * The event (type, subject) fires once the amount has been taken for it, at this instant if it is there.
   * @throws RangeError if the amount is not positive, or more than the capacity
   */
  requestGet(type: EventType, subject: number, amount: number, priority = 0): Handle {
    this.mustFit(amount);
    const handle = this.gets.join(type, subject, 1, { priority, argument: amount });
    this.settle();
    return handle;
  }

  /** The event (type, subject) fires once the amount is in, at this instant if there is room. @throws RangeError as `requestGet` does */
  requestPut(type: EventType, subject: number, amount: number, priority = 0): Handle {
    this.mustFit(amount);
    const handle = this.puts.join(type, subject, 1, { priority, argument: amount });
    this.settle();
    return handle;
  }

  /**
   * Withdraws one who waits. What was taken at this instant goes back if the event has yet to fire; what was put stays
   * in. False when it is too late.
   */
  cancel(handle: Handle): boolean {
    const taken = this.gets.isGranted(handle) ? this.amountOf(handle) : 0;
    if (!this.gets.cancel(handle) && !this.puts.cancel(handle)) return false;
    this.giveBack(taken);
    return true;
  }

  isPending(handle: Handle): boolean {
    return this.gets.isPending(handle) || this.puts.isPending(handle);
  }
  isGranted(handle: Handle): boolean {
    return this.gets.isGranted(handle) || this.puts.isGranted(handle);
  }
  /** The amount to give back when a get is withdrawn. */
  amountOf(handle: Handle): number {
    return this.gets.argumentOf(handle);
  }
  /** Puts back what somebody had taken. */
  giveBack(amount: number): void {
    this.contents.add(amount);
    this.settle();
  }

  /** For processes: `yield tank.get(40)`. @throws RangeError as `requestGet` and `Simulation.mustBeProcess` do */
  get(amount: number, priority = 0): Command {
    return this.requestGet(this.simulation.resume, this.simulation.mustBeProcess(), amount, priority);
  }

  /** For processes: `yield tank.put(40)`. @throws RangeError as `requestPut` and `Simulation.mustBeProcess` do */
  put(amount: number, priority = 0): Command {
    return this.requestPut(this.simulation.resume, this.simulation.mustBeProcess(), amount, priority);
  }

  /** Begins its statistics anew; what it holds stays. */
  reset(): void {
    this.contents.reset();
  }

  transfer(state: StateTransfer): void {
    this.contents.transfer(state);
  }

  /** Serves the two lines in turn, as long as one makes room or stock for the other. */
  private settle(): void {
    const { gets, puts } = this;
    for (let moved = true; moved; ) {
      moved = false;
      for (let put = puts.first(); put !== 0 && this.level + puts.argument(put) <= this.capacity; put = puts.first()) {
        this.contents.add(puts.argument(put));
        puts.serve(put);
        moved = true;
      }
      for (let get = gets.first(); get !== 0 && gets.argument(get) <= this.level; get = gets.first()) {
        this.contents.add(-gets.argument(get));
        gets.serve(get);
        moved = true;
      }
    }
  }

  private mustFit(amount: number): void {
    if (!(amount > 0 && amount <= this.capacity && amount < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `amount must be positive, finite and at most the capacity of ${this.capacity}, got ${amount}`,
      );
    }
  }
}
