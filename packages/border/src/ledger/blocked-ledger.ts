import type { Simulation } from "@mpp-sim/engine";
import type { CaseTable } from "../model/case-table.ts";
import { constraints } from "../parameters/vocabulary.ts";

const figures = 3;

/**
 * Every hour a case waits is charged to the one constraint it waits for, under its sector of arrival.
 * A release ends a wait, so the ledger also counts the people diverted while they waited.
 */
export class BlockedLedger {
  /** Person-hours, persons who waited, persons diverted: three values a sector and constraint. */
  readonly rows: Float64Array;
  private readonly simulation: Simulation;
  private readonly cases: CaseTable;

  constructor(simulation: Simulation, cases: CaseTable, sectors: number) {
    this.simulation = simulation;
    this.cases = cases;
    this.rows = new Float64Array(sectors * constraints.length * figures);
  }

  /** From now on the case waits for `constraint` (index); charging the same constraint again goes on with it. */
  charge(row: number, constraint: number): void {
    const { cases } = this;
    if (cases.constraint[row] === constraint) return;
    this.settle(row);
    cases.constraint[row] = constraint;
    cases.constraintSince[row] = this.simulation.now;
  }

  /** Ends the wait of the case, if it waits; returns the constraint it waited for, or -1. */
  settle(row: number): number {
    const { cases } = this;
    const constraint = cases.constraint[row]!;
    if (constraint < 0) return -1;
    const hours = this.simulation.now - cases.constraintSince[row]!;
    if (hours > 0) {
      const at = this.at(row, constraint);
      this.rows[at] = this.rows[at]! + hours * cases.size[row]!;
      this.rows[at + 1] = this.rows[at + 1]! + cases.size[row]!;
    }
    cases.constraint[row] = -1;
    return constraint;
  }

  /** Counts the case as diverted for want of `constraint`. */
  divert(row: number, constraint: number): void {
    const at = this.at(row, constraint) + 2;
    this.rows[at] = this.rows[at]! + this.cases.size[row]!;
  }

  private at(row: number, constraint: number): number {
    return (this.cases.sector[row]! * constraints.length + constraint) * figures;
  }
}
