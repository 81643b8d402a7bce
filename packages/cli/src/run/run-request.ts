import type { ScenarioChanges } from "../open-scenario.ts";

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
