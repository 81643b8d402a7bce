import type { EventType } from "../core/events.ts";
import type { Handle } from "../core/handle.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { Command } from "../process/process.ts";
import { WaitingLine } from "./waiting-line.ts";

/**
 * Open or shut. Who comes while it is open passes at once. The others wait, and all pass when it opens. Registered as
 * `gate` and its name, its line as `line` and its name.
 */
export class Gate implements Stateful {
  /** Those who wait for it to open. */
  readonly line: WaitingLine;
  private readonly simulation: Simulation;
  private opened: boolean;

  /** @throws RangeError if another gate or line has the name */
  constructor(simulation: Simulation, name: string, isOpen = false) {
    this.simulation = simulation;
    this.line = new WaitingLine(simulation, name);
    this.opened = isOpen;
    simulation.register(`gate ${name}`, this);
  }

  /** Whether it is open now. */
  get isOpen(): boolean {
    return this.opened;
  }

  /** Opens; all who wait go on at this instant, in the order of their coming, even if it shuts at the same instant. */
  open(): void {
    this.opened = true;
    this.line.fill(Number.POSITIVE_INFINITY, "block");
  }

  /** Shuts, for those who come from now on. */
  shut(): void {
    this.opened = false;
  }

  /** The event (type, subject) fires when the gate is open: at this instant, or when it opens. */
  request(type: EventType, subject: number): Handle {
    return this.opened ? this.line.pass(type, subject, 1) : this.line.join(type, subject);
  }

  /** Withdraws one who waits, or who resumes at this instant if the event has yet to fire. */
  cancel(handle: Handle): boolean {
    return this.line.cancel(handle);
  }

  /** For processes: `yield gate.pass()`. @throws RangeError as `Simulation.mustBeProcess` does */
  pass(): Command {
    return this.request(this.simulation.resume, this.simulation.mustBeProcess());
  }

  transfer(state: StateTransfer): void {
    this.opened = state.number(this.opened ? 1 : 0) === 1;
  }
}
