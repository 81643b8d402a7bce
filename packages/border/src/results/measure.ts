import type { Histogram } from "@mpp-sim/engine";
import type { FinishedRun } from "./finished-run.ts";
import type { MeasureDefinition } from "./replication-result.ts";

/** A measure, and how to read it from a finished model. */
export interface Measure extends MeasureDefinition {
  readonly read: (model: FinishedRun) => number;
}

/** Names of the fields that hold a number. */
type NumberIn<T> = T extends number | readonly unknown[]
  ? never
  : { [Name in keyof T & string]-?: T[Name] extends number ? Name : never }[keyof T & string];

/**
 * Makes measures of a place from a table: on the left `name [unit]: definition`, on the right the number among what is known of the
 * place, or how to read it off. The name of a measure follows that of the place.
 */
export type MeasuresAt<T> = (
  table: Readonly<Record<string, NumberIn<T> | ((of: T, model: FinishedRun) => number)>>,
) => Measure[];

/** Reads something of a finished model once, however many measures need it. */
export function once<T>(read: (model: FinishedRun) => T): (model: FinishedRun) => T {
  let known: { readonly model: FinishedRun; readonly value: T } | undefined;
  return (model) => {
    if (known?.model !== model) known = { model, value: read(model) };
    return known.value;
  };
}

/** Measures of a place, for example `sector.tucson`, of which a finished model knows `of`. */
export function measuresAt<T>(place: string, known: (model: FinishedRun) => T): MeasuresAt<T> {
  const of = once(known);
  return (table) =>
    Object.entries(table).map(([text, read]) => {
      const { name, ...meaning } = said(text);
      return {
        name: `${place}.${name}`,
        ...meaning,
        read: (model) => (typeof read === "function" ? read(of(model), model) : (of(model)[read] as number)),
      };
    });
}

/**
 * Name, unit and definition of a figure.
 * @throws RangeError unless it is said as `name [unit]: definition`
 */
export function said(text: string): MeasureDefinition {
  const [, name, unit, description] = /^(\S+) \[([^\]]+)\]: (.+)$/.exec(text) ?? [];
  if (name === undefined || unit === undefined || description === undefined)
    throw new RangeError(`figure must be said as "name [unit]: definition", got "${text}"`);
  return { name, unit, description };
}

/** Share of a whole, NaN where the whole is nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

/** Upper edge of the bin in which a quantile lies, NaN of nobody. */
export function quantile(histogram: Histogram, p: number): number {
  return histogram.count === 0 ? Number.NaN : histogram.quantile(p);
}

export function sum<T>(items: Iterable<T>, read: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += read(item);
  return total;
}
