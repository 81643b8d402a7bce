/** Traits that a scripted case can have fixed; others are drawn. */
export interface FixedTraits {
  /** Whether it is exempt. */
  readonly exempt?: boolean;
  /** Whether officers choose not to return it. */
  readonly discretion?: boolean;
  /** Whether it claims fear of Mexico. */
  readonly claims?: boolean;
  /** Whether it is found at risk, if it claims. */
  readonly atRisk?: boolean;
  /** Whether it accepts a bed in a city. */
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

/** A group that crosses at a given moment, besides the drawn arrivals. */
export interface ScriptedGroup {
  /** Kebab-case name. A group with a name is followed: it has measures of its own. */
  readonly id?: string;
  /** Hours of simulation time. */
  readonly at: number;
  /** Hours over which its cases cross, each at a moment of its own, drawn evenly; all cross at once unless given. */
  readonly overHours?: number;
  /** Index of the sector in which it is caught. */
  readonly sector: number;
  /** Written cases, in their order. */
  readonly cases: readonly ScriptedCase[];
  /** More persons of a category, in cases drawn as the sector's arrivals of that category are. */
  readonly drawn?: readonly { readonly category: number; readonly persons: number }[];
}

/**
 * A case present at the start. `state` says where it is in its path:
 * `outside` caught, and kept there because custody is full; `processing` in custody, not yet processed; `pathway` in custody,
 * enrolled, at the sector `hub`; `exit` in custody, leaving at `next` by `disposition`; `held` in custody by a fallback of `hold`;
 * `city` waiting in Mexico with a hearing at `next`; `hearing` across for one that ends at `next`; `re-entry` back from one, in
 * custody until it can cross again, the next at `next`; `away` left a city to try again (`attempt` is the one to come) and is caught at
 * `next`; `list` on the waiting list of the port that is its sector, not caught yet. Times are hours from the moment of the census.
 */
export interface CensusCase extends ScriptedCase {
  /** Index of the sector in which it was caught. */
  readonly sector: number;
  /** Which attempt of its people this is, from 1. */
  readonly attempt: number;
  /** Where in its path it is. */
  readonly state:
    | "outside"
    | "processing"
    | "pathway"
    | "exit"
    | "held"
    | "city"
    | "hearing"
    | "re-entry"
    | "away"
    | "list";
  /** Sector in whose custody it is (custody states), else -1. */
  readonly hub: number;
  /** Return point it went through and where it comes back (city, hearing, re-entry), else -1. */
  readonly point: number;
  /** At or before 0: apprehended, and in the present place since. */
  readonly apprehended: number;
  /** Hours, at or before 0: in its present place since. */
  readonly since: number;
  /**
   * At or before 0: with an agent (processing) or in its interview (pathway, or re-entry: the second) since. Undefined if it is neither, or since when is not
   * known: then its service, if it must have one, is yet to begin. What is left is drawn, given that it has lasted so long.
   */
  readonly serviceSince?: number;
  /**
   * At or after 0: the moment of the way out, of the hearing, of its end, or of the next attempt; Infinity for a case without a date,
   * 0 where there is none. Undefined if it is not known (exit, city, re-entry, away): then it is drawn, given that it has not come
   * since `since`; a hearing is given the first free date from the lead on.
   */
  readonly next: number | undefined;
  /** Index into `dispositions` (exit, held), and the cause as index into `causes`; -1 where there is none. */
  readonly disposition: number;
  /** Index into `causes`; -1 where there is none. */
  readonly cause: number;
  /** Dates of hearings so far, missed ones included (city, hearing, re-entry). */
  readonly hearings: number;
  /** Whether it has a bed (city, hearing, re-entry). */
  readonly sheltered: boolean;
  /** Whether its interview has been held (pathway; re-entry: no while it must still be asked again), and whether a hearing was once missed for want of notice (city, hearing, re-entry). */
  readonly interviewed?: boolean;
  /** Whether a hearing was once missed for want of notice (city, hearing, re-entry). */
  readonly noticeFailed?: boolean;
}
