import { plain } from "@mpp-sim/report";
import {
  formatDiagnostic,
  type LoadedScenario,
  type LoadOptions,
  loadScenario,
  type Scenario,
} from "@mpp-sim/scenario";
import { NodeReader } from "./files/node-reader.ts";
import type { Host } from "./host.ts";
import { InputError } from "./input-error.ts";
import type { HashedFile } from "./run-directory/manifest.ts";
import { say } from "./terminal/say.ts";

/** Changes to a scenario asked for on the command line; an option that was not given is undefined. */
export interface ScenarioChanges {
  readonly set: NonNullable<LoadOptions["set"]>;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** A scenario read from disk, and the hashes of the files it is made of. */
export interface OpenedScenario {
  readonly scenario: Scenario;
  readonly inputs: readonly HashedFile[];
}

/** Loads a scenario with the changes. The reader knows what was read. */
export function load(file: string, { set, from, until }: ScenarioChanges, reader: NodeReader): LoadedScenario {
  return loadScenario(file, reader, {
    set,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  });
}

/** The diagnostics as lines. */
export function problemLines({ diagnostics }: LoadedScenario): string[] {
  return diagnostics.map((diagnostic) => plain(formatDiagnostic(diagnostic)));
}

/**
 * Opens a scenario; prints its warnings on standard error unless quiet.
 * @throws InputError with every problem, if there are errors
 */
export function openScenario(file: string, changes: ScenarioChanges, host: Host, quiet = false): OpenedScenario {
  const reader = new NodeReader(host.cwd);
  const loaded = load(file, changes, reader);
  const lines = problemLines(loaded);
  const { scenario } = loaded;
  if (scenario === undefined) throw new InputError(lines.join("\n"));
  if (!quiet) for (const line of lines) say(host.stderr, `${line}\n`);
  return {
    scenario,
    inputs: scenario.inputs.map((input) => ({ file: input.file, sha256: reader.sha256(input.file) })),
  };
}
