import { entitiesOf } from "../entities.ts";
import { type Prepare, timed } from "../measure/program.ts";

/** Copies as many bytes as a snapshot of the model has, `n` times, each time to new memory. */
export const prepare: Prepare = ({ n, pending = 1000 }) => {
  const bytes = entitiesOf(pending).simulation.snapshot();
  return () =>
    timed(n, () => {
      let whole = 0;
      for (let left = n; left > 0; left--) if (bytes.slice().length === bytes.length) whole++;
      return whole / n;
    });
};
