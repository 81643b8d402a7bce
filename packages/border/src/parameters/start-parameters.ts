/** Traits that a written case can fix instead of drawing them. */
export interface FixedTraits {
  readonly exempt?: boolean;
  readonly discretion?: boolean;
  readonly claims?: boolean;
  readonly atRisk?: boolean;
  readonly acceptsBed?: boolean;
}

/** A case written into the scenario. */
export interface ScriptedCase extends FixedTraits {
  /** Index into `categories`. */
  readonly category: number;
  /** Index into `BorderParameters.nationalities`. */
  readonly nationality: number;
  /** Persons. */
  readonly size: number;
}

/** A group that crosses at a given moment, on top of the drawn arrivals. */
export interface ScriptedGroup {
  /** Hours of simulation time. */
  readonly at: number;
  readonly sector: number;
  readonly cases: readonly ScriptedCase[];
}

/**
 * A case present at the start. `state` says where it is in its path:
 * `processing` in custody, not yet processed; `pathway` in custody, enrolled, at the sector `hub`;
 * `exit` in custody, leaving at `next` by `disposition`; `city` waiting in Mexico with a hearing at `next`.
 */
export interface CensusCase extends ScriptedCase {
  readonly sector: number;
  readonly attempt: number;
  readonly state: "processing" | "pathway" | "exit" | "city";
  /** Sector in whose custody it is (custody states), else -1. */
  readonly hub: number;
  /** Return point it went through and where it comes back (city), else -1. */
  readonly point: number;
  /** Hours of simulation time, at or before 0: apprehended, and in the present state since. */
  readonly apprehended: number;
  readonly since: number;
  /** Hours of simulation time: the moment of the way out, or of the hearing; 0 where there is none. */
  readonly next: number;
  /** Index into `dispositions` (exit), and the cause as index into `causes`; -1 where there is none. */
  readonly disposition: number;
  readonly cause: number;
  /** Hearings held so far, and whether it has a bed (city). */
  readonly hearings: number;
  readonly sheltered: boolean;
}
