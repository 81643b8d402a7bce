/** A discrete-event simulation engine: calendar, resources, random streams, distributions, statistics, local time. */
export { civilOfDay, dayNumber, dayOfCivil, isoDate, weekday } from "./calendar/civil-date.ts";
export { federalHolidays } from "./calendar/federal-holidays.ts";
export { LocalCalendar, type ZoneTable } from "./calendar/local-calendar.ts";
export { isOpen, nextClosing, nextOpening, type OpeningHours } from "./calendar/opening-hours.ts";
export { comesBefore, type EventKey } from "./core/comes-before.ts";
export { EventError } from "./core/event-error.ts";
export type { Handle } from "./core/handle.ts";
export type { RunGoal, RunLimits, RunResult } from "./core/run-limits.ts";
export { type EventType, Simulation, type SimulationOptions, type TraceSink } from "./core/simulation.ts";
export type { Stateful, StateTransfer } from "./core/stateful.ts";
export { discrete } from "./distribution/discrete.ts";
export type { Distribution } from "./distribution/distribution.ts";
export { exponential } from "./distribution/exponential.ts";
export { fixed } from "./distribution/fixed.ts";
export { geometric } from "./distribution/geometric.ts";
export { lognormal } from "./distribution/lognormal.ts";
export { triangular } from "./distribution/triangular.ts";
export { uniform } from "./distribution/uniform.ts";
export { exp } from "./math/exp.ts";
export { log, log1p } from "./math/log.ts";
export { normalQuantile } from "./math/normal-quantile.ts";
export { Interrupt } from "./process/interrupt.ts";
export { Outcome } from "./process/outcome.ts";
export type { Command, Process } from "./process/process.ts";
export { ProcessError } from "./process/process-error.ts";
export type { WaitingPlace } from "./process/waiting-place.ts";
export { Arrivals } from "./random/arrivals.ts";
export { KeyedStream } from "./random/keyed-stream.ts";
export { openUniform, philox4x32 } from "./random/philox.ts";
export { PiecewiseRate } from "./random/piecewise-rate.ts";
export { Stream } from "./random/stream.ts";
export { type StreamKey, streamKey } from "./random/stream-key.ts";
export type { UniformSource } from "./random/uniform-source.ts";
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
export { type Honour, Resource, type ResourceOptions } from "./resource/resource.ts";
export { Signal } from "./resource/signal.ts";
export { Station, type StationOptions, type StoppedWork } from "./resource/station.ts";
export { type GetOptions, Store, type StoreOptions } from "./resource/store.ts";
export { type LineOptions, type PlaceInLine, WaitingLine } from "./resource/waiting-line.ts";
export type { Fork, ModelBuilder } from "./state/fork.ts";
export { Histogram } from "./statistics/histogram.ts";
export { Tally } from "./statistics/tally.ts";
export { TimeWeighted } from "./statistics/time-weighted.ts";
