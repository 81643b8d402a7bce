import type { Factor } from "@mpp-sim/scenario";
import { morrisDesign, type Trajectory } from "../design/morris-design.ts";
import type { Resampling } from "../sensitivity/bootstrap.ts";
import { effectsOf, type MorrisEffect, morrisEffects } from "../sensitivity/morris-effects.ts";
import { type VarianceShares, varianceShares } from "../sensitivity/variance-shares.ts";
import type { StudyMeasure } from "./fold-study.ts";
import { byGroup, groupOf, nameOf } from "./ranges.ts";

/**
 * Figures at each point of a trajectory, in its order: by measure and then by replication. Empty where the point is refused; undefined where
 * it was not run, because what had been moved does nothing.
 */
export type TrajectoryFigures = readonly (readonly (readonly number[])[] | undefined)[];

/** What one range does to a measure, wherever the others stand. */
export interface MorrisRange extends MorrisEffect {
  /** Its first path. */
  readonly name: string;
  /** What it belongs to. */
  readonly group: string;
  /** Where effects differ: how much of their variance comes from where the other ranges stand, and how much from chance. */
  readonly variance: VarianceShares;
}

/** The ranges of one group by their elementary effects. */
export interface MorrisGroup {
  /** Such as `sectors.tucson`. */
  readonly group: string;
  /** How many of its ranges were moved. */
  readonly ranges: number;
  /** The one with the greatest μ*. */
  readonly widest: MorrisRange;
}

/** Elementary effects of all ranges on one measure. */
export interface MeasureMorris extends StudyMeasure {
  /** The greatest μ* first. */
  readonly ranges: readonly MorrisRange[];
  /** By their widest range. */
  readonly groups: readonly MorrisGroup[];
}

/**
 * Trajectories of Morris, of which the second is the first mirrored: the two together reach both ends of every range, so that what does
 * something at one end alone is seen in the first look.
 * @throws RangeError as `morrisDesign`
 */
export function walksOfRanges(trajectories: number, ranges: number, seed: string): readonly Trajectory[] {
  const [first, second, ...others] = morrisDesign(trajectories, ranges, { seed });
  if (first === undefined || second === undefined) return first ? [first] : [];
  return [first, { ...first, points: first.points.map((point) => point.map((unit) => 1 - unit)) }, ...others];
}

/** The places of a trajectory that must be run if `moving` ranges alone do something: the first, and each after such a range was moved. */
export function placesToRun({ moved }: Trajectory, moving: ReadonlySet<number>): readonly number[] {
  return [0, ...moved.flatMap((input, step) => (moving.has(input) ? [step + 1] : []))];
}

/**
 * Ranges that changed some figure, to the last digit, in the trajectories given, all of whose points were run. One whose point was refused
 * may do something.
 */
export function rangesThatMove(
  trajectories: readonly Trajectory[],
  figures: readonly TrajectoryFigures[],
): ReadonlySet<number> {
  const differ = (one: TrajectoryFigures[number] = [], other: TrajectoryFigures[number] = []): boolean =>
    one.length === 0 ||
    other.length === 0 ||
    one.some((own, measure) => own.some((value, index) => !Object.is(value, other[measure]?.[index])));
  return new Set(
    trajectories.flatMap(({ moved }, at) =>
      moved.filter((_, step) => differ(figures[at]?.[step], figures[at]?.[step + 1])),
    ),
  );
}

/** Trajectories with what was run on them. */
export interface MorrisTried {
  /** The ranges, in the order of the inputs of the walks. */
  readonly factors: readonly Factor[];
  /** Each with people of its own. */
  readonly trajectories: readonly Trajectory[];
  /** By trajectory. */
  readonly figures: readonly TrajectoryFigures[];
  /** Places of the ranges that did something in the first trajectories. The others were moved in those alone. */
  readonly moving: ReadonlySet<number>;
  /** How many those first trajectories are. */
  readonly first: number;
}

/**
 * Elementary effects of ranges on each measure, with bootstrap intervals over trajectories. Each trajectory has people of its own and
 * compares the same people along its way, so the intervals hold chance and where the other ranges stand; `variance` tells them apart.
 * @throws RangeError as `morrisEffects`
 */
export function morrisOfRanges(
  measures: readonly StudyMeasure[],
  { factors, trajectories, figures, moving, first }: MorrisTried,
  resampling: Resampling,
): readonly MeasureMorris[] {
  return measures.map((measure, column) => {
    const outputs = figures.map((own) => carried(own).map((point) => point?.[column] ?? []));
    const means = outputs.map((own) => own.map(meanOf));
    const ofAll = morrisEffects(trajectories, means, resampling);
    const ofFirst = morrisEffects(trajectories.slice(0, first), means.slice(0, first), resampling);
    const byReplication = trajectories.map((trajectory, at) => effectsByReplication(trajectory, outputs[at] ?? []));
    const ranges = factors.map(({ paths }, input): MorrisRange => {
      const isMoving = moving.has(input);
      const effects = byReplication.slice(0, isMoving ? undefined : first).map((own) => own[input] ?? []);
      return {
        ...((isMoving ? ofAll : ofFirst)[input] as MorrisEffect),
        name: nameOf(paths),
        group: groupOf({ paths }),
        variance: varianceShares(effects),
      };
    });
    const ranked = ranges.sort((one, other) => widthOf(other) - widthOf(one));
    return { ...measure, ranges: ranked, groups: byGroup(ranked) };
  });
}

function widthOf({ meanAbsolute }: MorrisEffect): number {
  return meanAbsolute.value ?? -1;
}

/** What was not run has the figures of the point before. */
function carried(figures: TrajectoryFigures): TrajectoryFigures {
  let last: TrajectoryFigures[number];
  return figures.map((own) => {
    last = own ?? last;
    return last;
  });
}

/** NaN where a replication does not define it, or there is none. */
function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By input and then by replication. */
function effectsByReplication(
  trajectory: Trajectory,
  outputs: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const count = Math.max(0, ...outputs.map(({ length }) => length));
  const each = Array.from({ length: count }, (_, replication) =>
    effectsOf(
      trajectory,
      outputs.map((own) => own[replication] ?? Number.NaN),
    ),
  );
  return trajectory.moved.map((_, input) => each.map((effects) => effects[input] as number));
}
