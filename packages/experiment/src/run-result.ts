import type { BorderCatalogue, ReplicationResult } from "@mpp-sim/border";
import type { Estimate } from "./estimate.ts";
import type { Bottleneck } from "./fold-bottlenecks.ts";
import type { DailyEstimate } from "./fold-daily.ts";

/** Why a run has fewer replications than requested, or figures that cannot be trusted. */
export type StopCause = "limit" | "interruption" | "error" | "imbalance";

/** Replications folded by index. */
export interface RunResult {
  /** What measures, days and rows of the replications mean. */
  readonly catalogue: BorderCatalogue;
  /** As given. */
  readonly seed: string;
  /** As given: with a precision, the most that might have been run. */
  readonly replicationsAsked: number;
  /** Those that ran to the end of the period. Only they enter an estimate, and they are always the first of those asked for. */
  readonly replicationsDone: number;
  /** `truncated`: a limit or an interruption ended the run early. `failed`: a replication threw an error, or people do not balance. */
  readonly status: "complete" | "truncated" | "failed";
  /** A sentence on a run that is not complete, else empty. */
  readonly reason: string;
  /** What ended a run that is not complete. */
  readonly stoppedBy?: StopCause;
  /** What was thrown, when stopped by an error. */
  readonly error?: unknown;
  /** Finished replications, by index. */
  readonly replications: readonly ReplicationResult[];
  /** One a measure, in the order of the catalogue. */
  readonly estimates: readonly Estimate[];
  /** By date, then in the order of the catalogue. */
  readonly daily: readonly DailyEstimate[];
  /** The whole system first, then each sector; within a place by person-hours. */
  readonly bottlenecks: readonly Bottleneck[];
  /** Hash folded over the replications by index. */
  readonly fingerprint: string;
  /** Replications in which people do not balance or a family was split: 0 in a sound run. */
  readonly balanceViolations: number;
  /**
   * The estimate of one measure, by its name in `summary.json`.
   * @throws RangeError if the run has no measure of that name; the message gives the nearest ones
   * @example result.estimate("sector.tucson.released").mean
   */
  estimate(this: Pick<RunResult, "estimates">, name: string): Estimate;
}
