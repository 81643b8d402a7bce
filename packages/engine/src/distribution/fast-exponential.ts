import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";
import { mustBePositive, type Sampler } from "./distribution.ts";
import { ziggurat } from "./ziggurat.ts";

/** Where the tail begins if 256 layers are to have one area: x with (x + 1) e^-x = that area. */
const start = 7.69711747013105;
const area = 0.003949659822581557;

/**
 * Exponential with the given mean, by the ziggurat method: twice as fast as `exponential`. Of 100 draws 99 take one
 * uniform and others take more, so that streams do not stay in step between policies.
 * @throws RangeError if the mean is not positive and finite
 */
export function fastExponential(mean: number): Sampler {
  mustBePositive("mean", mean);
  const { edges, heights } = ziggurat(
    start,
    area,
    (x) => exp(-x),
    (height) => -log(height),
  );
  return {
    mean,
    variance: mean * mean,
    sample(source) {
      for (let tail = 0; ; ) {
        // The whole part chooses the layer, the rest the place in it.
        const u = source.uniform() * 256;
        const layer = u | 0;
        const x = (u - layer) * edges[layer]!;
        if (x < edges[layer + 1]!) return mean * (tail + x);
        // Beyond the start of its tail the exponential begins anew.
        if (layer === 0) tail += start;
        else {
          const low = heights[layer]!;
          if (low + source.uniform() * (heights[layer + 1]! - low) < exp(-x)) return mean * (tail + x);
        }
      }
    },
  };
}
