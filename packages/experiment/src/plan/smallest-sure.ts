import { type Assessed, assess, checkTarget, contradicts, type Target } from "./assess.ts";

/** Values of one setting, and who runs them. */
export interface PlanOptions<Value> extends Target {
  /** In order, from the least to the most: those that come later are thought to meet the target rather. */
  readonly values: readonly Value[];
  /** The measure in the first `replications` replications under a value. All values share replications: those that exist are not run again. */
  readonly run: (value: Value, replications: number) => Promise<readonly number[]>;
}

/** A value that was tried. */
export interface Tried<Value> extends Assessed {
  /** One of those given. */
  readonly value: Value;
}

/** What a plan comes to. */
export interface Plan<Value> {
  /** The first value that surely meets the target; the one before it was tried and does not. Undefined where none does. */
  readonly smallest?: Value;
  /** The last value before it that surely fails. Undefined where none does. */
  readonly lastFailing?: Value;
  /** Values between the two: more runs might move the smallest one there. */
  readonly undecided: readonly Value[];
  /** In the order of the values. */
  readonly tried: readonly Tried<Value>[];
  /** Over all values. */
  readonly runs: number;
  /** Pairs of values tried of which the earlier came to more than the later: then the order is not what it was thought to be. */
  readonly contradictions: readonly (readonly [earlier: Value, later: Value])[];
}

/** Values tried before halving: both ends and some between, so that an order that does not hold shows. */
const probes = 5;

/**
 * The smallest of some values of which it is sure, at 95 % unless told otherwise, that the target is met with the probability asked for. Some
 * values over the whole list are tried first, then the gaps are halved. Since values share replications, the halving ends as a rule where
 * trying from the top down would, which keeps the confidence over all values (Maurer, Hothorn & Lehmacher 1995).
 * @throws RangeError if there are no values, too few replications to show the probability, or a run gives too few measures
 */
export async function smallestSure<Value>({ values, run, ...target }: PlanOptions<Value>): Promise<Plan<Value>> {
  if (values.length === 0) throw new RangeError("values must be at least one, got none");
  checkTarget(target);
  const found = new Map<number, Tried<Value>>();
  const tryAt = async (index: number): Promise<Tried<Value>> => {
    const value = values[index] as Value;
    const tried = found.get(index) ?? { value, ...(await assess((n) => run(value, n), target)) };
    found.set(index, tried);
    return tried;
  };
  const last = values.length - 1;
  for (let probe = 0; probe < probes; probe++) await tryAt(Math.round((last * probe) / (probes - 1)));

  /** The least place from `from` on at which a value holds, once the one before it has been tried as well. */
  const narrow = async (from: number, holds: (one: Tried<Value>) => boolean): Promise<number> => {
    for (;;) {
      const known = [...found.keys()].sort((a, b) => a - b);
      const first = known.find((index) => index >= from && holds(found.get(index) as Tried<Value>)) ?? values.length;
      const before = known.filter((index) => index < first).at(-1) ?? -1;
      if (first - before <= 1) return first;
      await tryAt(Math.floor((before + first) / 2));
    }
  };
  const isSure = ({ certainty }: Tried<Value>): boolean => certainty === "sure";
  let smallest: number;
  let open: number;
  do {
    smallest = await narrow(0, isSure);
    const failing = [...found].flatMap(([index, { certainty }]) =>
      index < smallest && certainty === "fails" ? [index] : [],
    );
    open = await narrow(Math.max(-1, ...failing) + 1, ({ certainty }) => certainty !== "fails");
    // Where the order does not hold, an earlier value may have come to light.
  } while ([...found].some(([index, one]) => index < smallest && isSure(one)));
  const tried = [...found.entries()].sort(([a], [b]) => a - b).map(([, one]) => one);
  return {
    ...(smallest < values.length && { smallest: values[smallest] as Value }),
    ...(open > 0 && { lastFailing: values[open - 1] as Value }),
    undecided: values.slice(open, smallest),
    tried,
    runs: tried.reduce((sum, { n }) => sum + n, 0),
    contradictions: tried.flatMap((one, at) =>
      tried.slice(at + 1).flatMap((later) => (contradicts(one, later) ? [[one.value, later.value] as const] : [])),
    ),
  };
}
