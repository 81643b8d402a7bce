import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { log1p } from "../math/log.ts";
import type { UniformSource } from "./uniform-source.ts";

/** What arrives by a rate that is any function of time. */
export interface ThinnedOptions {
  /** Expected arrivals per unit of time. */
  readonly rateAt: (time: number) => number;
  /** The rate is never above this. */
  readonly mostRate: number;
  /** Nobody comes up to this time. */
  readonly from: number;
  /** Nobody comes from this time on. */
  readonly until: number;
}

/**
 * A nonhomogeneous Poisson process by thinning (Lewis and Shedler 1979, Naval Research Logistics Quarterly 26(3)):
 * candidates come at the highest rate, and each is kept with probability rate at its time over highest rate. It draws
 * two uniforms a candidate, so give it a stream of its own. If the rate is constant by pieces, `Arrivals` takes one
 * uniform an arrival.
 */
export class ThinnedArrivals implements Stateful {
  private readonly options: ThinnedOptions;
  private readonly source: UniformSource;
  private time: number;

  /** @throws RangeError if mostRate is not positive and finite, or until not a finite time after from */
  constructor(options: ThinnedOptions, source: UniformSource) {
    const { from, mostRate, until } = options;
    if (!(mostRate > 0 && mostRate < Number.POSITIVE_INFINITY))
      throw new RangeError(`mostRate must be positive and finite, got ${mostRate}`);
    if (!(from < until && Number.isFinite(until - from)))
      throw new RangeError(`until must be finite and after from (${from}), got ${until}`);
    this.options = options;
    this.source = source;
    this.time = from;
  }

  /**
   * The time of the next arrival; Infinity when there is none.
   * @throws RangeError if the rate at a time is negative or above mostRate
   */
  next(): number {
    const { mostRate, rateAt, until } = this.options;
    for (;;) {
      this.time -= log1p(-this.source.uniform()) / mostRate;
      if (this.time >= until) {
        this.time = until;
        return Number.POSITIVE_INFINITY;
      }
      const rate = rateAt(this.time);
      if (!(rate >= 0 && rate <= mostRate))
        throw new RangeError(`rate must be from 0 to mostRate (${mostRate}), got ${rate} at time ${this.time}`);
      if (this.source.uniform() * mostRate < rate) return this.time;
    }
  }

  transfer(state: StateTransfer): void {
    this.time = state.number(this.time);
  }
}
