/**
 * Parameters of a property that is tried on the same cases at every run: a failure is a failure for everybody. The limit, in
 * milliseconds, is for the search of the smallest case after a failure, which could take very long.
 */
export function fixedRuns(numRuns: number): {
  readonly seed: number;
  readonly numRuns: number;
  readonly interruptAfterTimeLimit: number;
} {
  return { seed: 20191122, numRuns, interruptAfterTimeLimit: 20_000 };
}
