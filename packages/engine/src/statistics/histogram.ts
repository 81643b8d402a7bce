import { refuse } from "../core/refuse.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";

/** The most that a bin can hold: bins of 32 bits stay in the fast memory of the processor when there are many histograms. */
const most = 2147483647;
const tooMany = `weights must sum to at most ${most}`;

/**
 * Counts of observations in bins of one width; bin k holds values from above k times the width up to and including
 * (k + 1) times it, and bin 0 holds 0 as well. Choose a width that is an exact binary fraction and shares above a bin edge
 * are exact. Weights are whole numbers (persons), at most 2147483647 in all.
 */
export class Histogram implements Stateful {
  /** Sum of the weights. */
  count = 0;
  /** Of each bin, in the unit of what is observed. */
  readonly binWidth: number;
  private bins: Int32Array = new Int32Array(0);
  private sum = 0;
  private used = 0;

  /** @throws RangeError if the width is not positive and finite */
  constructor(binWidth: number) {
    if (!(binWidth > 0 && binWidth < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`binWidth must be positive and finite, got ${binWidth}`);
    }
    this.binWidth = binWidth;
  }

  /**
   * Counts an observation `weight` times.
   * @throws RangeError if x is negative or not finite, the weight not a whole number from 0, or all weights too many
   */
  add(x: number, weight = 1): void {
    if (!(x >= 0 && x < Number.POSITIVE_INFINITY)) refuse("x must be finite and not negative", x);
    if (!(Number.isInteger(weight) && weight >= 0)) refuse("weight must be a whole number from 0", weight);
    if (this.count + weight > most) refuse(tooMany, this.count + weight);
    const bin = Math.max(0, Math.ceil(x / this.binWidth) - 1);
    this.makeRoom(bin + 1);
    this.bins[bin] = this.bins[bin]! + weight;
    this.count += weight;
    this.sum += x * weight;
    if (bin >= this.used) this.used = bin + 1;
  }

  /** Adds everything that another has counted. @throws RangeError if its bins are of another width, or all weights too many */
  merge({ binWidth, bins, used, count, sum }: Histogram): void {
    if (binWidth !== this.binWidth) throw new RangeError(`binWidth must be ${this.binWidth}, got ${binWidth}`);
    if (this.count + count > most) refuse(tooMany, this.count + count);
    this.makeRoom(used);
    for (let bin = 0; bin < used; bin++) this.bins[bin] = this.bins[bin]! + bins[bin]!;
    this.count += count;
    this.sum += sum;
    this.used = Math.max(this.used, used);
  }

  /** Mean of the observations themselves, not of their bins; NaN when empty. */
  get mean(): number {
    return this.count === 0 ? Number.NaN : this.sum / this.count;
  }

  /** Upper edge of the bin that holds the p-quantile: never below it, and above it by less than a width. NaN when empty. */
  quantile(p: number): number {
    if (this.count === 0) return Number.NaN;
    const target = p * this.count;
    let seen = 0;
    for (let bin = 0; bin < this.used; bin++) {
      seen += this.bins[bin]!;
      if (seen >= target && seen > 0) return (bin + 1) * this.binWidth;
    }
    return this.used * this.binWidth;
  }

  /** Share of observations above x, exact when x is a bin edge; NaN when empty. */
  shareAbove(x: number): number {
    if (this.count === 0) return Number.NaN;
    let above = 0;
    for (let bin = Math.max(0, Math.round(x / this.binWidth)); bin < this.used; bin++) above += this.bins[bin]!;
    return above / this.count;
  }

  /** Forgets all observations. */
  reset(): void {
    this.bins.fill(0);
    this.count = 0;
    this.sum = 0;
    this.used = 0;
  }

  transfer(state: StateTransfer): void {
    this.count = state.number(this.count);
    this.sum = state.number(this.sum);
    this.used = state.number(this.used);
    this.bins = state.integers(this.bins, this.used);
  }

  private makeRoom(bins: number): void {
    if (bins <= this.bins.length) return;
    const longer = new Int32Array(Math.max(256, bins, 2 * this.bins.length));
    longer.set(this.bins);
    this.bins = longer;
  }
}
