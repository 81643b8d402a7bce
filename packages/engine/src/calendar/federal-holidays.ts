import { dayOfCivil, weekday } from "./civil-date.ts";

const [monday, thursday, saturday, sunday] = [0, 3, 5, 6] as const;

/**
 * Federal holidays of the United States in a year, as the day numbers on which they are observed, ascending
 * (5 U.S.C. 6103: a holiday on a Saturday is observed on Friday, one on a Sunday on Monday; Juneteenth since 2021). So New
 * Year's Day on a Saturday is observed on the last day of the year before.
 */
export function federalHolidays(year: number): readonly number[] {
  const fixed: [number, number][] = [
    [1, 1],
    [7, 4],
    [11, 11],
    [12, 25],
  ];
  if (year >= 2021) fixed.push([6, 19]);
  const days = fixed.map(([month, date]) => observed(dayOfCivil(year, month, date)));
  days.push(
    nth(year, 1, monday, 3),
    nth(year, 2, monday, 3),
    nth(year, 6, monday, 1) - 7,
    nth(year, 9, monday, 1),
    nth(year, 10, monday, 2),
    nth(year, 11, thursday, 4),
  );
  // Memorial Day is the last Monday of May: the Monday before the first of June.
  return days.sort((a, b) => a - b);
}

function observed(day: number): number {
  if (weekday(day) === saturday) return day - 1;
  return weekday(day) === sunday ? day + 1 : day;
}

/** The nth given weekday of a month. */
function nth(year: number, month: number, of: number, n: number): number {
  const first = dayOfCivil(year, month, 1);
  return first + ((of - weekday(first) + 7) % 7) + 7 * (n - 1);
}
