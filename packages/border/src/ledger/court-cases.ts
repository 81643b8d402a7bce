import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { Basis } from "../ground/basis.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { valueAt } from "../parameters/timeline.ts";
import { transferFigures } from "../state/transfer-figures.ts";
import { Flow } from "./flow.ts";
import { event } from "./tallies.ts";

/** Notices to appear that were filed: persons, and the cases that they are in. */
export interface FiledCases {
  readonly persons: Flow;
  cases: number;
}

/**
 * Court cases of the programme, as courts count them. A notice to appear is filed at the return, whether or not the docket has a
 * date, or already at the enrolment, also for people who are then found at risk or released. It is filed once an attempt. A case that
 * keeps a date of an earlier attempt has a court case already.
 */
export class CourtCases implements Stateful {
  /** By return point and by court. */
  readonly points: readonly FiledCases[];
  readonly courts: readonly FiledCases[];
  private readonly ground: Basis;
  /** Whether any court ever files before the return. */
  readonly early: boolean;

  constructor(ground: Basis) {
    this.ground = ground;
    const { localDays, parameters } = ground;
    const days = parameters.endDay - parameters.firstDay;
    const of = (places: typeof localDays.points): FiledCases[] =>
      places.map((clock) => ({ persons: new Flow(clock, days), cases: 0 }));
    this.points = of(localDays.points);
    this.courts = of(localDays.courts);
    this.early = parameters.courts.some(({ filed }) => filed.some(({ value }) => value === "enrolment"));
  }

  /** The case is enrolled, and a point is open to it, or none (-1): its notice is filed now if the court of the point does so. */
  enrol(row: CaseRow, point: number): void {
    const { cases, parameters, simulation } = this.ground;
    if (point < 0 || cases.keptDate[row] !== 0) return;
    const { filed } = parameters.courts[parameters.returnPoints[point]!.court]!;
    if (valueAt(filed, simulation.now) === "enrolment") this.file(row, point);
  }

  /** The case returns for the first time in this attempt, and has no date from an earlier one. */
  return(row: CaseRow): void {
    const { cases } = this.ground;
    if (!cases.has(row, flag.filed)) this.file(row, cases.point[row]!);
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, [this.points, this.courts]);
  }

  private file(row: CaseRow, point: number): void {
    const { cases, parameters, tallies } = this.ground;
    cases.set(row, flag.filed, true);
    tallies.count(row, event.filed);
    tallies.count(row, event.filedCases, 1);
    const { court } = parameters.returnPoints[point]!;
    for (const filed of [this.points[point]!, this.courts[court]!]) {
      filed.persons.add(cases.size[row]!);
      filed.cases++;
    }
  }
}
