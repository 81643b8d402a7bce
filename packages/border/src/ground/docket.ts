import { type LocalCalendar, type OpeningHours, type Stateful, type StateTransfer, weekday } from "@mpp-sim/engine";
import type { HearingCounts } from "../ledger/hearing-counts.ts";
import type { CourtParameters, HearingParameters } from "../parameters/place-parameters.ts";
import { type Timeline, valueAt } from "../parameters/timeline.ts";

/** What a docket needs to know about its court: days, hours, rooms and slots, as known for later dates. */
export type DocketParameters = Pick<CourtParameters, "rooms" | "slotsPerRoom"> & {
  readonly hours: Timeline<OpeningHours>;
};

/** A court with no free date for so many days gives none. */
export const everDays: number = 20 * 365;

/** The dates of one court: how many cases are booked on each day. A slot once given is not freed. */
export class Docket implements Stateful {
  private readonly court: DocketParameters;
  private readonly calendar: LocalCalendar;
  private readonly firstDay: number;
  /** Cases booked, by day since `firstDay`. */
  private booked: Int32Array = new Int32Array(1024);
  /** A stretch of days known to be full. Slots are never freed. */
  private fullFrom: number;
  private fullUntil: number;

  constructor(court: DocketParameters, calendar: LocalCalendar, firstDay: number) {
    this.court = court;
    this.calendar = calendar;
    this.firstDay = firstDay;
    this.fullFrom = firstDay;
    this.fullUntil = firstDay;
  }

  /** The first sitting day from `earliest` to `latest` with a slot left, or -1. */
  find(earliest: number, latest: number): number {
    let day = Math.max(earliest, this.firstDay);
    const start = day;
    if (day >= this.fullFrom && day < this.fullUntil) day = this.fullUntil;
    while (day <= latest && this.bookedOn(day) >= this.slotsOn(day)) day++;
    if (start < this.fullFrom || start > this.fullUntil) {
      this.fullFrom = start;
      this.fullUntil = day;
    } else this.fullUntil = Math.max(this.fullUntil, day);
    return day <= latest ? day : -1;
  }

  book(day: number): void {
    const index = day - this.firstDay;
    if (index < 0) return;
    if (index >= this.booked.length) {
      const longer = new Int32Array(Math.max(index + 1, this.booked.length * 2));
      longer.set(this.booked);
      this.booked = longer;
    }
    this.booked[index] = this.booked[index]! + 1;
  }

  bookedOn(day: number): number {
    return this.booked[day - this.firstDay] ?? 0;
  }

  /** Cases the court can hear on a day: rooms times slots a room on days it sits, as the roster known for that day says. */
  slotsOn(day: number): number {
    const { rooms, slotsPerRoom } = this.court;
    const hours = this.hoursOn(day);
    if ((hours.days & (1 << weekday(day))) === 0 || hours.closedOn?.has(day)) return 0;
    const midnight = this.calendar.midnight(day);
    return Math.floor(valueAt(rooms, midnight) * valueAt(slotsPerRoom, midnight));
  }

  /** Instant at which hearings of the day start, and at which its people are back at the port. */
  startOf(day: number): number {
    return this.calendar.at(day, this.hoursOn(day).from);
  }
  endOf(day: number): number {
    return this.calendar.at(day, this.hoursOn(day).to);
  }

  /** The days known to be full are forgotten and found again: whoever takes over this state may have another roster. */
  transfer(state: StateTransfer): void {
    this.booked = state.integers(this.booked);
    this.fullFrom = this.firstDay;
    this.fullUntil = this.firstDay;
  }

  private hoursOn(day: number): OpeningHours {
    const { hours } = this.court;
    // Most rosters never change, and a search through dates reads many.
    return hours.length === 1 ? hours[0]!.value : valueAt(hours, this.calendar.midnight(day));
  }
}

/**
 * What becomes of a case on its date, by a uniform of its own, and counts it: it is heard; absent for want of notice it gets another date,
 * but not `again`; absent otherwise it is lost.
 */
export function attendance(
  counts: HearingCounts,
  { absentNotice, absentChoice }: Pick<HearingParameters, "absentNotice" | "absentChoice">,
  { persons, uniform, again }: { readonly persons: number; readonly uniform: number; readonly again: boolean },
): "heard" | "another date" | "lost" {
  if (uniform >= absentNotice + absentChoice) {
    counts.heard += persons;
    counts.heardCases++;
    return "heard";
  }
  if (uniform >= absentNotice) counts.absentChoice++;
  else {
    counts.absentNotice++;
    if (!again) {
      counts.neverTold += persons;
      return "another date";
    }
  }
  counts.inAbsentia += persons;
  return "lost";
}
