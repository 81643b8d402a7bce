import { wholeFrom } from "../design/whole-from.ts";
import { type Certainty, certaintyOf, clopperPearson, fewestRuns, type Sureness } from "./certainty.ts";

/** What is to be met, and how many runs may be spent to show it. */
export interface Target extends Sureness {
  /** Whether a run meets the target, from its measure. NaN stands for a measure that is not defined: as a rule it meets none. */
  readonly met: (measure: number) => boolean;
  /** Runs of each value at most. They settle beforehand what a bound has to reach, so that looking earlier costs no confidence. */
  readonly replications: number;
  /** Runs asked for at a time; 20 unless given. */
  readonly round?: number;
}

/** What came of one value. */
export interface Assessed {
  /** Runs taken: fewer than allowed where the rest could not change what it comes to. */
  readonly n: number;
  /** Of these, runs that met the target. */
  readonly met: number;
  /** One-sided lower bound of the probability. */
  readonly low: number;
  /** One-sided upper bound. */
  readonly high: number;
  /** What all runs allowed come to. */
  readonly certainty: Certainty;
}

/** Checks a target before anything is run. */
export function checkTarget({ replications, round = 20, ...sureness }: Target): void {
  wholeFrom(1, "round", round);
  const least = fewestRuns(sureness);
  if (!(Number.isSafeInteger(replications) && replications >= least)) {
    throw new RangeError(
      `replications must be a whole number from ${least} to show a probability of ${sureness.probability}, got ${replications}`,
    );
  }
}

/** Asks for runs of one value, a round at a time, until what all allowed runs come to is settled. */
export async function assess(
  measures: (replications: number) => Promise<readonly number[]>,
  target: Target,
): Promise<Assessed> {
  const { replications, round = 20 } = target;
  for (let n = Math.min(round, replications); ; n = Math.min(n + round, replications)) {
    const found = await measures(n);
    if (found.length < n) throw new RangeError(`runs must be ${n}, as asked for, got ${found.length}`);
    const met = found.slice(0, n).filter(target.met).length;
    const worst = certaintyOf(met, replications, target);
    const best = certaintyOf(met + replications - n, replications, target);
    if (worst === best) {
      return { n, met, ...clopperPearson(met, n, target.confidence), certainty: worst };
    }
  }
}

const order: readonly Certainty[] = ["fails", "undecided", "sure"];

/** Whether more of something came to less than less of it. */
export function contradicts(less: Assessed, more: Assessed): boolean {
  return order.indexOf(less.certainty) > order.indexOf(more.certainty);
}
