import type { EventType } from "@mpp-sim/engine";
import { valueAt } from "../parameters/timeline.ts";
import { outcomes } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { flag } from "./case-table.ts";
import { Docket } from "./docket.ts";
import { draw, pick } from "./draws.ts";
import { stage } from "./stage.ts";

const continued = outcomes.indexOf("continued");
/** A date far enough that a case that goes on always gets one. */
const everDays = 20 * 365;

/** Hearings of people who wait in Mexico: the date is fixed at the return, the day is spent across the border, and a case has a chain of them. */
export class Hearings {
  readonly dockets: readonly Docket[];
  private readonly model: BorderModel;
  private readonly begins: EventType;
  private readonly ends: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    const { simulation, parameters } = model;
    this.dockets = parameters.courts.map(
      (court, index) => new Docket(court, model.courtClock(index).calendar, parameters.firstDay - 1),
    );
    this.begins = simulation.eventType("hearing begins", (row) => this.begin(row));
    this.ends = simulation.eventType("hearing ends", (row) => this.end(row));
  }

  /** Whether the court of the point has a date for someone who crosses at `time`. */
  hasSlot(point: number, time: number): boolean {
    const court = this.courtOf(point);
    const { leadDays, maxWaitDays } = this.model.parameters.courts[court]!;
    const day = this.model.courtClock(court).calendar.dayOf(time);
    return this.dockets[court]!.find(day + leadDays, day + maxWaitDays) >= 0;
  }

  /** Books the first hearing at the crossing. */
  bookFirst(row: number): void {
    const court = this.courtOf(this.model.cases.point[row]!);
    const { leadDays } = this.model.parameters.courts[court]!;
    const days = this.book(row, court, leadDays);
    this.model.counts.firstDate(court, days);
  }

  /** A case of the census takes up its date, given as an instant. */
  takeUp(row: number, at: number): void {
    const { cases } = this.model;
    const court = this.courtOf(cases.point[row]!);
    const docket = this.dockets[court]!;
    const day = this.model.courtClock(court).calendar.dayOf(at);
    docket.book(day);
    cases.nextHearing[row] = Math.max(docket.startOf(day), this.model.simulation.now);
    this.model.counts.pending(court, 1);
  }

  /** The case waits in the city for the date it has. */
  await(row: number): void {
    const { cases, simulation } = this.model;
    cases.event[row] = simulation.scheduleAt(Math.max(simulation.now, cases.nextHearing[row]!), this.begins, row);
  }

  /** The case leaves before its date; the slot stays taken. */
  abandon(row: number): void {
    const { cases, counts, simulation } = this.model;
    simulation.cancel(cases.event[row]!);
    cases.event[row] = 0;
    const court = this.courtOf(cases.point[row]!);
    counts.pending(court, -1);
    counts.abandonDate(court, cases.nextHearing[row]!);
  }

  private begin(row: number): void {
    const { model } = this;
    const { cases, counts, draws, parameters, simulation } = model;
    const court = this.courtOf(cases.point[row]!);
    const rules = parameters.courts[court]!;
    cases.event[row] = 0;
    counts.pending(court, -1);
    if (!valueAt(rules.sitting, simulation.now)) {
      this.book(row, court, 1);
      this.await(row);
      return;
    }
    const uniform = draws.uniform(row, draw.hearing + 2 * cases.hearings[row]!);
    cases.hearings[row] = cases.hearings[row]! + 1;
    const noNotice = uniform < rules.absentNotice;
    if (noNotice || uniform < rules.absentNotice + rules.absentChoice) {
      counts.absent(court, noNotice);
      if (noNotice && !cases.has(row, flag.hearingReset)) {
        cases.set(row, flag.hearingReset, true);
        this.book(row, court, rules.nextLeadDays);
        this.await(row);
        return;
      }
      model.cities.depart(row);
      counts.endInAbsentia(row, court);
      model.gone(row);
      return;
    }
    counts.hear(court);
    model.cities.goToHearing(row);
    model.whereabouts.move(row, model.whereabouts.court(court));
    cases.stage[row] = stage.atHearing;
    const { calendar } = model.courtClock(court);
    cases.event[row] = simulation.scheduleAt(
      Math.max(simulation.now, this.dockets[court]!.endOf(calendar.dayOf(simulation.now))),
      this.ends,
      row,
    );
  }

  private end(row: number): void {
    const { model } = this;
    const { cases, draws, parameters } = model;
    cases.event[row] = 0;
    const court = this.courtOf(cases.point[row]!);
    const uniform = draws.uniform(row, draw.hearing + 2 * cases.hearings[row]! - 1);
    const outcome = pick(parameters.courts[court]!.outcome, uniform);
    if (outcome === continued) {
      this.book(row, court, parameters.courts[court]!.nextLeadDays);
      cases.hub[row] = parameters.returnPoints[cases.point[row]!]!.sector;
      model.desks.ready(row);
      return;
    }
    model.cities.depart(row);
    model.counts.decide(row, court, outcome);
    model.gone(row);
  }

  /** Books the first free date at least `leadDays` ahead; returns the days to it. */
  private book(row: number, court: number, leadDays: number): number {
    const { cases, counts, simulation } = this.model;
    const docket = this.dockets[court]!;
    const today = this.model.courtClock(court).calendar.dayOf(simulation.now);
    const day = docket.find(today + leadDays, today + everDays);
    if (day < 0) throw new RangeError(`court ${this.model.parameters.courts[court]!.id} must sit at some time, got no date`);
    docket.book(day);
    counts.pending(court, 1);
    cases.nextHearing[row] = docket.startOf(day);
    return day - today;
  }

  private courtOf(point: number): number {
    return this.model.parameters.returnPoints[point]!.court;
  }
}
