import type { Simulation, Stateful, StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import type { ScriptedGroup } from "../parameters/start-parameters.ts";
import { dispositions } from "../parameters/vocabulary.ts";
import { carryFigures } from "../state/carry-figures.ts";
import { carryList } from "../state/carry-lists.ts";

/** What became of one scripted group. Persons. */
interface GroupFigures {
  crossed: number;
  returned: number;
  /** Ways out by disposition. */
  readonly exits: Float64Array;
  /** Hours from the group's moment at which persons were placed, and at which they left the sector's custody, in order of time. */
  readonly placed: Milestones;
  readonly left: Milestones;
}

/** Follows the groups that the scenario writes down: placed is who has crossed back or left custody by a way out. */
export class GroupLedger implements Stateful {
  readonly groups: readonly GroupFigures[];
  private readonly simulation: Simulation;
  private readonly cases: CaseTable;
  private readonly scripted: readonly ScriptedGroup[];

  constructor(simulation: Simulation, cases: CaseTable, scripted: readonly ScriptedGroup[]) {
    this.simulation = simulation;
    this.cases = cases;
    this.scripted = scripted;
    this.groups = scripted.map(() => ({
      crossed: 0,
      returned: 0,
      exits: new Float64Array(dispositions.length),
      placed: new Milestones(),
      left: new Milestones(),
    }));
  }

  cross(row: CaseRow): void {
    const group = this.of(row);
    if (group) group.crossed += this.cases.size[row]!;
  }

  /** The case leaves the custody of the sector it crossed into. */
  leaveSector(row: CaseRow): void {
    this.of(row)?.left.add(this.hours(row), this.cases.size[row]!);
  }

  /** The case is returned, or leaves custody by `disposition` (index); -1 stands for the return. It is followed no further. */
  place(row: CaseRow, disposition: number): void {
    const group = this.of(row);
    if (!group) return;
    const persons = this.cases.size[row]!;
    if (disposition < 0) group.returned += persons;
    else group.exits[disposition] = group.exits[disposition]! + persons;
    group.placed.add(this.hours(row), persons);
    this.cases.script[row] = -1;
  }

  transfer(state: StateTransfer): void {
    carryFigures(state, this.groups);
  }

  private of(row: CaseRow): GroupFigures | undefined {
    const group = this.cases.script[row]!;
    // Nobody is at -1, but to look there takes as long as all the rest of a crossing.
    return group < 0 ? undefined : this.groups[group];
  }

  private hours(row: CaseRow): number {
    return this.simulation.now - this.scripted[this.cases.script[row]!]!.at;
  }
}

/** Persons who reached something, and when. */
class Milestones implements Stateful {
  persons = 0;
  private readonly hours: number[] = [];
  private readonly reached: number[] = [];

  add(hours: number, persons: number): void {
    this.persons += persons;
    this.hours.push(hours);
    this.reached.push(this.persons);
  }

  /** Hours until so many persons had reached it; NaN while fewer have. */
  until(persons: number): number {
    return this.hours[this.reached.findIndex((count) => count >= persons)] ?? Number.NaN;
  }

  transfer(state: StateTransfer): void {
    this.persons = state.number(this.persons);
    carryList(state, this.hours);
    carryList(state, this.reached);
  }
}
