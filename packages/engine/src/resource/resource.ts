import type { Handle } from "../core/handle.ts";
import type { EventType, Simulation } from "../core/simulation.ts";
import type { Command } from "../process/process.ts";
import { TimeWeighted } from "../statistics/time-weighted.ts";
import { WaitingLine } from "./waiting-line.ts";

/**
 * So many equal units, taken and given back. Requests are served in strict order of priority and arrival: a request for one
 * unit does not pass a request for seven that waits. A grant is the event (type, subject) at the instant of granting.
 */
export class Resource {
  readonly line: WaitingLine;
  /** Units taken, over time. */
  readonly busy: TimeWeighted;
  capacity: number;
  private readonly simulation: Simulation;

  /** @throws RangeError if the capacity is not a whole number from 0 */
  constructor(simulation: Simulation, name: string, capacity: number) {
    this.simulation = simulation;
    this.line = new WaitingLine(simulation, name);
    this.busy = new TimeWeighted(simulation);
    this.capacity = wholeNumber("capacity", capacity, 0);
  }

  get inUse(): number {
    return this.busy.level;
  }
  /** Units free; none while a lowered capacity is still exceeded by work in progress. */
  get free(): number {
    return Math.max(0, this.capacity - this.busy.level);
  }

  /** Takes units at once if they are free and nobody waits; says whether it did. */
  tryTake(amount = 1): boolean {
    if (this.line.length > 0 || amount > this.free) return false;
    this.busy.add(amount);
    return true;
  }

  /**
   * Asks for units. Returns a handle while it waits, 0 when it was granted at once; either way the grant is an event.
   * @throws RangeError if the amount is not a whole number from 1
   */
  request(type: EventType, subject: number, amount = 1, priority = 0): Handle {
    wholeNumber("amount", amount, 1);
    if (this.tryTake(amount)) {
      this.line.waits.add(0);
      this.simulation.schedule(0, type, subject);
      return 0;
    }
    const handle = this.line.join(type, subject, amount, { priority });
    // A higher priority may have come to the head of the line, where it fits.
    this.grant();
    return handle;
  }

  /** Withdraws a request that waits; false when it has been granted already. */
  cancel(handle: Handle): boolean {
    const left = this.line.leave(handle);
    if (left) this.grant();
    return left;
  }

  /** Gives units back. @throws RangeError if more than are taken */
  release(amount = 1): void {
    if (!(amount <= this.busy.level)) throw new RangeError(`amount must be at most the ${this.busy.level} in use, got ${amount}`);
    this.busy.add(-amount);
    this.grant();
  }

  /** Changes the number of units. Work in progress is finished; nothing is granted until it fits again. */
  setCapacity(capacity: number): void {
    this.capacity = wholeNumber("capacity", capacity, 0);
    this.grant();
  }

  /** For processes: `yield resource.acquire(2)` goes on when two units are granted. */
  acquire(amount = 1, priority = 0): Command {
    return this.request(this.simulation.resume, this.simulation.mustBeProcess(), amount, priority);
  }

  private grant(): void {
    if (this.line.length === 0) return;
    const free = this.free;
    if (free > 0) this.busy.add(free - this.line.fill(free, "block"));
  }
}

function wholeNumber(name: string, value: number, from: number): number {
  if (!(Number.isInteger(value) && value >= from)) throw new RangeError(`${name} must be a whole number from ${from}, got ${value}`);
  return value;
}
