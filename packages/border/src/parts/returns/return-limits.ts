import { Limit, nextOpening, type Stateful, type StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../../ground/case-row.ts";
import { signal } from "../../ground/signals.ts";
import type { Ground } from "../../ground.ts";
import type { DayClock } from "../../ledger/day-clock.ts";
import { valueAt } from "../../parameters/timeline.ts";
import { transferFigures } from "../../state/transfer-figures.ts";

/** Figures of one limit over the local dates on which a point of it was open. */
export interface LimitFigures {
  days: number;
  places: number;
  used: number;
  usedMax: number;
  /** Dates on which a case that could cross but for the limit had to wait. */
  daysBinding: number;
  /** Places unused at the end of a date, and those of them on dates when a case that waited did not fit into what was left. */
  unused: number;
  unusedNoFit: number;
  readonly daily: Float64Array;
}

/** Before the first date. */
const nothing = { days: 0, places: 0, used: 0, usedMax: 0, daysBinding: 0, unused: 0, unusedNoFit: 0 };

/** What is known of one limit. */
interface LimitState {
  readonly quota: Limit;
  readonly figures: LimitFigures;
  /** Dates on which it is blocked by a case that does not fit, made someone wait, and was too short for a case. */
  readonly blocked: Set<number>;
  readonly bound: Set<number>;
  readonly tooShort: Set<number>;
  /** Places of each date that will be taken by those who wait for the port alone. */
  readonly inTurn: Map<number, number>;
}

/** The quotas, who consumes them, and which of them is closed for a date by someone who waits at its head. */
export class ReturnLimits implements Stateful {
  readonly all: readonly LimitState[];
  private readonly ground: Ground;
  /** Indices of limits by sector of arrival and point: first returns, and re-entries after a hearing. */
  private first: readonly (readonly number[])[] = [];
  private again: readonly (readonly number[])[] = [];

  constructor(ground: Ground) {
    this.ground = ground;
    const { parameters, signals, simulation } = ground;
    const { endDay, firstDay, returnLimits, sectors, returnPoints } = parameters;
    this.all = returnLimits.map(({ id, perDay }, index) => ({
      quota: new Limit(id, ground.localDays.limits[index]!.calendar, valueAt(perDay, 0)),
      figures: { ...nothing, daily: new Float64Array(endDay - firstDay) },
      blocked: new Set(),
      bound: new Set(),
      tooShort: new Set(),
      inTurn: new Map(),
    }));
    const places = returnLimits.map(({ perDay }) => perDay);
    ground.changes.watch("return limit", places, (limit) => {
      this.all[limit]!.quota.setPerDay(valueAt(returnLimits[limit]!.perDay, simulation.now));
      signals.say(signal.limit, limit);
    });
    const matching = (reEntry: boolean): number[][] =>
      sectors.flatMap((_, sector) =>
        returnPoints.map((_, point) =>
          [...returnLimits.keys()].filter((index) => {
            const { from, through, counts } = returnLimits[index]!;
            const matches = (from.length === 0 || from.includes(sector)) && through.includes(point);
            return matches && (!reEntry || counts === "all");
          }),
        ),
      );
    ground.settings.derive(() => {
      this.first = matching(false);
      this.again = matching(true);
    });
    ground.settings.onChange("returnLimits", (limit) => signals.say(signal.limit, limit));
  }

  /** Limits that a crossing of a case from `sector` through `point` consumes. */
  consumedBy(sector: number, point: number, reEntry: boolean): readonly number[] {
    return (reEntry ? this.again : this.first)[sector * this.ground.parameters.returnPoints.length + point]!;
  }

  /** Whether the case is small enough for every limit that its first return through the point would consume. */
  canEverFit(row: CaseRow, point: number): boolean {
    const { cases } = this.ground;
    return this.consumedBy(cases.sector[row]!, point, false).every((limit) => !this.exceeds(limit, cases.size[row]!));
  }

  /** Places for whoever passes on the local date of `time`: what is left, or none while somebody at the head lets no one pass. */
  roomFor(limit: number, time: number): number {
    const { blocked, quota } = this.all[limit]!;
    const day = quota.calendar.dayOf(time);
    return blocked.has(day) ? 0 : quota.roomOn(day);
  }

  /**
   * A case has to wait for this limit at `time`. Returns whether it now lets nobody pass. Only while the point is at work does the limit
   * count as binding, or as too short: else the case could not cross anyway.
   */
  refuse(limit: number, persons: number, time: number, atWork: boolean): boolean {
    const { blocked, bound, quota, tooShort } = this.all[limit]!;
    const day = quota.calendar.dayOf(time);
    if (atWork) bound.add(day);
    const room = quota.roomOn(day);
    if (room >= persons || this.exceeds(limit, persons)) return false;
    if (atWork && room > 0) tooShort.add(day);
    if (this.ground.parameters.returnLimits[limit]!.fit === "skip") return false;
    blocked.add(day);
    return true;
  }

  /** Forgets who waits at the head and who is in turn, before a look through the line finds out. */
  forgetWaiters(limit: number): void {
    this.all[limit]!.blocked.clear();
    this.all[limit]!.inTurn.clear();
  }

  /**
   * Whether the date of `time` has room for a case that waits for the port alone, after all who are in turn before it. If so, it is in
   * turn too. What a wait is charged to depends on this, not who crosses.
   */
  takeTurn(limits: readonly number[], persons: number, time: number): boolean {
    const left = limits.map((limit) => {
      const { inTurn, quota } = this.all[limit]!;
      const day = quota.calendar.dayOf(time);
      return { limit, inTurn, day, room: quota.roomOn(day) - (inTurn.get(day) ?? 0) };
    });
    const fits = left.every(({ room }) => room >= persons);
    for (const { limit, inTurn, day, room } of left) {
      if (fits) inTurn.set(day, (inTurn.get(day) ?? 0) + persons);
      else if (room < persons && this.ground.parameters.returnLimits[limit]!.fit === "block")
        inTurn.set(day, Number.POSITIVE_INFINITY);
    }
    return fits;
  }

  take(limit: number, persons: number, time: number): void {
    const { quota } = this.all[limit]!;
    quota.take(quota.calendar.dayOf(time), persons);
  }

  /** A local date ends: it counts for the limits of that zone. */
  closeDay(clock: DayClock): void {
    const { limits } = this.ground.localDays;
    for (const limit of limits.keys()) if (limits[limit] === clock) this.countDay(limit, clock.day);
  }

  private countDay(limit: number, day: number): void {
    const { parameters } = this.ground;
    const { blocked, bound, figures, inTurn, quota, tooShort } = this.all[limit]!;
    const used = quota.usedOn(day);
    const hasBound = bound.delete(day);
    const wasTooShort = tooShort.delete(day);
    blocked.delete(day);
    inTurn.delete(day);
    if (day < parameters.firstDay || day >= parameters.endDay || !(used > 0 || this.wasOpen(limit, day))) return;
    const room = quota.roomOn(day);
    figures.days++;
    figures.used += used;
    figures.places += used + room;
    figures.usedMax = Math.max(figures.usedMax, used);
    figures.unused += room;
    figures.daily[day - parameters.firstDay] = used;
    if (hasBound) figures.daysBinding++;
    if (wasTooShort) figures.unusedNoFit += room;
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, this.all);
  }

  /** Whether a case is larger than a whole day's quota. A suspended quota is too small for everyone, and so for nobody in particular. */
  private exceeds(limit: number, persons: number): boolean {
    const { perDay } = this.all[limit]!.quota;
    return perDay > 0 && persons > perDay;
  }

  /** Whether a point of the limit was open and at work on the date that ends now. */
  private wasOpen(limit: number, day: number): boolean {
    const { gates, parameters } = this.ground;
    const { calendar } = this.all[limit]!.quota;
    const from = calendar.midnight(day);
    const to = calendar.midnight(day + 1);
    return parameters.returnLimits[limit]!.through.some(
      (point) => gates.isPointOpen(point) && nextOpening(parameters.returnPoints[point]!.hours, calendar, from) < to,
    );
  }
}
