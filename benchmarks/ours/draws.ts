import { type Prepare, timed } from "../measure/program.ts";
import { samplers } from "../samplers.ts";

/** `n` draws of one sampler, summed. */
export const prepare: Prepare = ({ n, sampler = "stream" }) => {
  const chosen = samplers[sampler];
  if (chosen === undefined) throw new RangeError(`sampler must be one of ${Object.keys(samplers)}, got ${sampler}`);
  return (replication) => {
    const draw = chosen.of(replication);
    return timed(n, () => {
      let sum = 0;
      for (let left = n; left > 0; left--) sum += draw();
      return sum / n;
    });
  };
};
