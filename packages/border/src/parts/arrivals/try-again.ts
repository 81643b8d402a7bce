import type { EventType } from "@mpp-sim/engine";
import { Part } from "../../flow/part.ts";
import { type Flow, type Holder, type Resumes, step, wayOut } from "../../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../../ground/case-row.ts";
import { flag } from "../../ground/case-table.ts";
import { draw, pick } from "../../ground/draws.ts";
import { remaining } from "../../ground/remaining.ts";
import { stage } from "../../ground/stage.ts";
import type { Ground } from "../../ground.ts";
import { event } from "../../ledger/tallies.ts";
import type { CensusCase } from "../../parameters/start-parameters.ts";
import type { SectorChoice } from "./sector-choice.ts";

const forgotten = [flag.interviewed, flag.sheltered, flag.expired, flag.blocks, flag.filed];

/**
 * Further attempts of people who leave a city to cross elsewhere. The case keeps its row and its identity, with attempt + 1:
 * who they are and what is known of them stays; what officers chose, and an interview, belong to the attempt.
 */
export class TryAgain extends Part implements Holder, Resumes {
  private readonly choice: SectorChoice;
  private readonly crosses: EventType;

  constructor(ground: Ground, flow: Flow, choice: SectorChoice) {
    super(ground, flow);
    this.choice = choice;
    this.crosses = ground.simulation.eventType("tries again", (number) => this.cross(rowOf(number)));
  }

  /** The case has left its city, and is between two attempts. */
  admit(row: CaseRow): void {
    const { cases, draws, parameters, simulation } = this.ground;
    cases.attempt[row] = cases.attempt[row]! + 1;
    const hours = parameters.tryAgain!.delay.quantile(draws.uniform(row, draw.tryAgainDelay));
    this.await(row, simulation.now, hours);
  }

  /** A case of the census that is between two attempts. Where there are no further attempts, it is gone for good. */
  resume(row: CaseRow, { since, next }: CensusCase): void {
    const { cases, draws, parameters, simulation } = this.ground;
    const { tryAgain } = parameters;
    if (tryAgain === undefined || cases.attempt[row]! > tryAgain.mostAttempts) {
      this.flow.leave(row, wayOut.model);
      return;
    }
    const hours = next ?? remaining(tryAgain.delay, -since, draws.uniform(row, draw.tryAgainDelay));
    this.await(row, simulation.now + since, hours);
  }

  /** The attempt is over since `since`; in so many hours from now the next begins. */
  private await(row: CaseRow, since: number, hours: number): void {
    const { cases, conservation, simulation } = this.ground;
    this.flow.leave(row, wayOut.attempt);
    conservation.leftToTryAgainPersons += cases.size[row]!;
    conservation.leftToTryAgainCases++;
    cases.stage[row] = stage.betweenAttempts;
    cases.placeSince[row] = since;
    cases.next[row] = simulation.now + hours;
    cases.event[row] = simulation.schedule(hours, this.crosses, numberOf(row));
  }

  private cross(row: CaseRow): void {
    const { cases, conservation, tallies } = this.ground;
    cases.sector[row] = this.nextSector(row);
    for (const bit of forgotten) cases.set(row, bit, false);
    cases.forget(row, flag.discretion);
    cases.set(row, flag.triedAgain, true);
    for (const column of [cases.pathway, cases.hub, cases.point, cases.disposition, cases.cause]) column[row] = -1;
    cases.group[row] = 0;
    for (const handle of [cases.event, cases.wait, cases.bedWait]) handle[row] = 0;
    conservation.triedAgainPersons += cases.size[row]!;
    conservation.triedAgainCases++;
    tallies.count(row, event.cameAgain);
    this.flow.next(row, step.apprehension);
  }

  private nextSector(row: CaseRow): number {
    const { cases, draws, parameters } = this.ground;
    const { through } = parameters.tryAgain!;
    if (through === undefined) return this.choice.again(row);
    const weights = through[cases.sector[row]!]!;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return pick(weights, draws.uniform(row, draw.tryAgainSector), total);
  }
}
