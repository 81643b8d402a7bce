import type { UniformSource } from "./uniform-source.ts";

/**
 * The mirror of a source: u becomes 1 - u, so that what was long is short. Two runs of a model, one with each, differ in
 * opposite directions, and the mean of the pair varies less than that of two independent runs (Hammersley, Morton 1956).
 * It holds no state of its own: it draws from `source`.
 */
export function antithetic(source: UniformSource): UniformSource {
  return { uniform: () => 1 - source.uniform() };
}
