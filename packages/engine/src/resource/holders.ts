import type { Handle } from "../core/handle.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";

/** So many units are told apart; beyond that it is not known who holds what, until all are free again. */
const most = 64;

/** Who has taken the units of a resource: for each the handle of a process, or 0 for a handler. Asked by the report of who waits for whom. */
export class Holders implements Stateful {
  private processes: Float64Array = new Float64Array(most);
  private count = 0;
  private known = true;

  add(process: Handle, units: number): void {
    if (this.count + units > most) this.known = false;
    if (!this.known) return;
    for (let i = 0; i < units; i++) this.processes[this.count++] = process;
  }

  /** Units given back by a process; one that gives back for another leaves us in doubt. */
  remove(process: Handle, units: number): void {
    if (!this.known) return;
    for (let i = 0; i < units; i++) {
      // By hand: there are a few, and `lastIndexOf` of a typed array is a call that takes longer than to look at all of them.
      let at = this.count - 1;
      while (at >= 0 && this.processes[at] !== process) at--;
      if (at < 0) {
        this.known = false;
        return;
      }
      this.processes[at] = this.processes[--this.count]!;
    }
  }

  /** All units are free. */
  clear(): void {
    this.count = 0;
    this.known = true;
  }

  /** The processes that hold units, each once. */
  list(): Handle[] {
    const held = this.known ? this.processes.subarray(0, this.count) : [];
    return [...new Set(held)].filter((process) => process !== 0);
  }

  transfer(state: StateTransfer): void {
    this.count = state.number(this.count);
    this.known = state.number(this.known ? 1 : 0) === 1;
    this.processes = state.floats(this.processes);
  }
}
