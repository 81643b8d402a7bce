/** Of a mean, or of a difference, that was the same in each replication. */
const isEqual = /± 0(?![\d.,])/;

/** In how many of all replications something may differ that was the same in each of `n`: 1 - 0.05 ^ (1 / n) of them at most, at 95 %. */
export function roomFor(n: number): string {
  return `${Number((100 * (1 - 0.05 ** (1 / n))).toPrecision(2))} %`;
}

/**
 * What `± 0` says and what not, if it stands in some lines about `n` replications; else empty. That nothing differed in those that were run is
 * no proof that nothing can: the share that may is bounded exactly (Clopper and Pearson), by some 3 / n.
 */
export function equalSentence(lines: readonly string[], n: number): string {
  if (n < 2 || !lines.some((line) => isEqual.test(line.replaceAll("\u00a0", " ")))) return "";
  return `± 0: the same in each of the ${n} replications; it may differ in up to ${roomFor(n)} of all (95 %).`;
}
