import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import { constraints } from "../parameters/vocabulary.ts";
import { transferFigures } from "../state/transfer-figures.ts";
import type { Whereabouts } from "./whereabouts.ts";

/** The last of the constraints that people share at a hub: return points open to returns, docket, shelters, limits, port and officers. */
const lastShared = constraints.indexOf("officer");

/** What happened at a hub to people of one origin. */
interface HubFigures {
  /** Person-hours of waiting for what the hub has, before the first return. */
  waited: number;
  /** Persons who left the pathway for want of it, and persons returned. */
  diverted: number;
  returned: number;
}

/** Counts of each hub, apart for its own people and for those brought by bus. They show whether one delays or displaces the other. */
export class HubLedger implements Stateful {
  /** By sector that is the hub. */
  readonly own: readonly HubFigures[];
  readonly brought: readonly HubFigures[];
  private readonly cases: CaseTable;

  private readonly whereabouts: Whereabouts;

  constructor(cases: CaseTable, whereabouts: Whereabouts, sectors: number) {
    const figures = (): HubFigures[] =>
      Array.from({ length: sectors }, () => ({ waited: 0, diverted: 0, returned: 0 }));
    this.cases = cases;
    this.whereabouts = whereabouts;
    this.own = figures();
    this.brought = figures();
  }

  wait(row: CaseRow, constraint: number, personHours: number): void {
    const { cases } = this;
    if (constraint > lastShared || cases.hub[row]! < 0 || cases.isBack(row)) return;
    this.of(row, cases.hub[row]!).waited += personHours;
  }

  /**
   * The case leaves a pathway through `hub`, or is not enrolled in it. A case that was not brought there counts only for its own sector.
   */
  divert(row: CaseRow, constraint: number, hub: number): void {
    const { cases, whereabouts } = this;
    if (constraint > lastShared || hub < 0 || cases.isBack(row)) return;
    if (cases.sector[row] !== hub && cases.place[row] !== whereabouts.custody(hub)) return;
    this.of(row, hub).diverted += this.cases.size[row]!;
  }

  return(row: CaseRow): void {
    this.of(row, this.cases.hub[row]!).returned += this.cases.size[row]!;
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, [this.own, this.brought]);
  }

  private of(row: CaseRow, hub: number): HubFigures {
    return (this.cases.sector[row] === hub ? this.own : this.brought)[hub]!;
  }
}
