import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { ProcessTable } from "../process/process-table.ts";

/**
 * Number of units for which holders are known. Beyond it, it is not known who holds what until all units are free
 * again.
 */
const most = 64;

/**
 * Who has taken the units of a resource: for each unit the row of a process and its generation, or row -1 for a
 * handler. The report of who waits for whom uses it.
 */
export class Holders implements Stateful {
  private readonly processes: ProcessTable;
  private rows: Int32Array = new Int32Array(most);
  private generations: Int32Array = new Int32Array(most);
  private count = 0;
  private known = true;

  constructor(processes: ProcessTable) {
    this.processes = processes;
  }

  add(row: number, units: number): void {
    const { count, known } = this;
    if (known && units === 1 && count < most) {
      this.rows[count] = row;
      this.generations[count] = row < 0 ? 0 : this.processes.generation(row);
      this.count = count + 1;
    } else this.addSeveral(row, units);
  }

  /** Units given back by a process. If it gives back units of another, it is no longer known who holds what. */
  remove(row: number, units: number): void {
    const last = this.count - 1;
    // Most often one has one unit, and was the last to take it.
    if (units === 1 && last >= 0 && this.rows[last] === row) this.count = last;
    else this.removeSeveral(row, units);
  }

  /** All units are free. */
  clear(): void {
    this.count = 0;
    this.known = true;
  }

  /** Rows of the processes that hold units and live, each once. */
  list(): number[] {
    if (!this.known) return [];
    const held = [...this.rows.subarray(0, this.count).entries()].filter(
      ([index, row]) => row >= 0 && this.processes.generation(row) === this.generations[index],
    );
    return [...new Set(held.map(([, row]) => row))];
  }

  private addSeveral(row: number, units: number): void {
    if (this.count + units > most) this.known = false;
    if (!this.known) return;
    for (let i = 0; i < units; i++) this.add(row, 1);
  }

  private removeSeveral(row: number, units: number): void {
    if (!this.known) return;
    for (let i = 0; i < units; i++) {
      // A loop: there are only a few, and a call of `lastIndexOf` takes longer than to look at all of them.
      let at = this.count - 1;
      while (at >= 0 && this.rows[at] !== row) at--;
      if (at < 0) {
        this.known = false;
        return;
      }
      this.count--;
      this.rows[at] = this.rows[this.count]!;
      this.generations[at] = this.generations[this.count]!;
    }
  }

  transfer(state: StateTransfer): void {
    this.count = state.number(this.count);
    this.known = state.number(this.known ? 1 : 0) === 1;
    this.rows = state.integers(this.rows);
    this.generations = state.integers(this.generations);
  }
}
