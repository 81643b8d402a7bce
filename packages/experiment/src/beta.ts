import { exp, log, log1p, logGamma } from "@mpp-sim/engine";

/** Share of the beta distribution of shapes `a` and `b` below x, to some 12 figures: the regularised incomplete beta function. */
export function betaShare(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const factor = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x));
  // The continued fraction converges quickly on this side of the mean.
  return x < (a + 1) / (a + b + 2) ? (factor * fraction(a, b, x)) / a : 1 - (factor * fraction(b, a, 1 - x)) / b;
}

/**
 * The `p` quantile of the beta distribution of shapes `a` and `b`, by bisection.
 * @throws RangeError if `p` is not strictly between 0 and 1, or a shape not above 0
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`betaQuantile: p must be between 0 and 1, got ${p}`);
  if (!(a > 0 && b > 0)) throw new RangeError(`betaQuantile: shapes must be above 0, got ${a} and ${b}`);
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (betaShare(a, b, middle) < p) low = middle;
    else high = middle;
  }
}

/** The `p` quantile of the F distribution, from that of the beta distribution (Abramowitz & Stegun 1964, 26.6.2). */
export function fQuantile(p: number, above: number, below: number): number {
  return (below * betaQuantile(p, above / 2, below / 2)) / (above * betaQuantile(1 - p, below / 2, above / 2));
}

/** Lentz's method for Abramowitz & Stegun 1964, 26.5.8, as in Numerical Recipes, 6.4. */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) return value;
  }
}
