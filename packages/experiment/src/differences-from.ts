import { columnsOf, rowsIn } from "./columns.ts";
import type { Spread } from "./estimate.ts";
import { pairedDifference } from "./paired-difference.ts";
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
  const base = rowsIn(against.result.catalogue);
  const raw = others.map(({ name: variant, result }) => {
    const rows = [...result.catalogue.measures.entries()].filter(([, { name }]) => base.has(name));
    const own = columnsOf(
      result.replications,
      "measures",
      rows.map(([row]) => row),
    );
    const same = rows.map(([, { name }]) => base.get(name) as number);
    const other = columnsOf(against.result.replications, "measures", same);
    return new Map(
      rows.map(([, { name, unit }]) => {
        const [values, others] = [own, other].map((column) => Array.from(column.next().value as Float64Array));
        const difference = pairedDifference(values as number[], others as number[]);
        return [name, { variant, reference, name, unit, ...difference }] as const;
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
