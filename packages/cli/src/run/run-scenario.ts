import { rmSync } from "node:fs";
import path from "node:path";
import {
  type AnswerResult,
  type Executing,
  type Executor,
  type RunOptions,
  runReplicationsPausing,
  runVariantsPausing,
  type Simulate,
} from "@mpp-sim/experiment";
import { plainJson, type RunOrVariants } from "@mpp-sim/report";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { faultReport } from "../fault-report.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { openScenario } from "../open-scenario.ts";
import { type Claim, claimPlace } from "../run-directory/claim.ts";
import { directoryName } from "../run-directory/directory-name.ts";
import {
  type Ended,
  manifestFile,
  manifestOf,
  type Run,
  recordsIn,
  recordsTable,
  runKey,
} from "../run-directory/manifest.ts";
import { outputFiles } from "../run-directory/output-files.ts";
import { type Standing, standingAt } from "../run-directory/target.ts";
import { writeWhole } from "../run-directory/write-whole.ts";
import { progressOf } from "../terminal/progress.ts";
import { say } from "../terminal/say.ts";
import { printFirst, printResult } from "./print-result.ts";
import { runAnswer } from "./run-answer.ts";
import { runLimits } from "./run-limits.ts";
import { type AnswerPolicies, policiesOf, runOf } from "./run-policies.ts";
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

  const interruption = host.listenForInterruption();
  const units =
    policies && new UnitsOfRun(policies, { ...request, ...host, seed, replications, interrupted: interruption.heard });
  let result: RunOrVariants;
  let answer: AnswerResult | undefined;
  let isShown = false;
  let directory: string | undefined;
  let claim: Claim | undefined;
  try {
    if (units) prepare?.(units);
    claim = claimPlace(target, shown);
    if (!request.quiet) for (const sentence of claim.swept) say(host.stderr, `${sentence}\n`);
    // Another run may have ended since, or one that was killed been put right.
    const begun = standingAt(target, shown, key, host.cwd) === "nothing";
    const manifestText = (about: Pick<Ended, "result" | "outputs">): string =>
      `${plainJson(manifestOf({ ...run, ...about }, host.build, startedAt), 2)}\n`;
    const onFirst = (): void => {
      if (begun) writeWhole(target, () => new Map([[manifestFile, manifestText({ outputs: new Map() })]]));
    };
    const executor = units && ((own: Executor) => units.executor(own));
    result = await simulateAll(run, request, host, { heard: interruption.heard, simulate, executor, onFirst });
    if (units && policies?.answer && result.status === "complete") {
      ({ result, answer, isShown } = await answered({ run, request, host, units, answer: policies.answer }, result));
    }
    const problem = units?.records.problem ?? "";
    if (problem !== "" && !request.quiet) say(host.stderr, `warning: ${problem}\n`);
    if (result.replicationsDone > 0) {
      const standing = standingAt(target, shown, key, host.cwd);
      // A complete run of the same inputs holds these replications and more.
      if (result.status === "complete" || standing !== "same-run-complete") {
        const files = await outputFiles(run, result, host.build.version, answer);
        const ended = result;
        writeWhole(target, (folder) => {
          const outputs = new Map(files);
          if (units) {
            const kept = units.records.copyTo(path.join(folder, recordsIn), units.rounds(ended.replicationsDone));
            outputs.set(recordsTable, kept);
          }
          return new Map([...outputs, [manifestFile, manifestText({ result: ended, outputs })]]);
        });
      }
      directory = shown;
    } else if (begun) {
      rmSync(target, { recursive: true, force: true });
    }
  } finally {
    await units?.close();
    claim?.release();
    // Not earlier: otherwise a second signal of the same press would end the program, and what was finished would be
    // lost.
    interruption.stop();
  }
  await printResult({ request, host, run, result, answer, directory, isShown });
  if (result.status === "failed")
    say(host.stderr, faultReport(result.error ?? result.reason, [request.file], host.build, seed));
  return exitCodeOf(result);
}

interface Answering {
  readonly run: Run;
  readonly request: RunRequest;
  readonly host: Host;
  readonly units: UnitsOfRun;
  readonly answer: AnswerPolicies;
}

/** The answer to the question of a run that is complete. If it cannot be had, or not whole, the run is marked so. */
async function answered(
  { run, request, host, units, answer }: Answering,
  result: RunOrVariants,
): Promise<{ readonly result: RunOrVariants; readonly answer: AnswerResult | undefined; readonly isShown: boolean }> {
  let isShown = false;
  const progress = await progressOf(request, host.stderr, units.policies.length);
  try {
    const onBase = async (base: AnswerResult): Promise<void> => {
      isShown = true;
      await printFirst({ request, host, run, result, answer: base });
    };
    const found = await runAnswer(result, { answer, units, onBase, onDone: () => {} });
    const whole = found?.points.length === answer.trials.length;
    const reason = `interrupted: ${found?.points.length ?? 0} of ${answer.trials.length} values of assumptions tried`;
    return {
      isShown,
      answer: found,
      result: whole ? result : { ...result, status: "truncated", stoppedBy: "interruption", reason },
    };
  } catch (thrown) {
    const error = thrown instanceof UnitFailure ? thrown.cause : thrown;
    const reason = `the answer failed: ${error instanceof Error ? error.message : String(error)}`;
    return { isShown, answer: undefined, result: { ...result, status: "failed", stoppedBy: "error", reason, error } };
  } finally {
    progress.stop();
  }
}

interface Simulating {
  readonly heard: () => boolean;
  readonly simulate: Simulate | undefined;
  readonly executor: Executing["executor"];
  /** Called when the first unit is done. */
  readonly onFirst: () => void;
}

async function simulateAll(
  run: Run,
  request: RunRequest,
  host: Host,
  { heard, simulate, executor, onFirst }: Simulating,
): Promise<RunOrVariants> {
  const { scenario, variants, seed, replications } = run;
  let begun = false;
  const progress = await progressOf(request, host.stderr, replications * Math.max(1, variants.length));
  try {
    const common = {
      seed,
      replications,
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
    if (variants.length === 0) return await runReplicationsPausing({ ...common, parameters: scenario.parameters });
    return await runVariantsPausing({
      ...common,
      variants: variants.map(({ scenario: { parameters }, ...variant }) => ({ ...variant, parameters })),
      reference: scenario.experiment.reference,
    });
  } finally {
    progress.stop();
  }
}

function exitCodeOf({ status, stoppedBy }: RunOrVariants): ExitCode {
  if (status === "failed") return exitCodes.fault;
  if (status === "complete") return exitCodes.done;
  return stoppedBy === "interruption" ? exitCodes.interrupted : exitCodes.budget;
}
