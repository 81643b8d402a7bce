import type { UnitPoint } from "./domain.ts";
import { randomStream, shuffled } from "./random-stream.ts";
import { wholeFrom } from "./whole-from.ts";

/** A walk through the cube that moves each input once. */
export interface Trajectory {
  /** One more than there are inputs; neighbours differ in one input. */
  readonly points: readonly UnitPoint[];
  /** The input moved at each step, from 0. */
  readonly moved: readonly number[];
}

/**
 * Trajectories of Morris 1991 on a grid of `levels` values, 0 to 1 with both: each starts at a random point and moves the inputs one at a time,
 * in random order, by levels / (2 (levels - 1)) up or down. Each trajectory has its own random numbers: more of them keep those before.
 * It costs trajectories × (inputs + 1) points.
 * @throws RangeError if there is no trajectory or no input, or `levels` is not an even number from 2
 */
export function morrisDesign(
  trajectories: number,
  inputs: number,
  { seed, levels = 4 }: { readonly seed: string; readonly levels?: number },
): Trajectory[] {
  wholeFrom(1, "trajectories", trajectories);
  wholeFrom(1, "inputs", inputs);
  if (wholeFrom(2, "levels", levels) % 2 !== 0) throw new RangeError(`levels must be an even number, got ${levels}`);
  // In steps of the grid, so that values are the same whichever way they are reached.
  const step = levels / 2;
  return Array.from({ length: trajectories }, (_, index) => {
    const random = randomStream(seed, `morris ${index}`);
    const at = Array.from({ length: inputs }, () => random.integer(levels));
    const moved = shuffled(inputs, random);
    const points = [unit(at, levels)];
    for (const input of moved) {
      const level = at[input] as number;
      at[input] = level < step ? level + step : level - step;
      points.push(unit(at, levels));
    }
    return { points, moved };
  });
}

function unit(at: readonly number[], levels: number): UnitPoint {
  return at.map((level) => level / (levels - 1));
}
