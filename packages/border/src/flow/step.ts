import type { StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../ground/case-row.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";
import type { Cause } from "../parameters/vocabulary.ts";

/** What a case can be asked to do next. */
export const step = {
  /** It comes to the border: it waits on the list of a port, or is caught. */
  arrival: 0,
  /** It is caught, or called from a list: its hours in custody begin. */
  apprehension: 1,
  /** It is let into the custody of its sector, or waits to be. */
  custody: 2,
  processing: 3,
  /** It has been processed: whether it is to be returned is decided. */
  disposition: 4,
  /** It is to be returned: it is enrolled in a pathway, if one is open. */
  pathway: 5,
  /** It is enrolled and in custody: the interview it must have, the bus, or the return. */
  onward: 6,
  /** It is ready to cross: for the first time, or back from a hearing. */
  return: 7,
  /** Back from a hearing it cannot cross at once: it stays in the custody of its hub, with new hours. */
  stay: 8,
  /** It crosses into the city of its return point. */
  city: 9,
  /** Its hearing is continued: it is asked again whether it fears to go back, or is ready to cross. */
  afterHearing: 10,
  /** Back from a hearing it must be interviewed before it goes back. */
  interviewAgain: 11,
  /** It leaves its city to cross elsewhere. */
  nextAttempt: 12,
} as const;

export type Step = (typeof step)[keyof typeof step];

/** How a case can leave. */
export const wayOut = {
  /** By the fallback of its category and nationality, once that is arranged. */
  fallback: 0,
  /** The same at once: it is not let into custody. */
  fallbackAtOnce: 1,
  /** It is released at this instant; without a cause it keeps the one it had. */
  release: 2,
  /** Its way out, as in its row, is arranged: it leaves custody. */
  custody: 3,
  /** It leaves its city for good, and its date passes without it. */
  city: 4,
  /** Its case in court is over. */
  court: 5,
  /** Its attempt ends here; another is to come. */
  attempt: 6,
  /** It is gone for good. */
  model: 7,
} as const;

export type WayOut = (typeof wayOut)[keyof typeof wayOut];

/** What a part may ask for. It never names who does it. */
export interface Flow {
  /** The case takes a step, ready for it since `since`: now, unless given. */
  next(row: CaseRow, to: Step, since?: number): void;
  /** The case leaves by one of `wayOut`; the cause is written down for it. */
  leave(row: CaseRow, by: WayOut, cause?: Cause): void;
  /** Takes the case out of what it waits for, or is served by: a limit of custody has passed, or a pathway has closed. */
  withdraw(row: CaseRow): void;
  /** Whether the court of a return point has a date for someone who crosses there at `time`. */
  hasDate(point: number, time: number): boolean;
  /** Whether the case has a bed to go to in a city, or wants none. */
  hasBed(row: CaseRow, city: number): boolean;
  /** Whether the case is small enough for every limit that its first return through the point would consume. */
  canEverFit(row: CaseRow, point: number): boolean;
}

/** Where a case can be. */
export interface Holder {
  /** The case begins to be here. It has been ready for it since `since`. */
  admit(row: CaseRow, since: number): void;
  /** The case is taken away: whatever is scheduled for it, or taken by it, ends. Who only holds those whom nothing takes away has none. */
  withdraw?(row: CaseRow): void;
  /** Hands what a run changes here through, so that snapshots and forks hold it. */
  transfer?(state: StateTransfer): void;
}

/** Who takes up cases that are there at the start. */
export interface Resumes {
  resume(row: CaseRow, given: CensusCase): void;
}
