import { type FileRead, type LoadOptions, loadScenario, type Scenario, type ScenarioReader } from "@mpp-sim/scenario";
import type { RunOptions } from "../run-options.ts";

/** All that a worker needs to run units of a scenario, as texts and numbers: parameters hold functions, which cannot be sent. */
export interface Job {
  /** As given to the loader, with what it was told, and with every answer that its reader gave. */
  readonly scenario: { readonly file: string; readonly options: LoadOptions; readonly reads: readonly Read[] };
  /** Names of the variants that are run, in their order; none where there is but one policy. */
  readonly variants: readonly string[];
  readonly seed: string;
  readonly limits: Pick<NonNullable<RunOptions["limits"]>, "events" | "pendingEvents">;
}

interface Read {
  readonly reference: string;
  readonly from: string | undefined;
  readonly read: FileRead;
}

/** A reader, and all that it has read so far. Files may change meanwhile: who loads the scenario again is given the same. */
export function recording(reader: ScenarioReader): ScenarioReader & { readonly reads: readonly Read[] } {
  const reads: Read[] = [];
  return {
    reads,
    read(reference, from) {
      const read = reader.read(reference, from);
      reads.push({ reference, from, read });
      return read;
    },
  };
}

/**
 * The scenario of a job, loaded again from its texts.
 * @throws Error if it is not valid: whoever made the job had loaded it
 */
export function scenarioOf({ scenario: { file, options, reads } }: Job): Scenario {
  const known = new Map(reads.map(({ reference, from, read }) => [JSON.stringify([reference, from]), read]));
  const reader: ScenarioReader = {
    read: (reference, from) =>
      known.get(JSON.stringify([reference, from])) ?? { file: reference, problem: "is not among what was read" },
  };
  const { scenario, diagnostics } = loadScenario(file, reader, options);
  if (scenario === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return scenario;
}
