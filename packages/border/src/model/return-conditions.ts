import { type ConstraintSet, firstOf } from "../ledger/blocked-ledger.ts";
import type { PathwayPoint } from "../parameters/sector-parameters.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { flag } from "./case-table.ts";
import type { ReturnKind } from "./return-kinds.ts";

const courtSlot: ConstraintSet = 1 << constraints.indexOf("court-slot");
const shelter: ConstraintSet = 1 << constraints.indexOf("shelter");
const limit: ConstraintSet = 1 << constraints.indexOf("limit");
const portHours: ConstraintSet = 1 << constraints.indexOf("port-hours");

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

  /** What a case lacks for an option of an examined kind; empty if it may be able to go, or to stand at the head of a limit. */
  lackingAsExamined(row: number, kind: ReturnKind, option: number): ConstraintSet {
    const room = kind.room[option]!;
    // A case too large for what is left may have to stand at the head of a limit, which is more than a charge.
    if (room > 0 && room < this.model.cases.size[row]!) return 0;
    let set = kind.shut[option]!;
    if (!this.hasBed(row, kind, option)) set |= shelter;
    return room === 0 ? set | limit : set;
  }

  /**
   * What a case is charged with that cannot go: of several options, all that it lacks for the one that is nearest. Behind a shut
   * port only those whom the places of the day reach wait for the port alone; the others wait for the limit too. Of an examined
   * kind what is known is used, and the empty set says that it does not suffice.
   */
  charged(row: number, kind: ReturnKind, examined: boolean): ConstraintSet {
    const { cases } = this.model;
    let charged: ConstraintSet = 0;
    for (let option = 0; option < kind.options.length; option++) {
      let set = examined ? this.lackingAsExamined(row, kind, option) : this.lacking(row, kind, option);
      if (set === 0) return 0;
      if (set === portHours) {
        if (this.takesTurn(row, kind, option)) {
          cases.set(row, flag.inTurn, true);
          return set;
        }
        set |= limit;
      }
      if (firstOf(set) > firstOf(charged)) charged = set;
    }
    cases.set(row, flag.inTurn, false);
    return charged;
  }

  /**
   * The case cannot go. Notes the limits that it has to wait for by options from which nothing else keeps it while the port is at
   * work, and returns whether it now stands at the head of one and lets nobody pass.
   */
  refuse(row: number, kind: ReturnKind): boolean {
    const { cases, limits, points, simulation } = this.model;
    let blocks = false;
    kind.options.forEach(({ point, travelHours }, option) => {
      if ((this.lacking(row, kind, option) & ~portHours) !== limit) return;
      const crossing = simulation.now + travelHours;
      const atWork = points.isAtWork(point, crossing);
      for (const index of limits.consumedBy(kind.sector, point, kind.reEntry)) {
        if (limits.roomFor(index, crossing) >= cases.size[row]!) continue;
        blocks = limits.refuse(index, cases.size[row]!, crossing, atWork) || blocks;
      }
    });
    return blocks;
  }

  private takesTurn(row: number, { sector, reEntry, options }: ReturnKind, option: number): boolean {
    const { cases, limits, simulation } = this.model;
    const { point, travelHours } = options[option]!;
    return limits.takeTurn(limits.consumedBy(sector, point, reEntry), cases.size[row]!, simulation.now + travelHours);
  }

  /** What shuts the option to everyone, limits apart. */
  private shut({ reEntry }: ReturnKind, { point, travelHours }: PathwayPoint): ConstraintSet {
    const { closings, hearings, points, simulation } = this.model;
    const crossing = simulation.now + travelHours;
    let set: ConstraintSet = closings.shutAt(point, reEntry);
    if (!reEntry && !hearings.hasSlot(point, crossing)) set |= courtSlot;
    if (!points.isAtWork(point, crossing)) set |= portHours;
    return set;
  }

  private hasBed(row: number, { bedsOf }: ReturnKind, option: number): boolean {
    const city = bedsOf[option]!;
    return city < 0 || this.model.cities.canHouse(row, city);
  }
}
