import type { UniformSource } from "../random/uniform-source.ts";

/** A law to draw from, as a value that knows its moments. */
export interface Sampler {
  /** Expected value of a draw. */
  readonly mean: number;
  /** Expected square of the distance of a draw from the mean. */
  readonly variance: number;
  /** The next value, made of uniforms of `source`. */
  sample(source: UniformSource): number;
}

/** A law that samples by inversion: one uniform a draw, the quantile at it, so streams stay in step. */
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
