import type { EventType } from "@mpp-sim/engine";
import type { BorderModel } from "../border-model.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { draw, pick } from "../ground/draws.ts";
import { remaining } from "../ground/remaining.ts";
import { stage } from "../ground/stage.ts";
import { valueAt } from "../parameters/timeline.ts";
import { type Cause, categories, causes, dispositions } from "../parameters/vocabulary.ts";

const child = categories.indexOf("unaccompanied-child");
const release = dispositions.indexOf("release");
const transfer = dispositions.indexOf("transfer");
const hold = dispositions.indexOf("hold");

/** The ways out of custody other than a return: the fallback of a case by category and nationality, with its cause. */
export class Exits {
  private readonly model: BorderModel;
  private readonly type: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    this.type = model.simulation.eventType("leaves custody", (number) => this.complete(rowOf(number)));
  }

  /** Decides the way out and arranges it. A child alone transfers out and needs no cause. */
  fallback(row: CaseRow, cause?: Cause, options?: { readonly atOnce: boolean }): void {
    const { cases, draws, parameters, simulation } = this.model;
    this.model.blocked.settle(row);
    const { mix, hours } = parameters.sectors[cases.sector[row]!]!.fallback;
    const category = cases.category[row] as 0 | 1 | 2;
    const disposition =
      category === child
        ? transfer
        : pick(valueAt(mix[category][cases.nationality[row]!]!, simulation.now), draws.uniform(row, draw.disposition));
    cases.disposition[row] = disposition;
    cases.cause[row] = cause === undefined ? -1 : causes.indexOf(cause);
    if (disposition === hold) cases.stage[row] = stage.held;
    else if (options?.atOnce) this.complete(row);
    else this.leaveAt(row, simulation.now + hours[disposition]!.quantile(draws.uniform(row, draw.exitTime)));
  }

  /** Hours until the case leaves by the disposition in its row, if it has been about to since `since`. */
  hoursLeft(row: CaseRow, since: number): number {
    const { cases, draws, parameters, simulation } = this.model;
    const { hours } = parameters.sectors[cases.sector[row]!]!.fallback;
    return remaining(hours[cases.disposition[row]!]!, simulation.now - since, draws.uniform(row, draw.exitTime));
  }

  /** The case leaves custody at `time` by the disposition in its row. */
  leaveAt(row: CaseRow, time: number): void {
    const { cases, simulation } = this.model;
    cases.stage[row] = stage.leaving;
    cases.next[row] = time;
    cases.event[row] = simulation.scheduleAt(time, this.type, numberOf(row));
  }

  /** Releases the case at this instant; without a cause it keeps that of the way out it had. */
  releaseNow(row: CaseRow, cause?: Cause): void {
    const { cases, simulation } = this.model;
    simulation.cancel(cases.event[row]!);
    cases.disposition[row] = release;
    if (cause !== undefined) cases.cause[row] = causes.indexOf(cause);
    this.complete(row);
  }

  private complete(row: CaseRow): void {
    const { cases, counts, interior, onReleased, usShelters } = this.model;
    counts.exit(row, cases.disposition[row]!, cases.cause[row]!);
    if (cases.disposition[row] === release) {
      interior?.summon(row);
      usShelters?.receive(row);
      onReleased?.(row);
    }
    this.model.attempts.gone(row);
  }
}
