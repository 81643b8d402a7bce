import type { PathwayPoint } from "../parameters/sector-parameters.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";

const consent = constraints.indexOf("consent");
const courtSlot = constraints.indexOf("court-slot");
const limitConstraint = constraints.indexOf("limit");
const portHours = constraints.indexOf("port-hours");
const nothing = -1;

/** Cases for which the same return points and the same limits count. */
export interface ReturnKind {
  /** Sector of arrival. */
  readonly sector: number;
  /** Back from a hearing, as against a first return. */
  readonly reEntry: boolean;
  /** Return points, best first. */
  readonly options: readonly PathwayPoint[];
}

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

  /** What keeps every case of the kind, whatever its size, from returning now: the constraint it is charged to, or -1. */
  shutFor({ sector, reEntry, options }: ReturnKind): number {
    let nearest = nothing;
    for (const option of options) {
      const missing = this.missingForAll(sector, reEntry, option);
      if (missing === nothing) return nothing;
      nearest = Math.max(nearest, missing);
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

  private missingForAll(sector: number, reEntry: boolean, { point, travelHours }: PathwayPoint): number {
    const { hearings, limits, parameters, points, simulation } = this.model;
    const crossing = simulation.now + travelHours;
    if (!points.takesEnrolled(point)) return consent;
    if (!reEntry) {
      if (!hearings.hasSlot(point, crossing)) return courtSlot;
      // Whether there is a bed depends on the case, and comes before what follows.
      if (parameters.cities[parameters.returnPoints[point]!.city]!.gate === "hard") return nothing;
    }
    for (const limit of limits.consumedBy(sector, point, reEntry)) {
      if (!limits.admits(limit, 1, crossing)) return limitConstraint;
    }
    return points.isAtWork(point, crossing) ? nothing : portHours;
  }
}
