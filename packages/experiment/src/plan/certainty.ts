import { betaQuantile, betaShare } from "../beta.ts";
import { wholeFrom } from "../design/whole-from.ts";

/** What so many runs say of a target that is to be met with a probability. */
export type Certainty = "sure" | "undecided" | "fails";

/** How a target is to be met. */
export interface Sureness {
  /** Of meeting the target, strictly between 0 and 1. */
  readonly probability: number;
  /** Of each one-sided bound; 0.95 unless given. */
  readonly confidence?: number;
}

/**
 * The exact bounds of a probability (Clopper & Pearson 1934), each one-sided: the true one is at least `low` with that confidence, and at
 * most `high`. Both ends of a two-sided interval of 95 % are those of a confidence of 0.975.
 * @throws RangeError if `met` is not a whole number from 0 to `runs`, `runs` not one from 1, or `confidence` not strictly between 0 and 1
 */
export function clopperPearson(
  met: number,
  runs: number,
  confidence = 0.95,
): { readonly low: number; readonly high: number } {
  if (wholeFrom(0, "met", met) > wholeFrom(1, "runs", runs)) {
    throw new RangeError(`met must be at most ${runs}, the runs, got ${met}`);
  }
  strictlyBetween("confidence", confidence);
  return {
    low: met === 0 ? 0 : betaQuantile(1 - confidence, met, runs - met + 1),
    high: met === runs ? 1 : betaQuantile(confidence, met + 1, runs - met),
  };
}

/**
 * Sure if the lower bound reaches the probability, failing if the upper one is below it, else undecided. Found from the binomial itself,
 * so that a bound that just reaches it counts.
 * @throws RangeError as `clopperPearson`, or if the probability is not strictly between 0 and 1
 */
export function certaintyOf(met: number, runs: number, { probability, confidence = 0.95 }: Sureness): Certainty {
  strictlyBetween("probability", probability);
  strictlyBetween("confidence", confidence);
  if (met > 0 && betaShare(met, runs - met + 1, probability) <= 1 - confidence + rounding) return "sure";
  if (met < runs && 1 - betaShare(met + 1, runs - met, probability) < 1 - confidence - rounding) return "fails";
  return "undecided";
}

/**
 * The fewest runs that can show a probability, if all of them meet the target.
 * @throws RangeError as `certaintyOf`
 * @example fewestRuns({ probability: 0.9 }) // => 29
 */
export function fewestRuns(sureness: Sureness): number {
  for (let runs = 1; ; runs++) if (certaintyOf(runs, runs, sureness) === "sure") return runs;
}

/** Of the shares of a beta distribution. */
const rounding = 1e-12;

function strictlyBetween(what: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${what} must be between 0 and 1, got ${value}`);
}
