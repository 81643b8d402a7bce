import {
  type BorderCatalogue,
  type BorderParameters,
  blockedFigures,
  type Extensions,
  type ReplicationResult,
} from "@mpp-sim/border";
import type { RunOptions, Simulate } from "../run-options.ts";
import type { Outcome, Unit } from "./rounds.ts";

/** What is simulated in each replication. */
export interface Policy {
  /** Empty where there is one only. */
  readonly name: string;
  readonly parameters: BorderParameters;
  readonly extensions: Extensions | undefined;
  readonly catalogue: BorderCatalogue;
}

/** With what units are run. */
export interface Simulating extends Pick<RunOptions, "seed" | "limits" | "interrupted"> {
  readonly simulate: Simulate;
}

/** Runs one unit. Undefined if it was interrupted: nobody wants figures of a part of a replication. */
export function simulateUnit(
  policies: readonly Policy[],
  { policy, replication }: Unit,
  { seed, simulate, limits, interrupted }: Simulating,
): Outcome | undefined {
  const { parameters, extensions, catalogue } = policies[policy] as Policy;
  // Asked within a simulation too, which may take minutes.
  const left = new Error("interrupted");
  const budget = (): boolean => {
    if (interrupted?.()) throw left;
    return limits?.budget?.() === true;
  };
  const bounds = interrupted === undefined ? limits : { ...limits, budget };
  try {
    const result = simulate(parameters, {
      seed,
      replication,
      ...(bounds === undefined ? {} : { limits: bounds }),
      ...(extensions === undefined ? {} : { extensions }),
    });
    checkAligned(result, catalogue);
    return { result };
  } catch (error) {
    // The engine tells at which event it was.
    return error instanceof Error && (error === left || error.cause === left) ? undefined : { error };
  }
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
