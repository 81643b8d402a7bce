import type { Factor } from "@mpp-sim/scenario";
import { type SaltelliDesign, saltelliDesign } from "../design/saltelli-design.ts";
import type { Resampling } from "../sensitivity/bootstrap.ts";
import { type SobolIndex, type SobolIndices, sobolIndices } from "../sensitivity/sobol-indices.ts";
import type { StudyMeasure } from "./fold-study.ts";
import { groupOf, nameOf } from "./ranges.ts";

/** Where a study of Sobol' indices runs its scenario. All matrices have the same rows. */
export interface RangesDesign extends SaltelliDesign {
  /** `mixed` has a matrix for each range, then one for each of these groups of several. */
  readonly groups: readonly { readonly group: string; readonly members: readonly number[] }[];
}

/**
 * The matrices for the Sobol' indices of ranges, of what they belong to where that has several, and of chance, which is an input as well: row
 * i of `a`, and of all that is mixed, is run with the people of 2i, row i of `b` with those of 2i + 1, and row i of `a` once more with those.
 * It costs rows × (ranges + groups + 3) runs.
 * @throws RangeError as `saltelliDesign`
 */
export function designOfRanges(rows: number, factors: readonly Factor[], seed: string): RangesDesign {
  const names = factors.map((factor) => groupOf(factor));
  const all = [...new Set(names)].map((group) => ({
    group,
    members: [...names.keys()].filter((input) => names[input] === group),
  }));
  const single = saltelliDesign(rows, factors.length, { seed });
  const together = saltelliDesign(rows, factors.length, { seed, groups: all.map(({ members }) => members) });
  const isSeveral = (at: number): boolean => (all[at]?.members.length ?? 0) > 1;
  return {
    ...single,
    mixed: [...single.mixed, ...together.mixed.filter((_, at) => isSeveral(at))],
    groups: all.filter((_, at) => isSeveral(at)),
  };
}

/** Figures at the points of such a design: by row and then by measure; empty where a point is refused, and the row is left out. */
export interface DesignFigures {
  /** At the points of `a`. */
  readonly a: readonly (readonly number[])[];
  /** At those of `b`. */
  readonly b: readonly (readonly number[])[];
  /** At those of each matrix of `mixed`. */
  readonly mixed: readonly (readonly (readonly number[])[])[];
  /** The points of `a` with the people of `b`. */
  readonly chance: readonly (readonly number[])[];
}

/** The Sobol' indices of one range. */
export interface SobolRange extends SobolIndex {
  /** Its first path. */
  readonly name: string;
  /** What it belongs to. */
  readonly group: string;
}

/** The Sobol' indices of all ranges of one group together. */
export interface SobolGroup extends SobolIndex {
  /** Such as `sectors.tucson`. */
  readonly group: string;
  /** How many of its ranges were varied. */
  readonly ranges: number;
}

/** Of the variance of one measure in a single season: what each range and chance account for. */
export interface MeasureSobol extends StudyMeasure, Pick<SobolIndices, "n" | "variance" | "dummy"> {
  /** The greatest total index first. */
  readonly ranges: readonly SobolRange[];
  /** Likewise. */
  readonly groups: readonly SobolGroup[];
  /** Of which people come, and when: what would be left were all ranges known. */
  readonly chance: SobolIndex;
}

/**
 * Sobol' indices of ranges, of their groups and of chance for each measure, with bootstrap intervals over rows and a dummy as the noise floor.
 * @throws RangeError as `sobolIndices`
 */
export function sobolOfRanges(
  measures: readonly StudyMeasure[],
  factors: readonly Factor[],
  { groups: several }: Pick<RangesDesign, "groups">,
  figures: DesignFigures,
  resampling: Resampling,
): readonly MeasureSobol[] {
  return measures.map((measure, column) => {
    const of = (rows: readonly (readonly number[])[]): readonly number[] =>
      rows.map((row) => row[column] ?? Number.NaN);
    const mixed = [...figures.mixed, figures.chance].map(of);
    const { n, variance, indices, dummy } = sobolIndices({ a: of(figures.a), b: of(figures.b), mixed }, resampling);
    const ranges = factors.map(({ paths }, input): SobolRange => {
      return { name: nameOf(paths), group: groupOf({ paths }), ...(indices[input] as SobolIndex) };
    });
    const together = several.map(({ group, members }, at): SobolGroup => {
      return { group, ranges: members.length, ...(indices[factors.length + at] as SobolIndex) };
    });
    const alone = ranges
      .filter(({ group }) => !several.some((one) => one.group === group))
      .map(({ group, first, total }): SobolGroup => ({ group, ranges: 1, first, total }));
    return {
      ...measure,
      ...{ n, variance, dummy },
      ranges: ranges.sort(byTotal),
      groups: [...together, ...alone].sort(byTotal),
      chance: indices.at(-1) as SobolIndex,
    };
  });
}

function byTotal(one: SobolIndex, other: SobolIndex): number {
  return (other.total.value ?? -1) - (one.total.value ?? -1);
}
