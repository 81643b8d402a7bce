import type { UniformSource } from "../random/uniform-source.ts";

/** Something that can be drawn from, with its mean and variance. */
export interface Sampler {
  /** Expected value of a draw. */
  readonly mean: number;
  /** Expected square of the distance of a draw from the mean. */
  readonly variance: number;
  /** The next value, from uniforms of `source`. */
  sample(source: UniformSource): number;
}

/** A distribution that is sampled by inversion: a draw is the quantile at one uniform, so that streams stay in step. */
export interface Distribution extends Sampler {
  /** The least value that a share p of the draws does not exceed, for p in (0, 1). */
  quantile(p: number): number;
}

/** Completes a distribution from its moments and its quantile function. */
export function fromQuantile(mean: number, variance: number, quantile: (p: number) => number): Distribution {
  return { mean, variance, quantile, sample: (source) => quantile(source.uniform()) };
}

/** @throws RangeError unless `value` is positive and finite */
export function mustBePositive(name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be positive and finite, got ${value}`);
  }
}

/** @throws RangeError unless `value` is finite */
export function mustBeFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be finite, got ${value}`);
}
