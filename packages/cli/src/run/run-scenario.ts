import path from "node:path";
import { type RunOptions, runReplicationsPausing, runVariantsPausing, type Simulate } from "@mpp-sim/experiment";
import { plainJson, type RunOrVariants } from "@mpp-sim/report";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { faultReport } from "../fault-report.ts";
import type { Host } from "../host.ts";
import { openScenario } from "../open-scenario.ts";
import { type Claim, claimPlace } from "../run-directory/claim.ts";
import { directoryName } from "../run-directory/directory-name.ts";
import { manifestFile, manifestOf, type Run, runKey } from "../run-directory/manifest.ts";
import { outputFiles } from "../run-directory/output-files.ts";
import { standingAt } from "../run-directory/target.ts";
import { writeWhole } from "../run-directory/write-whole.ts";
import { type Progress, progressBar, progressLines, silent } from "../terminal/progress.ts";
import { say } from "../terminal/say.ts";
import { variantsNamed } from "../variant-choice.ts";
import { printResult } from "./print-result.ts";
import { runLimits } from "./run-limits.ts";
import type { RunRequest } from "./run-request.ts";

/**
 * Runs the replications of a scenario, writes the run directory and prints the summary. `simulate` is for tests.
 * @throws InputError if the scenario is not valid, or something is in the way of the run directory
 */
export async function runScenario(request: RunRequest, host: Host, simulate?: Simulate): Promise<ExitCode> {
  const startedAt = new Date();
  const { scenario, inputs } = openScenario(request.file, request, host, request.quiet);
  const seed = request.seed ?? scenario.experiment.seed;
  const replications = request.replications ?? scenario.experiment.replications;
  const variants = variantsNamed(scenario, request.variant);
  const run: Run = { scenario, variants, inputs, seed, replications };
  const key = runKey(run, host.build.version);
  const shown = request.out ?? directoryName({ file: scenario.file, seed, replications, key });
  const target = path.resolve(host.cwd, shown);
  // Before the run, so that nobody waits for a result that cannot be written.
  standingAt(target, shown, key, host.cwd);

  const interruption = host.listenForInterruption();
  let result: RunOrVariants;
  let directory: string | undefined;
  let claim: Claim | undefined;
  try {
    claim = claimPlace(target, shown);
    if (!request.quiet) for (const sentence of claim.swept) say(host.stderr, `${sentence}\n`);
    // Another run may have ended since, or one that was killed been put right.
    standingAt(target, shown, key, host.cwd);
    result = await simulateAll(run, request, host, { heard: interruption.heard, simulate });
    if (result.replicationsDone > 0) {
      const standing = standingAt(target, shown, key, host.cwd);
      // A complete run of the same inputs holds these replications and more.
      if (result.status === "complete" || standing !== "same-run-complete") {
        const files = await outputFiles(run, result, host.build.version);
        const manifest = manifestOf({ ...run, result, outputs: files }, host.build, startedAt);
        writeWhole(target, new Map([...files, [manifestFile, `${plainJson(manifest, 2)}\n`]]));
      }
      directory = shown;
    }
  } finally {
    claim?.release();
    // Not earlier: otherwise a second signal of the same press would end the program, and what was finished would be
    // lost.
    interruption.stop();
  }
  await printResult({ request, host, run, result, directory });
  if (result.status === "failed")
    say(host.stderr, faultReport(result.error ?? result.reason, [request.file], host.build, seed));
  return exitCodeOf(result);
}

async function simulateAll(
  run: Run,
  request: RunRequest,
  host: Host,
  { heard, simulate }: { readonly heard: () => boolean; readonly simulate: Simulate | undefined },
): Promise<RunOrVariants> {
  const { scenario, variants, seed, replications } = run;
  const progress = await progressOf(request, host, replications * Math.max(1, variants.length));
  try {
    const common = {
      seed,
      replications,
      limits: runLimits,
      onProgress: progress.update,
      interrupted: heard,
      // Signals and the terminal are handled between replications.
      pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
      ...(simulate === undefined ? {} : { simulate }),
    } satisfies Omit<RunOptions, "parameters"> & { pause: () => Promise<void> };
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

async function progressOf(request: RunRequest, { stderr }: Host, replications: number): Promise<Progress> {
  if (request.quiet) return silent;
  if (stderr.isTTY === true) return progressBar(stderr, replications);
  return request.progress ? progressLines(stderr, replications) : silent;
}

function exitCodeOf({ status, stoppedBy }: RunOrVariants): ExitCode {
  if (status === "failed") return exitCodes.fault;
  if (status === "complete") return exitCodes.done;
  return stoppedBy === "interruption" ? exitCodes.interrupted : exitCodes.budget;
}
