import { exp } from "@mpp-sim/engine";

/**
 * Shares of a multinomial logit: the weight of each alternative times e to the power of its utility, over their sum. Weights are
 * shares observed while all utilities were 0, or 1 each. McFadden (1974), Conditional logit analysis of qualitative choice behavior.
 */
export function logitShares(weights: readonly number[], utilities: readonly number[]): readonly number[] {
  const attractions = weights.map((weight, index) => weight * exp(utilities[index]!));
  const sum = attractions.reduce((total, attraction) => total + attraction, 0);
  return attractions.map((attraction) => attraction / sum);
}
