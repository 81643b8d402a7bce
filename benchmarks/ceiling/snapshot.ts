import { entitiesOf } from "../entities.ts";
import { type Prepare, timed } from "../measure/program.ts";

/** Copies as many bytes as a snapshot of the model has, `n` times, into a buffer that is used again. */
export const prepare: Prepare = ({ n, pending = 1000 }) => {
  const bytes = entitiesOf(pending).simulation.snapshot();
  const buffer = new Uint8Array(bytes.length);
  return () =>
    timed(n, () => {
      for (let left = n; left > 0; left--) buffer.set(bytes);
      return buffer.byteLength / 1e6;
    });
};
