import { exp } from "@mpp-sim/engine";
import type { DisplacementParameters } from "../../parameters/behaviour-parameters.ts";
import type { BorderParameters } from "../../parameters/border-parameters.ts";
import type { ByCategory } from "../../parameters/sector-parameters.ts";
import type { Timeline } from "../../parameters/timeline.ts";

/** Single adults and families; children alone are never returned. */
const returnedCategories = [0, 1] as const;

/**
 * The gain up to which displacement comes to rest. Near a steady state, let y be the deviation of a perceived return probability. It
 * moves arrivals, which move what is observed on the same day to -g y (g is the gain); what is observed is smoothed and known late:
 *
 *     y[d + 1] = a y[d] + (1 - a) (-g y[d - L]),   a = e^(-1 / smoothing), L the lag in days.
 *
 * With b = (1 - a) g the characteristic equation is z^(L + 1) - a z^L + b = 0. On the limit of stability z = e^(i t):
 * sin((L + 1) t) = a sin(L t) at the least such t > 0, and b² = 1 + a² - 2 a cos t (Kuruklis 1994, The asymptotic stability of
 * x(n+1) - a x(n) + b x(n-k) = 0). Divided by sin t the first is U_L(c) = a U_(L-1)(c) in c = cos t, U the Chebyshev polynomials of the
 * second kind; its largest root is found by bisection, as the sequence U_0 … U_(L-1), U_L - a U_(L-1) is positive throughout above it
 * and nowhere else (Sturm). Hours in custody add to the lag, so the limit is if anything lower.
 *
 * @returns 1 without smoothing, more with it
 */
export function steadyGain({
  lagDays,
  smoothingDays,
}: Pick<DisplacementParameters, "lagDays" | "smoothingDays">): number {
  const keep = smoothingDays === 0 ? 0 : exp(-1 / smoothingDays);
  let low = -1;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (isAboveRoots(middle, keep, lagDays)) high = middle;
    else low = middle;
  }
  return Math.sqrt(1 + keep * keep - 2 * keep * high) / (1 - keep);
}

function isAboveRoots(cosine: number, keep: number, lag: number): boolean {
  let before = 0;
  let now = 1;
  for (let order = 1; order <= lag; order++) {
    const next = 2 * cosine * now - before;
    before = now;
    now = next;
    if (order < lag && now <= 0) return false;
  }
  return now - keep * before > 0;
}

/**
 * A bound on the gain of a scenario with displacement: its sensitivity times the largest share of any kind of people that any sector may
 * return. One per cent more arrivals lower the share returned by one per cent of itself at most: that is so where a limit is full.
 */
export function mostGain({ displacement, sectors }: BorderParameters): number {
  const returnable = sectors.flatMap(({ eligibility, pathways }) =>
    pathways.length === 0
      ? []
      : returnedCategories.map((category) => {
          const least = (timeline: Timeline<ByCategory<number>>): number =>
            Math.min(...timeline.map(({ value }) => value[category]));
          return (1 - least(eligibility.exempt)) * (1 - least(eligibility.discretion));
        }),
  );
  return (displacement?.sensitivity ?? 0) * Math.max(0, ...returnable);
}
