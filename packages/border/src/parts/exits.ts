import type { EventType } from "@mpp-sim/engine";
import { Part } from "../flow/part.ts";
import { type Flow, type Resumes, wayOut } from "../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { draw, pick } from "../ground/draws.ts";
import { remaining } from "../ground/remaining.ts";
import { stage } from "../ground/stage.ts";
import type { Ground } from "../ground.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { type Cause, categories, causes, dispositions } from "../parameters/vocabulary.ts";

const child = categories.indexOf("unaccompanied-child");
const release = dispositions.indexOf("release");
const transfer = dispositions.indexOf("transfer");
const hold = dispositions.indexOf("hold");

/** The ways out of custody other than a return: the fallback of a case by category and nationality, with its cause. */
export class Exits extends Part implements Resumes {
  private readonly type: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    this.type = ground.simulation.eventType("leaves custody", (number) => this.complete(rowOf(number)));
  }

  /** Decides the way out and arranges it. A child alone is transferred out and needs no cause. */
  fallback(row: CaseRow, cause: Cause | undefined, atOnce: boolean): void {
    const { cases, draws, parameters, simulation } = this.ground;
    this.ground.blocked.settle(row);
    const { mix, hours } = parameters.sectors[cases.sector[row]!]!.fallback;
    const category = cases.category[row] as 0 | 1 | 2;
    const disposition =
      category === child
        ? transfer
        : pick(valueAt(mix[category][cases.nationality[row]!]!, simulation.now), draws.uniform(row, draw.disposition));
    cases.disposition[row] = disposition;
    cases.cause[row] = cause === undefined ? -1 : causes.indexOf(cause);
    if (disposition === hold) cases.stage[row] = stage.held;
    else if (atOnce) this.complete(row);
    else this.leaveAt(row, simulation.now + hours[disposition]!.quantile(draws.uniform(row, draw.exitTime)));
  }

  /** A case of the census whose way out was decided before the start. */
  resume(row: CaseRow, { next, since, state }: CensusCase): void {
    const { cases, simulation } = this.ground;
    if (state === "held") cases.stage[row] = stage.held;
    else this.leaveAt(row, simulation.now + (next ?? this.hoursLeft(row, simulation.now + since)));
  }

  /** Hours until the case leaves by the disposition in its row, if that was decided at `since`. */
  private hoursLeft(row: CaseRow, since: number): number {
    const { cases, draws, parameters, simulation } = this.ground;
    const { hours } = parameters.sectors[cases.sector[row]!]!.fallback;
    return remaining(hours[cases.disposition[row]!]!, simulation.now - since, draws.uniform(row, draw.exitTime));
  }

  /** The case leaves custody at `time` by the disposition in its row. */
  private leaveAt(row: CaseRow, time: number): void {
    const { cases, simulation } = this.ground;
    cases.stage[row] = stage.leaving;
    cases.next[row] = time;
    cases.event[row] = simulation.scheduleAt(time, this.type, numberOf(row));
  }

  /** Releases the case at this instant. Without a cause it keeps the one it had. */
  releaseNow(row: CaseRow, cause?: Cause): void {
    const { cases, simulation } = this.ground;
    simulation.cancel(cases.event[row]!);
    cases.disposition[row] = release;
    if (cause !== undefined) cases.cause[row] = causes.indexOf(cause);
    this.complete(row);
  }

  private complete(row: CaseRow): void {
    const { cases, counts } = this.ground;
    counts.exit(row, cases.disposition[row]!, cases.cause[row]!);
    this.flow.leave(row, wayOut.custody);
  }
}
