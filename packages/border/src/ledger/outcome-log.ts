import type { Simulation, Stateful, StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { categories } from "../parameters/vocabulary.ts";
import { transferFigures } from "../state/transfer-figures.ts";

/**
 * What became of people, by day of the run (24 hours each), sector of arrival, category and nationality, for others to learn from. A
 * cell is one combination; the sectors of a kind of people lie side by side.
 */
export class OutcomeLog implements Stateful {
  readonly cells: number;
  /** Persons whose journey ended on the day, by a return or by another way out; of those, persons returned. `[day * cells + cell]`. */
  readonly ended: Float64Array;
  readonly returned: Float64Array;
  /** Person-days spent in a city outside a shelter on the day. */
  readonly outside: Float64Array;
  private readonly simulation: Simulation;
  private readonly cases: CaseTable;
  private readonly sectors: number;
  private readonly nationalities: number;
  /** Persons outside a shelter, and up to when their time has been counted. */
  private readonly outsideNow: Float64Array;
  private readonly outsideSince: Float64Array;

  constructor(simulation: Simulation, cases: CaseTable, parameters: BorderParameters, horizon: number) {
    this.simulation = simulation;
    this.cases = cases;
    this.sectors = parameters.sectors.length;
    this.nationalities = parameters.nationalities.length;
    this.cells = categories.length * this.nationalities * this.sectors;
    const entries = (Math.floor(horizon / 24) + 1) * this.cells;
    this.ended = new Float64Array(entries);
    this.returned = new Float64Array(entries);
    this.outside = new Float64Array(entries);
    this.outsideNow = new Float64Array(this.cells);
    this.outsideSince = new Float64Array(this.cells);
  }

  /** The kind of people a case is of; its cells are `kind * sectors + sector`. */
  kindOf(row: CaseRow): number {
    return this.cases.category[row]! * this.nationalities + this.cases.nationality[row]!;
  }

  /** The journey of a case ends now. */
  end(row: CaseRow, returned: boolean): void {
    const at = Math.floor(this.simulation.now / 24) * this.cells + this.cellOf(row);
    const persons = this.cases.size[row]!;
    this.ended[at] = this.ended[at]! + persons;
    if (returned) this.returned[at] = this.returned[at]! + persons;
  }

  /** So many persons of a case more, or fewer, are outside a shelter from now on. */
  goOutside(row: CaseRow, persons: number): void {
    const cell = this.cellOf(row);
    this.count(cell, this.simulation.now);
    this.outsideNow[cell] = this.outsideNow[cell]! + persons;
  }

  /** Counts the time outside up to a moment that is not in the future, unless it has been counted. */
  countUntil(time: number): void {
    for (let cell = 0; cell < this.cells; cell++) this.count(cell, time);
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, [this.ended, this.returned, this.outside, this.outsideNow, this.outsideSince]);
  }

  private count(cell: number, time: number): void {
    let from = this.outsideSince[cell]!;
    const persons = this.outsideNow[cell]!;
    while (persons !== 0 && from < time) {
      const day = Math.floor(from / 24);
      const to = Math.min(time, 24 * (day + 1));
      const at = day * this.cells + cell;
      this.outside[at] = this.outside[at]! + (persons * (to - from)) / 24;
      from = to;
    }
    this.outsideSince[cell] = Math.max(time, from);
  }

  private cellOf(row: CaseRow): number {
    return this.kindOf(row) * this.sectors + this.cases.sector[row]!;
  }
}
