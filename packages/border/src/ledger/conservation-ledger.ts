import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { CaseTable } from "../ground/case-table.ts";
import { stage } from "../ground/stage.ts";
import { transferNumbers } from "../state/transfer-figures.ts";
import type { Whereabouts } from "./whereabouts.ts";

/**
 * Two ledgers, in persons and in cases. In attempts: initial + caught = present + exits, where to leave a city to try again is an
 * exit. In people, each counted once: initial + caught for the first time = present + between attempts + gone for good. Who is
 * present or between attempts is counted anew from the case table, independently of the counters it is held against, so that
 * a lost person shows.
 */
export class ConservationLedger implements Stateful {
  initialPersons = 0;
  initialCases = 0;
  /** Attempts that began. */
  arrivedPersons = 0;
  arrivedCases = 0;
  /** Attempts that ended. */
  exitedPersons = 0;
  exitedCases = 0;
  /** Of attempts that ended, those followed by another; of attempts that began, those so announced. */
  leftToTryAgainPersons = 0;
  leftToTryAgainCases = 0;
  triedAgainPersons = 0;
  triedAgainCases = 0;
  /** On lists of ports, by those who joined, were called and left: not in the model until they are called. */
  listedPersons = 0;
  private readonly cases: CaseTable;
  private readonly whereabouts: Whereabouts;

  constructor(cases: CaseTable, whereabouts: Whereabouts) {
    this.cases = cases;
    this.whereabouts = whereabouts;
  }

  /** Persons who were in the model, each counted once however often they were caught. */
  get uniquePersons(): number {
    return this.initialPersons + this.arrivedPersons - this.triedAgainPersons;
  }

  /** Persons who left a city to try again and have not been caught since, by the counters. */
  get personsBetweenAttempts(): number {
    return this.leftToTryAgainPersons - this.triedAgainPersons;
  }

  /** What is missing in either ledger, in persons and in cases, plus persons whose place differs from the table: 0 in a sound run. */
  get balance(): number {
    const { cases, whereabouts } = this;
    let persons = 0;
    let present = 0;
    let awayPersons = 0;
    let away = 0;
    let listed = 0;
    const perPlace = new Float64Array(whereabouts.levels.length);
    for (const row of cases.rows()) {
      const size = cases.size[row]!;
      if (cases.stage[row] === stage.betweenAttempts) {
        awayPersons += size;
        away++;
        continue;
      }
      if (cases.stage[row] === stage.onList) {
        listed += size;
        continue;
      }
      persons += size;
      present++;
      const place = cases.place[row]!;
      perPlace[place] = (perPlace[place] ?? 0) + size;
    }
    let misplaced = 0;
    for (let place = 0; place < perPlace.length; place++) {
      misplaced += Math.abs(perPlace[place]! - whereabouts.levels[place]!.level);
    }
    const uniqueCases = this.initialCases + this.arrivedCases - this.triedAgainCases;
    const gonePersons = this.exitedPersons - this.leftToTryAgainPersons;
    const goneCases = this.exitedCases - this.leftToTryAgainCases;
    return (
      Math.abs(this.initialPersons + this.arrivedPersons - persons - this.exitedPersons) +
      Math.abs(this.initialCases + this.arrivedCases - present - this.exitedCases) +
      Math.abs(this.uniquePersons - persons - awayPersons - gonePersons) +
      Math.abs(uniqueCases - present - away - goneCases) +
      Math.abs(this.listedPersons - listed) +
      misplaced
    );
  }

  transfer(state: StateTransfer): void {
    transferNumbers(state, this);
  }

  /** Cases whose size differs from that at their crossing: those found on the way and those present now. */
  get familiesSplit(): number {
    let split = this.whereabouts.familiesSplit;
    for (const row of this.cases.rows()) if (this.cases.size[row] !== this.cases.originSize[row]) split++;
    return split;
  }
}
