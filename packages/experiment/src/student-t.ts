/**
 * The `p` quantile of Student's t distribution with `df` degrees of freedom, good to about twelve digits.
 * The distribution of a whole number of degrees is a finite sum (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4);
 * bisection inverts it, with exact operations only, so that intervals agree between machines.
 * @throws RangeError if `p` is not strictly between 0 and 1, or `df` not a whole number from 1
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`studentTQuantile: p must be between 0 and 1, got ${p}`);
  if (!(Number.isSafeInteger(df) && df >= 1)) {
    throw new RangeError(`studentTQuantile: df must be a whole number from 1, got ${df}`);
  }
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentTQuantile(1 - p, df);
  const inside = 2 * p - 1;
  let high = 1;
  while (studentTWithin(high, df) < inside) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (studentTWithin(middle, df) < inside) low = middle;
    else high = middle;
  }
}

/** Probability that Student's t with `df` degrees of freedom, a whole number from 1, lies within `t` of 0, for t from 0. */
export function studentTWithin(t: number, df: number): number {
  const sine = t / Math.sqrt(df + t * t);
  const cosineSquare = df / (df + t * t);
  const odd = df % 2 === 1;
  let term = odd ? Math.sqrt(cosineSquare) : 1;
  let sum = 0;
  for (let power = odd ? 1 : 0; power <= df - 2; power += 2) {
    sum += term;
    term *= ((power + 1) / (power + 2)) * cosineSquare;
    if (term < sum * 1e-18) break;
  }
  return odd ? (2 / Math.PI) * (arcTangent(t / Math.sqrt(df)) + sine * sum) : sine * sum;
}

/**
 * Arc tangent in radians, from + - * / and square roots only, so that every machine gives the same bits.
 * The argument is halved in angle until it is small (atan x = 2 atan(x / (1 + sqrt(1 + x²)))), then the Taylor series is summed.
 */
function arcTangent(x: number): number {
  if (x < 0) return -arcTangent(-x);
  if (x > 1) return Math.PI / 2 - arcTangent(1 / x);
  let argument = x;
  let factor = 1;
  while (argument > 0.1) {
    argument /= 1 + Math.sqrt(1 + argument * argument);
    factor *= 2;
  }
  const square = argument * argument;
  let sum = 0;
  // Below 0.1 the term after x^19/19 is smaller than half a unit in the last place.
  for (let odd = 19; odd >= 1; odd -= 2) sum = 1 / odd - square * sum;
  return factor * argument * sum;
}
