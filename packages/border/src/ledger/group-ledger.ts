import type { Simulation, Stateful, StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import type { ScriptedGroup } from "../parameters/start-parameters.ts";
import { transferFigures } from "../state/transfer-figures.ts";

/** When the people of a scripted group were placed, and when they had left the sector's custody, in hours from the group's moment. */
interface GroupTimes {
  readonly placed: Milestones;
  readonly left: Milestones;
}

/** Follows scripted groups. A case is placed when it has crossed back or left custody by a way out. */
export class GroupLedger implements Stateful {
  readonly groups: readonly GroupTimes[];
  private readonly simulation: Simulation;
  private readonly cases: CaseTable;
  private readonly scripted: readonly ScriptedGroup[];

  constructor(simulation: Simulation, cases: CaseTable, scripted: readonly ScriptedGroup[]) {
    this.simulation = simulation;
    this.cases = cases;
    this.scripted = scripted;
    this.groups = scripted.map(() => ({ placed: new Milestones(), left: new Milestones() }));
  }

  /** The case leaves the custody of the sector it crossed into. */
  leaveSector(row: CaseRow): void {
    this.reach(row, "left");
  }

  /** The case is returned, or leaves custody by a way out. It is followed no further. */
  place(row: CaseRow): void {
    this.reach(row, "placed");
    this.cases.script[row] = -1;
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, this.groups);
  }

  private reach(row: CaseRow, what: keyof GroupTimes): void {
    const group = this.cases.script[row]!;
    if (group < 0) return;
    const hours = this.simulation.now - this.scripted[group]!.at;
    this.groups[group]![what].add(hours, this.cases.size[row]!);
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
    transferFigures(state, [this.hours, this.reached]);
  }
}
