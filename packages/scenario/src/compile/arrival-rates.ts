import { LocalCalendar, PiecewiseRate, weekday, type ZoneTable } from "@mpp-sim/engine";

/** Local hours of the day from `from` to `to`, with their share of the day's persons. */
export interface DayBlock {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** What arrivals of a day look like, beside their number. */
export interface DayShape {
  /** Relative weight of each weekday, Monday first. */
  readonly weekdays: readonly number[];
  /** They cover the day in order; their shares sum to 1. */
  readonly blocks: readonly DayBlock[];
}

/** The shape of each date. */
export type ShapeOn = (day: number) => DayShape;

/** Expected persons of each day, in order from the first day of the period. */
export type PersonsByDay = readonly number[];

/** Persons of a month given to its days by the weight of their weekday: over the whole month they sum to the count. */
export function personsOnDay(
  day: number,
  month: { readonly first: number; readonly days: number; readonly count: number },
  shapeOn: ShapeOn,
): number {
  const weightOf = (on: number): number => shapeOn(on).weekdays[weekday(on)] as number;
  let total = 0;
  for (let other = month.first; other < month.first + month.days; other++) total += weightOf(other);
  return (month.count * weightOf(day)) / total;
}

/** Persons an hour over the period: each day's persons given to its blocks of hours; zero outside the period's local dates. */
export function hourlyRate(persons: PersonsByDay, firstDay: number, shapeOn: ShapeOn, zone: ZoneTable): PiecewiseRate {
  const calendar = new LocalCalendar(zone);
  const times: number[] = [];
  const rates: number[] = [];
  persons.forEach((count, index) => {
    let due = 0;
    for (const { from, to, share } of shapeOn(firstDay + index).blocks) {
      // Hours that the clocks skip or repeat stretch or shrink the block, not its persons: those of one that is skipped come in the next.
      const [start, end] = [calendar.at(firstDay + index, from), calendar.at(firstDay + index, to)];
      due += share;
      if (end <= start) continue;
      times.push(start);
      rates.push((count * due) / (end - start));
      due = 0;
    }
  });
  times.push(calendar.midnight(firstDay + persons.length));
  rates.push(0);
  return new PiecewiseRate(times, rates);
}
