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
  /** Day number (days since 1970-01-01) of the first local date, and of the first date after the period. */
  readonly firstDay: number;
  readonly endDay: number;
  /** Codes of nationalities, for example GTM. */
  readonly nationalities: readonly string[];
  readonly sectors: readonly SectorParameters[];
  readonly buses: readonly BusLineParameters[];
  readonly interviewUnits: readonly InterviewUnitParameters[];
  readonly returnPoints: readonly ReturnPointParameters[];
  readonly returnLimits: readonly ReturnLimitParameters[];
  readonly cities: readonly CityParameters[];
  readonly courts: readonly CourtParameters[];
  readonly scripted: readonly ScriptedGroup[];
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
