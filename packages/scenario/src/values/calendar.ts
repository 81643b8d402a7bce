import type { Distribution } from "@mpp-sim/engine";
import { beforeKey, isCalendar } from "./calendar-map.ts";
import { below, type Reader } from "./reader.ts";
import { isSourced, sourced } from "./sourced.ts";
import { allOf, date } from "./words.ts";

/** A value from a local date on, a day number; the first of several holds from the beginning, -Infinity. */
export interface DatedValue<T> {
  readonly from: number;
  readonly value: T;
}

/** The values of one setting by date. */
abstract class ByDate<T> {
  readonly entries: readonly DatedValue<T>[];

  constructor(entries: readonly DatedValue<T>[]) {
    this.entries = entries;
  }

  /** The value in force on a date, a day number. */
  on(day: number): T {
    return (this.entries.findLast(({ from }) => from <= day) as DatedValue<T>).value;
  }
}

/** Values, at least two, for each of which the settings of a place are compiled anew. */
export class Calendar<T> extends ByDate<T> {
  readonly isCompiledAnew = true;
}

/** Values of which the model knows all dates from the beginning. */
export class Dated<T> extends ByDate<T> {
  map<Result>(of: (value: T) => Result): Dated<Result> {
    return new Dated(this.entries.map(({ from, value }) => ({ from, value: of(value) })));
  }
}

type On<T> = T extends Dated<infer Value> ? Value : T;

/** Several settings as one, which changes on every date on which any of them does. What is not given stays undefined. */
export function together<Given extends Readonly<Record<string, Dated<unknown> | undefined>>>(
  given: Given,
): Dated<{ readonly [Key in keyof Given]: On<Given[Key]> }> {
  const dates = Object.values(given).flatMap((one) => one?.entries.map(({ from }) => from) ?? []);
  const inOrder = [...new Set([Number.NEGATIVE_INFINITY, ...dates])].sort((a, b) => a - b);
  const on = (day: number) => Object.fromEntries(Object.entries(given).map(([key, one]) => [key, one?.on(day)]));
  return new Dated(inOrder.map((from) => ({ from, value: on(from) as { [Key in keyof Given]: On<Given[Key]> } })));
}

/**
 * A value, or a calendar of values: `{ 2019-05-01: 100/day, 2019-06-13: 200/day }`. Before its first date a calendar has the
 * value under `before`, or else the first one. Either may be in its long form.
 */
export function dated<T>(reader: Reader<T>): Reader<Dated<T>> {
  const one = sourced(reader);
  return sourced((raw, report) => {
    if (!isCalendar(raw)) {
      const value = reader(raw, report);
      return value === undefined ? undefined : new Dated([{ from: Number.NEGATIVE_INFINITY, value }]);
    }
    const entries = Object.entries(raw).map(([key, written]): DatedValue<T> | undefined => {
      const from = key === beforeKey ? Number.NEGATIVE_INFINITY : date(key, below(report, key));
      const value = one(written, below(report, key));
      return from === undefined || value === undefined ? undefined : { from, value };
    });
    const inOrder = allOf(entries)?.toSorted((a, b) => a.from - b.from);
    // Whatever is first holds from the beginning.
    return inOrder && new Dated(inOrder.with(0, { ...inOrder[0], from: Number.NEGATIVE_INFINITY } as DatedValue<T>));
  });
}

/** A value, or a calendar of values; for each of its dates the settings are compiled anew. A date that changes nothing is left out. */
export function changing<T>(reader: Reader<T>): Reader<T | Calendar<T>> {
  const all = dated(reader);
  return (raw, report) => {
    const entries = all(raw, report)?.entries;
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

/** A value that is one, whatever it consists of. */
export type Leaf =
  | string
  | Dated<unknown>
  | ReadonlyMap<string, unknown>
  | ReadonlySet<unknown>
  | Distribution
  | ((...given: never[]) => unknown);

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
  return replaced(given, (leaf) => (leaf instanceof Calendar ? leaf.on(day) : leaf)) as InForce<T>;
}

/** The same with something else in place of each leaf: what is neither a list nor a plain map. */
export function replaced(given: unknown, leaf: (given: unknown) => unknown): unknown {
  if (Array.isArray(given)) {
    const items = given.map((item: unknown) => replaced(item, leaf));
    return items.every((item, index) => Object.is(item, given[index])) ? given : items;
  }
  if (!isRecord(given)) return leaf(given);
  const entries = Object.entries(given).map(([key, value]) => [key, replaced(value, leaf)] as const);
  return entries.every(([key, value]) => Object.is(value, given[key])) ? given : Object.fromEntries(entries);
}

/** Every date on which a calendar in the settings changes, in order. */
export function datesWithin(given: unknown): number[] {
  const found = new Set<number>();
  replaced(given, (leaf) => {
    if (leaf instanceof Calendar) for (const { from } of leaf.entries) found.add(from);
    return leaf;
  });
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
