import {
  type FileRead,
  type LoadOptions,
  loadScenario,
  type ReadBefore,
  type Scenario,
  type ScenarioReader,
} from "@mpp-sim/scenario";
import type { RunOptions } from "../run-options.ts";

/** All that a worker needs to run units, as texts and numbers: parameters hold functions, which cannot be sent. */
export interface Job {
  /** Every answer of the readers with which the scenarios were loaded. */
  readonly reads: readonly Read[];
  /** What the policies of units stand for, in their order. */
  readonly policies: readonly JobPolicy[];
  /** As that of the run. */
  readonly seed: string;
  /** Of each unit. */
  readonly limits: Pick<NonNullable<RunOptions["limits"]>, "events" | "pendingEvents">;
}

/** A scenario, as given to the loader; or a variant of it. */
export interface JobPolicy {
  /** Name by which the loader was asked for it. */
  readonly file: string;
  /** What the loader was told. */
  readonly options: LoadOptions;
  /** Empty for the scenario itself. */
  readonly variant: string;
  /** What its rows must mean: hash of the catalogue. */
  readonly catalogue: string;
}

interface Read {
  readonly reference: string;
  /** Missing where the scenario itself was read. */
  readonly from?: string | undefined;
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

/** A reader that gives what another has recorded. */
export function playing(reads: Job["reads"]): ScenarioReader {
  const keyOf = (reference: string, from: string | null = null): string => JSON.stringify([reference, from]);
  const known = new Map(reads.map(({ reference, from, read }) => [keyOf(reference, from), read]));
  return {
    read: (reference, from) =>
      known.get(keyOf(reference, from)) ?? { file: reference, problem: "is not among what was read" },
  };
}

/**
 * A scenario loaded again from the texts of a job. Give each load of a job the same `before`, and its files are read once.
 * @throws Error with what is wrong with it: a value that is tried may be refused
 */
export function loadAgain(
  { reads }: Pick<Job, "reads">,
  { file, options }: Pick<JobPolicy, "file" | "options">,
  before?: ReadBefore,
): Scenario {
  const { scenario, diagnostics } = loadScenario(file, playing(reads), options, before);
  if (scenario === undefined) throw new Error(diagnostics.map(({ path, message }) => `${path} ${message}`).join("; "));
  return scenario;
}
