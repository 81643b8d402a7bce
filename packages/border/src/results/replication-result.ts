/**
 * What the ledger of waits has of each sector of arrival and constraint, all in persons: hours of waiting charged to it, how many
 * waited, how many left the pathway meanwhile, and hours in which it held, whether charged to it or to another that comes first.
 */
export const blockedFigures = ["personHours", "persons", "diverted", "heldPersonHours"] as const;

/** A figure of a run: one number a replication. */
export interface MeasureDefinition {
  /** `<kind>.<place>.<what>`, persons unless the name says cases. */
  readonly name: string;
  /** Such as persons, hours, share. */
  readonly unit: string;
  /** What is counted, when it is recorded, and what is censored. */
  readonly description: string;
}

/** A daily series of a run: one number a local date and replication. */
export interface SeriesDefinition extends MeasureDefinition {
  /** A flow counts events of the date; a stock is the mean level over the date. */
  readonly kind: "flow" | "stock";
}

/** What a run with given parameters reports. It is fixed before the run, so that replications can be folded column by column. */
export interface BorderCatalogue {
  /** Figures of a whole run, in the order of `ReplicationResult.measures`. */
  readonly measures: readonly MeasureDefinition[];
  /** Figures of each day; `ReplicationResult.daily` has them by day, then in this order. */
  readonly series: readonly SeriesDefinition[];
  /** Local dates of the period, ISO. */
  readonly days: readonly string[];
  /** Names of the rows of `ReplicationResult.blocked`: sector of arrival by constraint. */
  readonly blocked: readonly { readonly sector: string; readonly constraint: string }[];
}

/** The outcome of one replication. Arrays are aligned with the catalogue. */
export interface ReplicationResult {
  /** Its index, from 0. */
  readonly replication: number;
  /** `truncated`: a limit of the run stopped it, and its figures must not be averaged. */
  readonly status: "complete" | "truncated";
  /** Why it was truncated; empty when complete. */
  readonly message: string;
  /** Hash over all events in their order, as 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** Events fired. */
  readonly events: number;
  /** One value a measure; NaN where it is not defined (a median of nobody). */
  readonly measures: Float64Array;
  /** `daily[day * series.length + s]`. */
  readonly daily: Float64Array;
  /** `blocked[row * blockedFigures.length + f]`, a row for each of `catalogue.blocked`. */
  readonly blocked: Float64Array;
}
