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
import type { BorderModel } from "../border-model.ts";
import { obstacle } from "../flow/obstacles.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { eitherChanges } from "../ground/changes.ts";
import { draw } from "../ground/draws.ts";
import { remaining } from "../ground/remaining.ts";
import { stage } from "../ground/stage.ts";
import { takeOver } from "../ground/take-over.ts";
import type { InterviewUnitParameters } from "../parameters/place-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import { carryFigures } from "../state/carry-figures.ts";

const officerConstraint = constraints.indexOf("officer");

/** The indices of an interview after a hearing, from `draw.afterHearing` and four times the hearings so far. */
const [claimAgain, atRiskAgain, timeAgain] = [0, 1, 2];

/**
 * Officers who ask those who claim fear whether they would be at risk in Mexico: before the first return, and again after a hearing
 * where the unit does so. All stand in one line. An interview begun is finished.
 */
export class InterviewUnits implements Stateful {
  /** Persons in cases that wait for an officer. */
  readonly backlog: readonly TimeWeighted[];
  private readonly model: BorderModel;
  private readonly officers: readonly Resource[];
  private readonly units: readonly number[];
  /** The event of the next shift of each unit, 0 for none. */
  private readonly shifts: number[];
  private readonly granted: EventType;
  private readonly done: EventType;
  private readonly shift: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    const { simulation, parameters } = model;
    this.officers = parameters.interviewUnits.map(({ id }) => new Resource(simulation, `officers ${id}`, 0));
    this.backlog = parameters.interviewUnits.map(() => new TimeWeighted(simulation));
    this.shifts = parameters.interviewUnits.map(() => 0);
    this.units = parameters.sectors.map((_, sector) =>
      parameters.interviewUnits.findIndex(({ serves }) => serves.includes(sector)),
    );
    this.granted = simulation.eventType("officer free", (number) => {
      const row = rowOf(number);
      model.blocked.settle(row);
      this.backlog[this.unitFor(row)]!.add(-model.cases.size[row]!);
      this.interview(row);
    });
    this.done = simulation.eventType("interviewed", (number) => this.decide(rowOf(number)));
    this.shift = simulation.eventType("interview shift", (unit) => {
      this.roster(unit);
      this.scheduleShift(unit);
    });
    model.settings.onChange("interviewUnits", (unit) => {
      simulation.cancel(this.shifts[unit]!);
      this.roster(unit);
      this.scheduleShift(unit);
    });
    model.changes.watch(
      "officers",
      parameters.interviewUnits.map(({ officers, open, whenClosed }) =>
        eitherChanges(officers, eitherChanges(open, whenClosed)),
      ),
      (unit) => this.roster(unit),
    );
    parameters.interviewUnits.forEach((_, unit) => {
      this.roster(unit);
      this.scheduleShift(unit);
    });
  }

  /** Index of the unit that serves a hub, or -1: without one, nobody there is asked. */
  unitOf(hub: number): number {
    return this.units[hub]!;
  }

  /** Whether the case claims fear, as the unit would hear it now. */
  claims(row: CaseRow, unit: number): boolean {
    const { draws, parameters, simulation } = this.model;
    return draws.trait(row, flag.claims, draw.claim, valueAt(parameters.interviewUnits[unit]!.claim, simulation.now));
  }

  /** Whether the case must still be interviewed at the unit of its hub; -1 is none. */
  isDue(row: CaseRow, unit: number): boolean {
    const { cases } = this.model;
    return unit >= 0 && cases.has(row, flag.claims) && !cases.has(row, flag.interviewed);
  }

  begin(row: CaseRow): void {
    const { cases, blocked } = this.model;
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

  /** The case has been interviewed since `since`, before the start: what is left is drawn given how long it has lasted. */
  resume(row: CaseRow, since: number): void {
    if (takeOver(this.officers[this.unitFor(row)]!)) this.interview(row, since);
    else this.begin(row);
  }

  /** The same of a second interview: the case is in the custody of its hub, back from a hearing. */
  resumeAgain(row: CaseRow, since: number): void {
    this.keep(row);
    this.resume(row, since);
  }

  /** Whether cases back from a hearing may be interviewed again at the hub of this one. */
  asksAgain(row: CaseRow): boolean {
    return this.afterHearing(row) !== undefined;
  }

  /** Whether the case, whose hearing has just been continued, claims fear of going back where it would be heard. */
  claimsAgain(row: CaseRow): boolean {
    const shares = this.afterHearing(row);
    return (
      shares !== undefined && this.uniformAgain(row, claimAgain) < valueAt(shares.claim, this.model.simulation.now)
    );
  }

  /** The case is back from a hearing, in the custody of its hub, and must be interviewed before it goes back. */
  beginAgain(row: CaseRow): void {
    const { cases, closings, routing } = this.model;
    this.keep(row);
    const missing = closings.obstacle(row);
    if (missing === obstacle.none) {
      this.begin(row);
      return;
    }
    this.model.attempts.stayAfterHearing(row);
    routing.turnAway(row, missing, cases.hub[row]!);
  }

  withdraw(row: CaseRow): void {
    const { cases, simulation } = this.model;
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
    const { cases } = this.model;
    const { line } = this.officers[this.unitFor(row)]!;
    let persons = 0;
    for (let handle = line.first(); handle !== cases.wait[row]; handle = line.next(handle)) {
      persons += cases.size[rowOf(line.subject(handle))]!;
    }
    return persons;
  }

  transfer(state: StateTransfer): void {
    carryFigures(state, [this.backlog, this.shifts]);
  }

  private keep(row: CaseRow): void {
    const { cases, custody } = this.model;
    custody.keepAfterHearing(row);
    cases.set(row, flag.askedAgain, true);
  }

  private unitFor(row: CaseRow): number {
    return this.unitOf(this.model.cases.hub[row]!);
  }

  private interview(row: CaseRow, since = this.model.simulation.now): void {
    const { cases, draws, parameters, simulation } = this.model;
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
    const { model } = this;
    const { cases, draws, parameters, simulation } = model;
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
    // If the interview finds all but an error of those at risk, share / (1 - error) are, and the uniform that falls between is missed.
    if (isNew && screeningError > 0 && !atRisk)
      cases.set(row, flag.missedAtRisk, draws.uniform(row, draw.atRisk) < share / (1 - screeningError));
    model.counts.interview(row, unit, atRisk);
    if (atRisk) model.exits.fallback(row, "at-risk");
    else model.routing.onward(row);
  }

  private decideAgain(row: CaseRow, unit: number): void {
    const { model } = this;
    const { counts, desks, exits, simulation } = model;
    const share = valueAt(this.afterHearing(row)!.foundAtRisk, simulation.now);
    const atRisk = this.uniformAgain(row, atRiskAgain) < share;
    counts.interviewAgain(row, unit, atRisk);
    if (!atRisk) {
      desks.ready(row, simulation.now);
      return;
    }
    model.attempts.stayAfterHearing(row);
    exits.fallback(row, "at-risk");
  }

  private afterHearing(row: CaseRow): InterviewUnitParameters["afterHearing"] {
    return this.model.parameters.interviewUnits[this.unitFor(row)]?.afterHearing;
  }

  private uniformAgain(row: CaseRow, index: number): number {
    const { cases, draws } = this.model;
    return draws.uniform(row, draw.afterHearing + 4 * cases.hearings[row]! + index);
  }

  /** Sets how many officers are at work now. */
  private roster(unit: number): void {
    const { simulation, parameters } = this.model;
    const { hours, officers } = parameters.interviewUnits[unit]!;
    const open =
      isOpen(hours, this.model.localDays.units[unit]!.calendar, simulation.now) &&
      this.model.closings.isOpenTo(unit, true);
    this.officers[unit]!.setCapacity(open ? valueAt(officers, simulation.now) : 0);
  }

  private scheduleShift(unit: number): void {
    const { simulation, parameters } = this.model;
    const { hours } = parameters.interviewUnits[unit]!;
    const { calendar } = this.model.localDays.units[unit]!;
    const { now } = simulation;
    const next = isOpen(hours, calendar, now) ? nextClosing(hours, calendar, now) : nextOpening(hours, calendar, now);
    this.shifts[unit] = next < Number.POSITIVE_INFINITY ? simulation.scheduleAt(next, this.shift, unit) : 0;
  }
}
