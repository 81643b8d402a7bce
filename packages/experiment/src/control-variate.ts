import { mean as average, sampleCovariance, sampleVariance } from "simple-statistics";
import type { MeanEstimate } from "./estimate.ts";
import { studentTQuantile } from "./student-t.ts";

/** A mean, corrected by what is known of another figure of the same replications. */
export interface ControlledEstimate extends MeanEstimate {
  /** Variance left, as a part of that without the control: the same precision takes so many times the replications. Null as `halfWidth`. */
  readonly varianceRatio: number | null;
}

/**
 * A mean by a control variate: where a replication had more arrivals than expected, what goes with arrivals is taken off (Lavenberg & Welch 1981).
 * `controlMean` is the true mean of the control, as it follows from the scenario; one that is estimated would spoil the interval. The interval
 * is exact where both figures are normal together, and the mean is unbiased then. NaN in either leaves a replication out; without a
 * spread of the control the plain mean is given. `halfWidth` is null below four replications.
 * @throws RangeError if the two have not the same replications, `controlMean` is not finite, or `level` not strictly between 0 and 1
 */
export function controlledMean(
  values: readonly number[],
  control: readonly number[],
  controlMean: number,
  level = 0.95,
): ControlledEstimate {
  if (values.length !== control.length) {
    throw new RangeError(
      `controlledMean: both must have the same replications, got ${values.length} and ${control.length}`,
    );
  }
  if (!Number.isFinite(controlMean))
    throw new RangeError(`controlledMean: controlMean must be finite, got ${controlMean}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`controlledMean: level must be between 0 and 1, got ${level}`);
  const kept = [...values.keys()].filter((row) => !Number.isNaN(values[row]) && !Number.isNaN(control[row]));
  const y = kept.map((row) => values[row] as number);
  const x = kept.map((row) => control[row] as number);
  const n = y.length;
  if (n === 0) return { n, mean: null, halfWidth: null, varianceRatio: null };
  const spread = n < 2 ? 0 : sampleVariance(x);
  const slope = spread === 0 ? 0 : sampleCovariance(y, x) / spread;
  const apart = average(x) - controlMean;
  const mean = average(y) - slope * apart;
  const degrees = n - 2;
  if (degrees < 2) return { n, mean, halfWidth: null, varianceRatio: null };
  const [centreY, centreX] = [average(y), average(x)];
  const left = y.reduce((sum, value, row) => sum + (value - centreY - slope * ((x[row] as number) - centreX)) ** 2, 0);
  const residual = left / (spread === 0 ? n - 1 : degrees);
  const error = Math.sqrt(residual * (1 / n + (spread === 0 ? 0 : (apart * apart) / (spread * (n - 1)))));
  const plain = sampleVariance(y);
  return {
    n,
    mean,
    halfWidth: studentTQuantile((1 + level) / 2, spread === 0 ? n - 1 : degrees) * error,
    varianceRatio: plain === 0 ? 1 : residual / plain,
  };
}

/**
 * What it is worth that two policies meet the same people: the variance of paired differences, as a part of what independent runs would have. 0.1
 * means that those would take ten times the replications. Null below two pairs, or where neither varies.
 * @throws RangeError if the two have not the same replications
 */
export function pairingRatio(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length) {
    throw new RangeError(`pairingRatio: both must have the same replications, got ${a.length} and ${b.length}`);
  }
  const rows = [...a.keys()].filter((row) => !Number.isNaN(a[row]) && !Number.isNaN(b[row]));
  if (rows.length < 2) return null;
  const [one, other] = [rows.map((row) => a[row] as number), rows.map((row) => b[row] as number)];
  const independent = sampleVariance(one) + sampleVariance(other);
  return independent === 0
    ? null
    : sampleVariance(one.map((value, row) => value - (other[row] as number))) / independent;
}
