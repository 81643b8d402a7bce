import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";
import { mustBeFinite, mustBePositive, type Sampler } from "./distribution.ts";
import { ziggurat } from "./ziggurat.ts";

/** Where the tail begins if 256 layers are to have one area, and that area. */
const start = 3.654152885361009;
const area = 0.004928673233974655;

/**
 * Normal with the given mean and standard deviation, by the ziggurat method: fast. Of 100 draws 99 take one uniform and
 * others take more, so that streams do not stay in step between policies.
 * @throws RangeError if the mean is not finite, or the standard deviation not positive and finite
 */
export function fastNormal(mean: number, standardDeviation: number): Sampler {
  mustBeFinite("mean", mean);
  mustBePositive("standardDeviation", standardDeviation);
  const { edges, heights } = ziggurat(
    start,
    area,
    (x) => exp(-0.5 * x * x),
    (height) => Math.sqrt(-2 * log(height)),
  );
  return {
    mean,
    variance: standardDeviation * standardDeviation,
    sample(source) {
      for (;;) {
        // The sign chooses the side, the whole part the layer, the rest the place in it.
        const u = source.uniform() * 512 - 256;
        const magnitude = Math.abs(u);
        const layer = magnitude | 0;
        let x = (magnitude - layer) * edges[layer]!;
        if (x >= edges[layer + 1]!) {
          if (layer === 0) {
            // Marsaglia (1964): an exponential tail thinned to a normal one.
            let excess = -log(source.uniform()) / start;
            while (-2 * log(source.uniform()) < excess * excess) excess = -log(source.uniform()) / start;
            x = start + excess;
          } else {
            const low = heights[layer]!;
            if (low + source.uniform() * (heights[layer + 1]! - low) >= exp(-0.5 * x * x)) continue;
          }
        }
        return mean + (u < 0 ? -standardDeviation : standardDeviation) * x;
      }
    },
  };
}
