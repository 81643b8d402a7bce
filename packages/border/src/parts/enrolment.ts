import type { RoutingRule } from "../extension/routing-rule.ts";
import { isNearer, type Obstacle, turnAway } from "../flow/obstacle.ts";
import { Part } from "../flow/part.ts";
import { claims } from "../flow/pathway.ts";
import { type Flow, type Resumes, step, wayOut } from "../flow/step.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import type { Ground } from "../ground.ts";
import { event } from "../ledger/tallies.ts";
import type { PathwayParameters } from "../parameters/sector-parameters.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";

/** Which pathway a case that is to be returned is given: the first by its rule whose conditions hold. */
export class Enrolment extends Part implements Resumes {
  private readonly rule: RoutingRule;

  constructor(ground: Ground, flow: Flow, rule: RoutingRule) {
    super(ground, flow);
    this.rule = rule;
  }

  /**
   * Enrols the case in a pathway, or sends it to its fallback with the condition that was missing.
   * @throws RangeError if the rule names a pathway that its sector has not
   */
  admit(row: CaseRow): void {
    const { blocked, cases, courtCases, parameters, simulation, tallies } = this.ground;
    const { pathways } = parameters.sectors[cases.sector[row]!]!;
    let nearest: Obstacle = "no-pathway";
    let hub = -1;
    for (const index of this.rule.order(row)) {
      const pathway = pathways[index];
      if (pathway === undefined)
        throw new RangeError(`pathway must be one of ${pathways.length} of its sector, counted from 0, got ${index}`);
      const missing = this.missing(row, pathway);
      if (missing === undefined) {
        tallies.count(row, event.enrolled);
        if (courtCases.early) courtCases.enrol(row, this.openPoint(row, pathway));
        this.enter(row, index, simulation.now);
        return;
      }
      // If all pathways are closed, the one that got furthest names the cause.
      if (isNearer(nearest, missing)) {
        nearest = missing;
        ({ hub } = pathway);
      }
    }
    turnAway(blocked, this.flow, row, nearest, hub);
  }

  /** A case of the census, enrolled before the start. One in the midst of its interview goes on with it, if a unit serves its hub. */
  resume(row: CaseRow, { hub: at, sector, serviceSince, since }: CensusCase): void {
    const { cases, parameters, simulation } = this.ground;
    const { pathways } = parameters.sectors[sector]!;
    const index = pathways.findIndex(({ hub, bus }) => hub === at || (bus >= 0 && at === sector));
    if (index < 0) this.flow.leave(row, wayOut.fallback, "no-pathway");
    else if (serviceSince === undefined) this.enter(row, index, simulation.now + since);
    else {
      // Nobody else is asked.
      cases.fix(row, flag.claims, true);
      if (this.take(row, index) < 0) this.flow.next(row, step.onward, simulation.now + since);
    }
  }

  /** Sets the case, enrolled now or before the start, on a pathway of its sector at the place where it is. */
  private enter(row: CaseRow, index: number, since: number): void {
    const unit = this.take(row, index);
    if (unit >= 0) claims(this.ground, row, unit);
    this.flow.next(row, step.onward, since);
  }

  /** Gives the case a pathway of its sector, and returns the unit that serves its hub, or -1. */
  private take(row: CaseRow, index: number): number {
    const { cases, gates, parameters } = this.ground;
    const { hub } = parameters.sectors[cases.sector[row]!]!.pathways[index]!;
    cases.pathway[row] = index;
    cases.hub[row] = hub;
    return gates.unitOf[hub]!;
  }

  /** What is in the way of a pathway to a case not enrolled yet. */
  private missing(row: CaseRow, { bus, hub, points }: PathwayParameters): Obstacle | undefined {
    const { cases, gates, parameters, simulation } = this.ground;
    if (bus >= 0) {
      const line = parameters.buses[bus]!;
      if (!valueAt(line.inService, simulation.now)) return "no-pathway";
      if (cases.size[row]! > valueAt(line.seats, simulation.now)) return "too-large";
    }
    const unit = gates.unitOf[hub]!;
    if (unit >= 0 && !gates.isOpenTo(unit, false) && claims(this.ground, row, unit)) return "officer";
    let nearest: Obstacle = "no-pathway";
    for (const { point } of points) {
      const missing = this.missingAt(row, point);
      if (missing === undefined) return undefined;
      if (isNearer(nearest, missing)) nearest = missing;
    }
    return nearest;
  }

  /** The first return point of a pathway that is open to the case, or -1. */
  private openPoint(row: CaseRow, { points }: PathwayParameters): number {
    return points.find(({ point }) => this.missingAt(row, point) === undefined)?.point ?? -1;
  }

  /** What a return through a point now would lack. Whether the case passes a limit that is not too small for it is for the crossing. */
  private missingAt(row: CaseRow, point: number): Obstacle | undefined {
    const { flow } = this;
    const { gates, parameters, simulation } = this.ground;
    if (!flow.canEverFit(row, point)) return "too-large";
    if (!gates.isPointOpen(point)) return "consent";
    if (!flow.hasDate(point, simulation.now)) return "court-slot";
    const { city, court } = parameters.returnPoints[point]!;
    const { gate, sitting } = parameters.courts[court]!;
    if (gate === "hard" && !valueAt(sitting, simulation.now)) return "court-slot";
    return parameters.cities[city]!.gate === "hard" && !flow.hasBed(row, city) ? "shelter" : undefined;
  }
}
