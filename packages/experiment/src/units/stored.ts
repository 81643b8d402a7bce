import type { ReplicationResult } from "@mpp-sim/border";
import type { Executor } from "./executor.ts";
import type { Unit } from "./rounds.ts";

/** Finished units that are kept, by what they are of. */
export interface Records {
  /** What is kept of a unit; undefined if there is nothing, or it is damaged. */
  read(unit: Unit): ReplicationResult | undefined;
  /** Keeps a finished unit, and gives what stands for it from now on. To keep it again is harmless. */
  write(unit: Unit, result: ReplicationResult): ReplicationResult;
}

/** An executor that runs only the units of which nothing is kept, and keeps those that it finishes. */
export function stored(records: Records, executor: Executor): Executor {
  return {
    run(units, told, interrupted) {
      function* missing(): Generator<Unit, void, void> {
        for (const unit of units) {
          const result = interrupted() ? undefined : records.read(unit);
          if (result === undefined) yield unit;
          else told(unit, { result });
        }
      }
      return executor.run(
        missing(),
        (unit, outcome) => {
          const isKept = "result" in outcome && outcome.result.status === "complete";
          told(unit, isKept ? { result: records.write(unit, outcome.result) } : outcome);
        },
        interrupted,
      );
    },
  };
}
