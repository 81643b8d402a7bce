import type { Written } from "@mpp-sim/scenario";

/**
 * What is written for a capacity, with so much more of it: figures by the step, opening hours longer by as many hours at their end, a
 * timetable with a departure more. A calendar has more on each of its dates, but where there is nothing: what is not there yet stays so.
 * Undefined where there can be no more of it, as of a door that never closes.
 */
export function withMore(written: Written, step: number): Written | undefined {
  if (typeof written === "string")
    return withMoreHours(written, step) ?? withDeparture(written) ?? figure(written, step);
  if (!isMap(written)) return undefined;
  if ("value" in written) return withMore(written.value as Written, step);
  const dates = Object.entries(written).map(
    ([date, one]) => [date, isNothing(one) ? undefined : withMore(one, step)] as const,
  );
  if (dates.every(([, more]) => more === undefined)) return undefined;
  return Object.fromEntries(dates.map(([date, more]) => [date, more ?? heldBy(written[date] as Written)]));
}

function isMap(written: Written): written is { readonly [key: string]: Written } {
  return typeof written === "object" && !Array.isArray(written);
}

function heldBy(written: Written): Written {
  return isMap(written) && "value" in written ? (written.value as Written) : written;
}

function isNothing(written: Written): boolean {
  const value = heldBy(written);
  return typeof value === "string" && /^0(?!\.?\d)/.test(value);
}

function figure(text: string, step: number): string | undefined {
  const parts = /^(\d+(?:\.\d+)?)(?![\d:-])(.*)$/.exec(text.trim());
  return parts ? `${Number(parts[1]) + step}${parts[2]}` : undefined;
}

/** `mon-fri 08:00-16:00` */
function withMoreHours(text: string, step: number): string | undefined {
  const parts = /^(.* )?(\d\d?:\d\d) ?- ?(\d\d?:\d\d)$/.exec(text.trim());
  if (parts === null) return undefined;
  const [, days = "", from, to] = parts;
  const [opens, closes] = [minutesOf(from as string), minutesOf(to as string)];
  const end = Math.min(closes + 60 * step, wholeDay);
  // What is open until midnight opens earlier.
  const start = Math.max(0, opens - (closes + 60 * step - end));
  return start === opens && end === closes ? undefined : `${days}${clock(start)}-${clock(end)}`;
}

/** `daily at 08:00 and 14:00`: the new departure is in the middle of the longest time without one. */
function withDeparture(text: string): string | undefined {
  const [days, at] = text.split(" at ");
  if (days === undefined || at === undefined) return undefined;
  const times = at
    .split(/ ?(?:,|and) ?/)
    .map(minutesOf)
    .sort((a, b) => a - b);
  const gaps = times.map((time, index) => (times[index + 1] ?? (times[0] as number) + wholeDay) - time);
  const longest = gaps.indexOf(Math.max(...gaps));
  const middle = ((times[longest] as number) + Math.floor((gaps[longest] as number) / 2)) % wholeDay;
  if (times.includes(middle)) return undefined;
  const all = [...times, middle].sort((a, b) => a - b).map(clock);
  return `${days} at ${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

const wholeDay = 24 * 60;

function minutesOf(time: string): number {
  const [hours, minutes] = time.trim().split(":").map(Number);
  return 60 * (hours as number) + (minutes as number);
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
