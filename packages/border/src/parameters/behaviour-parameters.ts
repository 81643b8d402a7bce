import type { Distribution } from "@mpp-sim/engine";
import type { BorderParameters } from "./border-parameters.ts";
import { everyOf } from "./later-settings.ts";

/** How people who leave a city for another sector come back. */
export interface TryAgainParameters {
  /** Attempts that a case makes at most, the first included. */
  readonly mostAttempts: number;
  /** Hours from leaving the city to being caught again. */
  readonly delay: Distribution;
  /**
   * `through[s][t]`: weight of trying through sector t after having been caught in sector s; that of s itself is 0. Unless given, by the
   * sector choice of the day: as their like cross now.
   */
  readonly through?: readonly (readonly number[])[];
}

/**
 * The choice of a sector, by a logit whose constants are the observed counts. Under the base policy nobody moves. Under another, what
 * counts is the difference in the perceived return probability of each sector, for people of one category and nationality, from that
 * under the base policy among the same people.
 */
export interface DisplacementParameters {
  /** By how much the log-odds of a sector fall if its perceived return probability rises from 0 to 1. */
  readonly sensitivity: number;
  /** By how much they fall for each day outside a shelter that a person who tries there has to expect. */
  readonly exposure: number;
  /** Share of all who might come who stay at home under the base policy; at 0 total demand does not respond. */
  readonly outsideShare: number;
  /** Whole days after which what happens is known. */
  readonly lagDays: number;
  /** Days over which what is known is smoothed. */
  readonly smoothingDays: number;
  /** The base policy: the same sectors, people and period, without displacement. */
  readonly reference: BorderParameters;
}

/** The displacement of a scenario if anyone can be displaced; with no weight on anything, on any date, it is off. */
export function displacementOf(parameters: BorderParameters): DisplacementParameters | undefined {
  const { displacement } = parameters;
  if (displacement === undefined) return undefined;
  const isOn = everyOf(parameters, "displacement").some(({ sensitivity, exposure }) => sensitivity > 0 || exposure > 0);
  return isOn ? displacement : undefined;
}
