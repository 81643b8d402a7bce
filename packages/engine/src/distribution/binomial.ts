import { fromCounts } from "./counts.ts";
import type { Distribution } from "./distribution.ts";
import { fixed } from "./fixed.ts";

/**
 * Binomial: successes in so many independent trials of one probability.
 * @throws RangeError if trials is not a whole number from 1 to 1e9, or the probability not from 0 to 1
 */
export function binomial(trials: number, probability: number): Distribution {
  if (!(Number.isInteger(trials) && trials >= 1 && trials <= 1e9))
    throw new RangeError(`trials must be a whole number from 1 to 1e9, got ${trials}`);
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`probability must be from 0 to 1, got ${probability}`);
  if (probability === 0) return fixed(0);
  if (probability === 1) return fixed(trials);
  const odds = probability / (1 - probability);
  return fromCounts({
    mean: trials * probability,
    variance: trials * probability * (1 - probability),
    mode: Math.min(trials, Math.floor((trials + 1) * probability)),
    most: trials,
    ratio: (k) => ((trials - k) / (k + 1)) * odds,
  });
}
