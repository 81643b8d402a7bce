import {
  type BorderCatalogue,
  type BorderParameters,
  blockedFigures,
  type Extensions,
  type ReplicationResult,
} from "@mpp-sim/border";
import type { RunOptions, Simulate } from "./run-options.ts";
import type { StopCause } from "./run-result.ts";

/** How a run ended, before anything is folded. */
export interface Replicated {
  readonly finished: readonly ReplicationResult[];
  /** The replication that exceeded a limit, if one did. */
  readonly truncated?: ReplicationResult;
  readonly stop?: Stop;
}

interface Stop {
  readonly by: StopCause;
  readonly reason: string;
  readonly error?: unknown;
}

/** What is simulated in each replication. */
export interface Policy {
  /** Empty where there is one only. */
  readonly name: string;
  readonly parameters: BorderParameters;
  readonly extensions: Extensions | undefined;
  readonly catalogue: BorderCatalogue;
}

/** How often, and with what. */
export interface Replicating extends Omit<RunOptions, "parameters" | "extensions" | "catalogue" | "simulate"> {
  readonly simulate: Simulate;
}

/**
 * Runs replications in the order of their index, each under every policy before the next. It yields after each simulation, so that
 * the caller can pause. It ends at the first simulation that exceeds a limit or throws, so that the replications that count depend
 * only on their index, not on how long they take. A replication counts when it has finished under every policy.
 */
export function* replicate(policies: readonly Policy[], options: Replicating): Generator<void, Replicated[], void> {
  const { seed, replications: asked, simulate, limits, onProgress, interrupted } = options;
  if (!(Number.isSafeInteger(asked) && asked >= 1)) {
    throw new RangeError(`runReplications: replications must be a whole number from 1, got ${asked}`);
  }
  // Asked within a simulation too, which may take minutes. Thrown out of it: nobody wants figures of a part of a replication.
  const left = new Error("interrupted");
  const budget = (): boolean => {
    if (interrupted?.()) throw left;
    return limits?.budget?.() === true;
  };
  const bounds = interrupted === undefined ? limits : { ...limits, budget };
  const finished: ReplicationResult[][] = [];
  const soFar = (): string => `${finished.length} of ${asked} replications finished`;
  const ended = (stop?: Stop): Replicated[] =>
    policies.map((_, index) => ({
      finished: finished.map((round) => round[index] as ReplicationResult),
      ...(stop === undefined ? {} : { stop }),
    }));
  const stopped = (): Replicated[] => ended({ by: "interruption", reason: `interrupted: ${soFar()}` });
  for (let replication = 0; replication < asked; replication++) {
    const round: ReplicationResult[] = [];
    for (const [index, { name, parameters, extensions, catalogue }] of policies.entries()) {
      if (interrupted?.()) return stopped();
      const which = `replication ${replication}${name === "" ? "" : ` of variant ${name}`}`;
      let result: ReplicationResult;
      try {
        result = simulate(parameters, {
          seed,
          replication,
          ...(bounds === undefined ? {} : { limits: bounds }),
          ...(extensions === undefined ? {} : { extensions }),
        });
        checkAligned(result, catalogue);
      } catch (error) {
        // The engine tells at which event it was.
        if (error instanceof Error && (error === left || error.cause === left)) return stopped();
        const message = error instanceof Error ? error.message : String(error);
        return ended({ by: "error", reason: `${which} failed: ${message}; ${soFar()}`, error });
      }
      if (result.status === "truncated") {
        const runs = ended({ by: "limit", reason: `${which} stopped: ${result.message}; ${soFar()}` });
        return runs.map((run, at) => (at === index ? { ...run, truncated: result } : run));
      }
      round.push(result);
      if (round.length === policies.length) finished.push(round);
      onProgress?.(replication * policies.length + round.length, asked * policies.length);
      yield;
    }
  }
  return ended();
}

function checkAligned(result: ReplicationResult, { measures, series, days, blocked }: BorderCatalogue): void {
  const expected = [measures.length, days.length * series.length, blocked.length * blockedFigures.length];
  const found = [result.measures.length, result.daily.length, result.blocked.length];
  if (expected.join() !== found.join()) {
    throw new RangeError(
      `results must be as long as the catalogue says (${expected.join(", ")}), got ${found.join(", ")}`,
    );
  }
}
