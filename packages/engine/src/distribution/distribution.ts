import type { UniformSource } from "../random/uniform-source.ts";

/** A distribution is a value that knows its moments. It samples by inversion: one uniform a draw, so streams stay in step. */
export interface Distribution {
  readonly mean: number;
  readonly variance: number;
  /** The least value that a share p of the draws does not exceed, for p in (0, 1). */
  quantile(p: number): number;
  /** The quantile at the next uniform of `source`. */
  sample(source: UniformSource): number;
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
