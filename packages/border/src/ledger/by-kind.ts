import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import { categories } from "../parameters/vocabulary.ts";

/** Which persons a figure is about: of one sector of arrival, category or nationality (index), or of all. */
export interface Kind {
  readonly sector?: number;
  readonly category?: number;
  readonly nationality?: number;
}

/** An amount by sector of arrival, category and nationality. */
export class ByKind implements Stateful {
  private readonly amounts: Float64Array;
  private readonly cases: CaseTable;
  private readonly nationalities: number;

  constructor(cases: CaseTable, sectors: number, nationalities: number) {
    this.cases = cases;
    this.nationalities = nationalities;
    this.amounts = new Float64Array(sectors * categories.length * nationalities);
  }

  /** Adds to the kind of the case. */
  add(row: CaseRow, amount: number): void {
    const { amounts, cases } = this;
    const of = cases.sector[row]! * categories.length + cases.category[row]!;
    const at = of * this.nationalities + cases.nationality[row]!;
    amounts[at] = amounts[at]! + amount;
  }

  transfer(state: StateTransfer): void {
    state.floats(this.amounts);
  }

  total({ sector, category, nationality }: Kind): number {
    let total = 0;
    for (let at = 0; at < this.amounts.length; at++) {
      const of = Math.floor(at / this.nationalities);
      if (nationality !== undefined && at % this.nationalities !== nationality) continue;
      if (category !== undefined && of % categories.length !== category) continue;
      if (sector !== undefined && Math.floor(of / categories.length) !== sector) continue;
      total += this.amounts[at]!;
    }
    return total;
  }
}
