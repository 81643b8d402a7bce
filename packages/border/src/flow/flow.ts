import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { Extensions } from "../extension/extensions.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { type Stage, stage } from "../ground/stage.ts";
import type { Ground } from "../ground.ts";
import type { OutcomeLog } from "../ledger/outcome-log.ts";
import { event } from "../ledger/tallies.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";
import { type Cause, dispositions } from "../parameters/vocabulary.ts";
import { holdersOf, resumesOf } from "./holders.ts";
import { turnAway } from "./obstacle.ts";
import { type BorderParts, partsOf } from "./parts-of.ts";
import { isDue, pathwayOf } from "./pathway.ts";
import { type Flow, type Resumes, type Step, step, type WayOut, wayOut } from "./step.ts";

const release = dispositions.indexOf("release");
/** Nobody is taken out of these. */
const moving: readonly number[] = [stage.onBus, stage.onRoad];
const onWayOut: readonly number[] = [stage.leaving, stage.held];

/** The way of a case through the border. This file alone knows who does what. */
export class BorderFlow implements Flow, Resumes, Stateful {
  readonly parts: BorderParts;
  private readonly ground: Ground;
  /** Who has the cases of each stage. */
  readonly holders: ReturnType<typeof holdersOf>;
  /** Who takes up a case of the census in each state, in turn. */
  private readonly resumes: ReturnType<typeof resumesOf>;

  /** With displacement, `base` is the log of a run under the base policy that has come to its end. */
  constructor(ground: Ground, extensions: Extensions, base?: OutcomeLog) {
    this.ground = ground;
    this.parts = partsOf(ground, this, (row, to) => this.take(row, to), extensions, base);
    this.holders = holdersOf(this.parts);
    this.resumes = resumesOf(ground, this.parts);
  }

  /** A place of a new kind may stand before the step: then the case comes there first. */
  next(row: CaseRow, to: Step, since: number = this.ground.simulation.now): void {
    if (this.parts.places.all.length === 0 || !this.parts.places.stops(row, to)) this.take(row, to, since);
  }

  /** The table of steps: who takes each, where no place stands before it. */
  take(row: CaseRow, to: Step, since: number = this.ground.simulation.now): void {
    const { parts } = this;
    switch (to) {
      case step.arrival:
        if (parts.lists) parts.lists.admit(row, since);
        else this.apprehend(row);
        break;
      case step.apprehension:
        this.apprehend(row);
        break;
      case step.custody:
        parts.custody.admit(row);
        break;
      case step.processing:
        parts.processing.admit(row);
        break;
      case step.disposition:
        parts.disposition.admit(row);
        break;
      case step.pathway:
        parts.enrolment.admit(row);
        break;
      case step.onward:
        this.onward(row, since);
        break;
      case step.return:
        parts.desks.admit(row, since);
        break;
      case step.stay:
        this.stay(row);
        break;
      case step.city:
        this.cross(row);
        break;
      case step.afterHearing:
        this.next(row, parts.interviews.claimsAgain(row) ? step.interviewAgain : step.return, since);
        break;
      case step.interviewAgain:
        this.stay(row);
        this.ground.cases.set(row, flag.askedAgain, true);
        this.onward(row, since);
        break;
      case step.nextAttempt:
        parts.keptDates.keep(row);
        parts.cities.depart(row);
        parts.tryAgain.admit(row);
        break;
      default:
        to satisfies never;
    }
  }

  /** The table of ways out. */
  leave(row: CaseRow, by: WayOut, cause?: Cause): void {
    const { parts } = this;
    switch (by) {
      case wayOut.fallback:
        this.giveUpReturn(row);
        parts.exits.fallback(row, cause, false);
        break;
      case wayOut.fallbackAtOnce:
        parts.exits.fallback(row, cause, true);
        break;
      case wayOut.release:
        this.giveUpReturn(row);
        parts.exits.releaseNow(row, cause);
        break;
      case wayOut.custody:
        this.leaveCustody(row);
        break;
      case wayOut.city:
        parts.hearings.abandon(row);
        parts.cities.depart(row);
        this.gone(row);
        break;
      case wayOut.court:
        parts.cities.depart(row);
        this.gone(row);
        break;
      case wayOut.attempt:
        this.endAttempt(row);
        break;
      case wayOut.model:
        this.gone(row);
        break;
      default:
        by satisfies never;
    }
  }

  /** @throws RangeError if it neither waits nor is served */
  withdraw(row: CaseRow): void {
    const now = this.ground.cases.stage[row] as Exclude<Stage, 0>;
    const holder = this.holders[now];
    if (holder?.withdraw === undefined || moving.includes(now))
      throw new RangeError(`case must wait or be served to be withdrawn, got stage ${now}`);
    holder.withdraw(row);
  }

  resume(row: CaseRow, given: CensusCase): void {
    for (const part of this.resumes[given.state]) part.resume(row, given);
  }

  hasDate(point: number, time: number): boolean {
    return this.parts.hearings.hasSlot(point, time);
  }

  hasBed(row: CaseRow, city: number): boolean {
    return this.parts.cities.canHouse(row, city);
  }

  canEverFit(row: CaseRow, point: number): boolean {
    return this.parts.limits.canEverFit(row, point);
  }

  transfer(state: StateTransfer): void {
    for (const part of Object.values(this.parts)) if (part && "transfer" in part) part.transfer(state);
  }

  /** The case has been caught, or called from a list: the 72 hours begin. */
  private apprehend(row: CaseRow): void {
    const { cases, conservation, exemptions, onApprehended, simulation, tallies } = this.ground;
    cases.apprehended[row] = simulation.now;
    conservation.arrivedPersons += cases.size[row]!;
    conservation.arrivedCases++;
    exemptions.findKind(row);
    tallies.count(row, event.arrived);
    if (cases.attempt[row]! > 1) tallies.count(row, event.attemptsBefore, (cases.attempt[row]! - 1) * cases.size[row]!);
    this.parts.custodyLimit.start(row, simulation.now);
    onApprehended?.(row);
    this.next(row, step.custody);
  }

  /** An enrolled case in custody, or one that must be interviewed after a hearing: what it has to do next of all that is open to it. */
  private onward(row: CaseRow, since: number): void {
    const { blocked, cases, gates, parameters, whereabouts } = this.ground;
    const { buses, desks, interviews } = this.parts;
    // The limit passed on the road, and acts now.
    if (cases.has(row, flag.expired)) {
      this.leave(row, wayOut.release, "time-limit");
      return;
    }
    const missing = gates.obstacle(row);
    if (missing !== undefined) {
      turnAway(blocked, this, row, missing, cases.hub[row]!);
      return;
    }
    if (cases.has(row, flag.askedAgain)) {
      interviews.admit(row);
      return;
    }
    const { hub } = pathwayOf(this.ground, row);
    const atHub = cases.place[row] === whereabouts.custody(hub);
    const unit = gates.unitOf[hub]!;
    if (isDue(cases, row, unit) && (atHub || parameters.interviewUnits[unit]!.before === "bus")) interviews.admit(row);
    else if (atHub) desks.admit(row, since);
    else buses.admit(row, since);
  }

  private stay(row: CaseRow): void {
    const { cases, simulation, whereabouts } = this.ground;
    const custody = whereabouts.custody(cases.hub[row]!);
    if (cases.place[row] === custody) return;
    whereabouts.move(row, custody);
    this.parts.custodyLimit.start(row, simulation.now);
  }

  /** A case that has kept a date from an earlier attempt has it already. */
  private cross(row: CaseRow): void {
    const { cases, counts } = this.ground;
    const { cities, custodyLimit, hearings, keptDates } = this.parts;
    const isBack = cases.stage[row] === stage.awaitingReEntry;
    custodyLimit.stop(row);
    counts.cross(row, isBack);
    if (!isBack && !keptDates.takeUp(row)) hearings.bookFirst(row);
    cities.admit(row);
    hearings.admit(row);
  }

  /** Who is back from a hearing and is not returned again gives up the next date, and is done with the city. */
  private giveUpReturn(row: CaseRow): void {
    const { cases } = this.ground;
    if (!cases.isBack(row) || onWayOut.includes(cases.stage[row]!)) return;
    this.parts.hearings.abandon(row);
    this.parts.cities.depart(row);
  }

  private leaveCustody(row: CaseRow): void {
    const { cases, onReleased } = this.ground;
    if (cases.disposition[row] === release) {
      this.parts.interior?.admit(row);
      this.parts.usShelters?.admit(row);
      onReleased?.(row);
    }
    this.gone(row);
  }

  private gone(row: CaseRow): void {
    this.parts.keptDates.abandon(row);
    this.endAttempt(row);
    this.ground.cases.remove(row);
  }

  /** The case is in no place any more. */
  private endAttempt(row: CaseRow): void {
    const { cases, conservation, whereabouts } = this.ground;
    this.parts.custodyLimit.stop(row);
    whereabouts.move(row, -1);
    conservation.exitedPersons += cases.size[row]!;
    conservation.exitedCases++;
  }
}
