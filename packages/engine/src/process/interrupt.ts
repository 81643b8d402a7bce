import type { Handle } from "../core/handle.ts";

/**
 * What a process catches when another interrupts it: `catch (error) { if (!(error instanceof Interrupt)) throw error; … }`.
 * What it waited for has been withdrawn by then.
 */
export class Interrupt {
  /** As given to `Simulation.interrupt`. */
  readonly reason: unknown;

  constructor(reason: unknown) {
    this.reason = reason;
  }
}

interface OnItsWay {
  readonly process: Handle;
  readonly reason: unknown;
}

/** Interrupts on their way, by number: an event that delivers one has the complement of its number as subject. */
export class Interrupts {
  private readonly all: (OnItsWay | undefined)[] = [];

  /** The number of an interrupt that is sent. */
  send(process: Handle, reason: unknown): number {
    const vacant = this.all.indexOf(undefined);
    const number = vacant < 0 ? this.all.length : vacant;
    this.all[number] = { process, reason };
    return number;
  }

  /** The interrupt of a number, which is then no longer on its way; none when state has been loaded since. */
  take(number: number): OnItsWay | undefined {
    const interrupt = this.all[number];
    this.all[number] = undefined;
    return interrupt;
  }

  clear(): void {
    this.all.length = 0;
  }
}
