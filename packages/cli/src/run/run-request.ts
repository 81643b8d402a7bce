import type { ScenarioChanges } from "../open-scenario.ts";

/** `mpp run`, as asked for. What was not given is undefined. */
export interface RunRequest extends ScenarioChanges {
  readonly file: string;
  /** Names of variants; none stands for all. */
  readonly variant: readonly string[];
  readonly seed: string | undefined;
  readonly replications: number | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly progress: boolean;
  readonly color: boolean;
}
