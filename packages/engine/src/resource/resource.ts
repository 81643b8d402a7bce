import type { Handle } from "../core/handle.ts";
import type { EventType, Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { Command } from "../process/process.ts";
import { TimeWeighted } from "../statistics/time-weighted.ts";
import { WaitingLine } from "./waiting-line.ts";

/**
 * So many equal units, taken and given back. Requests are served in strict order of priority and arrival: a request for one
 * unit does not pass a request for seven that waits. A grant is the event (type, subject) at the instant of granting.
 */
export class Resource implements Stateful {
  /** Those who wait, with the level over time and the waits of those granted (0 for those who did not wait). */
  readonly line: WaitingLine;
  /** Units taken, over time. */
  readonly busy: TimeWeighted;
  private units: number;
  private readonly simulation: Simulation;

  /** @throws RangeError if the capacity is not a whole number from 0, or the simulation has a line of that name */
  constructor(simulation: Simulation, name: string, capacity: number) {
    this.simulation = simulation;
    this.line = new WaitingLine(simulation, name);
    this.busy = new TimeWeighted(simulation);
    this.units = wholeNumber("capacity", capacity, 0);
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
   * Takes units at once if they are free and nobody waits; says whether it did.
   * @throws RangeError if the amount is not a whole number from 1
   */
  tryTake(amount = 1): boolean {
    wholeNumber("amount", amount, 1);
    if (this.line.length > 0 || amount > this.free) return false;
    this.busy.add(amount);
    return true;
  }

  /**
   * Asks for units: the event (type, subject) fires once they are taken for it, at this instant if they are free. The handle
   * can withdraw the request until then. Asking for more than there ever are means waiting for ever.
   * @throws RangeError if the amount or the priority is not a whole number, the amount from 1
   */
  request(type: EventType, subject: number, amount = 1, priority = 0): Handle {
    if (this.tryTake(amount)) return this.line.pass(type, subject, amount);
    const handle = this.line.join(type, subject, amount, { priority });
    // A higher priority may have come to the head of the line, where it fits.
    this.grant();
    return handle;
  }

  /**
   * Withdraws a request that waits, or one granted at this instant whose event is still to fire: its units go back. False when
   * it is too late: then the units are to be released.
   */
  cancel(handle: Handle): boolean {
    if (!this.line.leave(handle)) {
      const amount = this.line.recall(handle);
      if (amount === 0) return false;
      this.busy.add(-amount);
    }
    this.grant();
    return true;
  }

  /** Gives units back. @throws RangeError if the amount is not a whole number from 1, or more than are taken */
  release(amount = 1): void {
    if (wholeNumber("amount", amount, 1) > this.busy.level) {
      throw new RangeError(`amount must be at most the ${this.busy.level} in use, got ${amount}`);
    }
    this.busy.add(-amount);
    this.grant();
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
   * For processes: `yield resource.acquire(2)` goes on when two units are granted.
   * @throws RangeError as `request` and `mustBeProcess` do
   */
  acquire(amount = 1, priority = 0): Command {
    return this.request(this.simulation.resume, this.simulation.mustBeProcess(), amount, priority);
  }

  private grant(): void {
    if (this.line.length === 0) return;
    const free = this.free;
    if (free > 0) this.busy.add(free - this.line.fill(free, "block"));
  }

  transfer(state: StateTransfer): void {
    this.units = state.number(this.units);
    this.busy.transfer(state);
  }
}

function wholeNumber(name: string, value: number, from: number): number {
  if (!(Number.isInteger(value) && value >= from))
    throw new RangeError(`${name} must be a whole number from ${from}, got ${value}`);
  return value;
}
