/** Anything that gives uniform numbers in the open interval (0, 1). Plug in any generator. */
export interface UniformSource {
  /** The next number. */
  uniform(): number;
}

/** The ends of what a uniform of 53 bits can reach in the open interval (0, 1): 2 to the power of -53, and one less that. */
export const leastUniform: number = 1 / 9007199254740992;
export const mostUniform: number = 1 - leastUniform;

/**
 * The mirror of a source: u becomes 1 - u, so that long times become short ones. Two runs of a model, one with each,
 * differ in opposite directions, and the mean of the pair varies less than that of two independent runs (Hammersley,
 * Morton 1956). It holds no state of its own: it draws from `source`.
 */
export function antithetic(source: UniformSource): UniformSource {
  return { uniform: () => 1 - source.uniform() };
}
