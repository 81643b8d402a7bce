import type { Effect } from "./effect.ts";

/** How strongly a point speaks for the claim, from its interval alone. */
export type PointClass = "all" | "most" | "some" | "none" | "opposite" | "unresolved";

/** Effects from here on count as nearly all, and as most, of the measure. */
const nearlyAll = 0.9;
const half = 0.5;

/** The class of a point. `matters` is the least effect that anybody would act on, from 0 to 1. */
export function classOf({ low, high }: Effect, matters: number): PointClass {
  if (low === null || high === null) return "unresolved";
  if (low >= nearlyAll) return "all";
  if (low >= half) return "most";
  if (low >= matters) return "some";
  if (high <= -matters) return "opposite";
  return low >= -matters && high <= matters ? "none" : "unresolved";
}

/** One value of one assumption, with all others as in the file; or the file itself. */
export interface Point {
  /** Name of the assumption; undefined for the file itself, the base. */
  readonly factor?: string;
  /** Its value, as a reader knows it. */
  readonly value: string;
  /** Its interval decides the class. */
  readonly effect: Effect;
}

/** A verdict in a word or two. */
export type VerdictWord = "yes" | "yes, mostly" | "partly" | "no" | "not distinguishable" | "depends";

/** What a question comes to, over chance and the assumptions tried. */
export interface Verdict {
  /** Over the base and all points. */
  readonly word: VerdictWord;
  /** The file itself. */
  readonly base: PointClass;
  /** Assumptions that were tried, in the order given: whether they agree with the base that the claim holds, and where that changes. */
  readonly factors: readonly FactorVerdict[];
  /** Replications that would settle a base that is not distinguishable; undefined where it is, or where no number would. */
  readonly settledBy?: number;
}

/** What one assumption does to the verdict. */
export interface FactorVerdict {
  /** Its name. */
  readonly factor: string;
  /** Least effect over its values, the base among them; null where one is not defined. */
  readonly low: number | null;
  /** Greatest effect over them. */
  readonly high: number | null;
  /** Whether each of its values puts the point on the same side as the base. */
  readonly agrees: boolean;
  /** Whether each of its values leaves the measure moved by at least a half, the way of the claim. */
  readonly half: boolean;
  /** Neighbouring values between which the side changes; undefined where it does not. */
  readonly changes?: readonly [from: string, to: string];
}

/** Sides of a verdict: the claim holds, it does not, or nobody can say. */
export function sideOf(one: PointClass): "holds" | "fails" | "unresolved" {
  if (one === "unresolved") return one;
  return one === "none" || one === "opposite" ? "fails" : "holds";
}

/**
 * The verdict over a base and the points around it. `points` hold the values of each factor in order; the base is none of them. An unresolved
 * point is never agreement.
 */
export function verdictOf(base: Effect, points: readonly Point[], matters: number): Verdict {
  const baseClass = classOf(base, matters);
  const names = [...new Set(points.flatMap(({ factor }) => factor ?? []))];
  const factors = names.map((name) =>
    factorVerdict(
      name,
      base,
      points.filter(({ factor }) => factor === name),
      matters,
    ),
  );
  const all = [baseClass, ...points.map(({ effect }) => classOf(effect, matters))];
  const settledBy = replicationsToSettle(base, matters);
  return {
    word: wordOf(baseClass, all),
    base: baseClass,
    factors,
    ...(baseClass === "unresolved" && settledBy !== undefined && { settledBy }),
  };
}

function wordOf(base: PointClass, all: readonly PointClass[]): VerdictWord {
  if (base === "unresolved") return "not distinguishable";
  const every = (...classes: PointClass[]): boolean => all.every((one) => classes.includes(one));
  if (every("all")) return "yes";
  if (every("all", "most")) return "yes, mostly";
  if (every("all", "most", "some")) return "partly";
  return every("none", "opposite") ? "no" : "depends";
}

function factorVerdict(factor: string, base: Effect, points: readonly Point[], matters: number): FactorVerdict {
  const effects = [base, ...points.map(({ effect }) => effect)].map(({ effect }) => effect);
  const known = effects.filter((effect) => effect !== null);
  const whole = known.length === effects.length;
  const side = sideOf(classOf(base, matters));
  const sides = points.map(({ effect }) => sideOf(classOf(effect, matters)));
  const strong = (effect: Effect): boolean => ["all", "most"].includes(classOf(effect, matters));
  const at = points.findIndex((_, index) => index > 0 && sides[index] !== sides[index - 1]);
  return {
    factor,
    low: whole ? Math.min(...known) : null,
    high: whole ? Math.max(...known) : null,
    agrees: side !== "unresolved" && sides.every((one) => one === side),
    half: strong(base) && points.every(({ effect }) => strong(effect)),
    ...(at > 0 && { changes: [(points[at - 1] as Point).value, (points[at] as Point).value] as const }),
  };
}

/** An interval shrinks with the root of the replications; it has to clear the nearest bound. */
function replicationsToSettle({ n, effect, low, high }: Effect, matters: number): number | undefined {
  if (effect === null || low === null || high === null) return undefined;
  const room = Math.abs(Math.abs(effect) - matters);
  return room === 0 ? undefined : Math.ceil(n * ((high - low) / 2 / room) ** 2);
}
