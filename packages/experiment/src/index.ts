/** Replications of the border model, folded by index into estimates with intervals. Knows neither files nor terminals. */
export { type Answering, type AnswerResult, answerOf, type Compared, type OneMore } from "./answer/answer.ts";
export { type Claim, type Effect, effectOf } from "./answer/effect.ts";
export { type Trial, trialsOf } from "./answer/trials.ts";
export {
  classOf,
  type FactorVerdict,
  type Point,
  type PointClass,
  sideOf,
  type Verdict,
  type VerdictWord,
  verdictOf,
} from "./answer/verdict.ts";
export { type ArrivalsControl, arrivalsControl } from "./arrivals-control.ts";
export { columnsOf, isAway, type ReplicationAway, type Rows } from "./columns.ts";
export { type ControlledEstimate, controlledMean, pairingRatio } from "./control-variate.ts";
export {
  type Domain,
  type ListedValues,
  type NumberRange,
  positionAt,
  type UnitPoint,
  valueAt,
} from "./design/domain.ts";
export { fullGrid } from "./design/full-grid.ts";
export { latinHypercube } from "./design/latin-hypercube.ts";
export { morrisDesign, type Trajectory } from "./design/morris-design.ts";
export { type SaltelliDesign, saltelliDesign } from "./design/saltelli-design.ts";
export { sobolSequence } from "./design/sobol-sequence.ts";
export type { Box, Explored, Restriction } from "./discovery/box.ts";
export { type Discovery, type PrimOptions, prim, type TestedRestriction } from "./discovery/prim.ts";
export { type TreeOptions, treeLeaves } from "./discovery/tree-leaves.ts";
export { type Estimate, estimate, estimateMean, type MeanEstimate, type Range, type Spread } from "./estimate.ts";
export { type Bottleneck, foldBottlenecks } from "./fold-bottlenecks.ts";
export { type DailyEstimate, foldDaily } from "./fold-daily.ts";
export { foldFingerprints } from "./fold-fingerprints.ts";
export { foldMeasures } from "./fold-measures.ts";
export { rangeOfMeasure } from "./measure-range.ts";
export { pairedDifference } from "./paired-difference.ts";
export type { Assessed, Target } from "./plan/assess.ts";
export {
  type Certainty,
  certaintyOf,
  clopperPearson,
  fewestRuns,
  type Sureness,
} from "./plan/certainty.ts";
export { type Plan, type PlanOptions, smallestSure, type Tried } from "./plan/smallest-sure.ts";
export { type Frontier, type FrontierOptions, sureFrontier, type TriedPair } from "./plan/sure-frontier.ts";
export { type Precision, precisionOf, precisionReached, reachedIn } from "./precision.ts";
export { quantileOfSorted } from "./quantile.ts";
export { type OneReplication, type ReplicationsOptions, replications } from "./replications.ts";
export type { RunOptions, Simulate } from "./run-options.ts";
export { runReplications, runReplicationsPausing } from "./run-replications.ts";
export type { RunResult, StopCause } from "./run-result.ts";
export { runVariants, runVariantsPausing, type VariantsOptions } from "./run-variants.ts";
export { type KimNelsonOptions, type KimNelsonSelected, kimNelson, kimNelsonFactor } from "./selection/kim-nelson.ts";
export { type OcbaOptions, ocba } from "./selection/ocba.ts";
export type { Ranked, Selected, Selection } from "./selection/systems.ts";
export type { Bounded, Resampling } from "./sensitivity/bootstrap.ts";
export { crossedShares } from "./sensitivity/crossed-shares.ts";
export { type MorrisEffect, morrisEffects } from "./sensitivity/morris-effects.ts";
export { type MovedInput, oneAtATime, type TornadoEnd, type TornadoRow } from "./sensitivity/one-at-a-time.ts";
export {
  type SaltelliOutputs,
  type SobolIndex,
  type SobolIndices,
  sobolIndices,
} from "./sensitivity/sobol-indices.ts";
export { type VarianceShares, varianceShares } from "./sensitivity/variance-shares.ts";
export { studentTQuantile } from "./student-t.ts";
export {
  type ComparedMeasure,
  type ComparedPolicy,
  type Control,
  type ControlledDifference,
  comparePolicies,
  type PolicyDifference,
} from "./study/comparison.ts";
export {
  type Condition,
  type DecidingBox,
  type Draw,
  type Exploration,
  type ExploredDraw,
  explorationOf,
} from "./study/exploration.ts";
export { foldStudy, type PointValues, type StudyMeasure, type StudyResult, type StudyRow } from "./study/fold-study.ts";
export {
  type MeasureMorris,
  type MorrisGroup,
  type MorrisRange,
  type MorrisTried,
  morrisOfRanges,
  placesToRun,
  rangesThatMove,
  type TrajectoryFigures,
  walksOfRanges,
} from "./study/morris-of-ranges.ts";
export {
  gridOf,
  type Position,
  pointAt,
  pointsOfDesign,
  positionsIn,
  type StudyPoint,
} from "./study/points.ts";
export {
  effectsOfRanges,
  type GroupEffect,
  type MeasureEffects,
  type RangeEffect,
  type TriedRange,
} from "./study/range-effects.ts";
export { endsOf, groupOf, nameOf, type RangeLeft, type Ranges, rangesOf } from "./study/ranges.ts";
export {
  type DesignFigures,
  designOfRanges,
  type MeasureSobol,
  type RangesDesign,
  type SobolGroup,
  type SobolRange,
  sobolOfRanges,
} from "./study/sobol-of-ranges.ts";
export type { Executor, Told } from "./units/executor.ts";
export type { Executing } from "./units/in-process.ts";
export type { Outcome, Unit } from "./units/rounds.ts";
export { type Records, stored } from "./units/stored.ts";
export type { Difference, VariantResult, VariantsResult } from "./variants-result.ts";
export { type Capacity, capacitiesInFocus, capacitiesOf, capacitiesOnTheWay } from "./worth/capacities.ts";
export { elsewhereOf, type Moved, movesBetween, outcomesOf, type Reported } from "./worth/figures.ts";
export { pairsToTry, ranking, type Worth, worthOf } from "./worth/worth.ts";
