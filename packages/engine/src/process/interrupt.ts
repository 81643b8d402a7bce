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
