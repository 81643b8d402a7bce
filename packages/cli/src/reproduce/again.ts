import type { Host } from "../host.ts";
import type { OpenedScenario } from "../open-scenario.ts";
import { policiesOf, runOf } from "../run/run-policies.ts";
import type { RunRequest } from "../run/run-request.ts";
import type { Ran } from "../run-directory/ran.ts";

/** All that is needed to run something again. */
export interface Again {
  readonly ran: Ran;
  readonly request: RunRequest;
  readonly opened: OpenedScenario;
  /** Whether this build of the program is the one that ran it. */
  readonly sameBuild: boolean;
  /** Empty, and gone afterwards: nothing that is kept from before is read, and nothing is kept. */
  readonly folder: string;
  readonly host: Host;
}

/** What came of it. */
export interface Reproduced {
  readonly same: boolean;
  readonly sentences: readonly string[];
  /** Of the document that `--json` prints. */
  readonly about: object;
}

/** The run as it is asked for again, and its policies. */
export function policiesAgain({ opened, request, host }: Again) {
  const run = runOf(opened, request);
  return { run, policies: policiesOf(run, opened, request, host) };
}
