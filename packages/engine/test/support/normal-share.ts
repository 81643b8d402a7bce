/** Share of the standard normal distribution below x, to about 15 figures even in the lower tail. */
export function normalShare(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > 3) return 1 - normalShare(-x);
  if (x < -3) {
    // Continued fraction of Mills' ratio (Laplace).
    let fraction = -x;
    for (let k = 200; k >= 1; k--) fraction = -x + k / fraction;
    return density / fraction;
  }
  // Series of Marsaglia (2004), Journal of Statistical Software 11(4).
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + density * sum;
}
