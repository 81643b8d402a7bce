import path from "node:path";
import { describeBorder, type ReplicationResult } from "@mpp-sim/border";
import type { StudyMeasure } from "@mpp-sim/experiment";
import { catalogueHash, type Job, loadAgain } from "@mpp-sim/experiment/node";
import { type Paper, plainJson } from "@mpp-sim/report";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { queueAsked } from "../queue/queue-asked.ts";
import type { RunPolicy } from "../run/run-policies.ts";
import { UnitFailure, UnitsOfRun } from "../run/units-of-run.ts";
import { type Claim, claimPlace } from "../run-directory/claim.ts";
import { directoryName } from "../run-directory/directory-name.ts";
import { type HashedFile, manifestOf, type OfWritten, type Run, runKey, sha256 } from "../run-directory/manifest.ts";
import { standingAt } from "../run-directory/target.ts";
import { withManifest } from "../run-directory/with-manifest.ts";
import { writeWhole } from "../run-directory/write-whole.ts";
import { paperOf } from "../terminal/paper-of.ts";
import { progressOf } from "../terminal/progress.ts";
import { say } from "../terminal/say.ts";
import type { StudyRequest } from "./study-request.ts";

/** How replications are asked for. */
interface Asking {
  /** Told of a policy whose values are refused, which then has none; without it the study ends there. */
  readonly onRefused?: (policy: RunPolicy, why: string) => void;
  /** The first replication of a policy; 0 unless given. */
  readonly from?: (policy: RunPolicy) => number;
}

/** Runs the first replications of some policies. Gives the values of each, by measure and then by replication. */
export type Ask = (
  policies: readonly RunPolicy[],
  replications: number,
  measures: readonly StudyMeasure[],
  asking?: Asking,
) => Promise<readonly (readonly (readonly number[])[])[]>;

/** What came of a study. */
export interface Studied {
  /** By name: its table, its picture, what else it has. */
  readonly files: ReadonlyMap<string, string>;
  /** What `study.json` holds and `--json` prints. */
  readonly document: object;
  /** What a terminal shows. */
  readonly text: (paper: Paper) => string;
}

/** A study, before anything is run. */
export interface Study {
  /** The command: part of the name of its directory. */
  readonly command: string;
  /** What it starts from. */
  readonly run: Omit<OfWritten<Run>, "variants">;
  /** Every policy that may be asked for. */
  readonly policies: readonly RunPolicy[];
  readonly reads: Job["reads"];
  /** All else that decides what comes of it. */
  readonly options: object;
  /** Asks for what it needs, perhaps several times, and says what came of it. */
  readonly work: (ask: Ask) => Promise<Studied>;
}

/** Thrown where a study cannot go on because it was interrupted. */
class Interrupted extends Error {}

/**
 * Runs a study: claims its place, runs what is not kept from before, writes its directory whole and prints what came of it. One that was
 * interrupted writes nothing, but what it has finished is kept: the same command goes on from there.
 * @throws InputError if something is in the way of the directory, or a point is not valid
 */
export async function conductStudy(study: Study, request: StudyRequest, host: Host): Promise<ExitCode> {
  const { command, policies, reads, options } = study;
  const startedAt = new Date();
  const run: OfWritten<Run> = { ...study.run, variants: [] };
  const points = policies.map(({ variant, point }) => [variant, point]);
  const key = sha256(JSON.stringify([runKey(run, host.build.version), command, points, options]));
  const { seed, replications } = run;
  const shown = request.out ?? directoryName({ file: run.scenario.file, seed, replications, key, command });
  const target = path.resolve(host.cwd, shown);
  // Before the run, so that nobody waits for a result that cannot be written.
  standingAt(target, shown, key, host.cwd);
  const queue = await queueAsked(request.queue, host);
  const interruption = host.listenForInterruption();
  const units = new UnitsOfRun(
    { own: policies, reads },
    { ...request, ...host, seed, replications, interrupted: interruption.heard, queue },
  );
  let claim: Claim | undefined;
  let studied: Studied;
  try {
    claim = claimPlace(target, shown);
    if (!request.quiet) for (const sentence of claim.swept) say(host.stderr, `${sentence}\n`);
    studied = await study.work(askingOf(units, reads, request, host));
    if (!request.quiet && units.records.problem !== "") say(host.stderr, `warning: ${units.records.problem}\n`);
    const files = new Map([
      ["scenario.resolved.yaml", run.scenario.resolved],
      ["study.json", documentText(studied)],
      ...studied.files,
    ]);
    standingAt(target, shown, key, host.cwd);
    const manifestText = (outputs: readonly HashedFile[]): string => {
      const { fingerprint: _, ...about } = manifestOf({ ...run, outputs }, host.build, startedAt);
      const manifest = {
        ...about,
        key,
        command,
        options,
        points: policies.length,
        replications: { asked: replications, done: replications },
        status: "complete",
      };
      return `${plainJson(manifest, 2)}\n`;
    };
    writeWhole(target, () => withManifest(files, manifestText));
  } catch (error) {
    if (error instanceof Interrupted) {
      say(host.stderr, `The study was interrupted: ${error.message}.\n`);
      return exitCodes.interrupted;
    }
    const why = refusal(error, reads);
    throw why === undefined ? error : new InputError(`${(error as UnitFailure).policy.name}: ${why}`);
  } finally {
    await units.close();
    claim?.release();
    interruption.stop();
  }
  if (request.json) say(host.stdout, documentText(studied, shown));
  else if (!request.quiet)
    say(
      host.stdout,
      `${studied.text(await paperOf(host, request))}
Run directory  ${shown}
`,
    );
  return exitCodes.done;
}

function documentText({ document }: Studied, directory?: string): string {
  return `${plainJson({ ...document, ...(directory !== undefined && { directory }) }, 2)}\n`;
}

function askingOf(units: UnitsOfRun, reads: Job["reads"], request: StudyRequest, host: Host): Ask {
  return async (policies, replications, measures, { onRefused, from } = {}) => {
    const rowsOf = rowsIn(measures);
    const rows = new Map(policies.map((policy) => [policy, rowsOf(policy)]));
    /** By policy and then by replication: what there is when one is refused stays. */
    const found = new Map(policies.map((policy) => [policy, new Map<number, readonly number[]>()]));
    let done = 0;
    const take = ({ measures: values, replication }: ReplicationResult, policy: RunPolicy): void => {
      const own = rows.get(policy)?.map((row) => values[row] as number) ?? [];
      found.get(policy)?.set(replication, own);
      done++;
    };
    const refused = new Set<RunPolicy>();
    const progress = await progressOf(request, host.stderr, policies.length * replications);
    try {
      for (;;) {
        const left = policies.filter((policy) => !refused.has(policy) && found.get(policy)?.size !== replications);
        try {
          await units.run(left, replications, take, () => progress.update(done), from);
          mustBeWhole(done, (policies.length - refused.size) * replications);
          return policies.map((policy) => {
            const own = [...(found.get(policy) ?? [])].sort(([one], [other]) => one - other);
            return measures.map((_, column) => own.map(([, values]) => values[column] as number));
          });
        } catch (error) {
          const why = onRefused && refusal(error, reads);
          if (why === undefined) throw error;
          const { policy } = error as UnitFailure;
          refused.add(policy);
          onRefused?.(policy, why);
        }
      }
    } finally {
      progress.stop();
    }
  };
}

function mustBeWhole(done: number, asked: number): void {
  if (done === asked) return;
  throw new Interrupted(`${done} of ${asked} replications are done and kept; the same command goes on from there`);
}

/** Gives rows of the measures in the results of a policy. Most policies share a scenario, and to describe one takes a while. */
function rowsIn(measures: readonly StudyMeasure[]): (policy: RunPolicy) => readonly number[] {
  const known = new Map<RunPolicy["scenario"], readonly number[]>();
  return ({ name, scenario }) => {
    let rows = known.get(scenario);
    if (rows === undefined) {
      const own = describeBorder(scenario.parameters).measures.map((measure) => measure.name);
      rows = measures.map((measure) => own.indexOf(measure.name));
      known.set(scenario, rows);
    }
    const missing = measures[rows.indexOf(-1)];
    if (missing) throw new InputError(`${missing.name} must be reported by every policy (${name} does not)`);
    return rows;
  };
}

/** Why a point cannot be run, if it is the point's fault: a value may be refused that stands between two that are not. */
function refusal(error: unknown, reads: Job["reads"]): string | undefined {
  if (!(error instanceof UnitFailure)) return undefined;
  const { policy, message } = error;
  try {
    const { parameters } = loadAgain({ reads }, policy);
    return catalogueHash(describeBorder(parameters)) === policy.catalogue ? undefined : message;
  } catch (problem) {
    return (problem as Error).message;
  }
}
