import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { Basis } from "../ground/basis.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { constraints } from "../parameters/vocabulary.ts";
import { blockedFigures } from "../results/replication-result.ts";
import { transferFigures } from "../state/transfer-figures.ts";
import { event } from "./tallies.ts";

const figures = blockedFigures.length;
/** The last of the constraints that people share at a hub: return points open to returns, docket, shelters, limits, port and officers. */
const lastShared = constraints.indexOf("officer");

/** What happened at a hub to people of one origin: its own, or those brought by bus. It shows whether one delays or displaces the other. */
interface HubFigures {
  /** Person-hours of waiting for what the hub has, before the first return. */
  waited: number;
  /** Persons who left the pathway for want of it, and persons returned. */
  diverted: number;
  returned: number;
}

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
  /** By sector that is the hub. */
  readonly hubs: { readonly own: readonly HubFigures[]; readonly brought: readonly HubFigures[] };
  private readonly ground: Basis;

  constructor(ground: Basis) {
    this.ground = ground;
    const { sectors } = ground.parameters;
    this.rows = new Float64Array(sectors.length * constraints.length * figures);
    const none = (): HubFigures[] => sectors.map(() => ({ waited: 0, diverted: 0, returned: 0 }));
    this.hubs = { own: none(), brought: none() };
  }

  /** From now on the case waits only for `constraint` (index). Charging the same again continues the wait. */
  charge(row: CaseRow, constraint: number): void {
    this.chargeAll(row, 1 << constraint);
  }

  /** From now on the case waits for every constraint of a set that is not empty, and is charged to the first. */
  chargeAll(row: CaseRow, set: ConstraintSet): void {
    const { cases, simulation } = this.ground;
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
    const { cases, simulation, tallies } = this.ground;
    const constraint = cases.constraint[row]!;
    if (constraint < 0) return -1;
    const hours = simulation.now - cases.constraintSince[row]!;
    if (hours > 0) {
      const personHours = hours * cases.size[row]!;
      this.add(row, constraint, 0, personHours);
      tallies.count(row, event.waitedHours, personHours);
      tallies.count(row, event["waited for consent"] + constraint, personHours);
      const hub = cases.hub[row]!;
      if (constraint <= lastShared && hub >= 0 && !cases.isBack(row)) this.at(hub, row).waited += personHours;
      this.add(row, constraint, 1, cases.size[row]!);
    }
    this.settleSet(row);
    cases.constraint[row] = -1;
    return constraint;
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, { rows: this.rows, hubs: this.hubs });
  }

  private settleSet(row: CaseRow): void {
    const { cases, simulation } = this.ground;
    const personHours = (simulation.now - cases.lacksSince[row]!) * cases.size[row]!;
    for (let left = cases.lacks[row]!; left !== 0; left &= left - 1) {
      this.add(row, firstOf(left), 3, personHours);
    }
    cases.lacks[row] = 0;
  }

  /** Counts the case as diverted for want of `constraint` on its way through `hub`; if it was not brought there, only in its own sector. */
  divert(row: CaseRow, constraint: number, hub: number): void {
    const { cases, whereabouts } = this.ground;
    const persons = cases.size[row]!;
    this.add(row, constraint, 2, persons);
    if (constraint > lastShared || hub < 0 || cases.isBack(row)) return;
    if (cases.sector[row] === hub || cases.place[row] === whereabouts.custody(hub))
      this.at(hub, row).diverted += persons;
  }

  /** The case is returned for the first time, from its hub. */
  return(row: CaseRow): void {
    const { cases } = this.ground;
    this.at(cases.hub[row]!, row).returned += cases.size[row]!;
  }

  private at(hub: number, row: CaseRow): HubFigures {
    const { own, brought } = this.hubs;
    return (this.ground.cases.sector[row] === hub ? own : brought)[hub]!;
  }

  private add(row: CaseRow, constraint: number, figure: number, amount: number): void {
    const at = (this.ground.cases.sector[row]! * constraints.length + constraint) * figures + figure;
    this.rows[at] = this.rows[at]! + amount;
  }
}
