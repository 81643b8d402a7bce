import type { EventType } from "@mpp-sim/engine";
import { type CaseRow, numberOf, rowOf } from "../../ground/case-row.ts";
import { flag } from "../../ground/case-table.ts";
import type { Ground } from "../../ground.ts";
import type { Hearings } from "./hearings.ts";

/** Hearings of people who have left their city to try again: the date is kept, at its court, until it passes or they are returned. */
export class KeptDates {
  private readonly ground: Ground;
  private readonly hearings: Hearings;
  private readonly passes: EventType;

  constructor(ground: Ground, hearings: Hearings) {
    this.ground = ground;
    this.hearings = hearings;
    this.passes = ground.simulation.eventType("kept date passes", (number) => this.pass(rowOf(number)));
  }

  /** The case leaves its city and keeps the date it has, if it has one. */
  keep(row: CaseRow): void {
    const { hearings } = this;
    const { cases, simulation } = this.ground;
    if (cases.next[row] === Number.POSITIVE_INFINITY) {
      hearings.abandon(row);
      this.forget(row);
      return;
    }
    simulation.cancel(cases.event[row]!);
    cases.event[row] = 0;
    cases.keptAt[row] = Math.max(simulation.now, cases.next[row]!);
    cases.keptDate[row] = simulation.scheduleAt(cases.keptAt[row]!, this.passes, numberOf(row));
  }

  /** The case has been returned again: the date it has kept, if any, is its next. Returns whether there was one. */
  takeUp(row: CaseRow): boolean {
    const { cases } = this.ground;
    if (!this.end(row)) return false;
    cases.next[row] = cases.keptAt[row]!;
    return true;
  }

  /** The case is gone for good, and its date passes without it. */
  abandon(row: CaseRow): void {
    const { cases } = this.ground;
    if (this.end(row)) this.hearings.loseDate(row, cases.keptAt[row]!);
  }

  /** The date has come, and the case is on its way or in custody: a later return begins a case of its own. */
  private pass(row: CaseRow): void {
    const { hearings } = this;
    const { cases, simulation } = this.ground;
    cases.keptDate[row] = 0;
    hearings.loseDate(row, simulation.now);
    this.forget(row);
  }

  private forget(row: CaseRow): void {
    const { cases } = this.ground;
    cases.hearings[row] = 0;
    cases.set(row, flag.noticeFailed, false);
  }

  private end(row: CaseRow): boolean {
    const { cases, simulation } = this.ground;
    if (cases.keptDate[row] === 0) return false;
    simulation.cancel(cases.keptDate[row]!);
    cases.keptDate[row] = 0;
    return true;
  }
}
