import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { Sampler } from "../distribution/distribution.ts";
import type { UniformSource } from "./uniform-source.ts";

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
