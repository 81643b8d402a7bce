import type { PathwayPoint } from "../parameters/sector-parameters.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import type { ReturnKind } from "./return-kinds.ts";

const consent = constraints.indexOf("consent");
const courtSlot = constraints.indexOf("court-slot");
const shelter = constraints.indexOf("shelter");
const limitConstraint = constraints.indexOf("limit");
const portHours = constraints.indexOf("port-hours");
const nothing = -1;

/** What a return must have, in the order in which a wait is charged. */
export class ReturnConditions {
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
  }

  /** The first condition that the case lacks for a return by the option now, as a constraint, or -1. */
  missing(row: number, { sector, reEntry }: ReturnKind, { point, travelHours }: PathwayPoint): number {
    const { cases, limits, points, simulation } = this.model;
    const crossing = simulation.now + travelHours;
    if (!points.takesEnrolled(point)) return consent;
    const lacking = reEntry ? nothing : points.lacks(row, point, crossing);
    if (lacking !== nothing) return lacking;
    for (const limit of limits.consumedBy(sector, point, reEntry)) {
      if (!limits.admits(limit, cases.size[row]!, crossing)) return limitConstraint;
    }
    return points.isAtWork(point, crossing) ? nothing : portHours;
  }

  /** Finds out what keeps every case of the kind from returning now, whatever its size; returns whether none can. */
  examine(kind: ReturnKind): boolean {
    let shut = true;
    kind.options.forEach((option, index) => {
      kind.lacking[index] = this.missingForAll(kind, option);
      if (kind.lacking[index] === nothing) shut = false;
    });
    return shut;
  }

  /** What a case of an examined kind is charged to, or -1 if it may be able to return. */
  chargedTo(row: number, { options, lacking, bedsOf }: ReturnKind): number {
    let nearest = nothing;
    for (let index = 0; index < options.length; index++) {
      let missing = lacking[index]!;
      const city = bedsOf[index]!;
      // Whether there is a bed depends on the case; it comes before the limit.
      if (city >= 0 && (missing === nothing || missing > shelter) && !this.model.cities.canHouse(row, city))
        missing = shelter;
      if (missing === nothing) return nothing;
      if (missing > nearest) nearest = missing;
    }
    return nearest;
  }

  /**
   * The case could return by the option but for limits: notes that it has to wait for each of them, and returns whether it now
   * stands at the head of one and lets nobody pass.
   */
  refuse(row: number, { sector, reEntry }: ReturnKind, { point, travelHours }: PathwayPoint): boolean {
    const { cases, limits, points, simulation } = this.model;
    const crossing = simulation.now + travelHours;
    if (!points.isAtWork(point, crossing)) return false;
    let blocks = false;
    for (const limit of limits.consumedBy(sector, point, reEntry)) {
      if (limits.admits(limit, cases.size[row]!, crossing)) continue;
      blocks = limits.refuse(limit, cases.size[row]!, crossing) || blocks;
    }
    return blocks;
  }

  private missingForAll({ sector, reEntry }: ReturnKind, { point, travelHours }: PathwayPoint): number {
    const { hearings, limits, points, simulation } = this.model;
    const crossing = simulation.now + travelHours;
    if (!points.takesEnrolled(point)) return consent;
    if (!reEntry && !hearings.hasSlot(point, crossing)) return courtSlot;
    for (const limit of limits.consumedBy(sector, point, reEntry)) {
      if (!limits.admits(limit, 1, crossing)) return limitConstraint;
    }
    return points.isAtWork(point, crossing) ? nothing : portHours;
  }
}
