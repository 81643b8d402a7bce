import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { flag } from "./case-table.ts";
import { causeOf } from "./custody-clock.ts";
import { draw } from "./draws.ts";

const noObstacle = -1;
const noPathway = -2;
const tooLarge = -3;
const limitConstraint = constraints.indexOf("limit");

/** Which pathway a case that may be returned is given: the first of its sector whose conditions hold. */
export class Routing {
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
  }

  /** Enrols the case in a pathway, or sends it to its fallback with the condition that was missing. */
  enrol(row: number): void {
    const { model } = this;
    const { cases } = model;
    const { pathways } = model.parameters.sectors[cases.sector[row]!]!;
    let nearest = noPathway;
    for (let index = 0; index < pathways.length; index++) {
      const obstacle = this.obstacle(row, index);
      if (obstacle === noObstacle) {
        this.enter(row, index);
        return;
      }
      // Of several closed pathways the one that got furthest names the cause.
      if (nearest < 0 || obstacle > nearest) nearest = obstacle;
    }
    if (nearest === noPathway) model.exits.fallback(row, "no-pathway");
    else if (nearest === tooLarge) model.exits.fallback(row, "too-large");
    else {
      model.blocked.divert(row, nearest);
      model.exits.fallback(row, causeOf(nearest));
    }
  }

  /** Puts the case at the head of a pathway: the interview it must have, the bus, the return. */
  enter(row: number, index: number): void {
    const { model } = this;
    const { cases } = model;
    const pathway = model.parameters.sectors[cases.sector[row]!]!.pathways[index]!;
    cases.pathway[row] = index;
    cases.hub[row] = pathway.hub;
    model.counts.enrol(row);
    const unit = model.interviews.unitOf(pathway.hub);
    if (unit >= 0) this.claim(row, unit);
    const claims = unit >= 0 && cases.has(row, flag.claims);
    const firstInterview = pathway.bus < 0 || model.parameters.interviewUnits[unit]?.before === "bus";
    if (claims && firstInterview) model.interviews.begin(row);
    else if (pathway.bus >= 0) model.buses.join(row);
    else model.desks.ready(row);
  }

  /** The next step of a case that is in custody at `hub` or still in its sector, interviewed if it had to be. */
  onward(row: number): void {
    const { cases, parameters } = this.model;
    const pathway = parameters.sectors[cases.sector[row]!]!.pathways[cases.pathway[row]!]!;
    const atHub = cases.place[row] === this.model.whereabouts.custody(pathway.hub);
    if (!atHub) this.model.buses.join(row);
    else if (cases.has(row, flag.claims) && !cases.has(row, flag.interviewed)) this.model.interviews.begin(row);
    else this.model.desks.ready(row);
  }

  private claim(row: number, unit: number): void {
    const { cases, draws, parameters, simulation } = this.model;
    if (cases.has(row, flag.claimGiven)) return;
    const share = valueAt(parameters.interviewUnits[unit]!.claim, simulation.now);
    cases.set(row, flag.claims, draws.uniform(row, draw.claim) < share);
  }

  /** The first condition of the pathway that is missing: a constraint, or one of the names above. */
  private obstacle(row: number, index: number): number {
    const { model } = this;
    const { cases, parameters, simulation } = model;
    const size = cases.size[row]!;
    const pathway = parameters.sectors[cases.sector[row]!]!.pathways[index]!;
    if (pathway.bus >= 0) {
      const line = parameters.buses[pathway.bus]!;
      if (!valueAt(line.inService, simulation.now)) return noPathway;
      if (size > valueAt(line.seats, simulation.now)) return tooLarge;
    }
    let nearest = noPathway;
    for (const { point } of pathway.points) {
      const missing = model.desks.fitsLimits(row, point)
        ? model.desks.gate(row, point, simulation.now)
        : tooLarge;
      if (missing === noObstacle) return noObstacle;
      if (nearest < 0 || missing > nearest) nearest = missing;
    }
    return Math.min(nearest, limitConstraint);
  }
}
