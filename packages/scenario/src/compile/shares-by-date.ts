import type { DatedValue } from "../values/dated.ts";

type Calendar = readonly DatedValue<number>[];
interface Calendars {
  readonly "single-adult": Calendar;
  readonly family: Calendar;
}

/** Every date on which one of several calendars changes, in order; the first is the beginning. */
export function datesOf(calendars: readonly (readonly DatedValue<unknown>[])[]): number[] {
  return [...new Set(calendars.flatMap((calendar) => calendar.map(({ from }) => from)))].sort((a, b) => a - b);
}

/** The share or factor in force on a date; `otherwise` without a calendar. */
export function shareAt(calendar: Calendar | undefined, date: number, otherwise = 0): number {
  return calendar?.findLast(({ from }) => from <= date)?.value ?? otherwise;
}

/** Two calendars as one whose entries hold a share for each category; a child alone is never asked. */
export function sharesByDate({
  "single-adult": adult,
  family,
}: Calendars): DatedValue<readonly [number, number, number]>[] {
  return datesOf([adult, family]).map((from) => ({ from, value: [shareAt(adult, from), shareAt(family, from), 0] }));
}
