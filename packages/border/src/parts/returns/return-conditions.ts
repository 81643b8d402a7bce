import { nextOpening } from "@mpp-sim/engine";
import { Part } from "../../flow/part.ts";
import type { Flow } from "../../flow/step.ts";
import type { CaseRow } from "../../ground/case-row.ts";
import { flag } from "../../ground/case-table.ts";
import type { Ground } from "../../ground.ts";
import { type ConstraintSet, firstOf } from "../../ledger/blocked-ledger.ts";
import { constraints } from "../../parameters/vocabulary.ts";
import type { ReturnKind } from "./return-kinds.ts";
import type { ReturnLimits } from "./return-limits.ts";

const courtSlot: ConstraintSet = 1 << constraints.indexOf("court-slot");
const shelter: ConstraintSet = 1 << constraints.indexOf("shelter");
const limit: ConstraintSet = 1 << constraints.indexOf("limit");
const portHours: ConstraintSet = 1 << constraints.indexOf("port-hours");

/** What a return must have, all of it at once. */
export class ReturnConditions extends Part {
  private readonly limits: ReturnLimits;

  constructor(ground: Ground, flow: Flow, limits: ReturnLimits) {
    super(ground, flow);
    this.limits = limits;
  }

  /** Everything that the case lacks for a return by the option now; empty if it may go. */
  lacking(row: CaseRow, kind: ReturnKind, option: number): ConstraintSet {
    const { travelHours } = kind.options[option]!;
    const crossing = this.ground.simulation.now + travelHours;
    let set = this.shut(kind, option, crossing);
    if (!this.hasBed(row, kind, option)) set |= shelter;
    const size = this.ground.cases.size[row]!;
    if (this.room(kind, option, crossing) < size) set |= limit;
    return set === 0 && this.prefersToWait(row, kind, option) ? portHours : set;
  }

  /** Finds what keeps every case of the kind from returning now, whatever its size. Returns whether none can return. */
  examine(kind: ReturnKind): boolean {
    const { simulation } = this.ground;
    let none = true;
    kind.examined = true;
    kind.options.forEach((option, index) => {
      const crossing = simulation.now + option.travelHours;
      kind.shut[index] = this.shut(kind, index, crossing);
      kind.room[index] = this.room(kind, index, crossing);
      kind.later[index] = this.roomLater(kind, index);
      if (kind.shut[index] === 0 && kind.room[index] > kind.later[index]) none = false;
    });
    return none;
  }

  /** What a case lacks for an option, by what `examine` has found. Empty if more has to be asked: whether it goes, or heads a limit. */
  lackingAsExamined(row: CaseRow, kind: ReturnKind, option: number): ConstraintSet {
    const room = kind.room[option]!;
    // Some room, but too little: the case may have to stop those behind it.
    if (room > 0 && room < this.ground.cases.size[row]!) return 0;
    let set = kind.shut[option]!;
    if (!this.hasBed(row, kind, option)) set |= shelter;
    if (room === 0) set |= limit;
    return set === 0 && kind.later[option]! >= this.ground.cases.size[row]! ? portHours : set;
  }

  /**
   * What the wait of a case that cannot go is charged to: all that it lacks for its nearest option. While the port is shut, the day's
   * places go to those first in line: they wait for the port alone, and the others for the limit too. If `examined`, it goes by what
   * `examine` has found; empty then means that more has to be asked.
   */
  charged(row: CaseRow, kind: ReturnKind, examined: boolean): ConstraintSet {
    const { cases } = this.ground;
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
   * The case cannot go. Where a limit is all that keeps it, but for the hours of the port, the limit is told. Returns whether the case
   * now heads a limit, so that nobody passes it.
   */
  refuse(row: CaseRow, kind: ReturnKind): boolean {
    const { limits } = this;
    const { cases, gates, simulation } = this.ground;
    let blocks = false;
    kind.options.forEach(({ point, travelHours }, option) => {
      if ((this.lacking(row, kind, option) & ~portHours) !== limit) return;
      const crossing = simulation.now + travelHours;
      const atWork = gates.isAtWork(point, crossing);
      for (const index of limits.consumedBy(kind.sector, point, kind.reEntry)) {
        if (limits.roomFor(index, crossing) >= cases.size[row]!) continue;
        blocks = limits.refuse(index, cases.size[row]!, crossing, atWork) || blocks;
      }
    });
    return blocks;
  }

  private takesTurn(row: CaseRow, { sector, reEntry, options }: ReturnKind, option: number): boolean {
    const { limits } = this;
    const { cases, simulation } = this.ground;
    const { point, travelHours } = options[option]!;
    return limits.takeTurn(limits.consumedBy(sector, point, reEntry), cases.size[row]!, simulation.now + travelHours);
  }

  /**
   * Whether a case that could go by the option waits all the same, for a point that it prefers: one that opens by the date of the
   * crossing and then has room. Otherwise those with the longer road would set out first and take the places of that date.
   */
  private prefersToWait(row: CaseRow, kind: ReturnKind, option: number): boolean {
    const size = this.ground.cases.size[row]!;
    return this.opening(kind, option).some(
      ({ preferred, opens }) => this.room(kind, preferred, opens) >= size && this.hasBed(row, kind, preferred),
    );
  }

  /** The most places at a point for which a case would wait so, whether or not it needs a bed; 0 if there is none. */
  private roomLater(kind: ReturnKind, option: number): number {
    let most = 0;
    for (const { preferred, opens } of this.opening(kind, option)) {
      if (kind.bedsOf[preferred]! < 0) most = Math.max(most, this.room(kind, preferred, opens));
    }
    return most;
  }

  /** Options preferred to this one that lack only open hours, and get them by the date of its crossing; and when. */
  private opening(kind: ReturnKind, option: number): { readonly preferred: number; readonly opens: number }[] {
    const { gates, localDays, parameters, simulation } = this.ground;
    if (option === 0) return [];
    const { point, travelHours } = kind.options[option]!;
    const date = localDays.points[point]!.calendar.dayOf(simulation.now + travelHours);
    return kind.options.slice(0, option).flatMap(({ point: other, travelHours: road }, preferred) => {
      const crossing = simulation.now + road;
      if (gates.isAtWork(other, crossing)) return [];
      const { calendar } = localDays.points[other]!;
      const opens = nextOpening(parameters.returnPoints[other]!.hours, calendar, crossing);
      if (opens === Number.POSITIVE_INFINITY || calendar.dayOf(opens) > date) return [];
      return this.shut(kind, preferred, opens) === 0 ? [{ preferred, opens }] : [];
    });
  }

  /** Places under all limits that a crossing by the option consumes. */
  private room({ sector, reEntry, options }: ReturnKind, option: number, crossing: number): number {
    const { limits } = this;
    let least = Number.POSITIVE_INFINITY;
    for (const index of limits.consumedBy(sector, options[option]!.point, reEntry))
      least = Math.min(least, limits.roomFor(index, crossing));
    return least;
  }

  /** What shuts the option to everyone who crosses at a moment, limits apart. */
  private shut({ reEntry, options }: ReturnKind, option: number, crossing: number): ConstraintSet {
    const { gates } = this.ground;
    const { point } = options[option]!;
    let set: ConstraintSet = gates.shutAt(point, reEntry);
    if (!reEntry && !this.flow.hasDate(point, crossing)) set |= courtSlot;
    if (!gates.isAtWork(point, crossing)) set |= portHours;
    return set;
  }

  private hasBed(row: CaseRow, { bedsOf }: ReturnKind, option: number): boolean {
    const city = bedsOf[option]!;
    return city < 0 || this.flow.hasBed(row, city);
  }
}
