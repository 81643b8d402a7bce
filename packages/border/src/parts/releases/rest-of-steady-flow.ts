import type { Distribution } from "@mpp-sim/engine";

/** Number of equal shares of a distribution: with a mean of some days, each is less than a minute wide. */
const shares = 1024;

/**
 * The distribution of what is left of a duration in progress, if it is not known since when it has lasted: that of a flow that has been
 * steady for long. Its share below x is the mean of min(duration, x) over the mean duration. Returns its quantile function.
 */
export function restOfSteadyFlow(duration: Distribution): (uniform: number) => number {
  const lengths = Float64Array.from({ length: shares }, (_, share) => duration.quantile((share + 0.5) / shares));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return (uniform) => {
    // From one length to the next the sum of min(length, x) grows by one for each share that lasts longer.
    let left = uniform * total;
    let from = 0;
    for (const [share, length] of lengths.entries()) {
      const lastLonger = shares - share;
      const grows = (length - from) * lastLonger;
      if (left < grows) return from + left / lastLonger;
      left -= grows;
      from = length;
    }
    return from;
  };
}
