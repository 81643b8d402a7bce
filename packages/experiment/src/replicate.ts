import { isReachedAt, looksOf } from "./precision.ts";
import { rowNamed } from "./row-named.ts";
import type { RunOptions } from "./run-options.ts";
import type { Executor } from "./units/executor.ts";
import { type Outcome, type Replicated, Rounds, type Unit } from "./units/rounds.ts";
import { type Policy, type Simulating, simulateUnit } from "./units/simulate-unit.ts";

/** How often, and who is told. */
type Asked = Pick<RunOptions, "replications" | "precision" | "onProgress" | "interrupted">;

/**
 * Runs replications in the order of their index, each under every policy before the next, and ends at the first simulation that exceeds
 * a limit or throws. A replication counts when it has finished under every policy.
 */
export function replicate(policies: readonly Policy[], options: Asked & Simulating): Replicated[] {
  const { rounds, told } = roundsOf(policies, options);
  for (const first of stages(rounds, policies, options)) {
    for (const unit of rounds.units(first)) {
      const outcome = options.interrupted?.() ? undefined : simulateUnit(policies, unit, options);
      if (outcome === undefined) return rounds.ended();
      told(unit, outcome);
    }
  }
  return rounds.ended();
}

/** As `replicate`, with whoever runs the units. What counts is the same. */
export async function replicateBy(
  executor: Executor,
  policies: readonly Policy[],
  options: Asked,
): Promise<Replicated[]> {
  const { rounds, told } = roundsOf(policies, options);
  for (const first of stages(rounds, policies, options)) {
    await executor.run(rounds.units(first), told, () => options.interrupted?.() === true);
  }
  return rounds.ended();
}

/** How many replications to have, one number after the other: up to each look, while the measure is not known well enough. */
function* stages(rounds: Rounds, policies: readonly Policy[], { replications, precision }: Asked): Generator<number> {
  if (precision !== undefined) {
    const columns = policies.map(({ catalogue: { measures } }) =>
      measures.indexOf(rowNamed(measures, "measure", precision.measure)),
    );
    for (const look of looksOf(precision, replications)) {
      yield look;
      const finished = rounds.ended().map((run) => run.finished);
      // Ended before, by a limit, an error or an interruption.
      if (finished.some(({ length }) => length < look)) return;
      const values = finished.map((own, policy) =>
        own.map(({ measures }) => measures[columns[policy] as number] as number),
      );
      if (values.every((own) => isReachedAt(own, look, precision))) {
        rounds.endAfter(look);
        return;
      }
    }
  }
  yield replications;
}

function roundsOf(policies: readonly Policy[], { replications, onProgress }: Asked) {
  const names = policies.map(({ name }) => name);
  const rounds = new Rounds(names, replications);
  const told = (unit: Unit, outcome: Outcome): void => {
    if (rounds.add(unit, outcome) && "result" in outcome && outcome.result.status === "complete") {
      onProgress?.(rounds.done, replications * policies.length);
    }
  };
  return { rounds, told };
}
