import {
  type Distribution,
  type EventType,
  type Stateful,
  type StateTransfer,
  TimeWeighted,
  WaitingLine,
} from "@mpp-sim/engine";
import { Part } from "../flow/part.ts";
import { cityOf, triesAgain } from "../flow/pathway.ts";
import { type Flow, type Holder, type Resumes, step, wayOut } from "../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { draw, pick } from "../ground/draws.ts";
import { hazardLeft, timeUnder } from "../ground/hazard.ts";
import { signal } from "../ground/signals.ts";
import { stage } from "../ground/stage.ts";
import type { Ground } from "../ground.ts";
import { WaitTimes } from "../ledger/wait-times.ts";
import { settingOver } from "../parameters/later-settings.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { departures } from "../parameters/vocabulary.ts";
import { transferFigures } from "../state/transfer-figures.ts";

/** Stages of a case that has its life in a city: by themselves, and if it is back from a hearing. */
const staysWithCity: readonly number[] = [stage.city, stage.atHearing, stage.awaitingReEntry];
const isAsked: readonly number[] = [stage.awaitingOfficer, stage.interview];
const anotherSector = departures.indexOf("another-sector");

/** Cities in Mexico: people wait for their hearing, in a shelter or elsewhere, and some leave. A bed is a choice, not only a queue. */
export class Cities extends Part implements Holder, Resumes, Stateful {
  /** Persons who are in the city: with a bed, having declined one, and having found it full. */
  readonly sheltered: readonly TimeWeighted[];
  readonly declined: readonly TimeWeighted[];
  readonly full: readonly TimeWeighted[];
  /** From the return to the end of the wait, whatever ends it. */
  readonly waits: readonly WaitTimes[];
  /** Daily means of persons who wait in each city. */
  readonly byDay: readonly Float64Array[];
  private readonly bedLines: readonly WaitingLine[];
  /** Beds taken, also by those away at a hearing for the day. */
  private readonly bedsTaken: number[];
  /** Hours until a case leaves; none where nobody does. */
  private stays: readonly (Distribution | undefined)[] = [];
  private readonly leaves: EventType;
  private readonly goesOnward: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    const { localDays, parameters, signals, simulation, stocks, whereabouts } = ground;
    this.sheltered = parameters.cities.map(() => new TimeWeighted(simulation));
    this.declined = parameters.cities.map(() => new TimeWeighted(simulation));
    this.full = parameters.cities.map(() => new TimeWeighted(simulation));
    this.waits = parameters.cities.map(() => new WaitTimes());
    this.bedLines = parameters.cities.map(({ id }) => new WaitingLine(simulation, `beds ${id}`));
    this.bedsTaken = parameters.cities.map(() => 0);
    this.byDay = localDays.cities.map((clock, city) =>
      stocks.follow(whereabouts.levels[whereabouts.city(city)]!, clock),
    );
    ground.settings.derive(() => {
      this.stays = parameters.cities.map(({ leaveRate }) => timeUnder(leaveRate));
    });
    this.leaves = simulation.eventType("leaves the city", (number) => this.leave(rowOf(number)));
    ground.settings.onChange("cities", (city, { leaveRate }) => {
      if (parameters.cities[city]!.leaveRate !== leaveRate) this.hasten(city);
      signals.say(signal.point, city);
    });
    // If nobody can be there, the events of a run are numbered as without it.
    this.goesOnward = parameters.cities.some(({ onward }) => onward)
      ? simulation.eventType("taken onward", (number) => this.leaveOnward(rowOf(number)))
      : this.leaves;
    const beds = parameters.cities.map((city) => city.beds);
    ground.changes.watch("beds", beds, (city) => this.bedsFree(city));
  }

  /** A case comes back across the border: for the first time, or after a hearing. */
  admit(row: CaseRow): void {
    const { cases, simulation, whereabouts } = this.ground;
    const city = this.cityOf(row);
    const isBack = cases.stage[row] === stage.awaitingReEntry;
    whereabouts.move(row, whereabouts.city(city));
    cases.stage[row] = stage.city;
    if (isBack) {
      this.show(row, city, 1);
      return;
    }
    this.begin(row, city, simulation.now);
    this.house(row, city);
    if (this.isTakenOnward(row, city)) cases.departure[row] = simulation.schedule(0, this.goesOnward, numberOf(row));
    else this.scheduleLeave(row, city);
  }

  /** A case of the census that has been returned here already; it is in the city, or across for a hearing. */
  resume(row: CaseRow, { sheltered, since, state }: CensusCase): void {
    const { cases, simulation, whereabouts } = this.ground;
    const city = this.cityOf(row);
    cases.stage[row] = state === "city" ? stage.city : stage.atHearing;
    if (state === "city") whereabouts.move(row, whereabouts.city(city), simulation.now + since);
    // When it was returned is not known, but it was soon after it was caught.
    this.begin(row, city, cases.apprehended[row]!);
    if (sheltered) {
      cases.fix(row, flag.acceptsBed, true);
      this.giveBed(row, city);
      if (cases.stage[row] === stage.city) this.show(row, city, 1);
    } else this.house(row, city);
    // The hazard is constant, so the time left does not depend on the time waited.
    this.scheduleLeave(row, city);
  }

  /** Whether the case has a bed to go to, or wants none. */
  canHouse(row: CaseRow, city: number): boolean {
    return !this.wantsBed(row, city) || this.ground.cases.size[row]! <= this.freeBeds(city);
  }

  /** The case goes across for its hearing; its bed is kept for it. */
  withdraw(row: CaseRow): void {
    this.show(row, this.cityOf(row), -1);
  }

  /** The case leaves the city for good, from the city itself or from a hearing. */
  depart(row: CaseRow): void {
    const { cases, simulation } = this.ground;
    const city = this.cityOf(row);
    simulation.cancel(cases.departure[row]!);
    cases.departure[row] = 0;
    this.waits[city]!.end(simulation.now - cases.waitingSince[row]!, cases.size[row]!);
    if (cases.stage[row] === stage.city) this.show(row, city, -1);
    if (cases.has(row, flag.sheltered)) {
      this.bedsTaken[city] = this.bedsTaken[city]! - cases.size[row]!;
      cases.set(row, flag.sheltered, false);
    } else if (cases.bedWait[row] !== 0) this.bedLines[city]!.leave(cases.bedWait[row]!);
    else return;
    cases.bedWait[row] = 0;
    this.bedsFree(city);
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, [this.sheltered, this.declined, this.full, this.waits, this.bedsTaken]);
  }

  private leave(row: CaseRow): void {
    const { cases, counts, draws, parameters, simulation } = this.ground;
    cases.departure[row] = 0;
    if (cases.stage[row] !== stage.city) {
      // Away at a hearing: the choice is made on another day.
      cases.departure[row] = simulation.schedule(24, this.leaves, numberOf(row));
      return;
    }
    const city = this.cityOf(row);
    const to = pick(parameters.cities[city]!.leaveTo, draws.uniform(row, draw.leaveTo));
    counts.leaveCity(row, city, to);
    if (to === anotherSector && triesAgain(this.ground, row)) this.flow.next(row, step.nextAttempt);
    else this.flow.leave(row, wayOut.city);
  }

  /** A bus takes the case further into Mexico. It leaves the city and will not come to its hearing. */
  private leaveOnward(row: CaseRow): void {
    const { cases, counts } = this.ground;
    const city = this.cityOf(row);
    cases.departure[row] = 0;
    counts.takenOnward[city] = counts.takenOnward[city]! + cases.size[row]!;
    this.flow.leave(row, wayOut.city);
  }

  private isTakenOnward(row: CaseRow, city: number): boolean {
    const { draws, parameters, simulation } = this.ground;
    const { onward } = parameters.cities[city]!;
    const share = onward === undefined ? 0 : valueAt(onward, simulation.now);
    return share > 0 && draws.uniform(row, draw.onward) < share;
  }

  /** A case that is in the city comes (+1) or goes (-1): as sheltered, as having declined, or as having found it full. */
  private show(row: CaseRow, city: number, sign: 1 | -1): void {
    const { cases, outcomes } = this.ground;
    const persons = sign * cases.size[row]!;
    if (cases.has(row, flag.sheltered)) {
      this.sheltered[city]!.add(persons);
      return;
    }
    const level = cases.has(row, flag.acceptsBed) ? this.full : this.declined;
    level[city]!.add(persons);
    outcomes?.goOutside(row, persons);
  }

  private begin(row: CaseRow, city: number, since: number): void {
    const { cases, simulation } = this.ground;
    cases.waitingSince[row] = since;
    this.waits[city]!.begin(simulation.now - since, cases.size[row]!);
  }

  private house(row: CaseRow, city: number): void {
    const { cases } = this.ground;
    const line = this.bedLines[city]!;
    if (this.wantsBed(row, city)) {
      if (line.length === 0 && cases.size[row]! <= this.freeBeds(city)) this.giveBed(row, city);
      else if (!this.exceeds(cases.size[row]!, city))
        cases.bedWait[row] = line.join(this.leaves, numberOf(row), cases.size[row]!);
    }
    if (cases.stage[row] === stage.city) this.show(row, city, 1);
  }

  private giveBed(row: CaseRow, city: number): void {
    const { cases } = this.ground;
    this.bedsTaken[city] = this.bedsTaken[city]! + cases.size[row]!;
    cases.set(row, flag.sheltered, true);
  }

  /** A bed for a case that stands in line for it. */
  private takeIn(row: CaseRow, city: number): void {
    const { cases } = this.ground;
    const isHere = cases.stage[row] === stage.city;
    if (isHere) this.show(row, city, -1);
    this.giveBed(row, city);
    cases.bedWait[row] = 0;
    if (isHere) this.show(row, city, 1);
  }

  /** There may be beds, for those who wait in line and for those who may not cross without one. */
  private bedsFree(city: number): void {
    const { cases, parameters, signals } = this.ground;
    const line = this.bedLines[city]!;
    for (;;) {
      line.take(Math.max(0, this.freeBeds(city)), "block", (number) => this.takeIn(rowOf(number), city));
      const head = line.first();
      if (head === 0 || !this.exceeds(line.amount(head), city)) break;
      cases.bedWait[rowOf(line.subject(head))] = 0;
      line.leave(head);
    }
    if (parameters.cities[city]!.gate === "hard") signals.say(signal.bed, city);
  }

  /** Whether a family is larger than all shelters together. It lives elsewhere, and keeps nobody from a bed. */
  private exceeds(persons: number, city: number): boolean {
    const beds = this.beds(city);
    return beds > 0 && persons > beds;
  }

  private wantsBed(row: CaseRow, city: number): boolean {
    const { draws, parameters } = this.ground;
    return draws.trait(row, flag.acceptsBed, draw.acceptsBed, parameters.cities[city]!.acceptance);
  }

  private beds(city: number): number {
    const { parameters, simulation } = this.ground;
    return valueAt(parameters.cities[city]!.beds, simulation.now);
  }

  private freeBeds(city: number): number {
    return this.beds(city) - this.bedsTaken[city]!;
  }

  /**
   * The hazard of leaving has changed, for all who wait. Nobody leaves before the ground begins. Who is at a hearing at the time that
   * was drawn leaves as before.
   */
  private hasten(city: number): void {
    const { cases, draws, parameters, simulation } = this.ground;
    const { leaveRate } = parameters.cities[city]!;
    const rates = settingOver(parameters, "cities", city, (settings) => settings.leaveRate);
    for (const row of cases.rows()) {
      if (!this.waitsIn(row, city)) continue;
      const since = Math.max(cases.waitingSince[row]!, parameters.censusAt ?? 0);
      const left = hazardLeft(rates, since, simulation.now, draws.uniform(row, draw.leaveTime));
      if (left <= 0) continue;
      simulation.cancel(cases.departure[row]!);
      cases.departure[row] = leaveRate > 0 ? simulation.schedule(left / leaveRate, this.leaves, numberOf(row)) : 0;
    }
  }

  private waitsIn(row: CaseRow, city: number): boolean {
    const { cases } = this.ground;
    const isHere =
      staysWithCity.includes(cases.stage[row]!) || (cases.isBack(row) && isAsked.includes(cases.stage[row]!));
    return isHere && this.cityOf(row) === city;
  }

  private scheduleLeave(row: CaseRow, city: number): void {
    const { cases, draws, simulation } = this.ground;
    const stay = this.stays[city];
    if (stay === undefined) return;
    cases.departure[row] = simulation.schedule(
      stay.quantile(draws.uniform(row, draw.leaveTime)),
      this.leaves,
      numberOf(row),
    );
  }

  private cityOf(row: CaseRow): number {
    return cityOf(this.ground, row);
  }
}
