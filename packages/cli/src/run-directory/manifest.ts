import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import type { RunResult } from "@mpp-sim/experiment";
import { streamScheme } from "@mpp-sim/experiment/node";
import type { PrecisionObject, RunOrVariants } from "@mpp-sim/report";
import type { Scenario, Variant } from "@mpp-sim/scenario";
import type { Build } from "../host.ts";

export const manifestFile = "manifest.json";
export const manifestFormat = 1;
export const programName = "mpp-sim";

/** Folder of a run directory with its replications, a file each, and the table that says which is which. */
export const recordsIn = "records";
export const recordsTable = "records.csv";

export interface HashedFile {
  readonly file: string;
  readonly sha256: string;
}

/** `manifest.json`: the only file of a run directory that holds times and facts of the machine. */
export interface Manifest {
  readonly format: typeof manifestFormat;
  readonly program: {
    readonly name: typeof programName;
    readonly version: string;
    readonly commit: string | null;
    /** Hash of the sources: two builds that may differ in a result differ in it. */
    readonly sources: string;
  };
  /** Hash of all that decides the results; equal keys have equal results. */
  readonly key: string;
  readonly scenario: Pick<Scenario, "file" | "name" | "question" | "period">;
  /** Of a run; a study has its `command` and `options` instead. */
  readonly asked?: AskedOfRun;
  readonly command?: string;
  /** Settings given on the command line; only where there are any. */
  readonly set?: Scenario["set"];
  readonly seed: string;
  readonly streamScheme: typeof streamScheme;
  readonly replications: { readonly asked: number; readonly done: number };
  /** What is to be known how well, and after how many replications it was; null until then. Only where the scenario asks for it. */
  readonly precision?: PrecisionObject["precision"];
  /** Only of a part of a run: which of how many it is, and its units. */
  readonly shard?: { readonly index: number; readonly count: number; readonly units: number; readonly done: number };
  /** `running` until it has ended, and for ever if it was killed. */
  readonly status: RunResult["status"] | "running";
  /** Why it is not complete, else empty. */
  readonly reason: string;
  readonly fingerprint: string;
  /** Name of the variant that the others are compared with; only where there are variants, as the next. */
  readonly reference?: string;
  readonly variants?: readonly { readonly name: string; readonly fingerprint: string }[];
  readonly inputs: readonly HashedFile[];
  readonly resolvedScenario: string;
  readonly outputs: readonly HashedFile[];
  readonly startedAt: string;
  readonly runtimeSeconds: number;
  readonly machine: { readonly node: string; readonly platform: string; readonly cores: number };
}

/** What was asked of a run, so that it can be asked again. */
export interface AskedOfRun {
  /** As the user named it. */
  readonly file: string;
  readonly variant: readonly string[];
  readonly answer: boolean;
  readonly set: Scenario["set"];
  readonly from?: string;
  readonly until?: string;
  readonly seed: string;
  readonly replications: number;
}

/** What is asked of a run. */
export interface Run {
  readonly scenario: Scenario;
  /** Variants that are run; empty if the scenario has none. */
  readonly variants: readonly Variant[];
  readonly seed: string;
  readonly replications: number;
  readonly inputs: readonly HashedFile[];
  readonly asked?: AskedOfRun;
}

/** What a directory says of a scenario, be it loaded or not. */
export type WrittenScenario = Pick<Scenario, "file" | "name" | "question" | "set" | "period" | "resolved">;

/** The same of a scenario of which no more is known. */
export type OfWritten<T extends { readonly scenario: Scenario }> = Omit<T, "scenario"> & {
  readonly scenario: WrittenScenario;
};

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * Hash of all that decides the results of a run: the program, the scenario with its tables, the seed, the number of replications,
 * which variants are run.
 */
export function runKey({ scenario, variants, seed, replications, inputs }: OfWritten<Run>, version: string): string {
  const decisive = [version, streamScheme, scenario.resolved, inputs, seed, replications];
  return sha256(JSON.stringify(variants.length === 0 ? decisive : [...decisive, variants.map(({ name }) => name)]));
}

/** A run, and what came of it. */
export interface Ended extends Run, Partial<PrecisionObject> {
  /** Missing while it runs. */
  readonly result?: RunOrVariants;
  /** Its files. */
  readonly outputs: readonly HashedFile[];
}

export function manifestOf(run: OfWritten<Ended>, build: Build, startedAt: Date): Manifest {
  const { scenario, result, inputs, outputs } = run;
  return {
    format: manifestFormat,
    program: { name: programName, version: build.version, commit: build.commit, sources: build.sources },
    key: runKey(run, build.version),
    scenario: { file: scenario.file, name: scenario.name, question: scenario.question, period: scenario.period },
    ...(run.asked && { asked: run.asked }),
    ...(scenario.set.length === 0 ? {} : { set: scenario.set }),
    seed: run.seed,
    streamScheme,
    replications: { asked: run.replications, done: result?.replicationsDone ?? 0 },
    ...(run.precision && { precision: run.precision }),
    status: result?.status ?? "running",
    reason: result?.reason ?? "",
    fingerprint: result?.fingerprint ?? "",
    ...(result && "variants" in result
      ? {
          reference: result.reference,
          variants: result.variants.map(({ name, result: { fingerprint } }) => ({ name, fingerprint })),
        }
      : {}),
    inputs,
    resolvedScenario: sha256(scenario.resolved),
    outputs,
    startedAt: startedAt.toISOString(),
    runtimeSeconds: (Date.now() - startedAt.getTime()) / 1000,
    machine: {
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      cores: availableParallelism(),
    },
  };
}
