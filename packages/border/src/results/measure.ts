import { Histogram } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import { stayBinHours } from "../ledger/hours.ts";
import type { MeasureDefinition } from "./replication-result.ts";

/** A measure and how it is read off a finished model. */
export interface Measure extends MeasureDefinition {
  readonly read: (model: BorderView) => number;
}

/** Measures of one place: their names follow that of the place. */
export type AddMeasure = (what: string, unit: string, description: string, read: Measure["read"]) => Measure;

/** Names measures after a place, for example `sector.tucson`. */
export function measuresAt(place: string): AddMeasure {
  return (what, unit, description, read) => ({ name: `${place}.${what}`, unit, description, read });
}

/** Share of a whole, NaN where the whole is nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

/** Upper edge of the bin in which a quantile lies, NaN of nobody. */
export function quantile(histogram: Histogram, p: number): number {
  return histogram.count === 0 ? Number.NaN : histogram.quantile(p);
}

/** Stays and journeys of several kinds of people as one. */
export function merged(histograms: readonly Histogram[]): Histogram {
  const all = new Histogram(stayBinHours);
  for (const histogram of histograms) all.merge(histogram);
  return all;
}

export function sum<T>(items: Iterable<T>, read: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += read(item);
  return total;
}
