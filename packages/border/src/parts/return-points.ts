import { isOpen } from "@mpp-sim/engine";
import type { BorderModel } from "../border-model.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { eitherChanges } from "../ground/changes.ts";
import { priority } from "../ground/priorities.ts";
import { everyOf } from "../parameters/later-settings.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";

const courtSlot = constraints.indexOf("court-slot");
const shelter = constraints.indexOf("shelter");

/**
 * The gates of the return points: open to returns or closed to them, a date at the court, a bed across where one is needed. They are checked at
 * enrolment and again at the crossing. When one closes on a date, those in between finish, wait or take their fallback as it says
 * (`Closings`); for want of a date or a bed they wait.
 */
export class ReturnPoints {
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
    const { simulation, parameters } = model;
    const closes = simulation.eventType("return point closes", () => model.closings.sendAway());
    model.changes.watch(
      "consent",
      parameters.returnPoints.map(({ open, whenClosed }) => eitherChanges(open, whenClosed)),
      (point) => {
        if (!this.isOpen(point)) simulation.schedule(0, closes, point, priority.departure);
        // Where one has closed, that is what people wait for from now on.
        model.desks.lookAtAll();
      },
    );
    const gates = parameters.courts.filter((_, court) =>
      everyOf(model.given, "courts", court).some(({ gate }) => gate === "hard"),
    );
    model.changes.watch(
      "court that is a condition",
      gates.map(({ sitting, whenClosed }) => eitherChanges(sitting, whenClosed)),
      () => model.desks.lookAtAll(),
    );
  }

  /** Whether the point is open to returns now, by day and by night; `isAtWork` tells its hours. */
  isOpen(point: number): boolean {
    return valueAt(this.model.parameters.returnPoints[point]!.open, this.model.simulation.now);
  }

  /** Whether the port works at a moment. */
  isAtWork(point: number, time: number): boolean {
    return isOpen(this.model.parameters.returnPoints[point]!.hours, this.model.localDays.points[point]!.calendar, time);
  }

  /** The first of court date and bed that a first return of the case at `crossing` lacks, as a constraint, or -1. */
  lacks(row: CaseRow, point: number, crossing: number): number {
    const { cities, hearings, parameters, simulation } = this.model;
    if (!hearings.hasSlot(point, crossing)) return courtSlot;
    const { city, court } = parameters.returnPoints[point]!;
    const { gate, sitting } = parameters.courts[court]!;
    if (gate === "hard" && !valueAt(sitting, simulation.now)) return courtSlot;
    return parameters.cities[city]!.gate === "hard" && !cities.canHouse(row, city) ? shelter : -1;
  }
}
