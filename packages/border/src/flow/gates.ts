import { isOpen } from "@mpp-sim/engine";
import type { Basis } from "../ground/basis.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { stage } from "../ground/stage.ts";
import type { ConstraintSet } from "../ledger/blocked-ledger.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { everyOf } from "../parameters/later-settings.ts";
import type { CourtParameters } from "../parameters/place-parameters.ts";
import { type Timeline, valueAt } from "../parameters/timeline.ts";
import { type ClosingRule, constraints } from "../parameters/vocabulary.ts";
import { isNearer, type Obstacle } from "./obstacle.ts";
import { isDue, pathwayOf, unitOf } from "./pathway.ts";

const consent: ConstraintSet = 1 << constraints.indexOf("consent");
const courtSlot: ConstraintSet = 1 << constraints.indexOf("court-slot");

/** Something that closes on dates, its rule for those already enrolled, and what they lack while it is closed to them. */
export interface Gate {
  readonly open: Timeline<boolean>;
  readonly whenClosed: Timeline<ClosingRule>;
  readonly lacks: Obstacle;
  /** The same of a return point, as a set. */
  readonly set?: ConstraintSet;
  /** Whether it is a condition now; always unless given. */
  readonly counts?: () => boolean;
}

/** What is open now of all that closes on dates: bus lines, interview units, return points, and courts that are a condition. */
export class Gates {
  readonly lines: readonly Gate[];
  readonly units: readonly Gate[];
  readonly courts: readonly (readonly Gate[])[];
  /** Of each return point: itself, and its court where that is a condition. */
  points: readonly (readonly Gate[])[] = [];
  /** Interview unit of each hub, or -1. */
  readonly unitOf: readonly number[];
  private readonly ground: Basis;

  /** `given` are the parameters as they were given, with all that is to come. */
  constructor(ground: Basis, given: BorderParameters) {
    this.ground = ground;
    const { buses, courts, interviewUnits, returnPoints, sectors } = ground.parameters;
    this.unitOf = sectors.map((_, hub) => unitOf(ground.parameters, hub));
    this.lines = buses.map(({ inService, whenClosed }) => ({ open: inService, whenClosed, lacks: "no-pathway" }));
    this.units = interviewUnits.map(({ open, whenClosed }) => ({ open, whenClosed, lacks: "officer" }));
    this.courts = courts.map(({ sitting, whenClosed }, court) => {
      const counts = (): boolean => isCondition(courts[court]!);
      const mayCount = everyOf(given, "courts", court).some(isCondition);
      return mayCount ? [{ open: sitting, whenClosed, lacks: "court-slot", set: courtSlot, counts }] : [];
    });
    ground.settings.derive(() => {
      this.points = returnPoints.map(({ open, whenClosed, court }) => [
        { open, whenClosed, lacks: "consent", set: consent },
        ...this.courts[court]!,
      ]);
    });
  }

  /** Whether the line carries those already enrolled. */
  runs(bus: number): boolean {
    return this.serves(this.lines[bus]!);
  }

  /** Whether the unit interviews anybody, and whether those already enrolled. */
  isOpenTo(unit: number, enrolled: boolean): boolean {
    return enrolled ? this.serves(this.units[unit]!) : this.isOpen(this.units[unit]!);
  }

  /** Whether the point is open to returns now, by day and by night; `isAtWork` tells its hours. */
  isPointOpen(point: number): boolean {
    return valueAt(this.ground.parameters.returnPoints[point]!.open, this.ground.simulation.now);
  }

  /** Whether the port works at a moment. */
  isAtWork(point: number, time: number): boolean {
    const { localDays, parameters } = this.ground;
    return isOpen(parameters.returnPoints[point]!.hours, localDays.points[point]!.calendar, time);
  }

  /** What is closed at a return point to those already enrolled, as a set of constraints; to those back from a hearing only the point itself. */
  shutAt(point: number, reEntry: boolean): ConstraintSet {
    let set: ConstraintSet = 0;
    for (const gate of this.points[point]!) {
      if (!(reEntry && gate.set === courtSlot) && !this.serves(gate)) set |= gate.set!;
    }
    return set;
  }

  /** What is closed to an enrolled case in custody, or to one back from a hearing that must be interviewed, so that it takes its fallback. */
  obstacle(row: CaseRow): Obstacle | undefined {
    const { cases, whereabouts } = this.ground;
    // An interview begun is finished.
    const isBegun = cases.stage[row] === stage.interview;
    // Back from a hearing it has no pathway, and waits for the point like all such cases. Only the interview may be closed to it.
    if (cases.has(row, flag.askedAgain)) {
      const unit = this.units[this.unitOf[cases.hub[row]!]!]!;
      return !isBegun && this.sendsAway(unit) ? unit.lacks : undefined;
    }
    const { bus, hub, points } = pathwayOf(this.ground, row);
    const atHub = cases.place[row] === whereabouts.custody(hub);
    if (bus >= 0 && !atHub && this.sendsAway(this.lines[bus]!)) return this.lines[bus]!.lacks;
    const unit = this.unitOf[hub]!;
    const mustAsk = !isBegun && isDue(cases, row, unit);
    if (mustAsk && this.sendsAway(this.units[unit]!)) return this.units[unit]!.lacks;
    // All points must be closed to it, and one of them by a rule of fallback.
    let missing: Obstacle | undefined;
    for (const { point } of points) {
      if (this.shutAt(point, false) === 0) return undefined;
      for (const gate of this.points[point]!) {
        if (this.sendsAway(gate) && (missing === undefined || isNearer(missing, gate.lacks))) missing = gate.lacks;
      }
    }
    return missing;
  }

  /** Whether the gate is closed, and has those take their fallback who are enrolled. */
  sendsAway(gate: Gate): boolean {
    return !this.isOpen(gate) && this.rule(gate) === "fallback";
  }

  private isOpen(gate: Gate): boolean {
    return valueAt(gate.open, this.ground.simulation.now) || gate.counts?.() === false;
  }

  private serves(gate: Gate): boolean {
    return this.isOpen(gate) || this.rule(gate) === "finish";
  }

  private rule({ whenClosed }: Gate): ClosingRule {
    return valueAt(whenClosed, this.ground.simulation.now);
  }
}

/** Whether no returns are made to a court that does not sit. */
function isCondition({ gate }: CourtParameters): boolean {
  return gate === "hard";
}
