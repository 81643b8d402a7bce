import type { DisplacementParameters, TryAgainParameters } from "./behaviour-parameters.ts";
import type { LaterSettings } from "./later-settings.ts";
import type {
  BusLineParameters,
  CityParameters,
  CourtParameters,
  InterviewUnitParameters,
  ReturnLimitParameters,
  ReturnPointParameters,
} from "./place-parameters.ts";
import type { InteriorCourtParameters, UsShelterParameters } from "./release-parameters.ts";
import type { SectorParameters } from "./sector-parameters.ts";
import type { CensusCase, ScriptedGroup } from "./start-parameters.ts";

/**
 * Everything the border model needs, in the engine's terms: hours of simulation time since 00:00 UTC of the first day,
 * persons, shares from 0 to 1. Places refer to one another by index. It is plain immutable data, shared by all replications.
 */
export interface BorderParameters {
  /** Day number (days since 1970-01-01) of the first local date. */
  readonly firstDay: number;
  /** Day number of the first local date after the period. */
  readonly endDay: number;
  /** Codes of nationalities, for example GTM. */
  readonly nationalities: readonly string[];
  /** Sectors of the Border Patrol, and ports with a list. */
  readonly sectors: readonly SectorParameters[];
  /** Bus lines between the custody of two sectors. */
  readonly buses: readonly BusLineParameters[];
  /** Where people are interviewed on the risk they run in Mexico. */
  readonly interviewUnits: readonly InterviewUnitParameters[];
  /** Where people cross back into Mexico. */
  readonly returnPoints: readonly ReturnPointParameters[];
  /** Persons a day that may be returned through some points. */
  readonly returnLimits: readonly ReturnLimitParameters[];
  /** Cities in Mexico in which people wait. */
  readonly cities: readonly CityParameters[];
  /** Courts that hear those who wait in Mexico. */
  readonly courts: readonly CourtParameters[];
  /** Groups that cross at given moments, besides the arrivals of sectors. */
  readonly scripted: readonly ScriptedGroup[];
  /** Cases that are there when the run begins. */
  readonly census: readonly CensusCase[];
  /** The moment at which the census takes its places, in hours; 0 unless given. A first local midnight lets arrivals follow on it. */
  readonly censusAt?: number;
  /** Unless given, the hearings of people released in the United States are not simulated. */
  readonly interior?: InteriorCourtParameters;
  /** At most one a sector. Unless given, where released people sleep is not simulated. */
  readonly usShelters?: readonly UsShelterParameters[];
  /** Unless given, nobody comes back: who leaves for another sector leaves for good. */
  readonly tryAgain?: TryAgainParameters;
  /** Unless given, everyone crosses where the counts say. */
  readonly displacement?: DisplacementParameters;
  /** Settings that change on dates. A place that is not named here keeps those it has above. */
  readonly later?: readonly LaterSettings[];
}
