import type { Stranded } from "./stranded.ts";

/** Bounds on a run. When one is reached, the run ends with a result that says so. So a run never hangs. */
export interface RunLimits {
  /** Events fired in all; 1,000,000,000 unless given. */
  readonly events?: number;
  /** Events fired without time moving on; 10,000,000 unless given. */
  readonly eventsAtOneInstant?: number;
  /** Events pending at once. */
  readonly pendingEvents?: number;
  /** Waiters standing in lines at once. */
  readonly waiters?: number;
  /** Processes living at once. */
  readonly processes?: number;
  /** Called every 4,096 events; true stops the run. A caller can limit wall-clock time by it. */
  readonly budget?: () => boolean;
}

/** How far a run goes: to the first of these, or to the last event. */
export interface RunGoal {
  /** A time: events before it fire, those at it do not, and the clock is set to it. */
  readonly until?: number;
  /** Number of events of this run. */
  readonly events?: number;
  /** A condition, called after each event. */
  readonly when?: () => boolean;
}

/**
 * How a run ended: at what time, after how many events in all. A truncated run is incomplete and must not be averaged
 * with complete ones. It says which limit stopped it; `message` says what happened last.
 */
export type RunResult =
  | {
      readonly status: "complete";
      /** What ended the run, if it was neither the time it was to run until nor the last event. */
      readonly reached?: "events" | "when";
      /** Who still waits, if no event is left that could end a wait. */
      readonly stranded?: Stranded;
      readonly now: number;
      readonly events: number;
    }
  | {
      readonly status: "truncated";
      readonly limit: keyof RunLimits;
      readonly message: string;
      readonly now: number;
      readonly events: number;
    };
