import { Limit } from "@mpp-sim/engine";
import { valueAt } from "../parameters/timeline.ts";
import type { BorderModel } from "./border-model.ts";

/** Figures of one limit over the local days on which a point of it was open. */
export interface LimitFigures {
  days: number;
  places: number;
  used: number;
  usedMax: number;
  /** Days on which a case that could cross but for the limit had to wait. */
  daysBinding: number;
  /** Places unused at the end of a day, and those of them for which someone waited who did not fit. */
  unused: number;
  unusedNoFit: number;
  readonly daily: Float64Array;
}

/** The quotas, who consumes them, and which of them is closed for the day by someone who waits at its head. */
export class ReturnLimits {
  readonly limits: readonly Limit[];
  readonly figures: readonly LimitFigures[];
  private readonly model: BorderModel;
  /** Indices of limits by sector of arrival and point: first returns, and re-entries after a hearing. */
  private readonly first: readonly (readonly number[])[];
  private readonly again: readonly (readonly number[])[];
  private readonly blockedDay: number[];
  private readonly boundDay: number[];

  constructor(model: BorderModel) {
    this.model = model;
    const { parameters } = model;
    this.limits = parameters.returnLimits.map(
      (limit, index) => new Limit(limit.id, model.limitClock(index).calendar, valueAt(limit.perDay, 0)),
    );
    const days = parameters.endDay - parameters.firstDay;
    this.figures = parameters.returnLimits.map(() => ({
      days: 0,
      places: 0,
      used: 0,
      usedMax: 0,
      daysBinding: 0,
      unused: 0,
      unusedNoFit: 0,
      daily: new Float64Array(days),
    }));
    this.blockedDay = parameters.returnLimits.map(() => -1);
    this.boundDay = parameters.returnLimits.map(() => -1);
    const matching = (all: boolean): number[][] =>
      parameters.sectors.flatMap((_, sector) =>
        parameters.returnPoints.map((_, point) =>
          parameters.returnLimits.flatMap(({ from, through, counts }, index) =>
            (from.length === 0 || from.includes(sector)) && through.includes(point) && (!all || counts === "all")
              ? [index]
              : [],
          ),
        ),
      );
    this.first = matching(false);
    this.again = matching(true);
  }

  /** Limits that a crossing of a case from `sector` through `point` consumes. */
  consumedBy(sector: number, point: number, reEntry: boolean): readonly number[] {
    return (reEntry ? this.again : this.first)[sector * this.model.parameters.returnPoints.length + point]!;
  }

  /** Whether `persons` may pass on the local day of `time`: there is room, and nobody at the head lets no one pass. */
  admits(limit: number, persons: number, time: number): boolean {
    const quota = this.limits[limit]!;
    const day = quota.calendar.dayOf(time);
    return this.blockedDay[limit] !== day && quota.roomOn(day) >= persons;
  }

  /** Notes that a case that could cross at `time` but for this limit has to wait; returns whether it now lets nobody pass. */
  refuse(limit: number, persons: number, time: number): boolean {
    const quota = this.limits[limit]!;
    const day = quota.calendar.dayOf(time);
    this.boundDay[limit] = day;
    if (quota.roomOn(day) >= persons || this.model.parameters.returnLimits[limit]!.fit === "skip") return false;
    this.blockedDay[limit] = day;
    return true;
  }

  /** Lets people pass again, before a scan finds out who waits at the head. */
  unblock(limit: number): void {
    this.blockedDay[limit] = -1;
  }

  take(limit: number, persons: number, time: number): void {
    const quota = this.limits[limit]!;
    quota.take(quota.calendar.dayOf(time), persons);
  }

  /** Settles the figures of the local day that ends. */
  closeDay(limit: number, day: number): void {
    const { parameters } = this.model;
    const used = this.limits[limit]!.usedOn(day);
    const open = parameters.returnLimits[limit]!.through.some((point) => this.model.desks.isOpen(point));
    if (day < parameters.firstDay || day >= parameters.endDay || (!open && used === 0)) return;
    const figures = this.figures[limit]!;
    const room = this.limits[limit]!.roomOn(day);
    figures.days++;
    figures.used += used;
    figures.places += used + room;
    figures.usedMax = Math.max(figures.usedMax, used);
    figures.unused += room;
    figures.daily[day - parameters.firstDay] = used;
    if (this.boundDay[limit] === day) figures.daysBinding++;
    if (room > 0 && this.model.desks.someoneTooLargeFor(limit, room)) figures.unusedNoFit += room;
  }
}
