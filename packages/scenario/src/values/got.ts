import { isCalendar } from "./calendar-map.ts";
import { isMap } from "./reader.ts";

/** More of a text nobody reads in a message. */
const longestShown = 80;

/** How a value is named in the "got" of a message. */
export function got(raw: unknown): string {
  if (raw === undefined || raw === "") return "(got nothing)";
  if (Array.isArray(raw)) return "(got a list)";
  if (isCalendar(raw)) return "(got a calendar of dates, where one value holds for the whole period)";
  if (isMap(raw)) return "(got a map)";
  const text = String(raw).slice(0, longestShown);
  return /^[-+.\d]/.test(text) ? `(got ${text})` : `(got ${JSON.stringify(text)})`;
}
