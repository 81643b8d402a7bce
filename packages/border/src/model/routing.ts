import type { RoutingRule } from "../extension/routing-rule.ts";
import type { PathwayParameters } from "../parameters/sector-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { flag } from "./case-table.ts";
import { causeOf } from "./custody-clock.ts";
import { draw } from "./draws.ts";

const noObstacle = -1;
const noPathway = -2;
const tooLarge = -3;
const consent = constraints.indexOf("consent");

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
  enrol(row: number): void {
    const { model } = this;
    const { cases } = model;
    const { pathways } = model.parameters.sectors[cases.sector[row]!]!;
    let nearest = noPathway;
    let hub = -1;
    for (const index of this.rule.order(row)) {
      const pathway = pathways[index];
      if (pathway === undefined)
        throw new RangeError(`pathway must be one of ${pathways.length} of its sector, counted from 0, got ${index}`);
      const obstacle = this.obstacle(row, pathway);
      if (obstacle === noObstacle) {
        model.counts.enrol(row);
        this.enter(row, index);
        return;
      }
      // Of several closed pathways the one that got furthest names the cause.
      if (nearest < 0 || obstacle > nearest) {
        nearest = obstacle;
        ({ hub } = pathways[index]!);
      }
    }
    if (nearest === noPathway) model.exits.fallback(row, "no-pathway");
    else if (nearest === tooLarge) model.exits.fallback(row, "too-large");
    else this.lose(row, nearest, hub);
  }

  /** Sets the case, enrolled now or before the start, on a pathway of its sector at the place where it is. */
  enter(row: number, index: number, since = this.model.simulation.now): void {
    const { cases, draws, interviews, parameters, simulation } = this.model;
    const { hub } = parameters.sectors[cases.sector[row]!]!.pathways[index]!;
    cases.pathway[row] = index;
    cases.hub[row] = hub;
    const unit = interviews.unitOf(hub);
    if (unit >= 0) {
      draws.trait(row, flag.claims, draw.claim, valueAt(parameters.interviewUnits[unit]!.claim, simulation.now));
    }
    this.onward(row, since);
  }

  /** The next step of an enrolled case in custody, ready for it since `since`: the interview it must have, the bus, the return. */
  onward(row: number, since = this.model.simulation.now): void {
    const { model } = this;
    const { cases } = model;
    if (model.points.refuse(row)) {
      this.lose(row, consent, cases.hub[row]!);
      return;
    }
    const { hub } = this.pathwayOf(row);
    const atHub = cases.place[row] === model.whereabouts.custody(hub);
    const unit = model.interviews.unitOf(hub);
    const interviewDue = unit >= 0 && cases.has(row, flag.claims) && !cases.has(row, flag.interviewed);
    if (interviewDue && (atHub || model.parameters.interviewUnits[unit]!.before === "bus")) model.interviews.begin(row);
    else if (atHub) model.desks.ready(row, since);
    else model.buses.join(row, since);
  }

  /** The pathway through `hub` is closed to the case for want of `constraint`: it takes its fallback and counts as diverted. */
  lose(row: number, constraint: number, hub: number): void {
    const { model } = this;
    model.blocked.settle(row);
    model.blocked.divert(row, constraint, hub);
    model.exits.fallback(row, causeOf(constraint));
  }

  pathwayOf(row: number): PathwayParameters {
    const { cases, parameters } = this.model;
    return parameters.sectors[cases.sector[row]!]!.pathways[cases.pathway[row]!]!;
  }

  /** The first condition of the pathway that is missing: a constraint, or one of the names above. */
  private obstacle(row: number, { bus, points }: PathwayParameters): number {
    const { model } = this;
    const { now } = model.simulation;
    if (bus >= 0) {
      const line = model.parameters.buses[bus]!;
      if (!valueAt(line.inService, now)) return noPathway;
      if (model.cases.size[row]! > valueAt(line.seats, now)) return tooLarge;
    }
    let nearest = noPathway;
    for (const { point } of points) {
      const missing = this.missing(row, point);
      if (missing === noObstacle) return noObstacle;
      if (nearest < 0 || missing > nearest) nearest = missing;
    }
    return nearest;
  }

  private missing(row: number, point: number): number {
    const { limits, points, simulation } = this.model;
    if (!limits.canEverFit(row, point)) return tooLarge;
    return points.isOpen(point) ? points.lacks(row, point, simulation.now) : consent;
  }
}
