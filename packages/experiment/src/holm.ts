/**
 * Which of several hypotheses are rejected so that the chance of rejecting any true one is at most `alpha`, by the chance of each
 * to look as it does or worse if it were true (Holm 1979: from the smallest on, against alpha / m, alpha / (m - 1), …).
 * NaN stands for one that cannot be tested: it is not rejected, and counts among the m.
 */
export function holm(chances: readonly number[], alpha = 0.05): boolean[] {
  const rejected = chances.map(() => false);
  const ascending = [...chances.keys()]
    .filter((index) => !Number.isNaN(chances[index]))
    .sort((a, b) => (chances[a] as number) - (chances[b] as number));
  for (const [rank, index] of ascending.entries()) {
    if ((chances[index] as number) > alpha / (chances.length - rank)) break;
    rejected[index] = true;
  }
  return rejected;
}
