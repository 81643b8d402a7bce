import { leastUniform, mostUniform } from "../random/uniform-source.ts";
import { type Distribution, fromQuantile } from "./distribution.ts";

/**
 * The distribution given that a draw lies from low to high, both included; either may be infinite. Its mean and variance are
 * integrated numerically, to some nine figures.
 * @throws RangeError unless low < high and at least a millionth of the distribution lies between them
 */
export function truncated(distribution: Distribution, low: number, high: number): Distribution {
  if (!(low < high)) throw new RangeError(`low must be below high, got ${low} and ${high}`);
  const below = shareWhere((p) => distribution.quantile(p) < low);
  const share = shareWhere((p) => distribution.quantile(p) <= high) - below;
  if (!(share >= 1e-6)) {
    throw new RangeError(
      `from low to high must lie a millionth of the distribution, got ${share} from ${low} to ${high}`,
    );
  }
  const quantile = (p: number): number => Math.min(Math.max(distribution.quantile(below + p * share), low), high);
  const middle = quantile(0.5);
  const spread = quantile(0.9) - quantile(0.1) || 1;
  const mean = middle + integrate((p) => quantile(p) - middle, leastUniform, mostUniform, 1e-12 * spread);
  const square = (p: number): number => (quantile(p) - mean) * (quantile(p) - mean);
  const variance = integrate(square, leastUniform, mostUniform, 1e-12 * spread * spread);
  return fromQuantile(mean, variance, quantile);
}

/** The p in (0, 1) up to which a condition holds. It must fail for all p above the first at which it fails. */
function shareWhere(holds: (p: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = low + (high - low) / 2;
    if (middle < 1 && holds(middle)) low = middle;
    else high = middle;
  }
  return high === 1 ? 1 : low;
}

/** The inner nodes of the rules of Lobatto (4 points) and Kronrod (7) on (-1, 1), and weights from the ends to the centre. */
const outer = 0.816496580927726;
const inner = 0.4472135954999579;

/**
 * Integral of a bounded function over an interval, by halving where a rule of four points and one of seven disagree by more
 * than the tolerance (Gander and Gautschi 2000, Adaptive quadrature revisited, BIT 40(1)). Both rules see the ends of each
 * part, so steps are found; each costs some forty halvings.
 */
function integrate(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  const over = (a: number, b: number, atA: number, atB: number): number => {
    const half = (b - a) / 2;
    const centre = a + half;
    const atInner = f(centre - half * inner) + f(centre + half * inner);
    const atOuter = f(centre - half * outer) + f(centre + half * outer);
    const atCentre = f(centre);
    const four = (half / 6) * (atA + atB + 5 * atInner);
    const seven = (half / 1470) * (77 * (atA + atB) + 432 * atOuter + 625 * atInner + 672 * atCentre);
    if (Math.abs(seven - four) <= tolerance || !(a < centre && centre < b)) return seven;
    return over(a, centre, atA, atCentre) + over(centre, b, atCentre, atB);
  };
  return over(low, high, f(low), f(high));
}
