/** Anything that gives uniform numbers in the open interval (0, 1). Plug in any generator. */
export interface UniformSource {
  /** The next number. */
  uniform(): number;
}
