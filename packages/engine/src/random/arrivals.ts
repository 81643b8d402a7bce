import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { Sampler } from "../distribution/distribution.ts";
import { log1p } from "../math/log.ts";
import type { PiecewiseRate } from "./piecewise-rate.ts";
import type { UniformSource } from "./uniform-source.ts";

/**
 * A nonhomogeneous Poisson process, by inversion of its integrated rate. It takes one uniform an arrival and is
 * monotone, so that streams stay in step (Klein and Roberts, 1984, Simulation 43(4)).
 */
export class Arrivals implements Stateful {
  private readonly rate: PiecewiseRate;
  private readonly source: UniformSource;
  private area = 0;

  /** Times are those of `rate`. Give it a stream of its own as `source`. */
  constructor(rate: PiecewiseRate, source: UniformSource) {
    this.rate = rate;
    this.source = source;
  }

  /** The time of the next arrival; Infinity when there is none. */
  next(): number {
    this.area -= log1p(-this.source.uniform());
    return this.rate.inverse(this.area);
  }

  /**
   * The time that `next` gave last. If the state was saved with another rate, it is the time at which the integral is
   * the same.
   */
  get latest(): number {
    return this.rate.inverse(this.area);
  }

  /** Its own state only: whoever owns the source transfers it. */
  transfer(state: StateTransfer): void {
    this.area = state.number(this.area);
  }
}

/** Arrivals in groups: a compound process. Sizes come from a source of their own, so that times stay as they are. */
export class BatchArrivals implements Stateful {
  /** How many came at the time that `next` gave last. */
  size = 0;
  private readonly arrivals: { next(): number };
  private readonly sizes: Sampler;
  private readonly source: UniformSource;

  /** `arrivals` gives the times of the groups, such as `Arrivals`; `sizes` draws how many come in each. */
  constructor(arrivals: { next(): number }, sizes: Sampler, source: UniformSource) {
    this.arrivals = arrivals;
    this.sizes = sizes;
    this.source = source;
  }

  /** The time of the next group, whose size is then `size`; Infinity when there is none. */
  next(): number {
    const time = this.arrivals.next();
    this.size = time < Number.POSITIVE_INFINITY ? this.sizes.sample(this.source) : 0;
    return time;
  }

  transfer(state: StateTransfer): void {
    this.size = state.number(this.size);
  }
}
