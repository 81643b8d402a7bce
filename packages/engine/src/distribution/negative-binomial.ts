import { fromCounts } from "./counts.ts";
import { type Distribution, mustBePositive } from "./distribution.ts";

/**
 * Negative binomial: failures before so many successes, each trial succeeding with one probability. `successes` need not be
 * whole: then it is a Poisson count whose mean is gamma distributed, for counts that vary more than a Poisson one.
 * @throws RangeError if successes is not positive and finite, the probability not above 0 and below 1, or the mean above 1e9
 */
export function negativeBinomial(successes: number, probability: number): Distribution {
  mustBePositive("successes", successes);
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`probability must be above 0 and below 1, got ${probability}`);
  const failure = 1 - probability;
  const mean = (successes * failure) / probability;
  if (!(mean <= 1e9)) throw new RangeError(`mean must be at most 1e9, got ${mean}`);
  return fromCounts({
    mean,
    variance: mean / probability,
    mode: Math.max(0, Math.floor(((successes - 1) * failure) / probability)),
    most: Number.POSITIVE_INFINITY,
    ratio: (k) => ((k + successes) / (k + 1)) * failure,
  });
}
