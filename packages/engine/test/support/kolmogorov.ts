/** Largest distance between the share of samples up to x and that of a continuous law (Kolmogorov and Smirnov). */
export function distance(samples: Float64Array, share: (x: number) => number): number {
  const sorted = samples.toSorted();
  let most = 0;
  sorted.forEach((x, i) => {
    const expected = share(x);
    most = Math.max(most, Math.abs(expected - i / sorted.length), Math.abs(expected - (i + 1) / sorted.length));
  });
  return most;
}

/** The distance that n samples of the law itself exceed once in a thousand times. */
export function kolmogorov(n: number): number {
  return 1.9495 / Math.sqrt(n);
}
