import { mean as average } from "simple-statistics";
import { studentTQuantile } from "../student-t.ts";

/** Which way the measure goes where the claim under test holds. It is no judgement: release is not bad, return is not good. */
export type Claim = "lower" | "higher";

/** How far a policy moves a measure, as a part of what it is without. */
export interface Effect {
  /** Replications in which both define the measure. */
  readonly n: number;
  /** Mean under the policy. Null when n is 0. */
  readonly own: number | null;
  /** Mean under what it is compared with. Null when n is 0. */
  readonly against: number | null;
  /** Mean paired difference by mean of what it is compared with, positive where the claim holds; null where that mean is 0 or n is 0. */
  readonly effect: number | null;
  /** Lower end of the interval of the effect; null where it is not defined, or below two replications. */
  readonly low: number | null;
  /** Its upper end. */
  readonly high: number | null;
}

/**
 * The effect over the same people, replication by replication. It is a ratio of means, so its interval is that of the differences from the
 * line through the origin (Cochran 1977, 6.4), Student t over replications. NaN stands for a replication in which the measure is not
 * defined; it is left out.
 * @throws RangeError if the two have not the same replications, or `level` is not strictly between 0 and 1
 */
export function effectOf(own: readonly number[], against: readonly number[], claim: Claim, level = 0.95): Effect {
  if (own.length !== against.length) {
    throw new RangeError(`effectOf: both must have the same replications, got ${own.length} and ${against.length}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`effectOf: level must be between 0 and 1, got ${level}`);
  const pairs = own.flatMap((value, index) => {
    const other = against[index] as number;
    return Number.isNaN(value) || Number.isNaN(other) ? [] : [[value, other] as const];
  });
  const n = pairs.length;
  if (n === 0) return { n, own: null, against: null, effect: null, low: null, high: null };
  const sign = claim === "lower" ? -1 : 1;
  const meanOwn = average(pairs.map(([value]) => value));
  const meanAgainst = average(pairs.map(([, value]) => value));
  const means = { n, own: meanOwn, against: meanAgainst };
  if (meanAgainst === 0) return { ...means, effect: null, low: null, high: null };
  const effect = average(pairs.map(([value, other]) => sign * (value - other))) / meanAgainst;
  if (n === 1) return { ...means, effect, low: null, high: null };
  const squares = pairs.reduce((sum, [value, other]) => sum + (sign * (value - other) - effect * other) ** 2, 0);
  const error = Math.sqrt(squares / (n - 1) / n) / Math.abs(meanAgainst);
  const half = studentTQuantile((1 + level) / 2, n - 1) * error;
  return { ...means, effect, low: effect - half, high: effect + half };
}
