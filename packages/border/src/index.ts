/** The model of the 2019 Migrant Protection Protocols on the engine: sectors, custody, buses, interviews, return limits, cities, courts. */

export { BorderModel } from "./border-model.ts";
export { familyOf, singleAdult, steadyArrivals } from "./builders/people.ts";
export {
  border,
  busLine,
  byBus,
  city,
  clockHours,
  court,
  everyone,
  type Given,
  interviewUnit,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  twoNationalities,
  zoneWithoutSummerTime,
} from "./builders/places.ts";
export { type DispositionRule, Screens } from "./extension/disposition-rule.ts";
export type { Extensions } from "./extension/extensions.ts";
export type { Place, PlaceDefinition, PlaceFlow, PlaceStep } from "./extension/place.ts";
export { type Queues, type RoutingRule, WrittenOrder } from "./extension/routing-rule.ts";
export { type Flow, type Holder, step, wayOut } from "./flow/step.ts";
export { type CaseRow, numberOf, rowOf } from "./ground/case-row.ts";
export { CaseTable } from "./ground/case-table.ts";
export { outsideDraw } from "./ground/draws.ts";
export type { Ground } from "./ground.ts";
export { wholeDays } from "./ledger/hours.ts";
export type { DisplacementParameters, TryAgainParameters } from "./parameters/behaviour-parameters.ts";
export type { BorderParameters } from "./parameters/border-parameters.ts";
export {
  custodyLimitOf,
  type LaterSettings,
  type Mechanism,
  type PlaceSection,
  type SettingsOf,
  settingsOver,
} from "./parameters/later-settings.ts";
export type {
  BusLineParameters,
  CityParameters,
  CourtParameters,
  HearingParameters,
  InterviewUnitParameters,
  Named,
  NamedPlace,
  ReturnLimitParameters,
  ReturnPointParameters,
} from "./parameters/place-parameters.ts";
export type { InteriorCourtParameters, UsShelterParameters } from "./parameters/release-parameters.ts";
export {
  type ArrivalParameters,
  alwaysOpen,
  type ByCategory,
  type CustodyParameters,
  type DispositionMix,
  type EligibilityParameters,
  type ExemptKinds,
  type FallbackParameters,
  type PathwayParameters,
  type PathwayPoint,
  type PortListParameters,
  type ProcessingParameters,
  type SectorParameters,
} from "./parameters/sector-parameters.ts";
export type { CensusCase, FixedTraits, ScriptedCase, ScriptedGroup } from "./parameters/start-parameters.ts";
export { always, type Dated, type Timeline, valueAt } from "./parameters/timeline.ts";
export {
  type Category,
  type Cause,
  type ClosingRule,
  type Constraint,
  categories,
  causes,
  closingRules,
  constraints,
  type Departure,
  type Disposition,
  departures,
  dispositions,
  type ExemptionKind,
  exemptionKinds,
  type FilingRule,
  type FitRule,
  filingRules,
  type GroupRule,
  groupRules,
  type Outcome,
  outcomes,
} from "./parameters/vocabulary.ts";
export { mostGain, steadyGain } from "./parts/arrivals/feedback-limit.ts";
export {
  type BorderCatalogue,
  blockedFigures,
  type MeasureDefinition,
  type ReplicationResult,
  type SeriesDefinition,
} from "./results/replication-result.ts";
export { describeBorder, type SimulateOptions, simulateBorder } from "./simulate-border.ts";
export { type Future, type Stretch, simulateFutures } from "./simulate-futures.ts";
export type { CaseStory, LimitUse, StoryEntry, StoryEvent } from "./story/case-story.ts";
export { type FollowOptions, followCase } from "./story/follow-case.ts";
export { type CensusOptions, takeCensus } from "./take-census.ts";
