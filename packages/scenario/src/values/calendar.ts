import type { Distribution } from "@mpp-sim/engine";
import { beforeKey, isCalendar } from "./calendar-map.ts";
import { type DatedValue, dated } from "./dated.ts";
import type { Reader } from "./reader.ts";
import { isSourced } from "./sourced.ts";

/** The values of one setting by date, at least two; the first holds from the beginning. */
export class Calendar<T> {
  readonly entries: readonly DatedValue<T>[];

  constructor(entries: readonly DatedValue<T>[]) {
    this.entries = entries;
  }

  /** The value in force on a date, a day number. */
  on(day: number): T {
    return (this.entries.findLast(({ from }) => from <= day) as DatedValue<T>).value;
  }
}

/** A value, or a calendar of values; for each of its dates the settings are compiled anew. A date that changes nothing is left out. */
export function changing<T>(reader: Reader<T>): Reader<T | Calendar<T>> {
  const all = dated(reader);
  return (raw, report) => {
    const entries = all(raw, report);
    if (entries === undefined) return undefined;
    const texts = textsOf(raw);
    const distinct = entries.filter((_, index) => index === 0 || texts[index] !== texts[index - 1]);
    return distinct.length === 1 ? (distinct[0] as DatedValue<T>).value : new Calendar(distinct);
  };
}

/** The value written for each date, in order, without its source. */
function textsOf(raw: unknown): string[] {
  const plain = isSourced(raw) ? raw.value : raw;
  if (!isCalendar(plain)) return [];
  const rank = (key: string): string => (key === beforeKey ? "" : key);
  return Object.entries(plain)
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([, value]) => JSON.stringify(isSourced(value) ? value.value : value));
}

type Leaf = string | ReadonlyMap<string, unknown> | Distribution | ((...given: never[]) => unknown);

/** The settings as read, with the value of one date in place of each calendar. */
export type InForce<T> =
  T extends Calendar<infer Value>
    ? Value
    : T extends Leaf
      ? T
      : T extends object
        ? { [K in keyof T]: InForce<T[K]> }
        : T;

/** Puts the value in force on a date in place of each calendar. A part without calendars is returned as it is. */
export function inForce<T>(given: T, day: number): InForce<T> {
  return replaced(given, day) as InForce<T>;
}

function replaced(given: unknown, day: number): unknown {
  if (given instanceof Calendar) return given.on(day);
  if (Array.isArray(given)) {
    const items = given.map((item: unknown) => replaced(item, day));
    return items.every((item, index) => Object.is(item, given[index])) ? given : items;
  }
  if (!isRecord(given)) return given;
  const entries = Object.entries(given).map(([key, value]) => [key, replaced(value, day)] as const);
  return entries.every(([key, value]) => Object.is(value, given[key])) ? given : Object.fromEntries(entries);
}

/** Every date on which a calendar in the settings changes, in order. */
export function datesWithin(given: unknown): number[] {
  const found = new Set<number>();
  const visit = (one: unknown): void => {
    if (one instanceof Calendar) for (const { from } of one.entries) found.add(from);
    else if (Array.isArray(one)) one.forEach(visit);
    else if (isRecord(one)) Object.values(one).forEach(visit);
  };
  visit(given);
  found.delete(Number.NEGATIVE_INFINITY);
  return [...found].sort((a, b) => a - b);
}

/** Every value that a setting takes. */
export function valuesOf<T>(given: T | Calendar<T>): readonly T[] {
  return given instanceof Calendar ? given.entries.map(({ value }) => value) : [given];
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && Object.getPrototypeOf(given) === Object.prototype;
}
