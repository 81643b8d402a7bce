import type {
  BorderCatalogue,
  BorderParameters,
  Extensions,
  ReplicationResult,
  SimulateOptions,
} from "@mpp-sim/border";
import type { Precision } from "./precision.ts";

/** One replication: a pure function of parameters, seed and index. `simulateBorder` is one. */
export type Simulate = (parameters: BorderParameters, options: SimulateOptions) => ReplicationResult;

/** What to run, and how often. */
export interface RunOptions {
  /** What is simulated: those of a scenario, or of `border(…)`. */
  readonly parameters: BorderParameters;
  /** Rules and places from outside, for simulation and catalogue alike. */
  readonly extensions?: Extensions;
  /** What the results hold; described anew from parameters and extensions unless given. */
  readonly catalogue?: BorderCatalogue;
  /** Any text. Two policies under the same seed meet the same people. */
  readonly seed: string;
  /** From 1: as many as there are, or at most, where a precision ends the run. */
  readonly replications: number;
  /**
   * Ends the run once a measure is known well enough, under each policy. Looks are after fixed numbers of replications, so the result is that of
   * a run with as many replications from the start.
   */
  readonly precision?: Precision;
  /** Runs one replication; tests give their own. */
  readonly simulate?: Simulate;
  /** Of each replication. One that exceeds a limit ends the run, and its own figures are left out. */
  readonly limits?: NonNullable<SimulateOptions["limits"]>;
  /** Told after each replication how many are done, of how many asked for. */
  readonly onProgress?: (done: number, asked: number) => void;
  /** Called before each replication and now and then within it; once true it stays so, and the run ends with those done. */
  readonly interrupted?: () => boolean;
}
