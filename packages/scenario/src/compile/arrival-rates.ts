import { LocalCalendar, PiecewiseRate, weekday, type ZoneTable } from "@mpp-sim/engine";

/** Local hours of the day from `from` to `to`, with their share of the day's persons. */
export interface DayBlock {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** The shape of a day's arrivals, apart from their number. */
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

/** Persons of a month, spread over its days by the weight of their weekday. Over the whole month they sum to the count. */
export function personsOfMonth(
  month: { readonly first: number; readonly days: number; readonly count: number },
  shapeOn: ShapeOn,
): PersonsByDay {
  const weights = Array.from({ length: month.days }, (_, index) => {
    const day = month.first + index;
    return shapeOn(day).weekdays[weekday(day)] as number;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (month.count * weight) / total);
}

/** Persons an hour over the period: each day's persons, spread over its blocks of hours; zero outside the period's local dates. */
export function hourlyRate(persons: PersonsByDay, firstDay: number, shapeOn: ShapeOn, zone: ZoneTable): PiecewiseRate {
  const calendar = new LocalCalendar(zone);
  const times: number[] = [];
  const rates: number[] = [];
  persons.forEach((count, index) => {
    let due = 0;
    for (const { from, to, share } of shapeOn(firstDay + index).blocks) {
      // Hours that the clocks skip or repeat make the block longer or shorter, with the same persons. Those of a block that is skipped
      // come in the next.
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
