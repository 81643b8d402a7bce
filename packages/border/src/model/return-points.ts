import { isOpen } from "@mpp-sim/engine";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { priority } from "./priorities.ts";
import { stage } from "./stage.ts";

const consent = constraints.indexOf("consent");
const courtSlot = constraints.indexOf("court-slot");
const shelter = constraints.indexOf("shelter");

/**
 * The gates of the return points: Mexico's consent, a date at the court, a bed across where one is needed. They are checked at
 * enrolment and again at the crossing. When consent ends, those in between finish, wait or take their fallback as the point says;
 * for want of a date or a bed they wait.
 */
export class ReturnPoints {
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
    const { simulation, parameters } = model;
    const closes = simulation.eventType("return point closes", (point) => this.sendAway(point));
    model.changes.watch(
      "consent",
      parameters.returnPoints.map(({ open }) => open),
      (point) => {
        if (!this.isOpen(point)) simulation.schedule(0, closes, point, priority.departure);
        // Where it has ended, it is consent that people wait for from now on.
        model.desks.lookAtAll();
      },
    );
  }

  /** Whether Mexico takes people here now. */
  isOpen(point: number): boolean {
    return valueAt(this.model.parameters.returnPoints[point]!.open, this.model.simulation.now);
  }

  /** Whether someone already enrolled may still cross here. */
  takesEnrolled(point: number): boolean {
    return this.model.parameters.returnPoints[point]!.whenClosed === "finish" || this.isOpen(point);
  }

  /** Whether the port works at a moment. */
  isAtWork(point: number, time: number): boolean {
    return isOpen(this.model.parameters.returnPoints[point]!.hours, this.model.clocks.points[point]!.calendar, time);
  }

  /** The first of court date and bed that a first return of the case at `crossing` lacks, as a constraint, or -1. */
  lacks(row: number, point: number, crossing: number): number {
    const { cities, hearings, parameters } = this.model;
    if (!hearings.hasSlot(point, crossing)) return courtSlot;
    const { city } = parameters.returnPoints[point]!;
    return parameters.cities[city]!.gate === "hard" && !cities.canHouse(row, city) ? shelter : -1;
  }

  /** Whether all points of an enrolled case have closed, one of them with the rule that those in between take their fallback. */
  refuse(row: number): boolean {
    const { points } = this.model.routing.pathwayOf(row);
    return (
      points.some(({ point }) => this.model.parameters.returnPoints[point]!.whenClosed === "fallback") &&
      !points.some(({ point }) => this.takesEnrolled(point))
    );
  }

  /** A point has closed: those in custody on the way to it who may not finish or wait leave the pathway. */
  private sendAway(closed: number): void {
    const { model } = this;
    const { cases } = model;
    if (model.parameters.returnPoints[closed]!.whenClosed !== "fallback") return;
    // Those who wait go first: an interview broken off frees an officer, whom nobody here should be given.
    const waiting: readonly number[] = [stage.awaitingOfficer, stage.awaitingBus, stage.awaitingReturn];
    for (const stages of [waiting, [stage.interview]]) {
      for (const row of cases.rows()) {
        if (!stages.includes(cases.stage[row]!) || !this.refuse(row)) continue;
        model.withdraw(row);
        model.routing.lose(row, consent, cases.hub[row]!);
      }
    }
  }
}
