/** Parameters of a property that is tried on the same cases at every run: a failure is a failure for everybody. */
export function fixedRuns(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: 20191122, numRuns };
}
