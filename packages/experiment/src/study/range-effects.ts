import { type Factor, settingText } from "@mpp-sim/scenario";
import type { Estimate } from "../estimate.ts";
import { pairedDifference } from "../paired-difference.ts";
import { oneAtATime, type TornadoEnd, type TornadoRow } from "../sensitivity/one-at-a-time.ts";
import { estimateOf, type StudyMeasure } from "./fold-study.ts";
import { byGroup, groupOf, nameOf } from "./ranges.ts";

/** A range that was tried by itself: the figures at each of its values, all else as in the file. */
export interface TriedRange {
  /** Which. */
  readonly factor: Factor;
  /** Each value as it is written, with its figures by measure and then by replication: the first replications of the base. */
  readonly trials: readonly { readonly value: string; readonly values: readonly (readonly number[])[] }[];
}

/** What one range does to a measure by itself. */
export interface RangeEffect extends TornadoRow {
  /** What it belongs to. */
  readonly group: string;
  /** The value of the file. */
  readonly base: string;
  /** Every value tried, with the paired difference from the base. */
  readonly trials: readonly TornadoEnd[];
}

/** What the ranges of one group do, each by itself. */
export interface GroupEffect {
  /** Such as `sectors.tucson`. */
  readonly group: string;
  /** How many of its ranges were tried. */
  readonly ranges: number;
  /** The range that moves the measure most. */
  readonly widest: RangeEffect;
}

/** What the ranges do to one measure, one at a time. */
export interface MeasureEffects {
  /** With nothing changed. */
  readonly base: Estimate;
  /** The widest first. Those that changed nothing in any replication tried have a swing of 0. */
  readonly effects: readonly RangeEffect[];
  /** By their widest range. */
  readonly groups: readonly GroupEffect[];
}

/**
 * What each range does to each measure by itself. `base` has the figures with nothing changed, by measure and then by replication.
 * @throws RangeError if a trial has more replications than the base
 */
export function effectsOfRanges(
  measures: readonly StudyMeasure[],
  base: readonly (readonly number[])[],
  ranges: readonly TriedRange[],
): readonly MeasureEffects[] {
  return measures.map((measure, column) => {
    const own = base[column] as readonly number[];
    const effects = ranges
      .flatMap((range) => effectOf(own, column, range))
      .sort((one, other) => other.swing - one.swing);
    return { base: estimateOf(measure, own), effects, groups: byGroup(effects) };
  });
}

function effectOf(base: readonly number[], column: number, { factor, trials }: TriedRange): RangeEffect[] {
  const tried = trials.map(({ value, values }) => ({ value, outputs: values[column] as readonly number[] }));
  const count = tried[0]?.outputs.length ?? 0;
  const same = base.slice(0, count);
  const [row] = oneAtATime(same, [{ name: nameOf(factor.paths), trials: tried }]);
  if (row === undefined) return [];
  return [
    {
      ...row,
      group: groupOf(factor),
      base: settingText(factor.base),
      trials: tried.map(({ value, outputs }) => ({ value, difference: pairedDifference(outputs, same) })),
    },
  ];
}
