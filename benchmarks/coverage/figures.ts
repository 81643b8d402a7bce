import { exponential, negativeBinomial, Stream, streamKey } from "@mpp-sim/engine";

/** A figure of a replication, whose mean over replications is known. */
export interface Figure {
  readonly name: string;
  readonly unit: "persons" | "hours" | "share";
  readonly mean: number;
  readonly draw: (stream: Stream) => number;
}

/** Stays of people in a replication. */
const people = 101;
const stay = exponential(1);
/** Expected value of the k-th smallest of some exponential times of mean 1: 1/n + 1/(n-1) + … over k of them. */
const expectedOrder = (k: number): number =>
  Array.from({ length: k }, (_, index) => 1 / (people - index)).reduce((sum, part) => sum + part, 0);
const orderOf = (k: number) => (stream: Stream) =>
  Float64Array.from({ length: people }, () => stay.sample(stream)).sort()[k - 1] as number;
const count = (mean: number, k: number): Pick<Figure, "mean" | "draw"> => {
  const distribution = negativeBinomial(k, k / (k + mean));
  return { mean, draw: (stream) => distribution.sample(stream) };
};

/** The chance of a place over its limit differs between replications: 0.3 times the square of a uniform. */
function shareOver(stream: Stream): number {
  const chance = 0.3 * stream.uniform() ** 2;
  let over = 0;
  for (let person = 0; person < people; person++) if (stream.uniform() < chance) over++;
  return over / people;
}

/** Figures such as runs have, from the tame to the skewed. */
export const figures: readonly Figure[] = [
  { name: "total", unit: "persons", ...count(200, 20) },
  { name: "median", unit: "hours", mean: expectedOrder(51), draw: orderOf(51) },
  { name: "95th percentile", unit: "hours", mean: expectedOrder(96), draw: orderOf(96) },
  { name: "share", unit: "share", mean: 0.1, draw: shareOver },
  { name: "rare count, k = 1", unit: "persons", ...count(5, 1) },
  { name: "rare count, k = 0.3", unit: "persons", ...count(5, 0.3) },
];

/** The random numbers of a study. */
export const streamOf = (seed: string): Stream => new Stream(streamKey(seed, 0, "coverage"));
