import type { Spread } from "./estimate.ts";
import { pairedDifference } from "./paired-difference.ts";
import type { RunResult } from "./run-result.ts";
import { studentTQuantile, studentTWithin } from "./student-t.ts";
import type { Difference, VariantResult } from "./variants-result.ts";

/**
 * Every measure under every other variant, less the same under the reference, replication by replication. Which differences are
 * distinguishable from 0 is decided for each measure, over all variants together.
 */
export function differencesFrom(reference: string, variants: readonly VariantResult[]): Difference[] {
  const others = variants.filter(({ name }) => name !== reference);
  const against = variants.find(({ name }) => name === reference);
  if (against === undefined) return [];
  const names = against.result.catalogue.measures.map(({ name }) => name);
  const base = valuesByName(against.result);
  const raw = others.map(({ name: variant, result }) => {
    const values = valuesByName(result);
    return new Map(
      result.catalogue.measures.flatMap(({ name, unit }) => {
        const [own, other] = [values.get(name), base.get(name)];
        return own && other
          ? [[name, { variant, reference, name, unit, ...pairedDifference(own, other) }] as const]
          : [];
      }),
    );
  });
  const distinguishable = new Map(names.map((name) => [name, holm(raw.map((found) => chanceOf(found.get(name))))]));
  return raw.flatMap((found, index) =>
    [...found.values()].map((difference) => ({
      ...difference,
      distinguishable: distinguishable.get(difference.name)?.[index] ?? false,
    })),
  );
}

function valuesByName({ catalogue, replications }: RunResult): ReadonlyMap<string, readonly number[]> {
  return new Map(
    catalogue.measures.map(({ name }, column) => [
      name,
      replications.map(({ measures }) => measures[column] as number),
    ]),
  );
}

/** Chance of a mean at least this far from 0, were the true one 0 (Student t, both sides); NaN below two replications. */
export function chanceOf(difference: Spread | undefined): number {
  if (difference === undefined || difference.mean === null || difference.halfWidth === null) return Number.NaN;
  const { mean, halfWidth, n } = difference;
  if (halfWidth === 0) return mean === 0 ? 1 : 0;
  const standardError = halfWidth / studentTQuantile(0.975, n - 1);
  return 1 - studentTWithin(Math.abs(mean) / standardError, n - 1);
}

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
