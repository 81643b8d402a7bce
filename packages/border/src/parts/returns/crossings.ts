import type { EventType } from "@mpp-sim/engine";
import type { BorderModel } from "../../border-model.ts";
import { type CaseRow, numberOf, rowOf } from "../../ground/case-row.ts";
import { stage } from "../../ground/stage.ts";
import type { PathwayPoint } from "../../parameters/sector-parameters.ts";

/** The way from the hub through the return point into the city. */
export class Crossings {
  private readonly model: BorderModel;
  private readonly reaches: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    this.reaches = model.simulation.eventType("reaches the return point", (number) => this.reach(rowOf(number)));
  }

  /** The case sets out. Every limit its return consumes is taken for the date of the crossing. */
  setOut(row: CaseRow, { point, travelHours }: PathwayPoint): void {
    const { blocked, cases, limits, simulation } = this.model;
    blocked.settle(row);
    const reEntry = cases.stage[row] === stage.awaitingReEntry;
    for (const limit of limits.consumedBy(cases.sector[row]!, point, reEntry)) {
      limits.take(limit, cases.size[row]!, simulation.now + travelHours);
    }
    cases.point[row] = point;
    if (travelHours === 0) this.cross(row, reEntry);
    else {
      cases.stage[row] = stage.onRoad;
      cases.event[row] = simulation.schedule(travelHours, this.reaches, numberOf(row), 0);
    }
  }

  /** The case reaches the point it set out for; if that has closed meanwhile, its place in the limits lapses. */
  private reach(row: CaseRow): void {
    const { cases, custodyLimit, closings, routing } = this.model;
    cases.event[row] = 0;
    if (closings.shutAt(cases.point[row]!, false) === 0) {
      this.cross(row, false);
      return;
    }
    cases.point[row] = -1;
    if (!custodyLimit.actOnArrival(row)) routing.onward(row);
  }

  private cross(row: CaseRow, reEntry: boolean): void {
    const { cities, custodyLimit, counts, hearings } = this.model;
    custodyLimit.stop(row);
    counts.cross(row, reEntry);
    if (!reEntry) hearings.bookFirst(row);
    cities.enter(row, reEntry);
  }
}
