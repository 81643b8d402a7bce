import { mean as average, sampleStandardDeviation } from "simple-statistics";
import type { Trajectory } from "../design/morris-design.ts";
import { type Bounded, bootstrapped, type Resampling } from "./bootstrap.ts";

/** What one input does to a figure, over its whole range. Effects are in the unit of the figure, for a move from one end of the range to the other. */
export interface MorrisEffect {
  /** Trajectories in which the figure is defined on both sides of the move. */
  readonly n: number;
  /** μ: the mean effect. Effects of both signs cancel. */
  readonly mean: Bounded;
  /** μ*: the mean of effects without their sign; inputs are ranked by it (Campolongo, Cariboni & Saltelli 2007). */
  readonly meanAbsolute: Bounded;
  /** σ: how much the effect differs from place to place, because it is curved or depends on other inputs. Null below two. */
  readonly deviation: Bounded;
}

/**
 * Elementary effects of each input, in order (Morris 1991), with bootstrap intervals over trajectories. `outputs` holds the figure at the
 * points of each trajectory; NaN where it is not defined.
 * @throws RangeError if outputs do not fit the trajectories, or as `Resampling` says
 */
export function morrisEffects(
  trajectories: readonly Trajectory[],
  outputs: readonly (readonly number[])[],
  resampling: Resampling,
): MorrisEffect[] {
  const found = trajectories.map(({ points }, at) => ({ length: points.length, found: outputs[at]?.length ?? 0 }));
  if (outputs.length !== trajectories.length || found.some((one) => one.length !== one.found)) {
    throw new RangeError(
      `morrisEffects: outputs must be one a point, got ${outputs.map(({ length }) => length).join(", ")} for ${found.map(({ length }) => length).join(", ")}`,
    );
  }
  const effects = trajectories.map((trajectory, at) => effectsOf(trajectory, outputs[at] as readonly number[]));
  return [...(trajectories[0]?.moved ?? []).keys()].map((input) => {
    const own = effects.map((one) => one[input] as number).filter((effect) => !Number.isNaN(effect));
    const [mean, meanAbsolute, deviation] = bootstrapped(own.length, (rows) => momentsOf(own, rows), resampling);
    return { n: own.length, mean, meanAbsolute, deviation } as MorrisEffect;
  });
}

/** The elementary effects of one trajectory, by input. NaN where the figure is not defined. */
export function effectsOf({ points, moved }: Trajectory, outputs: readonly number[]): number[] {
  const effects = moved.map(() => Number.NaN);
  for (const [step, input] of moved.entries()) {
    const by = (points[step + 1]?.[input] as number) - (points[step]?.[input] as number);
    effects[input] = ((outputs[step + 1] as number) - (outputs[step] as number)) / by;
  }
  return effects;
}

function momentsOf(effects: readonly number[], rows: ArrayLike<number>): number[] {
  const drawn = Array.from(rows, (row) => effects[row] as number);
  if (drawn.length === 0) return [Number.NaN, Number.NaN, Number.NaN];
  const deviation = drawn.length < 2 ? Number.NaN : sampleStandardDeviation(drawn);
  return [average(drawn), average(drawn.map(Math.abs)), deviation];
}
