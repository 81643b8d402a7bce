import type { RunningRequest } from "../run/run-request.ts";

/** What every command of a study is asked. */
export interface StudyRequest extends RunningRequest {
  /** Of the file; the scenario as written unless given. */
  readonly variant: string | undefined;
  /** Names of measures; none stands for those that the scenario asks or shows. */
  readonly of: readonly string[];
}
