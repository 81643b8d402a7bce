import { type ConstraintSet, firstOf } from "../ledger/blocked-ledger.ts";
import type { PathwayPoint } from "../parameters/sector-parameters.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import type { ReturnKind } from "./return-kinds.ts";

const consent: ConstraintSet = 1 << constraints.indexOf("consent");
const courtSlot: ConstraintSet = 1 << constraints.indexOf("court-slot");
const shelter: ConstraintSet = 1 << constraints.indexOf("shelter");
const limit: ConstraintSet = 1 << constraints.indexOf("limit");
const portHours: ConstraintSet = 1 << constraints.indexOf("port-hours");

/** Whether it is for a limit that a case cannot cross, and for nothing else while the port is at work. */
export function stopsAtLimit(set: ConstraintSet): boolean {
  return (set & ~portHours) === limit;
}

/** The set that a case is charged with: of several options the one that got furthest. */
export function furthest(a: ConstraintSet, b: ConstraintSet): ConstraintSet {
  return firstOf(b) > firstOf(a) ? b : a;
}

/** What a return must have, all of it at once. */
export class ReturnConditions {
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
  }

  /** Everything that the case lacks for a return by the option now; empty if it may go. */
  lacking(row: number, kind: ReturnKind, option: number): ConstraintSet {
    const { point, travelHours } = kind.options[option]!;
    let set = this.shut(kind, kind.options[option]!);
    if (!this.hasBed(row, kind, option)) set |= shelter;
    const size = this.model.cases.size[row]!;
    const crossing = this.model.simulation.now + travelHours;
    for (const index of this.model.limits.consumedBy(kind.sector, point, kind.reEntry)) {
      if (this.model.limits.roomFor(index, crossing) < size) set |= limit;
    }
    return set;
  }

  /** Finds out what keeps every case of the kind from returning now, whatever its size; returns whether none can. */
  examine(kind: ReturnKind): boolean {
    const { limits, simulation } = this.model;
    let none = true;
    kind.options.forEach((option, index) => {
      const crossing = simulation.now + option.travelHours;
      kind.shut[index] = this.shut(kind, option);
      kind.room[index] = limits
        .consumedBy(kind.sector, option.point, kind.reEntry)
        .reduce((least, consumed) => Math.min(least, limits.roomFor(consumed, crossing)), Number.POSITIVE_INFINITY);
      if (kind.shut[index] === 0 && kind.room[index] > 0) none = false;
    });
    return none;
  }

  /** What a case of an examined kind lacks, or the empty set if it may be able to return, or to stand at the head of a limit. */
  lackingAsExamined(row: number, kind: ReturnKind): ConstraintSet {
    const size = this.model.cases.size[row]!;
    let nearest: ConstraintSet = 0;
    for (let option = 0; option < kind.options.length; option++) {
      let set = kind.shut[option]!;
      if (!this.hasBed(row, kind, option)) set |= shelter;
      const room = kind.room[option]!;
      // A case too large for what is left may have to stand at the head of a limit, which is more than a charge.
      if (room > 0 && room < size) return 0;
      if (room === 0) set |= limit;
      if (set === 0) return 0;
      nearest = furthest(nearest, set);
    }
    return nearest;
  }

  /**
   * It is limits that keep the case from the option: notes that it has to wait for each of them, and returns whether it now stands
   * at the head of one and lets nobody pass.
   */
  refuse(row: number, { sector, reEntry }: ReturnKind, { point, travelHours }: PathwayPoint): boolean {
    const { cases, limits, points, simulation } = this.model;
    const crossing = simulation.now + travelHours;
    const atWork = points.isAtWork(point, crossing);
    let blocks = false;
    for (const index of limits.consumedBy(sector, point, reEntry)) {
      if (limits.roomFor(index, crossing) >= cases.size[row]!) continue;
      blocks = limits.refuse(index, cases.size[row]!, crossing, atWork) || blocks;
    }
    return blocks;
  }

  /** What shuts the option to everyone, limits apart. */
  private shut({ reEntry }: ReturnKind, { point, travelHours }: PathwayPoint): ConstraintSet {
    const { hearings, points, simulation } = this.model;
    const crossing = simulation.now + travelHours;
    let set: ConstraintSet = 0;
    if (!points.takesEnrolled(point)) set |= consent;
    if (!reEntry && !hearings.hasSlot(point, crossing)) set |= courtSlot;
    if (!points.isAtWork(point, crossing)) set |= portHours;
    return set;
  }

  private hasBed(row: number, { bedsOf }: ReturnKind, option: number): boolean {
    const city = bedsOf[option]!;
    return city < 0 || this.model.cities.canHouse(row, city);
  }
}
