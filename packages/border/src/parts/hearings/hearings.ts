import type { EventType, Stateful, StateTransfer } from "@mpp-sim/engine";
import { Part } from "../../flow/part.ts";
import { type Flow, type Holder, type Resumes, step, wayOut } from "../../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../../ground/case-row.ts";
import { flag } from "../../ground/case-table.ts";
import { attendance, Docket, everDays } from "../../ground/docket.ts";
import { draw, pick } from "../../ground/draws.ts";
import { stage } from "../../ground/stage.ts";
import type { Ground } from "../../ground.ts";
import type { HearingCounts } from "../../ledger/hearing-counts.ts";
import { settingOver } from "../../parameters/later-settings.ts";
import type { CensusCase } from "../../parameters/start-parameters.ts";
import { valueAt } from "../../parameters/timeline.ts";
import { outcomes } from "../../parameters/vocabulary.ts";
import { transferFigures } from "../../state/transfer-figures.ts";

const continued = outcomes.indexOf("continued");
const denied = outcomes.indexOf("denied");

/** Hearings of people who wait in Mexico: the date is fixed at the return, the day is spent across the border, and a case has a chain of them. */
export class Hearings extends Part implements Holder, Resumes, Stateful {
  readonly dockets: readonly Docket[];
  private readonly begins: EventType;
  private readonly ends: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    const { simulation, parameters } = ground;
    this.dockets = parameters.courts.map(({ rooms, slotsPerRoom }, index) => {
      const hours = settingOver(parameters, "courts", index, (court) => court.hours);
      const { calendar } = ground.localDays.courts[index]!;
      return new Docket({ hours, rooms, slotsPerRoom }, calendar, parameters.firstDay - 1);
    });
    this.begins = simulation.eventType("hearing begins", (number) => this.begin(rowOf(number)));
    this.ends = simulation.eventType("hearing ends", (number) => this.end(rowOf(number)));
  }

  /** Whether the court of the point has a date for someone who crosses there at `time`. */
  hasSlot(point: number, time: number): boolean {
    const court = this.courtOf(point);
    const { leadDays, maxWaitDays } = this.ground.parameters.courts[court]!;
    const day = this.ground.localDays.points[point]!.calendar.dayOf(time);
    return this.dockets[court]!.find(day + leadDays, day + maxWaitDays) >= 0;
  }

  /** Books the first hearing at the crossing, counted from the local date of the point. */
  bookFirst(row: CaseRow): void {
    const { cases, courtCases, parameters, simulation } = this.ground;
    courtCases.return(row);
    const point = cases.point[row]!;
    const court = this.courtOf(point);
    cases.court[row] = court;
    const today = this.ground.localDays.points[point]!.calendar.dayOf(simulation.now);
    const day = this.book(row, court, today + parameters.courts[court]!.leadDays);
    if (day >= 0) this.countsOf(row).waitDays.add(day - today, 1);
  }

  /** A case of the census that waits in its city, is across for a hearing, or is back from one. */
  resume(row: CaseRow, { next, point, since, state }: CensusCase): void {
    const { cases, simulation } = this.ground;
    cases.court[row] = this.courtOf(point);
    if (state === "hearing") this.attend(row);
    else if (next === undefined) this.bookAgain(row, simulation.now + since);
    else this.takeUp(row);
    if (state === "city") this.admit(row);
  }

  /** A case of the census without a known date gets the first free one still to come, the lead or more after it came back at `since`. */
  private bookAgain(row: CaseRow, since: number): void {
    const { cases, parameters, simulation } = this.ground;
    const court = cases.court[row]!;
    const { leadDays, nextLeadDays } = parameters.courts[court]!;
    const lead = cases.hearings[row] === 0 ? leadDays : nextLeadDays;
    this.book(row, court, Math.max(this.today(court, simulation.now) + 1, this.today(court, since) + lead));
  }

  /** A case of the census takes up the date it has, an instant in its row; Infinity for none. */
  private takeUp(row: CaseRow): void {
    const { cases } = this.ground;
    const court = cases.court[row]!;
    this.countsOf(row).wait(cases.size[row]!, 1);
    if (cases.next[row] === Number.POSITIVE_INFINITY) return;
    const day = this.today(court, cases.next[row]!);
    this.dockets[court]!.book(day);
    cases.next[row] = this.dockets[court]!.startOf(day);
  }

  /** The case is across for a hearing that ends at the instant in its row. */
  private attend(row: CaseRow): void {
    const { cases, simulation, whereabouts } = this.ground;
    whereabouts.move(row, whereabouts.court(cases.court[row]!));
    cases.event[row] = simulation.scheduleAt(Math.max(simulation.now, cases.next[row]!), this.ends, numberOf(row));
  }

  /** The case waits in the city for the date it has. */
  admit(row: CaseRow): void {
    const { cases, simulation } = this.ground;
    if (cases.next[row] === Number.POSITIVE_INFINITY) return;
    cases.event[row] = simulation.scheduleAt(Math.max(simulation.now, cases.next[row]!), this.begins, numberOf(row));
  }

  /** The case leaves before its date; the slot stays taken. */
  abandon(row: CaseRow): void {
    const { cases, simulation } = this.ground;
    simulation.cancel(cases.event[row]!);
    cases.event[row] = 0;
    this.loseDate(row, cases.next[row]!);
  }

  /** The case no longer waits for its date at `at`, which will pass without it. */
  loseDate(row: CaseRow, at: number): void {
    const counts = this.countsOf(row);
    counts.wait(this.ground.cases.size[row]!, -1);
    if (at < this.ground.localDays.horizon) counts.abandoned++;
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, this.dockets);
  }

  private begin(row: CaseRow): void {
    const { cases, draws, parameters, simulation } = this.ground;
    const court = cases.court[row]!;
    const rules = parameters.courts[court]!;
    const counts = this.countsOf(row);
    const persons = cases.size[row]!;
    cases.event[row] = 0;
    counts.wait(persons, -1);
    const today = this.today(court, simulation.now);
    if (!valueAt(rules.sitting, simulation.now)) {
      this.book(row, court, today + 1);
      this.admit(row);
      return;
    }
    const uniform = draws.uniform(row, draw.hearing + 2 * cases.hearings[row]!);
    cases.hearings[row] = cases.hearings[row]! + 1;
    const came = attendance(counts, rules, { persons, uniform, again: cases.has(row, flag.noticeFailed) });
    if (came === "another date") {
      cases.set(row, flag.noticeFailed, true);
      this.book(row, court, today + rules.nextLeadDays);
      this.admit(row);
      return;
    }
    if (came === "lost") {
      // Who is absent is in Mexico.
      if (rules.removed) counts.lose(persons, false);
      this.flow.leave(row, wayOut.court);
      return;
    }
    this.flow.withdraw(row);
    cases.stage[row] = stage.atHearing;
    cases.next[row] = this.dockets[court]!.endOf(today);
    this.attend(row);
  }

  private end(row: CaseRow): void {
    const { cases, draws, parameters, simulation } = this.ground;
    cases.event[row] = 0;
    const court = cases.court[row]!;
    const uniform = draws.uniform(row, draw.hearing + 2 * cases.hearings[row]! - 1);
    const outcome = pick(parameters.courts[court]!.outcome, uniform);
    if (outcome === continued) {
      this.book(row, court, this.today(court, simulation.now) + parameters.courts[court]!.nextLeadDays);
      cases.hub[row] = parameters.returnPoints[cases.point[row]!]!.sector;
      this.flow.next(row, step.afterHearing);
      return;
    }
    const counts = this.countsOf(row);
    counts.decide(cases.size[row]!, outcome);
    const { removed } = parameters.courts[court]!;
    if (removed && outcome === denied)
      counts.lose(cases.size[row]!, draws.uniform(row, draw.removed) < valueAt(removed, simulation.now));
    this.flow.leave(row, wayOut.court);
  }

  /** Books the first free date from `earliest` on, however far, and returns it; -1, and the case waits on, if the court sits no more. */
  private book(row: CaseRow, court: number, earliest: number): number {
    const { cases } = this.ground;
    const docket = this.dockets[court]!;
    const day = docket.find(earliest, earliest + everDays);
    this.countsOf(row).wait(cases.size[row]!, 1);
    cases.next[row] = day < 0 ? Number.POSITIVE_INFINITY : docket.startOf(day);
    if (day >= 0) docket.book(day);
    return day;
  }

  private countsOf(row: CaseRow): HearingCounts {
    return this.ground.counts.courts[this.ground.cases.court[row]!]!;
  }

  private today(court: number, time: number): number {
    return this.ground.localDays.courts[court]!.calendar.dayOf(time);
  }

  private courtOf(point: number): number {
    return this.ground.parameters.returnPoints[point]!.court;
  }
}
