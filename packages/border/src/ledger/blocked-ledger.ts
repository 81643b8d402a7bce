import type { Simulation, Stateful, StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { constraints } from "../parameters/vocabulary.ts";
import { blockedFigures } from "../results/replication-result.ts";
import { HubLedger } from "./hub-ledger.ts";
import { event, type Tallies } from "./tallies.ts";
import type { Whereabouts } from "./whereabouts.ts";

const figures = blockedFigures.length;

/** A set of constraints: bit `i` stands for the constraint of index `i`. */
export type ConstraintSet = number;

/** The constraint of a set that is charged: the first in the order of `constraints`; -1 if it is empty. */
export function firstOf(set: ConstraintSet): number {
  return 31 - Math.clz32(set & -set);
}

/**
 * Every hour that a case waits is charged to one constraint, the first of those that hold, under its sector of arrival. The
 * whole set is kept: each constraint also counts the hours in which it held. A release ends a wait, so the ledger also counts
 * people diverted while they waited.
 */
export class BlockedLedger implements Stateful {
  /** The `blockedFigures` of each sector and constraint. */
  readonly rows: Float64Array;
  readonly hubs: HubLedger;
  private readonly simulation: Simulation;
  private readonly cases: CaseTable;
  private readonly tallies: Tallies;

  constructor(
    simulation: Simulation,
    cases: CaseTable,
    whereabouts: Whereabouts,
    tallies: Tallies,
    { sectors }: BorderParameters,
  ) {
    this.simulation = simulation;
    this.cases = cases;
    this.rows = new Float64Array(sectors.length * constraints.length * figures);
    this.tallies = tallies;
    this.hubs = new HubLedger(cases, whereabouts, sectors.length);
  }

  /** From now on the case waits only for `constraint` (index). Charging the same again continues the wait. */
  charge(row: CaseRow, constraint: number): void {
    this.chargeAll(row, 1 << constraint);
  }

  /** From now on the case waits for every constraint of a set that is not empty, and is charged to the first. */
  chargeAll(row: CaseRow, set: ConstraintSet): void {
    const { cases, simulation } = this;
    if (cases.lacks[row] === set) return;
    const constraint = firstOf(set);
    if (cases.constraint[row] === constraint) this.settleSet(row);
    else {
      this.settle(row);
      cases.constraint[row] = constraint;
      cases.constraintSince[row] = simulation.now;
    }
    cases.lacks[row] = set;
    cases.lacksSince[row] = simulation.now;
  }

  /** Ends the wait of the case, if it waits; returns the constraint it waited for, or -1. */
  settle(row: CaseRow): number {
    const { cases } = this;
    const constraint = cases.constraint[row]!;
    if (constraint < 0) return -1;
    const hours = this.simulation.now - cases.constraintSince[row]!;
    if (hours > 0) {
      const personHours = hours * cases.size[row]!;
      this.add(row, constraint, 0, personHours);
      this.tallies.count(row, event.waitedHours, personHours);
      this.tallies.count(row, event["waited for consent"] + constraint, personHours);
      this.hubs.wait(row, constraint, personHours);
      this.add(row, constraint, 1, cases.size[row]!);
    }
    this.settleSet(row);
    cases.constraint[row] = -1;
    return constraint;
  }

  transfer(state: StateTransfer): void {
    state.floats(this.rows);
    this.hubs.transfer(state);
  }

  private settleSet(row: CaseRow): void {
    const { cases } = this;
    const personHours = (this.simulation.now - cases.lacksSince[row]!) * cases.size[row]!;
    for (let left = cases.lacks[row]!; left !== 0; left &= left - 1) {
      this.add(row, firstOf(left), 3, personHours);
    }
    cases.lacks[row] = 0;
  }

  /** Counts the case as diverted for want of `constraint`, from a pathway through `hub`. */
  divert(row: CaseRow, constraint: number, hub: number): void {
    this.add(row, constraint, 2, this.cases.size[row]!);
    this.hubs.divert(row, constraint, hub);
  }

  private add(row: CaseRow, constraint: number, figure: number, amount: number): void {
    const at = (this.cases.sector[row]! * constraints.length + constraint) * figures + figure;
    this.rows[at] = this.rows[at]! + amount;
  }
}
