/**
 * Tables of a ziggurat: a falling density covered by 256 layers of one area (Marsaglia, Tsang 2000, The ziggurat method for
 * generating random variables, Journal of Statistical Software 5(8)).
 */
export interface Ziggurat {
  /** Right edge of each layer from the bottom up; the lowest is as wide as if its tail were part of it. */
  readonly edges: Float64Array;
  /** The density at each edge. */
  readonly heights: Float64Array;
}

/**
 * Builds the tables. `start` is where the tail begins, `area` that of each layer, and `inverse` undoes `density`; both need not
 * be normalised.
 */
export function ziggurat(
  start: number,
  area: number,
  density: (x: number) => number,
  inverse: (height: number) => number,
): Ziggurat {
  const edges = new Float64Array(257);
  edges[0] = area / density(start);
  edges[1] = start;
  for (let i = 1; i < 255; i++) edges[i + 1] = inverse(density(edges[i]!) + area / edges[i]!);
  return { edges, heights: edges.map(density) };
}
