import type { EventType } from "../core/events.ts";
import type { Handle } from "../core/handle.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Command } from "../process/process.ts";
import { WaitingLine } from "./waiting-line.ts";

/**
 * A predicate of a number. Each waiter waits with an argument until the predicate holds for it. So a wait is named by
 * the name of the condition and a number, and can be saved. The model says when to test again: `check`. The line is
 * registered as `line` and the name.
 */
export class Condition {
  /** Those who wait. */
  readonly line: WaitingLine;
  private readonly simulation: Simulation;
  private readonly holds: (argument: number) => boolean;

  /**
   * @param holds reads the state of the model and must not change it
   * @throws RangeError if another line has the name
   */
  constructor(simulation: Simulation, name: string, holds: (argument: number) => boolean) {
    this.simulation = simulation;
    this.holds = holds;
    this.line = new WaitingLine(simulation, name);
  }

  /** The event (type, subject) fires when the predicate holds of the argument: at this instant, or when a check finds so. */
  request(type: EventType, subject: number, argument = 0): Handle {
    return this.holds(argument) ? this.line.pass(type, subject, 1) : this.line.join(type, subject, 1, { argument });
  }

  /** Withdraws one who waits, or who resumes at this instant if the event has yet to fire. */
  cancel(handle: Handle): boolean {
    return this.line.cancel(handle);
  }

  /**
   * Tests again: all for whose argument the predicate holds resume at this instant, in the order of their coming.
   * Returns how many.
   */
  check(): number {
    const { line } = this;
    let served = 0;
    for (let handle = line.first(); handle !== 0; ) {
      const next = line.next(handle);
      if (this.holds(line.argument(handle)) && line.serve(handle)) served++;
      handle = next;
    }
    return served;
  }

  /** For processes: `yield enoughInStock.until(5)`. @throws RangeError as `Simulation.mustBeProcess` does */
  until(argument = 0): Command {
    return this.request(this.simulation.resume, this.simulation.mustBeProcess(), argument);
  }
}
