import type { EventType } from "@mpp-sim/engine";
import type { BorderModel } from "../border-model.ts";
import { obstacle } from "../flow/obstacles.ts";
import { pathwayOf } from "../flow/pathway.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { eitherChanges } from "../ground/changes.ts";
import { priority } from "../ground/priorities.ts";
import { stage } from "../ground/stage.ts";
import { everyOf } from "../parameters/later-settings.ts";
import type { CourtParameters } from "../parameters/place-parameters.ts";
import { type Timeline, valueAt } from "../parameters/timeline.ts";
import { type ClosingRule, constraints } from "../parameters/vocabulary.ts";

const consent = constraints.indexOf("consent");
const courtSlot = constraints.indexOf("court-slot");
const officer = constraints.indexOf("officer");
// Those who wait go first: an interview broken off frees an officer, whom nobody sent away should be given.
const inPathway: readonly (readonly number[])[] = [
  [stage.awaitingOfficer, stage.awaitingBus, stage.awaitingReturn],
  [stage.interview],
];

/** Something that closes on dates, its rule for those already enrolled, and what they lack while it is closed to them. */
interface Gate {
  readonly open: Timeline<boolean>;
  readonly whenClosed: Timeline<ClosingRule>;
  readonly lacks: number;
  /** Whether it is a condition now; always unless given. */
  readonly counts?: () => boolean;
}

/**
 * What becomes of those already enrolled when something on their pathway closes: a return point, a bus line, an interview unit, a
 * court that is a condition. Those whom it finishes with go on, and those it holds wait; others take their fallback as soon as
 * nothing of the pathway is open to them, on the road or aboard at the arrival.
 */
export class Closings {
  private readonly model: BorderModel;
  private readonly lines: readonly Gate[];
  private readonly units: readonly Gate[];
  /** Of each return point: itself, and its court where that is a condition. */
  private points: readonly (readonly Gate[])[] = [];
  private readonly closes: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    this.closes = model.simulation.eventType("pathway closes", () => this.sendAway());
    const { buses, courts, interviewUnits, returnPoints } = model.parameters;
    this.lines = buses.map(({ inService, whenClosed }) => ({
      open: inService,
      whenClosed,
      lacks: obstacle.noPathway,
    }));
    this.units = interviewUnits.map(({ open, whenClosed }) => ({ open, whenClosed, lacks: officer }));
    const courtGates = courts.map(({ sitting, whenClosed }, court): readonly Gate[] => {
      const counts = (): boolean => isGate(courts[court]!);
      const mayCount = everyOf(model.given, "courts", court).some(isGate);
      return mayCount ? [{ open: sitting, whenClosed, lacks: courtSlot, counts }] : [];
    });
    model.settings.derive(() => {
      this.points = returnPoints.map(({ open, whenClosed, court }) => [
        { open, whenClosed, lacks: consent },
        ...courtGates[court]!,
      ]);
    });
    const lookAgain = (gates: readonly Gate[], index: number): void => {
      if (gates.some((gate) => this.sendsAway(gate)))
        model.simulation.schedule(0, this.closes, index, priority.departure);
      model.desks.lookAtAll();
    };
    model.settings.onChange("courts", (court) => lookAgain(courtGates[court]!, court));
    model.settings.onChange("returnPoints", (point) => lookAgain(this.points[point]!, point));
    this.watch([...this.lines, ...this.units, ...courtGates.flat()]);
  }

  /** Whether the line carries those already enrolled. */
  runs(bus: number): boolean {
    return this.serves(this.lines[bus]!);
  }

  /** Whether the unit interviews anybody, and whether those already enrolled. */
  isOpenTo(unit: number, enrolled: boolean): boolean {
    return enrolled ? this.serves(this.units[unit]!) : this.isOpen(this.units[unit]!);
  }

  /** What is closed at a return point to those already enrolled, as a set of constraints; to those back from a hearing only the point itself. */
  shutAt(point: number, reEntry: boolean): number {
    let set = 0;
    for (const gate of this.points[point]!) {
      if (!(reEntry && gate.lacks === courtSlot) && !this.serves(gate)) set |= 1 << gate.lacks;
    }
    return set;
  }

  /** What is closed to an enrolled case in custody, or to one back from a hearing that must be interviewed, so that it takes its fallback. */
  obstacle(row: CaseRow): number {
    const { cases, interviews, whereabouts } = this.model;
    // An interview begun is finished.
    const isBegun = cases.stage[row] === stage.interview;
    // Back from a hearing it has no pathway, and waits for the point as everyone so does: the interview alone may be closed to it.
    if (cases.has(row, flag.askedAgain)) {
      const unit = this.units[interviews.unitOf(cases.hub[row]!)]!;
      return !isBegun && this.sendsAway(unit) ? officer : obstacle.none;
    }
    const { bus, hub, points } = pathwayOf(this.model, row);
    const atHub = cases.place[row] === whereabouts.custody(hub);
    if (bus >= 0 && !atHub && this.sendsAway(this.lines[bus]!)) return obstacle.noPathway;
    const unit = interviews.unitOf(hub);
    const mustAsk = !isBegun && interviews.isDue(row, unit);
    if (mustAsk && this.sendsAway(this.units[unit]!)) return officer;
    // All points must be closed to it, and one of them by a rule of fallback.
    let missing: number = obstacle.none;
    for (const { point } of points) {
      if (this.shutAt(point, false) === 0) return obstacle.none;
      for (const gate of this.points[point]!) if (this.sendsAway(gate)) missing = Math.max(missing, gate.lacks);
    }
    return missing;
  }

  /** Something has closed: those in custody on their way who may not finish or wait leave the pathway. */
  sendAway(): void {
    const { model } = this;
    const { cases } = model;
    for (const stages of inPathway) {
      for (const row of cases.rows()) {
        if (!stages.includes(cases.stage[row]!)) continue;
        const missing = this.obstacle(row);
        if (missing === obstacle.none) continue;
        model.attempts.withdraw(row);
        model.routing.turnAway(row, missing, cases.hub[row]!);
      }
    }
  }

  /** Acts on the closings of lines, units and courts. */
  private watch(gates: readonly Gate[]): void {
    const { simulation } = this.model;
    this.model.changes.watch(
      "pathway",
      // A gate that never sends people away needs no event of its own to close.
      gates.map(({ open, whenClosed }) =>
        whenClosed.some(({ value }) => value === "fallback") ? eitherChanges(open, whenClosed) : [],
      ),
      (index) => {
        if (this.sendsAway(gates[index]!)) simulation.schedule(0, this.closes, index, priority.departure);
      },
    );
  }

  private isOpen(gate: Gate): boolean {
    return valueAt(gate.open, this.model.simulation.now) || gate.counts?.() === false;
  }

  private serves(gate: Gate): boolean {
    return this.isOpen(gate) || this.rule(gate) === "finish";
  }

  private sendsAway(gate: Gate): boolean {
    return !this.isOpen(gate) && this.rule(gate) === "fallback";
  }

  private rule({ whenClosed }: Gate): ClosingRule {
    return valueAt(whenClosed, this.model.simulation.now);
  }
}

/** Whether a court that does not sit is a condition of returns. */
function isGate({ gate }: CourtParameters): boolean {
  return gate === "hard";
}
