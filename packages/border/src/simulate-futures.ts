import type { RunResult } from "@mpp-sim/engine";
import { BorderModel } from "./border-model.ts";
import type { BorderParameters } from "./parameters/border-parameters.ts";
import { readResult } from "./results/read-result.ts";
import type { ReplicationResult } from "./results/replication-result.ts";
import type { SimulateOptions } from "./simulate-border.ts";

/** A stretch of the past that several futures share; they are given the same object. */
export interface Stretch {
  /** What holds in it. */
  readonly parameters: BorderParameters;
  /** Hours of simulation time at which the next stretch begins. Events at this very moment belong to the next stretch. */
  readonly until: number;
}

/** One way on from a past. */
export interface Future {
  /** The stretches before it, in order of time; none where it is a run by itself. */
  readonly past: readonly Stretch[];
  /** The same as those of its past up to the moment at which it begins, but for dates that differ. An object of its own. */
  readonly parameters: BorderParameters;
}

/** A stretch that has been run to its end, and what it is run with. */
interface Kept {
  readonly stretch: Stretch;
  readonly seed: string;
  readonly replication: number;
  readonly model: BorderModel;
  readonly run: RunResult;
}

/**
 * One replication of any of these futures, by its parameters. Each goes on from the state of a past that it shares with others. In a
 * replication every stretch is run once, if futures that share it come one after another. The result is that of `simulateBorder`,
 * unless the model uses later dates, as a court that knows its roster: until the future begins it knows those of the past.
 * @throws RangeError if the parameters are of none of the futures
 */
export function simulateFutures(
  futures: readonly Future[],
): (parameters: BorderParameters, options: Omit<SimulateOptions, "tamper">) => ReplicationResult {
  let kept: readonly Kept[] = [];
  return (parameters, options) => {
    const { seed, replication } = options;
    const future = futures.find((one) => one.parameters === parameters);
    if (future === undefined) throw new RangeError("parameters must be those of a future, got others");
    const way: Kept[] = [];
    const lifeUnder = (own: BorderParameters): BorderModel =>
      way.at(-1)?.model.fork(own) ?? new BorderModel(own, options);
    for (const [index, stretch] of future.past.entries()) {
      const same = kept[index];
      if (way.length === index && same?.stretch === stretch && same.seed === seed && same.replication === replication) {
        way.push(same);
        continue;
      }
      const model = lifeUnder(stretch.parameters);
      way.push({ stretch, seed, replication, model, run: model.runTo(stretch.until) });
    }
    kept = way;
    const stopped = way.find(({ run }) => run.status === "truncated");
    if (stopped) return readResult(stopped.model.view, stopped.run);
    const model = lifeUnder(parameters);
    return readResult(model.view, model.run());
  };
}
