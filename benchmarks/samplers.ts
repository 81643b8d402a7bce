import {
  type Distribution,
  discrete,
  exponential,
  geometric,
  KeyedStream,
  lognormal,
  streamKey,
  triangular,
} from "@mpp-sim/engine";
import { openStream, seed } from "./draws.ts";

/** Something that draws: its mean, and how it draws in a replication. */
export interface Sampler {
  readonly mean: number;
  draws(replication: number): () => number;
}

function ofDistribution(distribution: Distribution): Sampler {
  return {
    mean: distribution.mean,
    draws: (replication) => {
      const stream = openStream(replication, "draws");
      return () => distribution.sample(stream);
    },
  };
}

/** Every random stream, and distributions drawn from the one that the other benchmarks use. */
export const samplers: Readonly<Record<string, Sampler>> = {
  stream: {
    mean: 0.5,
    draws: (replication) => {
      const stream = openStream(replication, "draws");
      return () => stream.uniform();
    },
  },
  // Two draws for each entity, as of one block.
  "keyed-stream": {
    mean: 0.5,
    draws: (replication) => {
      const stream = new KeyedStream(streamKey(seed, replication, "draws"));
      let drawn = 0;
      return () => stream.uniform(drawn >> 1, drawn++ & 1);
    },
  },
  exponential: ofDistribution(exponential(1)),
  lognormal: ofDistribution(lognormal(1, 0.5)),
  triangular: ofDistribution(triangular(0, 1, 2)),
  geometric: ofDistribution(geometric(4)),
  discrete: ofDistribution(discrete([1, 2, 3, 4], [4, 3, 2, 1])),
};
