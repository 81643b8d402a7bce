import path from "node:path";
import { type Job, recording } from "@mpp-sim/experiment/node";
import { plain } from "@mpp-sim/report";
import { formatDiagnostic, type LoadOptions, loadScenario, type Scenario } from "@mpp-sim/scenario";
import { RecordedFiles } from "./files/recorded-files.ts";
import { ScenarioFiles } from "./files/scenario-files.ts";
import type { Host } from "./host.ts";
import { InputError } from "./input-error.ts";
import type { HashedFile } from "./run-directory/manifest.ts";
import { quoted } from "./terminal/quoted.ts";
import { say } from "./terminal/say.ts";

/** Changes to a scenario asked for on the command line; an option that was not given is undefined. */
export interface ScenarioChanges {
  readonly set: NonNullable<LoadOptions["set"]>;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** How a scenario was loaded: what the loader was given, and what its reader gave. */
export interface Source {
  readonly file: string;
  readonly options: LoadOptions;
  readonly reads: Job["reads"];
}

/** A scenario read from disk, and the hashes of the files it is made of. */
export interface OpenedScenario {
  readonly scenario: Scenario;
  readonly inputs: readonly HashedFile[];
  /** What another thread needs to load it again. */
  readonly source: Source;
}

/** A scenario with the changes, if it is valid; its diagnostics as lines; and its files, which know what was read. */
interface Loaded {
  readonly scenario: Scenario | undefined;
  readonly problems: readonly string[];
  readonly files: FilesRead;
  readonly source: Source;
}

/** Files of a scenario, wherever they are: who reads them knows their hashes, and how the user calls them. */
export type FilesRead = Pick<ScenarioFiles, "read" | "sha256" | "asShown">;

export function load(
  file: string,
  { set, from, until }: ScenarioChanges,
  { cwd, build, recorded }: Host,
  files: FilesRead = recorded ? new RecordedFiles(recorded) : new ScenarioFiles(cwd, build.command),
): Loaded {
  const reader = recording(files);
  const options = { set, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  const { scenario, diagnostics } = loadScenario(file, reader, options);
  const problems = diagnostics.map((one) => {
    const line = plain(formatDiagnostic(files.asShown(one)));
    const [, censusOf] = /`mpp census` of (.+):\d+$/.exec(line) ?? [];
    return scenario && censusOf ? `${line}: ${censusCommand(censusOf, scenario.period.from, build.command)}` : line;
  });
  return { scenario, problems, files, source: { file, options, reads: reader.reads } };
}

/** How a scenario is made to begin with who is there on its first date. */
function censusCommand(file: string, from: string, command: string): string {
  const table = path.posix.join(path.posix.dirname(file), `census-${from}.csv`);
  const take = `${command} census ${quoted(file)} --on ${from} --out ${quoted(table)}`;
  return `${take}; then add --set ${quoted(`start.census=${table}`)}`;
}

/**
 * Opens a scenario; prints its warnings on standard error unless quiet. `from` are its files, if they are neither on disk nor recorded.
 * @throws InputError with every problem, if there are errors
 */
export function openScenario(
  file: string,
  changes: ScenarioChanges,
  host: Host,
  quiet = false,
  from?: FilesRead,
): OpenedScenario {
  const { scenario, problems, files, source } = load(file, changes, host, from);
  if (scenario === undefined) throw new InputError(problems.join("\n"));
  if (!quiet) for (const line of problems) say(host.stderr, `${line}\n`);
  // The first that was read is the scenario itself: its name there is that in its tree.
  const { file: own = file } = scenario.inputs[0] ?? {};
  return {
    scenario: { ...scenario, file: own },
    inputs: scenario.inputs.map((input) => ({ file: input.file, sha256: files.sha256(input.file) })),
    source,
  };
}
