/** A discrete-event simulation engine: event list, resources, random streams, distributions, statistics, local time. */
export { civilOfDay, dayNumber, dayOfCivil, isoDate, weekday } from "./calendar/civil-date.ts";
export { federalHolidays } from "./calendar/federal-holidays.ts";
export { LocalCalendar, type ZoneTable } from "./calendar/local-calendar.ts";
export { isOpen, nextClosing, nextOpening, type OpeningHours } from "./calendar/opening-hours.ts";
export type { EventType, TraceSink } from "./core/events.ts";
export type { Handle } from "./core/handle.ts";
export { EventError, ProcessError } from "./core/run-errors.ts";
export type { RunGoal, RunLimits, RunResult } from "./core/run-limits.ts";
export { type Fork, type ModelBuilder, Simulation, type SimulationOptions } from "./core/simulation.ts";
export type { Stateful, StateTransfer } from "./core/stateful.ts";
export type { Stranded, Waiting } from "./core/stranded.ts";
export { binomial } from "./distribution/binomial.ts";
export { discrete } from "./distribution/discrete.ts";
export type { Distribution, Sampler } from "./distribution/distribution.ts";
export { empirical } from "./distribution/empirical.ts";
export { exponential } from "./distribution/exponential.ts";
export { fastExponential } from "./distribution/fast-exponential.ts";
export { fastNormal } from "./distribution/fast-normal.ts";
export { fixed } from "./distribution/fixed.ts";
export { erlang, gamma } from "./distribution/gamma.ts";
export { geometric } from "./distribution/geometric.ts";
export { scaled, shifted } from "./distribution/linear.ts";
export { lognormal } from "./distribution/lognormal.ts";
export { type MixturePart, mixture } from "./distribution/mixture.ts";
export { negativeBinomial } from "./distribution/negative-binomial.ts";
export { normal } from "./distribution/normal.ts";
export { poisson } from "./distribution/poisson.ts";
export { triangular } from "./distribution/triangular.ts";
export { truncated } from "./distribution/truncated.ts";
export { uniform } from "./distribution/uniform.ts";
export { weibull } from "./distribution/weibull.ts";
export type { EventListKind } from "./event-list/event-list.ts";
export { comesBefore, type EventKey } from "./event-list/event-queue.ts";
export { exp, expm1 } from "./math/exp.ts";
export { type GammaShares, gammaQuantile, gammaShares, logGamma } from "./math/gamma.ts";
export { log, log1p } from "./math/log.ts";
export { normalQuantile } from "./math/normal-quantile.ts";
export { pow } from "./math/pow.ts";
export { Interrupt } from "./process/interrupt.ts";
export { type Command, Outcome, type Process } from "./process/process.ts";
export type { WaitingPlace } from "./process/waiting-place.ts";
export { Arrivals, BatchArrivals } from "./random/arrivals.ts";
export { FastStream } from "./random/fast-stream.ts";
export { KeyedStream } from "./random/keyed-stream.ts";
export { openUniform, philox4x32 } from "./random/philox.ts";
export { PiecewiseRate } from "./random/piecewise-rate.ts";
export { Stream } from "./random/stream.ts";
export { type StreamKey, streamKey } from "./random/stream-key.ts";
export { ThinnedArrivals, type ThinnedOptions } from "./random/thinned-arrivals.ts";
export { antithetic, type UniformSource } from "./random/uniform-source.ts";
export { Batch, type BatchOptions, type GroupRule } from "./resource/batch.ts";
export {
  type CapacityPlan,
  CapacitySchedule,
  type EndOfShift,
  openingShifts,
  type Staffed,
  shifts,
} from "./resource/capacity-schedule.ts";
export { Condition } from "./resource/condition.ts";
export { Container, type ContainerOptions } from "./resource/container.ts";
export { Gate } from "./resource/gate.ts";
export { Limit } from "./resource/limit.ts";
export { type BalkRule, type Honour, Resource, type ResourceOptions } from "./resource/resource.ts";
export { Signal } from "./resource/signal.ts";
export { Station, type StationOptions, type StoppedWork } from "./resource/station.ts";
export { type GetOptions, Store, type StoreOptions } from "./resource/store.ts";
export { type LineOptions, type PlaceInLine, WaitingLine } from "./resource/waiting-line.ts";
export { type BatchMeans, batchMeans } from "./statistics/batch-means.ts";
export { CensoredStays } from "./statistics/censored-stays.ts";
export { Histogram } from "./statistics/histogram.ts";
export { mser, type WarmUp } from "./statistics/mser.ts";
export { QuantileSketch } from "./statistics/quantile-sketch.ts";
export { Tally } from "./statistics/tally.ts";
export { TimeWeighted } from "./statistics/time-weighted.ts";
