import type { EventType } from "@mpp-sim/engine";
import { Part } from "../flow/part.ts";
import { type Flow, wayOut } from "../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { priority } from "../ground/priorities.ts";
import { stage } from "../ground/stage.ts";
import type { Ground } from "../ground.ts";
import { categories, constraints, dispositions } from "../parameters/vocabulary.ts";

const child = categories.indexOf("unaccompanied-child");
const release = dispositions.indexOf("release");
const inMexico: readonly number[] = [stage.city, stage.atHearing, stage.betweenAttempts, stage.onList];

/**
 * The custody limit. The clock starts at apprehension, runs through sector, bus and hub, and stops at the crossing or the way
 * out. For categories whose limit is `hold`, and for children alone, it is only reported. A case whose way out is decided leaves
 * by that way; if it is to be released, no later than the limit.
 */
export class CustodyLimit extends Part {
  private readonly expires: EventType;
  private readonly expiresInService: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    this.expires = ground.simulation.eventType("custody limit", (number) => this.expire(rowOf(number)));
    this.expiresInService = ground.simulation.eventType("custody limit in service", (number) =>
      this.releaseFrom(rowOf(number)),
    );
    ground.settings.onChange("sectors", (sector, { custody: before }) => {
      const { atLimit, limitHours } = ground.parameters.sectors[sector]!.custody;
      const isSame = limitHours === before.limitHours && atLimit.every((rule, at) => rule === before.atLimit[at]);
      if (!isSame) this.changeLimit(sector);
    });
  }

  /** Starts the clock of a case in custody since `since`. */
  start(row: CaseRow, since: number): void {
    const { cases, simulation } = this.ground;
    if (!this.releases(row)) return;
    const { limitHours } = this.ground.parameters.sectors[cases.sector[row]!]!.custody;
    const at = Math.max(simulation.now, since + limitHours);
    cases.limitEvent[row] = simulation.scheduleAt(at, this.expires, numberOf(row), priority.expiry);
  }

  stop(row: CaseRow): void {
    const { cases, simulation } = this.ground;
    if (cases.limitEvent[row] !== 0) simulation.cancel(cases.limitEvent[row]!);
    cases.limitEvent[row] = 0;
    cases.set(row, flag.expired, false);
  }

  /** Another limit, or another rule at it, holds for all in custody: their clocks run on, to the new limit. */
  private changeLimit(sector: number): void {
    const { cases } = this.ground;
    for (const row of cases.rows()) {
      if (cases.sector[row] !== sector || !this.runsFor(row)) continue;
      this.stop(row);
      this.start(row, cases.isBack(row) ? cases.placeSince[row]! : cases.apprehended[row]!);
    }
  }

  /** Whether the case is on its way or in custody, not in Mexico. One that has just come back from a hearing may cross at once. */
  private runsFor(row: CaseRow): boolean {
    const { cases, whereabouts } = this.ground;
    if (inMexico.includes(cases.stage[row]!)) return false;
    return !cases.isBack(row) || cases.place[row] === whereabouts.custody(cases.hub[row]!);
  }

  private releases(row: CaseRow): boolean {
    const { cases, parameters } = this.ground;
    const category = cases.category[row] as 0 | 1 | 2;
    return category !== child && parameters.sectors[cases.sector[row]!]!.custody.atLimit[category] === "release";
  }

  private expire(row: CaseRow): void {
    const { cases, simulation } = this.ground;
    cases.limitEvent[row] = 0;
    switch (cases.stage[row]) {
      case stage.onBus:
      case stage.onRoad:
        cases.set(row, flag.expired, true);
        break;
      case stage.leaving:
        if (cases.disposition[row] === release) this.flow.leave(row, wayOut.release);
        break;
      case stage.held:
        this.flow.leave(row, wayOut.release);
        break;
      case stage.processing:
      case stage.interview:
        cases.limitEvent[row] = simulation.schedule(0, this.expiresInService, numberOf(row), priority.expiryInService);
        break;
      default:
        this.releaseFrom(row);
    }
  }

  /** Takes the case out of what it waits for, or is served by, and releases it. */
  private releaseFrom(row: CaseRow): void {
    const { blocked, cases } = this.ground;
    cases.limitEvent[row] = 0;
    const constraint = blocked.settle(row);
    if (constraint >= 0) blocked.divert(row, constraint, cases.hub[row]!);
    this.flow.withdraw(row);
    this.flow.leave(row, wayOut.release, constraint < 0 ? "time-limit" : `no-${constraints[constraint]!}`);
  }
}
