import type { BorderCatalogue, ReplicationResult } from "@mpp-sim/border";
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
  const rows: DailyEstimate[] = [];
  const values = new Float64Array(replications.length);
  days.forEach((date, day) => {
    series.forEach(({ name, unit }, index) => {
      let n = 0;
      let sum = 0;
      for (const { daily } of replications) {
        const value = daily[day * series.length + index] as number;
        if (Number.isNaN(value)) continue;
        values[n++] = value;
        sum += value;
      }
      const sorted = values.subarray(0, n).sort();
      const at = (p: number): number | null => (n === 0 ? null : quantileOfSorted(sorted, p));
      const mean = n === 0 ? null : sum / n;
      rows.push({ date, measure: name, unit, mean, q05: at(0.05), q50: at(0.5), q95: at(0.95) });
    });
  });
  return rows;
}
