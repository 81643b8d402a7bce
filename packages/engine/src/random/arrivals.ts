import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { log1p } from "../math/log.ts";
import type { PiecewiseRate } from "./piecewise-rate.ts";
import type { UniformSource } from "./uniform-source.ts";

/**
 * A nonhomogeneous Poisson process by inversion of its integrated rate: one uniform an arrival, monotone, so that streams
 * stay in step (Klein and Roberts, 1984, Simulation 43(4)).
 */
export class Arrivals implements Stateful {
  private readonly rate: PiecewiseRate;
  private readonly source: UniformSource;
  private area = 0;

  /** Times are those of `rate`; `source` is best a stream of its own. */
  constructor(rate: PiecewiseRate, source: UniformSource) {
    this.rate = rate;
    this.source = source;
  }

  /** The time of the next arrival; Infinity when there is none. */
  next(): number {
    this.area -= log1p(-this.source.uniform());
    return this.rate.inverse(this.area);
  }

  /** The time that `next` gave last; in a rate that the state was not saved with, the time at which its integral is the same. */
  get latest(): number {
    return this.rate.inverse(this.area);
  }

  /** Its own state only: the source is carried by whoever holds it. */
  transfer(state: StateTransfer): void {
    this.area = state.number(this.area);
  }
}
