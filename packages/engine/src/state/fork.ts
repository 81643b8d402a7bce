import type { Simulation } from "../core/simulation.ts";

/** What a model is to a fork: everything it registers and schedules, on the simulation that it is given. */
export type ModelBuilder<M> = (simulation: Simulation) => M;

/** A second life of a model from some moment on. */
export interface Fork<M> {
  /** The clock and calendar of the second life. */
  readonly simulation: Simulation;
  /** What the builder made on it. */
  readonly model: M;
}
