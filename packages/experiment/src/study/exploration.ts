import { type Answer, type Factor, settingsOf } from "@mpp-sim/scenario";
import type { Compared } from "../answer/answer.ts";
import { type Effect, effectOf } from "../answer/effect.ts";
import { classOf, type PointClass, sideOf, type Verdict, verdictOf } from "../answer/verdict.ts";
import type { Box, Restriction } from "../discovery/box.ts";
import { prim } from "../discovery/prim.ts";
import { treeLeaves } from "../discovery/tree-leaves.ts";
import { clopperPearson } from "../plan/certainty.ts";
import { type VarianceShares, varianceShares } from "../sensitivity/variance-shares.ts";
import type { Position, StudyPoint } from "./points.ts";
import { nameOf } from "./ranges.ts";

/** One draw of all ranges at once, under both policies. */
export interface Draw extends Compared {
  /** Where it is. */
  readonly point: StudyPoint;
  /** Of each range, in their order. */
  readonly positions: readonly Position[];
}

/** A draw, and what the answer is there. */
export interface ExploredDraw {
  /** Where it is. */
  readonly point: StudyPoint;
  /** Its interval holds at 95 % over the base and all draws together (Bonferroni). */
  readonly effect: Effect;
  /** From that interval alone. */
  readonly class: PointClass;
}

/** A condition on one range, in values as they are written. */
export interface Condition {
  /** Of the range. */
  readonly path: string;
  /** At least this. */
  readonly low?: string;
  /** At most this. */
  readonly high?: string;
  /** One of these levels. */
  readonly levels?: readonly string[];
  /** How likely such a condition is found by chance; above 0.05 it may be noise. Only of conditions by PRIM. */
  readonly quasiP?: number;
}

/** Draws that meet some conditions together, and how many of them have another verdict than the base. */
export interface DecidingBox extends Pick<Box, "n" | "hits" | "coverage" | "density"> {
  /** All must hold. */
  readonly conditions: readonly Condition[];
}

/** What becomes of an answer when all ranges vary at once. */
export interface Exploration extends Pick<Answer, "measure" | "counts" | "claim" | "label" | "matters"> {
  /** With everything as in the file, at the level of the draws. */
  readonly base: Effect;
  /** Over the base and all draws. */
  readonly verdict: Verdict;
  /** In the order of the design. */
  readonly draws: readonly ExploredDraw[];
  /** Draws on the same side as the base (the claim holds, or it does not; one that is open is on neither), with a 95 % interval of their share of the space. */
  readonly same: { readonly draws: number; readonly of: number; readonly low: number; readonly high: number };
  /** Of the effect: how much of its variance comes from the ranges, and how much from chance. */
  readonly variance: VarianceShares;
  /** Where the verdict is another one: by PRIM. Undefined where all draws agree with the base, or none does. */
  readonly box?: DecidingBox;
  /** The same by a tree, as a check. */
  readonly tree?: DecidingBox;
}

const chance = 0.05;

/**
 * What becomes of an answer when all ranges vary at once. `base` has the measure with everything as in the file. The draws must not share
 * replications with each other, or the part of chance would be hidden.
 * @throws RangeError if there is no draw
 */
export function explorationOf(
  { measure, counts, claim, label, matters }: Answer,
  factors: readonly Factor[],
  base: Compared,
  draws: readonly Draw[],
): Exploration {
  const level = 1 - chance / (1 + draws.length);
  const effect = ({ own, against }: Compared): Effect => effectOf(own, against, claim, level);
  const explored = draws.map((draw): ExploredDraw => {
    const found = effect(draw);
    return { point: draw.point, effect: found, class: classOf(found, matters) };
  });
  const whole = effect(base);
  const side = sideOf(classOf(whole, matters));
  // A draw that is open agrees with nothing, and nothing with a base that is.
  const interest = explored.map((draw) => draw.class === "unresolved" || sideOf(draw.class) !== side);
  const others = interest.filter(Boolean).length;
  const points = { points: draws.map(({ positions }) => positions), interest };
  const isSplit = others > 0 && others < draws.length;
  const [leaf] = isSplit ? treeLeaves(points) : [];
  return {
    ...{ measure, counts, claim, label, matters },
    base: whole,
    verdict: verdictOf(
      whole,
      explored.map((draw) => ({ value: draw.point.name, effect: draw.effect })),
      matters,
    ),
    draws: explored,
    same: {
      draws: draws.length - others,
      of: draws.length,
      ...clopperPearson(draws.length - others, draws.length, 1 - chance / 2),
    },
    variance: varianceShares(draws.map((draw) => effectsOf(draw, claim))),
    ...(isSplit && { box: inValues(factors, prim(points).box) }),
    ...(leaf && leaf.restrictions.length > 0 && { tree: inValues(factors, leaf) }),
  };
}

/** The effect in each replication by itself; none where there was nobody to count. */
function effectsOf({ own, against }: Compared, claim: Answer["claim"]): readonly number[] {
  const sign = claim === "lower" ? -1 : 1;
  return own.map((value, index) => {
    const other = against[index] as number;
    return other === 0 ? Number.NaN : (sign * (value - other)) / other;
  });
}

function inValues(
  factors: readonly Factor[],
  {
    restrictions,
    n,
    hits,
    coverage,
    density,
  }: Omit<Box, "restrictions"> & {
    readonly restrictions: readonly (Restriction & { readonly quasiP?: number })[];
  },
): DecidingBox {
  const conditions = restrictions.map(({ input, low, high, levels, quasiP }): Condition => {
    const factor = factors[input] as Factor;
    const written = (at: number): string => settingsOf(factor, at)[0]?.value ?? "";
    return {
      path: nameOf(factor.paths),
      ...(low !== undefined && { low: written(low) }),
      ...(high !== undefined && { high: written(high) }),
      ...(levels !== undefined && { levels }),
      ...(quasiP !== undefined && { quasiP }),
    };
  });
  return { conditions, n, hits, coverage, density };
}
