import type { Estimate } from "../estimate.ts";
import type { Capacity } from "./capacities.ts";
import { type Moved, movesBetween, type Reported } from "./figures.ts";

/** More of one capacity, or of two at once, and what it changes. */
export interface Worth {
  /** One, or two. */
  readonly capacities: readonly Capacity[];
  /** Paired differences from the policy as it is, in the order of the figures. */
  readonly moves: readonly Estimate[];
}

/** So many of those that change most are tried in pairs. */
const mostPaired = 4;

/**
 * Which pairs to try once each capacity has been tried by itself: those that change the first figure most, with each other, and the
 * capacities of one place, for a vehicle is worth little without a departure.
 */
export function pairsToTry(singles: readonly Worth[]): readonly (readonly [Capacity, Capacity])[] {
  const ranked = ranking(singles).flatMap(({ capacities }) => capacities);
  const first = new Set(ranked.slice(0, mostPaired));
  return ranked.flatMap((one, at) =>
    ranked.slice(at + 1).flatMap((other) => {
      const both = first.has(one) && first.has(other);
      return both || one.place === other.place ? [[one, other] as const] : [];
    }),
  );
}

/** From the one that changes the first figure most, whichever way, then the second, and so on; those that change all alike stay in their order. */
export function ranking(worths: readonly Worth[]): readonly Worth[] {
  const size = ({ moves }: Worth, figure: number): number => Math.abs(moves[figure]?.mean ?? 0);
  const figures = worths[0]?.moves.length ?? 0;
  const further = (a: Worth, b: Worth): number => {
    for (let figure = 0; figure < figures; figure++)
      if (size(a, figure) !== size(b, figure)) return size(b, figure) - size(a, figure);
    return 0;
  };
  return [...worths].sort(further);
}

/** What more of each changes, with intervals that hold at 95 % over `planned` of them together (Bonferroni). */
export function worthOf(
  figures: readonly Moved[],
  base: Reported,
  tried: readonly { readonly capacities: readonly Capacity[]; readonly reported: Reported }[],
  planned = tried.length,
): readonly Worth[] {
  const level = 1 - 0.05 / Math.max(1, planned);
  return tried.map(({ capacities, reported }) => ({
    capacities,
    moves: movesBetween(figures, reported, base, level),
  }));
}
