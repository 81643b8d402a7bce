import { entitiesOf } from "../entities.ts";
import { type Prepare, timed } from "../measure/program.ts";

/** `n` forks of a model of `pending` entities, each a simulation of its own. The result is the share of them that are whole. */
export const prepare: Prepare = ({ n, pending = 1000 }) => {
  const { simulation, build } = entitiesOf(pending);
  return () =>
    timed(n, () => {
      let whole = 0;
      for (let left = n; left > 0; left--) {
        const fork = simulation.fork(build).simulation;
        if (fork.pendingCount === simulation.pendingCount) whole++;
      }
      return whole / n;
    });
};
