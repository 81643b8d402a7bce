import type { OpeningHours } from "@mpp-sim/engine";
import { defined } from "../text/nearest.ts";
import { got } from "./got.ts";
import { below, type Reader } from "./reader.ts";
import { weights } from "./weights.ts";

/** Days of the week as written; bit 0 is Monday. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const everyDay = 0b1111111;

/** Local hours of the day, and days of the week: `mon-fri 08:00-16:00`, `08:00-18:00` (every day), `mon,wed 09:00-12:00`. */
export const openingHours: Reader<OpeningHours> = (raw, report) => {
  const parts = /^(?:([a-z,\- ]+) )?(\d\d?:\d\d) ?- ?(\d\d?:\d\d)$/.exec(oneLine(raw));
  const days = parts?.[1] === undefined ? everyDay : daysOf(parts[1]);
  const [from, to] = [hourOf(parts?.[2]), hourOf(parts?.[3])];
  if (parts !== null && days !== undefined && from !== undefined && to !== undefined && from < to)
    return { days, from, to };
  report(`must be hours of the day from earlier to later, for example mon-fri 08:00-16:00 ${got(raw)}`);
  return undefined;
};

/** A local time of day as hours: `22:00`. */
export const timeOfDay: Reader<number> = (raw, report) => {
  const hour = typeof raw === "string" ? hourOf(raw) : undefined;
  if (hour !== undefined && hour < 24) return hour;
  report(`must be a time of day, for example 22:00 ${got(raw)}`);
  return undefined;
};

/** Local hours of departure and the days on which they hold, ascending. */
export interface Timetable {
  readonly days: number;
  readonly hours: readonly number[];
}

/** `daily at 08:00`, `mon-fri at 08:00 and 14:00`. */
export const timetable: Reader<Timetable> = (raw, report) => {
  const [on = "", at = "", ...more] = oneLine(raw).split(" at ");
  const days = more.length === 0 ? daysOf(on) : undefined;
  const hours = at.split(/ ?(?:,|and) ?/).map(hourOf);
  if (days !== undefined && hours.every((hour) => hour !== undefined && hour < 24)) {
    const ascending = (hours as number[]).toSorted((a, b) => a - b);
    if (new Set(hours).size === hours.length) return { days, hours: ascending };
    report(`must name each time of departure once ${got(raw)}`);
    return undefined;
  }
  report(
    `must be days and times of departure, for example daily at 08:00 or mon-fri,sun at 08:00 and 14:00 ${got(raw)}`,
  );
  return undefined;
};

/** Days of the week: `mon-fri`, `mon,thu`. */
export const days: Reader<number> = (raw, report) => {
  const found = daysOf(oneLine(raw));
  if (found === undefined) report(`must be days of the week, for example mon-fri or mon-wed,sat ${got(raw)}`);
  return found;
};

/** Relative weight of days of the week by name. */
export const weekWeights: Reader<ReadonlyMap<string, number>> = (raw, report) => {
  const found = weights(raw, report);
  const strange = [...(found?.keys() ?? [])].filter((name) => !weekdays.some((day) => day === name));
  for (const name of strange) below(report, name)(`must be a day of the week${defined(name, weekdays)}`);
  return strange.length > 0 ? undefined : found;
};

/** Relative weight of hours of the day that cover it in order: `{ 00-06: 20, 06-18: 30, 18-24: 50 }`. */
export const hourWeights: Reader<ReadonlyMap<string, number>> = (raw, report) => {
  const found = weights(raw, report);
  let reached = 0;
  for (const text of found?.keys() ?? []) {
    const parts = /^(\d\d?)-(\d\d?)$/.exec(text);
    const [from, to] = [Number(parts?.[1]), Number(parts?.[2])];
    if (from !== reached || !(to > from && to <= 24)) {
      const example = [reached, Math.min(24, reached + 6)].map((hour) => String(hour).padStart(2, "0")).join("-");
      below(report, text)(`must be hours that go on where the last ended, at ${reached}, for example ${example}`);
      return undefined;
    }
    reached = to;
  }
  if (found === undefined || reached === 24) return found;
  report(`must cover the day to 24 (got to ${reached})`);
  return undefined;
};

/** A text with one blank where it has several, so that no rule looks for the end of many. */
function oneLine(raw: unknown): string {
  return typeof raw === "string" ? raw.trim().replace(/\s+/g, " ") : "";
}

function daysOf(text: string): number | undefined {
  if (text === "daily") return everyDay;
  let found = 0;
  for (const part of text.split(",")) {
    const [first, last = first, ...more] = part.trim().split("-");
    if (more.length > 0) return undefined;
    const from = weekdays.findIndex((day) => day === first);
    const to = weekdays.findIndex((day) => day === last);
    if (from < 0 || to < from) return undefined;
    for (let day = from; day <= to; day++) found |= 1 << day;
  }
  return found;
}

/** Hour of the day as a number; 24:00 is midnight at the end. */
function hourOf(text: string | undefined): number | undefined {
  const parts = /^(\d\d?):(\d\d)$/.exec(text?.trim() ?? "");
  if (parts === null) return undefined;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  const hour = hours + minutes / 60;
  return minutes < 60 && hour <= 24 ? hour : undefined;
}
