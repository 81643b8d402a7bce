/**
 * A rate that is constant between given times: `rates[i]` from `times[i]` to `times[i + 1]`, zero before the first time; the
 * last rate goes on for ever (close a period with a last rate of zero). Its integral is kept, so that a nonhomogeneous
 * Poisson process can be drawn by inversion.
 */
export class PiecewiseRate {
  /** When each rate begins, ascending. */
  readonly times: readonly number[];
  /** Numbers expected per unit of time, one for each of the times. */
  readonly rates: readonly number[];
  private readonly integrals: Float64Array;

  /**
   * Rates are numbers expected per unit of time.
   * @throws RangeError if there are none, times are not finite or do not ascend, or a rate is negative or not finite
   */
  constructor(times: readonly number[], rates: readonly number[]) {
    if (times.length === 0 || times.length !== rates.length) {
      throw new RangeError(
        `rates must be as many as times and at least one, got ${rates.length} for ${times.length} times`,
      );
    }
    this.times = times;
    this.rates = rates;
    this.integrals = new Float64Array(times.length);
    for (let i = 0; i < times.length; i++) {
      const [time, rate] = [times[i]!, rates[i]!];
      if (!Number.isFinite(time)) throw new RangeError(`time must be finite, got ${time}`);
      if (!(rate >= 0 && rate < Number.POSITIVE_INFINITY))
        throw new RangeError(`rate must be finite and not negative, got ${rate}`);
      if (i === 0) continue;
      const length = time - times[i - 1]!;
      if (!(length > 0)) throw new RangeError(`times must ascend, got ${times[i - 1]} before ${time}`);
      this.integrals[i] = this.integrals[i - 1]! + rates[i - 1]! * length;
    }
  }

  /** The rate at a time; at a time where it changes, the new one. */
  rateAt(time: number): number {
    const i = this.segment(time);
    return i < 0 ? 0 : this.rates[i]!;
  }

  /** Expected number up to `time`. */
  integral(time: number): number {
    const i = this.segment(time);
    return i < 0 ? 0 : this.integrals[i]! + this.rates[i]! * (time - this.times[i]!);
  }

  /** The earliest time, from the first on, at which the integral reaches `area`; Infinity if it never does. */
  inverse(area: number): number {
    const { integrals } = this;
    let low = 0;
    let high = integrals.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (integrals[middle]! < area) low = middle;
      else high = middle - 1;
    }
    const rate = this.rates[low]!;
    const left = area - integrals[low]!;
    if (left <= 0) return this.times[low]!;
    if (rate === 0) return Number.POSITIVE_INFINITY;
    // Rounding must not carry it past the end of its stretch: the inverse is monotone, and nobody comes while the rate is 0.
    return Math.min(this.times[low]! + left / rate, this.times[low + 1] ?? Number.POSITIVE_INFINITY);
  }

  /** Index of the stretch that holds `time`, or -1 before the first. */
  private segment(time: number): number {
    const { times } = this;
    if (time < times[0]!) return -1;
    let low = 0;
    let high = times.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (times[middle]! <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
