import type { Scenario } from "@mpp-sim/scenario";
import { wholeFrom } from "./design/whole-from.ts";
import { estimateMean } from "./estimate.ts";
import { rowNamed } from "./row-named.ts";
import type { RunResult } from "./run-result.ts";

/** When a measure is known well enough for a run to end before all its replications. */
export interface Precision {
  /** Name of the measure. */
  readonly measure: string;
  /** The half width of its interval at most, in the unit of the measure. Give this or `part`. */
  readonly halfWidth?: number;
  /** How far the mean may be off at most, as a part of the true one: 0.05 is 5 %. */
  readonly part?: number;
  /** Replications before the first look; 20 unless given, 10 at least. */
  readonly least?: number;
  /** Replications from one look to the next; 10 unless given. */
  readonly round?: number;
}

/** The precision that a scenario asks for; undefined where it asks for none. */
export function precisionOf({ precision }: Scenario["experiment"]): Precision | undefined {
  if (precision === undefined) return undefined;
  const { measure, within } = precision;
  return { measure, ...(within.unit === "%" ? { part: within.value / 100 } : { halfWidth: within.value }) };
}

/**
 * After how many replications of a sequence a measure is known well enough: at the first look that finds it so, as the look before did. Looks are at
 * fixed numbers of replications, so neither time nor workers decide. An interval that is wide enough by luck, at one look, ends no run: so it
 * holds its level, but for a percent or so. Undefined if that never happens. NaN stands for a replication without the measure.
 * @throws RangeError if not one of `halfWidth` and `part` is given and above 0, `least` is not a whole number from 10 or `round` not one from 1
 */
export function precisionReached(values: readonly number[], precision: Precision): number | undefined {
  return looksOf(precision, values.length).find((look) => isReachedAt(values, look, precision));
}

/**
 * After how many replications a measure was known well enough in each of some runs with the same replications; undefined if it never was.
 * @throws RangeError as `precisionReached`, or if a run has no such measure
 */
export function reachedIn(
  runs: readonly Pick<RunResult, "catalogue" | "replications">[],
  precision: Precision,
): number | undefined {
  const each = runs.map(({ catalogue: { measures }, replications }) => {
    const row = measures.indexOf(rowNamed(measures, "measure", precision.measure));
    return replications.map((one) => one.measures[row] as number);
  });
  const shortest = Math.min(...each.map(({ length }) => length));
  return looksOf(precision, shortest).find((look) => each.every((values) => isReachedAt(values, look, precision)));
}

/** Numbers of replications after which to look, up to `most`. */
export function looksOf({ halfWidth, part, least = 20, round = 10 }: Precision, most: number): number[] {
  const asked = [halfWidth, part].filter((one) => one !== undefined);
  if (asked.length !== 1 || !((asked[0] as number) > 0)) {
    throw new RangeError(`precision must be a half width or a part, above 0, got ${asked.join(" and ") || "neither"}`);
  }
  wholeFrom(10, "least", least);
  wholeFrom(1, "round", round);
  return Array.from({ length: Math.max(0, Math.floor((most - least) / round) + 1) }, (_, at) => least + at * round);
}

/** Whether this look, one of those of `looksOf`, and the one before both find it. */
export function isReachedAt(values: readonly number[], look: number, precision: Precision): boolean {
  const { least = 20, round = 10 } = precision;
  return look - round >= least && [look - round, look].every((n) => isPrecise(values.slice(0, n), precision));
}

function isPrecise(values: readonly number[], { halfWidth, part }: Precision): boolean {
  const found = estimateMean(values);
  if (found.halfWidth === null || found.mean === null) return false;
  if (halfWidth !== undefined) return found.halfWidth <= halfWidth;
  // The part is of the true mean, which may be as much smaller than the one found (Law 2015, 9.4.1).
  return part !== undefined && found.halfWidth <= (part / (1 + part)) * Math.abs(found.mean);
}
