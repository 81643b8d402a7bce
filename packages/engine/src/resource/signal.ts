import type { EventType } from "../core/events.ts";
import type { Handle } from "../core/handle.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { Command } from "../process/process.ts";
import { WaitingLine } from "./waiting-line.ts";

/**
 * Something that happens now and then. When it happens, all who wait for it resume. Who comes later waits for the next
 * time. Registered as `signal` and its name, its line as `line` and its name.
 */
export class Signal implements Stateful {
  /** Those who wait for the next time. */
  readonly line: WaitingLine;
  /** How often it has happened. */
  count = 0;
  private readonly simulation: Simulation;

  /** @throws RangeError if another signal or line has the name */
  constructor(simulation: Simulation, name: string) {
    this.simulation = simulation;
    this.line = new WaitingLine(simulation, name);
    simulation.register(`signal ${name}`, this);
  }

  /** The event (type, subject) fires when it happens next. */
  request(type: EventType, subject: number): Handle {
    return this.line.join(type, subject);
  }

  /** Withdraws one who waits, or who resumes at this instant if the event has yet to fire. */
  cancel(handle: Handle): boolean {
    return this.line.cancel(handle);
  }

  /** It happens: all who wait resume at this instant, in the order of their coming. Returns how many. */
  fire(): number {
    const { length } = this.line;
    this.count++;
    this.line.fill(Number.POSITIVE_INFINITY, "block");
    return length;
  }

  /** For processes: `yield signal.wait()`. @throws RangeError as `Simulation.mustBeProcess` does */
  wait(): Command {
    return this.request(this.simulation.resume, this.simulation.mustBeProcess());
  }

  transfer(state: StateTransfer): void {
    this.count = state.number(this.count);
  }
}
