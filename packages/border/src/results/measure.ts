import type { Histogram } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import type { MeasureDefinition } from "./replication-result.ts";

/** A measure, and how to read it from a finished model. */
export interface Measure extends MeasureDefinition {
  readonly read: (model: BorderView) => number;
}

/** Names of the fields that hold a number. */
type NumberIn<T> = T extends number | readonly unknown[]
  ? never
  : { [Name in keyof T & string]-?: T[Name] extends number ? Name : never }[keyof T & string];

/** Makes a measure of a place: its name follows that of the place; it is a number of what is known of the place, or read off it. */
export type AddMeasure<T> = (
  what: string,
  unit: string,
  description: string,
  read: NumberIn<T> | ((of: T, model: BorderView) => number),
) => Measure;

/** Measures of a place, for example `sector.tucson`, of which a finished model knows `of`. */
export function measuresAt<T>(place: string, of: (model: BorderView) => T): AddMeasure<T> {
  return (what, unit, description, read) => ({
    name: `${place}.${what}`,
    unit,
    description,
    read: (model) => (typeof read === "function" ? read(of(model), model) : (of(model)[read] as number)),
  });
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
