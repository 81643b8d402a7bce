import type { Spread } from "../estimate.ts";
import { pairedDifference } from "../paired-difference.ts";

/** An input moved by itself, all others as in the file. */
export interface MovedInput {
  /** Path of the setting, or any text. */
  readonly name: string;
  /** Values tried, each with the figure by replication: the same replications as the base. */
  readonly trials: readonly { readonly value: number | string; readonly outputs: readonly number[] }[];
}

/** What one input does by itself: a row of a tornado chart. */
export interface TornadoRow {
  /** As given. */
  readonly name: string;
  /** The value with the least mean difference from the base. */
  readonly least: TornadoEnd;
  /** The value with the greatest. */
  readonly greatest: TornadoEnd;
  /** From the least mean to the greatest, the base among them. */
  readonly swing: number;
}

/** One end of a bar. */
export interface TornadoEnd {
  /** Of the input. */
  readonly value: number | string;
  /** From the base, paired by replication. */
  readonly difference: Spread;
}

/**
 * Effects of inputs moved one at a time, the widest first; equal ones keep their order. It says nothing of what inputs do together. A value
 * at which no replication defines the figure is left out, and an input that has no other.
 * @throws RangeError if a trial has not the replications of the base, or a figure is infinite
 */
export function oneAtATime(base: readonly number[], inputs: readonly MovedInput[], level = 0.95): TornadoRow[] {
  const rows = inputs.flatMap(({ name, trials }): TornadoRow[] => {
    const ends = trials
      .map(({ value, outputs }) => ({ value, difference: pairedDifference(outputs, base, level) }))
      .filter(({ difference }) => difference.mean !== null)
      .sort((one, other) => meanOf(one) - meanOf(other));
    const [least, greatest] = [ends[0], ends.at(-1)];
    if (least === undefined || greatest === undefined) return [];
    const swing = Math.max(0, meanOf(greatest)) - Math.min(0, meanOf(least));
    return [{ name, least, greatest, swing }];
  });
  return rows.sort((one, other) => other.swing - one.swing);
}

function meanOf({ difference }: TornadoEnd): number {
  return difference.mean ?? 0;
}
