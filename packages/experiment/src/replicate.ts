import { type BorderCatalogue, blockedFigures, type ReplicationResult } from "@mpp-sim/border";
import type { RunOptions, Simulate } from "./run-options.ts";
import type { StopCause } from "./run-result.ts";

/** How a run ended, before anything is folded. */
export interface Replicated {
  readonly finished: readonly ReplicationResult[];
  /** The replication that exceeded a limit, if one did. */
  readonly truncated?: ReplicationResult;
  readonly stop?: { readonly by: StopCause; readonly reason: string; readonly error?: unknown };
}

/**
 * Runs replications in the order of their index and yields after each, so that the caller can pause. It ends at the first one
 * that exceeds a limit or throws: which replications count then depends on their index alone, not on which of them are short.
 */
export function* replicate(
  options: RunOptions & { readonly simulate: Simulate; readonly catalogue: BorderCatalogue },
): Generator<void, Replicated, void> {
  const { parameters, catalogue, seed, replications: asked, simulate, limits, onProgress, interrupted } = options;
  if (!(Number.isSafeInteger(asked) && asked >= 1)) {
    throw new RangeError(`runReplications: replications must be a whole number from 1, got ${asked}`);
  }
  const finished: ReplicationResult[] = [];
  const soFar = (): string => `${finished.length} of ${asked} replications finished`;
  for (let replication = 0; replication < asked; replication++) {
    if (interrupted?.()) return { finished, stop: { by: "interruption", reason: `interrupted: ${soFar()}` } };
    let result: ReplicationResult;
    try {
      result = simulate(parameters, { seed, replication, ...(limits === undefined ? {} : { limits }) });
      checkAligned(result, catalogue);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return {
        finished,
        stop: { by: "error", reason: `replication ${replication} failed: ${message}; ${soFar()}`, error },
      };
    }
    if (result.status === "truncated") {
      const reason = `replication ${replication} stopped: ${result.message}; ${soFar()}`;
      return { finished, truncated: result, stop: { by: "limit", reason } };
    }
    finished.push(result);
    onProgress?.(finished.length, asked);
    yield;
  }
  return { finished };
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
