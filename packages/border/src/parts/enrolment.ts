import type { BorderModel } from "../border-model.ts";
import type { RoutingRule } from "../extension/routing-rule.ts";
import { obstacle } from "../flow/obstacles.ts";
import { pathwayOf } from "../flow/pathway.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import type { PathwayParameters, PathwayPoint } from "../parameters/sector-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import { causeOf } from "./custody-limit.ts";

const consent = constraints.indexOf("consent");
const officer = constraints.indexOf("officer");

/** Which pathway a case that may be returned is given, the first by its rule whose conditions hold, and its steps along it. */
export class Routing {
  private readonly model: BorderModel;
  private readonly rule: RoutingRule;

  constructor(model: BorderModel, rule: RoutingRule) {
    this.model = model;
    this.rule = rule;
  }

  /**
   * Enrols the case in a pathway, or sends it to its fallback with the condition that was missing.
   * @throws RangeError if the rule names a pathway that its sector has not
   */
  enrol(row: CaseRow): void {
    const { model } = this;
    const { cases } = model;
    const { pathways } = model.parameters.sectors[cases.sector[row]!]!;
    let nearest: number = obstacle.noPathway;
    let hub = -1;
    for (const index of this.rule.order(row)) {
      const pathway = pathways[index];
      if (pathway === undefined)
        throw new RangeError(`pathway must be one of ${pathways.length} of its sector, counted from 0, got ${index}`);
      const missing = this.missing(row, pathway);
      if (missing === obstacle.none) {
        model.counts.enrol(row);
        if (model.courtCases.early) model.courtCases.enrol(row, this.openPoint(row, pathway.points));
        this.enter(row, index);
        return;
      }
      // Of several closed pathways the one that got furthest names the cause.
      if (nearest < 0 || missing > nearest) {
        nearest = missing;
        ({ hub } = pathway);
      }
    }
    this.turnAway(row, nearest, hub);
  }

  /** Sets the case, enrolled now or before the start, on a pathway of its sector at the place where it is. */
  enter(row: CaseRow, index: number, since = this.model.simulation.now): void {
    const unit = this.take(row, index);
    if (unit >= 0) this.model.interviews.claims(row, unit);
    this.onward(row, since);
  }

  /** Sets the case on a pathway in the midst of its interview, or, without a unit that serves it, as one who waits since `since`. */
  resumeInterview(row: CaseRow, index: number, since: number, interviewSince: number): void {
    const { cases, interviews } = this.model;
    // Nobody else is asked.
    cases.fix(row, flag.claims, true);
    if (this.take(row, index) >= 0) interviews.resume(row, interviewSince);
    else this.onward(row, since);
  }

  /** The next step of an enrolled case in custody, ready for it since `since`: the interview it must have, the bus, the return. */
  onward(row: CaseRow, since = this.model.simulation.now): void {
    const { model } = this;
    const { cases } = model;
    const missing = model.closings.obstacle(row);
    if (missing !== obstacle.none) {
      this.turnAway(row, missing, cases.hub[row]!);
      return;
    }
    const { hub } = pathwayOf(this.model, row);
    const atHub = cases.place[row] === model.whereabouts.custody(hub);
    const unit = model.interviews.unitOf(hub);
    if (model.interviews.isDue(row, unit) && (atHub || model.parameters.interviewUnits[unit]!.before === "bus"))
      model.interviews.begin(row);
    else if (atHub) model.desks.ready(row, since);
    else model.buses.join(row, since);
  }

  /** The pathway through `hub` is closed to the case by an obstacle: it takes its fallback, and for want of a constraint counts as diverted. */
  turnAway(row: CaseRow, missing: number, hub: number): void {
    const { blocked, exits } = this.model;
    if (missing === obstacle.noPathway) exits.fallback(row, "no-pathway");
    else if (missing === obstacle.tooLarge) exits.fallback(row, "too-large");
    else {
      blocked.settle(row);
      blocked.divert(row, missing, hub);
      exits.fallback(row, causeOf(missing));
    }
  }

  /** The first of some return points that is open to a case not enrolled yet, or -1. */
  private openPoint(row: CaseRow, points: readonly PathwayPoint[]): number {
    return points.find(({ point }) => this.missingAt(row, point) === obstacle.none)?.point ?? -1;
  }

  /** Gives the case a pathway of its sector, and returns the unit that serves its hub, or -1. */
  private take(row: CaseRow, index: number): number {
    const { cases, interviews, parameters } = this.model;
    const { hub } = parameters.sectors[cases.sector[row]!]!.pathways[index]!;
    cases.pathway[row] = index;
    cases.hub[row] = hub;
    return interviews.unitOf(hub);
  }

  /** The obstacle of a pathway to a case not enrolled yet. */
  private missing(row: CaseRow, { bus, hub, points }: PathwayParameters): number {
    const { model } = this;
    const { closings, interviews } = model;
    const { now } = model.simulation;
    if (bus >= 0) {
      const line = model.parameters.buses[bus]!;
      if (!valueAt(line.inService, now)) return obstacle.noPathway;
      if (model.cases.size[row]! > valueAt(line.seats, now)) return obstacle.tooLarge;
    }
    const unit = interviews.unitOf(hub);
    if (unit >= 0 && !closings.isOpenTo(unit, false) && interviews.claims(row, unit)) return officer;
    let nearest: number = obstacle.noPathway;
    for (const { point } of points) {
      const missing = this.missingAt(row, point);
      if (missing === obstacle.none) return obstacle.none;
      if (nearest < 0 || missing > nearest) nearest = missing;
    }
    return nearest;
  }

  private missingAt(row: CaseRow, point: number): number {
    const { limits, points, simulation } = this.model;
    if (!limits.canEverFit(row, point)) return obstacle.tooLarge;
    return points.isOpen(point) ? points.lacks(row, point, simulation.now) : consent;
  }
}
