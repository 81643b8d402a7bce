import { entitiesOf } from "../entities.ts";
import { type Prepare, timed } from "../measure/program.ts";

/** `n` snapshots of a model of `pending` entities into a buffer that is used again. The result is their megabytes. */
export const prepare: Prepare = ({ n, pending = 1000 }) => {
  const { simulation } = entitiesOf(pending);
  let buffer = simulation.snapshot();
  return () =>
    timed(n, () => {
      for (let left = n; left > 0; left--) buffer = simulation.snapshot(buffer);
      return buffer.byteLength / 1e6;
    });
};
