import { weekday } from "./civil-date.ts";
import type { LocalCalendar } from "./local-calendar.ts";

/** Days and local hours at which something is open: from `from` to just before `to`. */
export interface OpeningHours {
  /** Bit 0 is Monday, bit 6 Sunday. */
  readonly days: number;
  /** Local hour at which it opens, from 0. */
  readonly from: number;
  /** Local hour at which it shuts; 24 is midnight. */
  readonly to: number;
  /** Dates, as day numbers, on which it stays shut. */
  readonly closedOn?: ReadonlySet<number>;
}

/** How many days ahead it looks before it says that something never opens again. */
const horizonDays = 400;

function opensOn(hours: OpeningHours, day: number): boolean {
  return (hours.days & (1 << weekday(day))) !== 0 && !hours.closedOn?.has(day);
}

/** Whether it is open at `time`. */
export function isOpen(hours: OpeningHours, calendar: LocalCalendar, time: number): boolean {
  const day = calendar.dayOf(time);
  // Instants are compared, not hours of the day. So it is open at the instant that `nextOpening` gives, and shut at
  // that of `nextClosing`, however the hour is rounded or the clocks change.
  return opensOn(hours, day) && time >= calendar.at(day, hours.from) && time < calendar.at(day, hours.to);
}

/** The first instant from `time` on at which it is open; Infinity if it does not open within 400 days. */
export function nextOpening(hours: OpeningHours, calendar: LocalCalendar, time: number): number {
  if (isOpen(hours, calendar, time)) return time;
  const today = calendar.dayOf(time);
  for (let day = today; day <= today + horizonDays; day++) {
    if (!opensOn(hours, day)) continue;
    const opening = calendar.at(day, hours.from);
    // Hours that the clocks jump over are no opening.
    if (opening >= time && opening < calendar.at(day, hours.to)) return opening;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * The first instant after `time` at which it shuts; Infinity if it stays open for 400 days.
 * @throws RangeError if it is not open at `time`
 */
export function nextClosing(hours: OpeningHours, calendar: LocalCalendar, time: number): number {
  if (!isOpen(hours, calendar, time)) throw new RangeError(`time must lie in opening hours, got ${time}`);
  const today = calendar.dayOf(time);
  for (let day = today; day <= today + horizonDays; day++) {
    const closing = calendar.at(day, hours.to);
    const goesOn = hours.to === 24 && hours.from === 0 && opensOn(hours, day + 1);
    if (!goesOn) return closing;
  }
  return Number.POSITIVE_INFINITY;
}
