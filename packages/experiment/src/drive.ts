/** What a generator returns, driven to its end. */
export function drive<Result>(steps: Generator<void, Result, void>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** As `drive`, awaiting `pause` after each step, so that a progress bar can draw and an interruption be heard. */
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
