import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { fromHighWord, highWord } from "../math/bits.ts";

/** Buckets to a power of two: 2^7. */
const bits = 7;
const shift = 20 - bits;

/**
 * Quantiles of observations that are not negative, each to within 0.4 %, whatever their size. It counts in whole numbers in
 * buckets given by the leading bits of a number, so merged sketches are the same to the last bit in whatever order (the idea is
 * that of DDSketch: Masson, Rim, Lee 2019, PVLDB 12(12)).
 */
export class QuantileSketch implements Stateful {
  /** Sum of the weights. */
  count = 0;
  /** The least observation, exactly; Infinity if there is none. */
  min: number = Number.POSITIVE_INFINITY;
  /** The greatest observation, exactly; -Infinity if there is none. */
  max: number = Number.NEGATIVE_INFINITY;
  /** Nobody waited: that is common, and far from the bucket of the shortest wait. */
  private zeros = 0;
  private first = 0;
  private buckets: Float64Array = new Float64Array(0);

  /**
   * Counts an observation `weight` times.
   * @throws RangeError if x is negative or not finite, or the weight not a whole number from 0
   */
  add(x: number, weight = 1): void {
    if (!(x >= 0 && x < Number.POSITIVE_INFINITY)) throw new RangeError(`x must be finite and not negative, got ${x}`);
    if (!(Number.isInteger(weight) && weight >= 0))
      throw new RangeError(`weight must be a whole number from 0, got ${weight}`);
    if (weight === 0) return;
    if (x === 0) this.zeros += weight;
    else {
      const bucket = highWord(x) >> shift;
      this.makeRoom(bucket, bucket);
      this.buckets[bucket - this.first]! += weight;
    }
    this.count += weight;
    if (x < this.min) this.min = x;
    if (x > this.max) this.max = x;
  }

  /** Adds the observations of another sketch to this one. */
  merge(other: QuantileSketch): void {
    if (other.buckets.length > 0) this.makeRoom(other.first, other.first + other.buckets.length - 1);
    other.buckets.forEach((count, i) => {
      this.buckets[other.first + i - this.first]! += count;
    });
    this.zeros += other.zeros;
    this.count += other.count;
    if (other.min < this.min) this.min = other.min;
    if (other.max > this.max) this.max = other.max;
  }

  /**
   * The middle of the bucket that holds the p-quantile, the least observation that a share p of them does not exceed; NaN when
   * empty.
   */
  quantile(p: number): number {
    if (this.count === 0) return Number.NaN;
    const target = p * this.count;
    let seen = this.zeros;
    if (seen >= target && seen > 0) return 0;
    let bucket = this.first;
    for (const count of this.buckets) {
      seen += count;
      if (seen >= target && count > 0) break;
      bucket++;
    }
    const middle = (lowerEdge(bucket) + lowerEdge(bucket + 1)) / 2;
    return Math.min(Math.max(middle, this.min), this.max);
  }

  /** Forgets all observations. */
  reset(): void {
    this.count = 0;
    this.min = Number.POSITIVE_INFINITY;
    this.max = Number.NEGATIVE_INFINITY;
    this.zeros = 0;
    this.first = 0;
    this.buckets = new Float64Array(0);
  }

  transfer(state: StateTransfer): void {
    this.count = state.number(this.count);
    this.min = state.number(this.min);
    this.max = state.number(this.max);
    this.zeros = state.number(this.zeros);
    this.first = state.number(this.first);
    this.buckets = state.floats(this.buckets);
  }

  /** Buckets from one to another, with some to spare on the side on which they grow. */
  private makeRoom(from: number, to: number): void {
    const { buckets, first } = this;
    const end = first + buckets.length;
    if (from >= first && to < end) return;
    const spare = bucketsToSpare(buckets.length);
    const low = buckets.length === 0 ? from : Math.min(first, from < first ? Math.max(0, from - spare) : first);
    const high = Math.max(buckets.length === 0 ? 0 : end, to >= end ? to + 1 + spare : 0);
    const wider = new Float64Array(high - low);
    if (buckets.length > 0) wider.set(buckets, first - low);
    this.first = low;
    this.buckets = wider;
  }
}

function bucketsToSpare(length: number): number {
  return Math.max(16, length >> 1);
}

function lowerEdge(bucket: number): number {
  return fromHighWord(bucket << shift);
}
