import { rmSync } from "node:fs";
import path from "node:path";
import {
  type AnswerResult,
  type Executing,
  type Executor,
  precisionOf,
  type RunOptions,
  runReplicationsPausing,
  runVariantsPausing,
  type Simulate,
} from "@mpp-sim/experiment";
import { plainJson, precisionObject, type RunOrVariants } from "@mpp-sim/report";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { faultReport } from "../fault-report.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { openScenario } from "../open-scenario.ts";
import { queueAsked } from "../queue/queue-asked.ts";
import { type Claim, claimPlace } from "../run-directory/claim.ts";
import { directoryName } from "../run-directory/directory-name.ts";
import { type Ended, manifestOf, type Run, recordsIn, recordsTable, runKey } from "../run-directory/manifest.ts";
import { outputFiles } from "../run-directory/output-files.ts";
import { type Standing, standingAt } from "../run-directory/target.ts";
import { withManifest } from "../run-directory/with-manifest.ts";
import { writeWhole } from "../run-directory/write-whole.ts";
import { type Progress, progressOf } from "../terminal/progress.ts";
import { say } from "../terminal/say.ts";
import { runAnswer } from "./run-answer.ts";
import { runLimits } from "./run-limits.ts";
import { type AnswerPolicies, policiesOf, runOf } from "./run-policies.ts";
import { RunPrinter } from "./run-printer.ts";
import type { RunRequest } from "./run-request.ts";
import { pause, UnitFailure, UnitsOfRun } from "./units-of-run.ts";

/** @throws InputError if there is nothing to go on with, although that was asked for */
function mustGoOn({ resume, file }: RunRequest, standing: Standing, shown: string): void {
  if (!resume || standing !== "nothing") return;
  throw new InputError(`--resume must find a run of ${file} in ${shown} (got none there); leave it out to begin one`);
}

/**
 * Runs the replications of a scenario, writes the run directory and prints the summary. `simulate` is for tests; `prepare` may keep
 * records of its units before any is run.
 * @throws InputError if the scenario is not valid, or something is in the way of the run directory
 */
export async function runScenario(
  request: RunRequest,
  host: Host,
  simulate?: Simulate,
  prepare?: (units: UnitsOfRun) => void,
): Promise<ExitCode> {
  const startedAt = new Date();
  const opened = openScenario(request.file, request, host, request.quiet);
  const run = runOf(opened, request);
  const { scenario, seed, replications } = run;
  const key = runKey(run, host.build.version);
  const shown = request.out ?? directoryName({ file: scenario.file, seed, replications, key });
  const target = path.resolve(host.cwd, shown);
  // Before the run, so that nobody waits for a result that cannot be written.
  mustGoOn(request, standingAt(target, shown, key, host.cwd), shown);
  const policies = simulate ? undefined : policiesOf(run, opened, request, host);

  const queue = policies && (await queueAsked(request.queue, host));

  const interruption = host.listenForInterruption();
  const interrupted = interruption.heard;
  const units = policies && new UnitsOfRun(policies, { ...request, ...host, seed, replications, interrupted, queue });
  const printer = new RunPrinter(request, host, run);
  const asked = units?.units.length ?? replications * Math.max(1, run.variants.length);
  const progress = await progressOf(request, host.stderr, asked);
  let result: RunOrVariants;
  let answer: AnswerResult | undefined;
  let directory: string | undefined;
  let claim: Claim | undefined;
  try {
    if (units) prepare?.(units);
    claim = claimPlace(target, shown);
    if (!request.quiet) for (const sentence of claim.swept) say(host.stderr, `${sentence}\n`);
    // Another run may have ended since, or one that was killed been put right.
    const begun = standingAt(target, shown, key, host.cwd) === "nothing";
    const manifestText = (about: Pick<Ended, "result" | "outputs">): string => {
      const ended = { ...run, ...about, ...precisionObject(scenario, about.result) };
      return `${plainJson(manifestOf(ended, host.build, startedAt), 2)}\n`;
    };
    const onFirst = (): void => {
      if (begun) writeWhole(target, () => withManifest([], (outputs) => manifestText({ outputs })));
    };
    const executor = units && ((own: Executor) => units.executor(own));
    result = await simulateAll(run, { heard: interruption.heard, simulate, executor, onFirst, progress });
    if (units && policies?.answer && result.status === "complete") {
      ({ result, answer } = await answered({ printer, progress, units, answer: policies.answer }, result));
    }
    progress.stop();
    const problem = units?.records.problem ?? "";
    if (problem !== "" && !request.quiet) say(host.stderr, `warning: ${problem}\n`);
    if (result.replicationsDone > 0) {
      const standing = standingAt(target, shown, key, host.cwd);
      // A complete run of the same inputs holds these replications and more.
      if (result.status === "complete" || standing !== "same-run-complete") {
        const files = await outputFiles(run, result, host.build.version, answer);
        const ended = result;
        writeWhole(target, (folder) => {
          if (units) {
            const kept = units.records.copyTo(path.join(folder, recordsIn), units.rounds(ended.replicationsDone));
            files.set(recordsTable, kept);
          }
          return withManifest(files, (outputs) => manifestText({ result: ended, outputs }));
        });
      }
      directory = shown;
    } else if (begun) {
      rmSync(target, { recursive: true, force: true });
    }
  } finally {
    progress.stop();
    await units?.close();
    claim?.release();
    // Not earlier: otherwise a second signal of the same press would end the program, and what was finished would be
    // lost.
    interruption.stop();
  }
  await printer.end(result, answer, directory);
  if (result.status === "failed")
    say(host.stderr, faultReport(result.error ?? result.reason, [request.file], host.build, seed));
  return exitCodeOf(result);
}

interface Answering {
  readonly printer: RunPrinter;
  readonly progress: Progress;
  readonly units: UnitsOfRun;
  readonly answer: AnswerPolicies;
}

/** The answer to the question of a run that is complete. If it cannot be had, or not whole, the run is marked so. */
async function answered(
  { printer, progress, units, answer }: Answering,
  result: RunOrVariants,
): Promise<{ readonly result: RunOrVariants; readonly answer: AnswerResult | undefined }> {
  let printed = Promise.resolve();
  const print = (what: () => Promise<void>): Promise<void> => {
    printed = printed.then(() => {
      progress.hide();
      return what();
    });
    return printed;
  };
  let done = result.replicationsDone * ("variants" in result ? result.variants.length : 1);
  try {
    const found = await runAnswer(result, {
      answer,
      units,
      onBase: (base) => print(() => printer.begin(result, base)),
      onMore: (soFar, known) => void print(() => printer.goOn(soFar, known)),
      onUnit: () => progress.update(++done),
    });
    await printed;
    const whole = found?.points.length === answer.trials.length && found.oneMore.length === answer.oneMore.length;
    const tried = `${found?.points.length ?? 0} of ${answer.trials.length} values of assumptions tried`;
    const reason = `interrupted: ${tried}`;
    return {
      answer: found,
      result: whole ? result : { ...result, status: "truncated", stoppedBy: "interruption", reason },
    };
  } catch (thrown) {
    await printed;
    const error = thrown instanceof UnitFailure ? thrown.cause : thrown;
    const reason = `the answer failed: ${error instanceof Error ? error.message : String(error)}`;
    return { answer: undefined, result: { ...result, status: "failed", stoppedBy: "error", reason, error } };
  }
}

interface Simulating {
  readonly heard: () => boolean;
  readonly simulate: Simulate | undefined;
  readonly executor: Executing["executor"];
  /** Called when the first unit is done. */
  readonly onFirst: () => void;
  readonly progress: Progress;
}

async function simulateAll(
  { scenario, variants, seed, replications }: Run,
  { heard, simulate, executor, onFirst, progress }: Simulating,
): Promise<RunOrVariants> {
  let begun = false;
  const precision = precisionOf(scenario.experiment);
  const common = {
    seed,
    replications,
    ...(precision && { precision }),
    limits: runLimits,
    onProgress: (done) => {
      if (!begun) onFirst();
      begun = true;
      progress.update(done);
    },
    interrupted: heard,
    pause,
    ...(simulate && { simulate }),
    ...(executor && { executor }),
  } satisfies Omit<RunOptions, "parameters"> & Executing;
  if (variants.length === 0) return runReplicationsPausing({ ...common, parameters: scenario.parameters });
  return runVariantsPausing({
    ...common,
    variants: variants.map(({ scenario: { parameters }, ...variant }) => ({ ...variant, parameters })),
    reference: scenario.experiment.reference,
  });
}

function exitCodeOf({ status, stoppedBy }: RunOrVariants): ExitCode {
  if (status === "failed") return exitCodes.fault;
  if (status === "complete") return exitCodes.done;
  return stoppedBy === "interruption" ? exitCodes.interrupted : exitCodes.budget;
}
