import {
  discrete,
  exponential,
  FastStream,
  fastExponential,
  fastNormal,
  gamma,
  geometric,
  KeyedStream,
  lognormal,
  normal,
  poisson,
  type Sampler,
  Stream,
  streamKey,
  triangular,
  type UniformSource,
  weibull,
} from "@mpp-sim/engine";
import { seed } from "./draws.ts";

/** Something that draws: its mean, and how it draws in a replication. */
export interface Draws {
  readonly mean: number;
  of(replication: number): () => number;
}

function ofStream(open: (replication: number) => UniformSource): Draws {
  return {
    mean: 0.5,
    of: (replication) => {
      const stream = open(replication);
      return () => stream.uniform();
    },
  };
}

function ofSampler(sampler: Sampler): Draws {
  return {
    mean: sampler.mean,
    of: (replication) => {
      const stream = fastStream(replication);
      return () => sampler.sample(stream);
    },
  };
}

function fastStream(replication: number): FastStream {
  return new FastStream(streamKey(seed, replication, "draws"));
}

/** Every random stream, and distributions drawn from the fast one. */
export const samplers: Readonly<Record<string, Draws>> = {
  stream: ofStream((replication) => new Stream(streamKey(seed, replication, "draws"))),
  "fast-stream": ofStream(fastStream),
  // Two draws for each entity, as of one block.
  "keyed-stream": {
    mean: 0.5,
    of: (replication) => {
      const stream = new KeyedStream(streamKey(seed, replication, "draws"));
      let drawn = 0;
      return () => stream.uniform(drawn >> 1, drawn++ & 1);
    },
  },
  exponential: ofSampler(exponential(1)),
  "fast-exponential": ofSampler(fastExponential(1)),
  normal: ofSampler(normal(10, 1)),
  "fast-normal": ofSampler(fastNormal(10, 1)),
  lognormal: ofSampler(lognormal(1, 0.5)),
  gamma: ofSampler(gamma(2, 0.7)),
  weibull: ofSampler(weibull(1, 1.5)),
  triangular: ofSampler(triangular(0, 1, 2)),
  poisson: ofSampler(poisson(4)),
  geometric: ofSampler(geometric(4)),
  discrete: ofSampler(discrete([1, 2, 3, 4], [4, 3, 2, 1])),
};
