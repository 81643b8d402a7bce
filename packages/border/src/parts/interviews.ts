import {
  type EventType,
  isOpen,
  nextClosing,
  nextOpening,
  Resource,
  type Stateful,
  type StateTransfer,
  TimeWeighted,
} from "@mpp-sim/engine";
import { Part } from "../flow/part.ts";
import { type Flow, type Holder, type Resumes, step, wayOut } from "../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { eitherChanges } from "../ground/changes.ts";
import { draw } from "../ground/draws.ts";
import { remaining } from "../ground/remaining.ts";
import { stage } from "../ground/stage.ts";
import { takeOver } from "../ground/take-over.ts";
import type { Ground } from "../ground.ts";
import type { InterviewUnitParameters } from "../parameters/place-parameters.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import { transferFigures } from "../state/transfer-figures.ts";

const officerConstraint = constraints.indexOf("officer");

/** The indices of an interview after a hearing, from `draw.afterHearing` and four times the hearings so far. */
const [claimAgain, atRiskAgain, timeAgain] = [0, 1, 2];

/**
 * Officers who interview people who claim fear of Mexico: before the first return, and after a hearing if the unit does so. All
 * stand in one line. An interview that has begun is finished.
 */
export class InterviewUnits extends Part implements Holder, Resumes, Stateful {
  /** Persons in cases that wait for an officer. */
  readonly backlog: readonly TimeWeighted[];
  private readonly officers: readonly Resource[];
  /** The event of the next shift of each unit, 0 for none. */
  private readonly shifts: number[];
  private readonly granted: EventType;
  private readonly done: EventType;
  private readonly shift: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    const { simulation, parameters } = ground;
    this.officers = parameters.interviewUnits.map(({ id }) => new Resource(simulation, `officers ${id}`, 0));
    this.backlog = parameters.interviewUnits.map(() => new TimeWeighted(simulation));
    this.shifts = parameters.interviewUnits.map(() => 0);
    this.granted = simulation.eventType("officer free", (number) => {
      const row = rowOf(number);
      ground.blocked.settle(row);
      this.backlog[this.unitFor(row)]!.add(-ground.cases.size[row]!);
      this.interview(row);
    });
    this.done = simulation.eventType("interviewed", (number) => this.decide(rowOf(number)));
    this.shift = simulation.eventType("interview shift", (unit) => {
      this.roster(unit);
      this.scheduleShift(unit);
    });
    ground.settings.onChange("interviewUnits", (unit) => {
      simulation.cancel(this.shifts[unit]!);
      this.roster(unit);
      this.scheduleShift(unit);
    });
    const dates = parameters.interviewUnits.map(({ officers, open, whenClosed }) =>
      eitherChanges(officers, eitherChanges(open, whenClosed)),
    );
    ground.changes.watch("officers", dates, (unit) => this.roster(unit));
    parameters.interviewUnits.forEach((_, unit) => {
      this.roster(unit);
      this.scheduleShift(unit);
    });
  }

  admit(row: CaseRow): void {
    const { cases, blocked } = this.ground;
    const unit = this.unitFor(row);
    const officers = this.officers[unit]!;
    if (officers.tryTake(1)) this.interview(row);
    else {
      cases.stage[row] = stage.awaitingOfficer;
      cases.wait[row] = officers.request(this.granted, numberOf(row), 1);
      this.backlog[unit]!.add(cases.size[row]!);
      blocked.charge(row, officerConstraint);
    }
  }

  /**
   * Of a case that has been interviewed since before the start, what is left is drawn given how long it has lasted. One that is back
   * from a hearing, in the custody of its hub, goes on to its return, unless it must be asked again.
   */
  resume(row: CaseRow, { interviewed, serviceSince, since, state }: CensusCase): void {
    const { cases, simulation } = this.ground;
    const again = state === "re-entry";
    if (again && (interviewed !== false || this.afterHearing(row) === undefined))
      this.flow.next(row, step.return, simulation.now + since);
    else if (serviceSince === undefined) {
      if (again) this.flow.next(row, step.interviewAgain);
    } else if (again || (cases.pathway[row]! >= 0 && this.unitFor(row) >= 0)) {
      cases.set(row, flag.askedAgain, again);
      if (takeOver(this.officers[this.unitFor(row)]!)) this.interview(row, simulation.now + serviceSince);
      else this.admit(row);
    }
  }

  /** Whether the case, whose hearing has just been continued, claims fear of going back where it would be heard. */
  claimsAgain(row: CaseRow): boolean {
    const shares = this.afterHearing(row);
    return (
      shares !== undefined && this.uniformAgain(row, claimAgain) < valueAt(shares.claim, this.ground.simulation.now)
    );
  }

  withdraw(row: CaseRow): void {
    const { cases, simulation } = this.ground;
    const unit = this.unitFor(row);
    const officers = this.officers[unit]!;
    if (cases.stage[row] === stage.awaitingOfficer) {
      officers.cancel(cases.wait[row]!);
      this.backlog[unit]!.add(-cases.size[row]!);
    } else {
      simulation.cancel(cases.event[row]!);
      officers.release(1);
    }
  }

  /** Persons before a case that waits for an officer, in the line it stands in: those of all hubs that the unit serves. */
  ahead(row: CaseRow): number {
    const { cases } = this.ground;
    const { line } = this.officers[this.unitFor(row)]!;
    let persons = 0;
    for (let handle = line.first(); handle !== cases.wait[row]; handle = line.next(handle)) {
      persons += cases.size[rowOf(line.subject(handle))]!;
    }
    return persons;
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, [this.backlog, this.shifts]);
  }

  private unitFor(row: CaseRow): number {
    return this.ground.gates.unitOf[this.ground.cases.hub[row]!]!;
  }

  private interview(row: CaseRow, since = this.ground.simulation.now): void {
    const { cases, draws, parameters, simulation } = this.ground;
    cases.stage[row] = stage.interview;
    const { time } = parameters.interviewUnits[this.unitFor(row)]!;
    const uniform = cases.has(row, flag.askedAgain)
      ? this.uniformAgain(row, timeAgain)
      : draws.uniform(row, draw.interviewTime);
    const hours = remaining(time, simulation.now - since, uniform);
    cases.serviceSince[row] = since;
    cases.event[row] = simulation.schedule(hours, this.done, numberOf(row));
  }

  private decide(row: CaseRow): void {
    const { ground } = this;
    const { cases, draws, parameters, simulation } = ground;
    const unit = this.unitFor(row);
    this.officers[unit]!.release(1);
    cases.event[row] = 0;
    if (cases.has(row, flag.askedAgain)) {
      this.decideAgain(row, unit);
      return;
    }
    const { foundAtRisk, screeningError = 0 } = parameters.interviewUnits[unit]!;
    const share = valueAt(foundAtRisk, simulation.now);
    cases.set(row, flag.interviewed, true);
    const isNew = !cases.knows(row, flag.atRisk);
    const atRisk = draws.trait(row, flag.atRisk, draw.atRisk, share);
    // If `share` are found and a share `error` of those at risk is missed, then share / (1 - error) are at risk. A uniform between these
    // two is a case that is missed.
    if (isNew && screeningError > 0 && !atRisk)
      cases.set(row, flag.missedAtRisk, draws.uniform(row, draw.atRisk) < share / (1 - screeningError));
    ground.counts.interview(row, unit, atRisk);
    if (atRisk) this.flow.leave(row, wayOut.fallback, "at-risk");
    else this.flow.next(row, step.onward);
  }

  private decideAgain(row: CaseRow, unit: number): void {
    const { counts, simulation } = this.ground;
    const share = valueAt(this.afterHearing(row)!.foundAtRisk, simulation.now);
    const atRisk = this.uniformAgain(row, atRiskAgain) < share;
    counts.interviewAgain(row, unit, atRisk);
    if (atRisk) this.flow.leave(row, wayOut.fallback, "at-risk");
    else this.flow.next(row, step.return);
  }

  private afterHearing(row: CaseRow): InterviewUnitParameters["afterHearing"] {
    return this.ground.parameters.interviewUnits[this.unitFor(row)]?.afterHearing;
  }

  private uniformAgain(row: CaseRow, index: number): number {
    const { cases, draws } = this.ground;
    return draws.uniform(row, draw.afterHearing + 4 * cases.hearings[row]! + index);
  }

  /** Sets how many officers are at work now. */
  private roster(unit: number): void {
    const { simulation, parameters } = this.ground;
    const { hours, officers } = parameters.interviewUnits[unit]!;
    const open =
      isOpen(hours, this.ground.localDays.units[unit]!.calendar, simulation.now) &&
      this.ground.gates.isOpenTo(unit, true);
    this.officers[unit]!.setCapacity(open ? valueAt(officers, simulation.now) : 0);
  }

  private scheduleShift(unit: number): void {
    const { simulation, parameters } = this.ground;
    const { hours } = parameters.interviewUnits[unit]!;
    const { calendar } = this.ground.localDays.units[unit]!;
    const { now } = simulation;
    const next = isOpen(hours, calendar, now) ? nextClosing(hours, calendar, now) : nextOpening(hours, calendar, now);
    this.shifts[unit] = next < Number.POSITIVE_INFINITY ? simulation.scheduleAt(next, this.shift, unit) : 0;
  }
}
