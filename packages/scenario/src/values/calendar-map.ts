import { isMap, type PlainMap } from "./reader.ts";

/** Key of the value that holds before the first date of a calendar. */
export const beforeKey = "before";
const dateKey = /^\d{4}-\d{2}-\d{2}$/;

/** Whether keys are those of a calendar: dates, and perhaps `before`. */
export function areCalendarKeys(keys: readonly string[]): boolean {
  return keys.some((key) => dateKey.test(key)) && keys.every((key) => key === beforeKey || dateKey.test(key));
}

/** Whether a written value is a calendar of values: `{ 2019-05-01: 100/day, 2019-06-13: 200/day }`. */
export function isCalendar(raw: unknown): raw is PlainMap {
  return isMap(raw) && areCalendarKeys(Object.keys(raw));
}
