import type { BorderCatalogue, ReplicationResult } from "@mpp-sim/border";
import { columnsOf } from "./columns.ts";
import { quantileOfSorted } from "./quantile.ts";

/** A daily figure over replications: one row of `daily.csv`. Null when it is defined in no replication. */
export interface DailyEstimate {
  /** Local date, ISO. */
  readonly date: string;
  /** Name of the series in the catalogue. */
  readonly measure: string;
  /** Such as persons, hours, share. */
  readonly unit: string;
  /** Over the replications that define it on this date. */
  readonly mean: number | null;
  /** Quantiles of single replications, type 7. */
  readonly q05: number | null;
  /** Their median. */
  readonly q50: number | null;
  /** Their 95 % quantile. */
  readonly q95: number | null;
}

/** Every series on every date, by date and then in the order of the catalogue. */
export function foldDaily(catalogue: BorderCatalogue, replications: readonly ReplicationResult[]): DailyEstimate[] {
  const { series, days } = catalogue;
  const all = days.flatMap((date) => series.map(({ name, unit }) => ({ date, measure: name, unit })));
  return Array.from(columnsOf(replications, "daily", [...all.keys()]), (column, index) => {
    const defined = column.filter((value) => !Number.isNaN(value));
    const n = defined.length;
    const mean = n === 0 ? null : defined.reduce((sum, value) => sum + value, 0) / n;
    const sorted = defined.sort();
    const at = (p: number): number | null => (n === 0 ? null : quantileOfSorted(sorted, p));
    const row = all[index] as (typeof all)[number];
    return { ...row, mean, q05: at(0.05), q50: at(0.5), q95: at(0.95) };
  });
}
