import type { EventType } from "@mpp-sim/engine";
import { Part } from "../../flow/part.ts";
import { type Flow, step } from "../../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../../ground/case-row.ts";
import { stage } from "../../ground/stage.ts";
import type { Ground } from "../../ground.ts";
import type { PathwayPoint } from "../../parameters/sector-parameters.ts";
import type { ReturnLimits } from "./return-limits.ts";

/** The way from the hub through the return point into the city. */
export class Crossings extends Part {
  private readonly limits: ReturnLimits;
  private readonly reaches: EventType;

  constructor(ground: Ground, flow: Flow, limits: ReturnLimits) {
    super(ground, flow);
    this.limits = limits;
    this.reaches = ground.simulation.eventType("reaches the return point", (number) => this.reach(rowOf(number)));
  }

  /** The case sets out. Every limit its return consumes is taken for the date of the crossing. */
  setOut(row: CaseRow, { point, travelHours }: PathwayPoint): void {
    const { limits } = this;
    const { blocked, cases, simulation } = this.ground;
    blocked.settle(row);
    const reEntry = cases.stage[row] === stage.awaitingReEntry;
    for (const limit of limits.consumedBy(cases.sector[row]!, point, reEntry)) {
      limits.take(limit, cases.size[row]!, simulation.now + travelHours);
    }
    cases.point[row] = point;
    if (travelHours === 0) this.flow.next(row, step.city);
    else {
      cases.stage[row] = stage.onRoad;
      cases.event[row] = simulation.schedule(travelHours, this.reaches, numberOf(row), 0);
    }
  }

  /** The case reaches the point it set out for; if that has closed meanwhile, its place in the limits lapses. */
  private reach(row: CaseRow): void {
    const { cases, gates } = this.ground;
    cases.event[row] = 0;
    if (gates.shutAt(cases.point[row]!, false) === 0) this.flow.next(row, step.city);
    else {
      cases.point[row] = -1;
      this.flow.next(row, step.onward);
    }
  }
}
