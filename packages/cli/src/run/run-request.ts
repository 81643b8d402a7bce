import type { ScenarioChanges } from "../open-scenario.ts";
import type { AskedOfRun, Run } from "../run-directory/manifest.ts";

/** How replications are run, and what is told of them. What was not given is undefined. */
export interface RunningRequest extends ScenarioChanges {
  readonly file: string;
  readonly seed: string | undefined;
  readonly replications: number | undefined;
  readonly workers: number | undefined;
  /** Address of the Redis by which workers elsewhere run units; see `queueAddress`. */
  readonly queue?: string | undefined;
  /** Runs every replication, though it may be kept from before. */
  readonly fresh: boolean;
  readonly out: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly progress: boolean;
  readonly color: boolean;
}

/** `mpp run`, as asked for. */
export interface RunRequest extends RunningRequest {
  /** Names of variants; none stands for all. */
  readonly variant: readonly string[];
  /** Whether the question of the scenario is answered; else only its own policy is run. */
  readonly answer: boolean;
  /** Prints all tables too. */
  readonly full?: boolean;
  /** As written; see `shardAsked`. */
  readonly shard?: string | undefined;
  /** Goes on with a run that has not come to its end. */
  readonly resume: boolean;
}

/** What decides the results, of all that was asked. */
export function askedOf(
  { file, variant, answer, set, from, until }: RunRequest,
  { seed, replications }: Pick<Run, "seed" | "replications">,
): AskedOfRun {
  return { file, variant, answer, set, ...(from && { from }), ...(until && { until }), seed, replications };
}

/** The same asked again, of this machine. */
export function askedAgain(
  { file, variant, answer, set, from, until, seed, replications }: AskedOfRun,
  how: Pick<RunRequest, "out" | "json" | "quiet" | "progress" | "color" | "workers" | "fresh">,
): RunRequest {
  return {
    ...how,
    ...{ file, set, from, until, variant, seed, replications, answer },
    queue: "off",
    resume: false,
  };
}
