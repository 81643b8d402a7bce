import type { Stateful, StateTransfer } from "../core/stateful.ts";

/** Shares are products, which miss the share that is asked for by a little where they should meet it. */
const rounding = 1e-9;

/**
 * Stays of which some were still going on when the run ended. To leave those out would favour short stays; the product-limit
 * estimate counts each for as long as it was seen (Kaplan, Meier 1958, Journal of the American Statistical Association 53).
 */
export class CensoredStays implements Stateful {
  /** How many stays were added. */
  count = 0;
  /** How many of them had ended. */
  ended = 0;
  private durations: Float64Array = new Float64Array(64);
  private hasEnded: Uint8Array = new Uint8Array(64);

  /** A stay that ended after so long. @throws RangeError if the duration is negative or not finite */
  end(duration: number): void {
    this.add(duration, 1);
    this.ended++;
  }

  /** A stay that goes on, so far so long. @throws RangeError if the duration is negative or not finite */
  censor(duration: number): void {
    this.add(duration, 0);
  }

  /** Share of stays longer than a duration; NaN beyond the longest seen, if that one goes on, and when there are none. */
  shareBeyond(duration: number): number {
    return this.walk((time) => time > duration, duration).share;
  }

  /** Standard error of that share (Greenwood 1926). */
  standardErrorBeyond(duration: number): number {
    const { share, greenwood } = this.walk((time) => time > duration, duration);
    return share === 0 ? 0 : share * Math.sqrt(greenwood);
  }

  /** The shortest stay that a share p of stays do not exceed; NaN if too many of them still go on. */
  quantile(p: number): number {
    const most = 1 - p + rounding;
    const { share, time } = this.walk((_, left) => left <= most, Number.POSITIVE_INFINITY);
    return share <= most ? time : Number.NaN;
  }

  /** Forgets all stays. */
  reset(): void {
    this.count = 0;
    this.ended = 0;
  }

  transfer(state: StateTransfer): void {
    this.count = state.number(this.count);
    this.ended = state.number(this.ended);
    this.durations = state.floats(this.durations, this.count);
    this.hasEnded = state.bytes(this.hasEnded, this.count);
  }

  private add(duration: number, hasEnded: 0 | 1): void {
    if (!(duration >= 0 && duration < Number.POSITIVE_INFINITY))
      throw new RangeError(`duration must be finite and not negative, got ${duration}`);
    if (this.count === this.durations.length) {
      const [durations, flags] = [this.durations, this.hasEnded];
      this.durations = new Float64Array(2 * this.count);
      this.hasEnded = new Uint8Array(2 * this.count);
      this.durations.set(durations);
      this.hasEnded.set(flags);
    }
    this.durations[this.count] = duration;
    this.hasEnded[this.count] = hasEnded;
    this.count++;
  }

  /** Goes through the times at which stays ended, in order, until `stop` says so of the next time or of the share left. */
  private walk(
    stop: (next: number, share: number) => boolean,
    reach: number,
  ): { readonly share: number; readonly greenwood: number; readonly time: number } {
    const { count, durations, hasEnded } = this;
    const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => durations[a]! - durations[b]!);
    let share = count === 0 ? Number.NaN : 1;
    let greenwood = 0;
    let time = 0;
    for (let i = 0; i < count; ) {
      const next = durations[order[i]!]!;
      if (stop(next, share)) return { share, greenwood, time };
      const atRisk = count - i;
      let ended = 0;
      for (; i < count && durations[order[i]!]! === next; i++) ended += hasEnded[order[i]!]!;
      if (ended > 0) {
        time = next;
        share *= (atRisk - ended) / atRisk;
        greenwood += ended / (atRisk * (atRisk - ended));
      }
      // Nobody was seen for longer, and some of those who were last seen then stay on.
      if (i === count && share > 0 && reach > next && reach < Number.POSITIVE_INFINITY) share = Number.NaN;
    }
    return { share, greenwood, time };
  }
}
