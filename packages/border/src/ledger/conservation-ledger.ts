import type { CaseTable } from "../model/case-table.ts";
import type { Whereabouts } from "./whereabouts.ts";

/**
 * Initial + attempts = present + exits, in persons and in cases. What is present is counted anew from the case table,
 * independently of the counters it is held against, so that a lost person shows.
 */
export class ConservationLedger {
  initialPersons = 0;
  initialCases = 0;
  arrivedPersons = 0;
  arrivedCases = 0;
  exitedPersons = 0;
  exitedCases = 0;
  private readonly cases: CaseTable;
  private readonly whereabouts: Whereabouts;

  constructor(cases: CaseTable, whereabouts: Whereabouts) {
    this.cases = cases;
    this.whereabouts = whereabouts;
  }

  /** Persons unaccounted for, plus cases unaccounted for, plus persons of whom place and table disagree: 0 in a sound run. */
  get balance(): number {
    const { cases, whereabouts } = this;
    let persons = 0;
    let present = 0;
    const perPlace = new Float64Array(whereabouts.levels.length);
    for (const row of cases.rows()) {
      const size = cases.size[row]!;
      persons += size;
      present++;
      const place = cases.place[row]!;
      perPlace[place] = (perPlace[place] ?? 0) + size;
    }
    let misplaced = 0;
    for (let place = 0; place < perPlace.length; place++) {
      misplaced += Math.abs(perPlace[place]! - whereabouts.levels[place]!.level);
    }
    return (
      Math.abs(this.initialPersons + this.arrivedPersons - persons - this.exitedPersons) +
      Math.abs(this.initialCases + this.arrivedCases - present - this.exitedCases) +
      misplaced
    );
  }

  /** Cases that are not of the size they crossed with: those found on the way and those present now. */
  get familiesSplit(): number {
    let split = this.whereabouts.familiesSplit;
    for (const row of this.cases.rows()) if (this.cases.size[row] !== this.cases.originSize[row]) split++;
    return split;
  }
}
