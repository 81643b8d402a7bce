import { exp } from "./exp.ts";
import { log, log1p } from "./log.ts";
import { normalQuantile } from "./normal-quantile.ts";

const halfLogTwoPi = 0.9189385332046728;

/** What Stirling's formula lacks: log Gamma(x) = (x - 1/2) log x - x + log(2 pi) / 2 + this, for x from 10. */
function stirlingRest(x: number): number {
  const t = 1 / (x * x);
  const series =
    1 / 12 - t * (1 / 360 - t * (1 / 1260 - t * (1 / 1680 - t * (1 / 1188 - t * (691 / 360360 - t * (1 / 156))))));
  return series / x;
}

/**
 * Logarithm of the gamma function of a positive number, to within 1e-14 or 15 figures: Stirling's series, reached by
 * Gamma(x + 1) = x Gamma(x) (Abramowitz and Stegun 1964, 6.1.15 and 6.1.41).
 */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < 10) {
    product *= shifted;
    shifted++;
  }
  return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + stirlingRest(shifted) - log(product);
}

/** x^a e^-x / Gamma(a), without the cancellation that a large a would bring. */
function gammaFactor(shape: number, x: number): number {
  if (shape < 10) return exp(shape * log(x) - x - logGamma(shape));
  const apart = (x - shape) / shape;
  return Math.sqrt(shape) * exp(shape * (log1p(apart) - apart) - stirlingRest(shape) - halfLogTwoPi);
}

/** Shares of the gamma distribution of scale 1 below and above x: the smaller of the two is computed, to some 13 figures. */
export interface GammaShares {
  /** Share of the draws that are at most x. */
  readonly below: number;
  /** Share of the draws that are above x. */
  readonly above: number;
}

/**
 * The regularised incomplete gamma functions, by series below and by continued fraction above the middle
 * (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31); both take some sqrt(shape) steps.
 */
export function gammaShares(shape: number, x: number): GammaShares {
  if (x <= 0) return { below: 0, above: 1 };
  const factor = gammaFactor(shape, x);
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > 1e-17 * sum; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    const below = factor * sum;
    return { below, above: 1 - below };
  }
  // Lentz's method, as in Numerical Recipes, 6.2.
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; ; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  const above = factor * fraction;
  return { below: 1 - above, above };
}

/** Quantile of the gamma distribution of scale 1, to some 13 figures, for p in (0, 1): Halley's steps inside a bracket. */
export function gammaQuantile(shape: number, p: number): number {
  const q = 1 - p;
  let x = firstGuess(shape, p);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 100 && x > 0; step++) {
    const { below, above } = gammaShares(shape, x);
    // The smaller share is the one that is exact.
    const excess = below < above ? below - p : q - above;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const newton = (excess * x) / gammaFactor(shape, x);
    const curvature = newton * ((shape - 1) / x - 1);
    const halley = newton / (1 - 0.5 * Math.min(1, curvature));
    if (Math.abs(halley) <= 1e-15 * x) return x - halley;
    x -= halley;
    if (!(x > low && x < high)) x = high < Number.POSITIVE_INFINITY ? 0.5 * (low + high) : 2 * low;
  }
  return x;
}

/** Wilson and Hilferty (1931); where that fails, near 0, the first term of the series. */
function firstGuess(shape: number, p: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  if (shape >= 1 && root > 0.3) return shape * root * root * root;
  const nearZero = exp((log(p) + logGamma(shape + 1)) / shape);
  // For a small shape and a large p the tail is that of an exponential.
  return nearZero < 1 ? nearZero : Math.max(shape, -log1p(-p));
}
