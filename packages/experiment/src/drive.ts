/** Runs a generator to its end and returns its result. */
export function drive<Result>(steps: Generator<void, Result, void>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** As `drive`, but awaits `pause` after each step, so that a progress bar can draw and signals can arrive. */
export async function drivePausing<Result>(
  steps: Generator<void, Result, void>,
  pause: () => Promise<void>,
): Promise<Result> {
  let step: IteratorResult<void, Result> = steps.next();
  while (!step.done) {
    await pause();
    step = steps.next();
  }
  return step.value;
}
