import path from "node:path";
import { plainJson } from "@mpp-sim/report";
import type { Scenario } from "@mpp-sim/scenario";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { openScenario } from "../open-scenario.ts";
import { policiesOf, runOf } from "../run/run-policies.ts";
import { askedOf, type RunRequest } from "../run/run-request.ts";
import { UnitsOfRun } from "../run/units-of-run.ts";
import { claimPlace } from "../run-directory/claim.ts";
import { directoryName } from "../run-directory/directory-name.ts";
import { type Manifest, manifestOf, recordsIn, recordsTable, runKey, sha256 } from "../run-directory/manifest.ts";
import { standingAt } from "../run-directory/target.ts";
import { withManifest } from "../run-directory/with-manifest.ts";
import { writeWhole } from "../run-directory/write-whole.ts";
import { progressOf } from "../terminal/progress.ts";
import { say } from "../terminal/say.ts";
import { type Shard, shardText } from "./shard.ts";
import { describeShard, shardFile } from "./shard-directory.ts";

/** Where a shard of a run goes, by where the run would go. */
export function shardDirectoryName(run: string, { index, count }: Shard): string {
  return `${run}.shard-${index}-of-${count}`;
}

/**
 * Runs a part of the units of a run, and writes them into a directory of its own, with all that is needed to merge it with the others.
 * @throws InputError as a run does
 */
export async function runShard(request: RunRequest, shard: Shard, host: Host): Promise<ExitCode> {
  const startedAt = new Date();
  if (request.resume)
    throw new InputError("--resume must not be given for a shard: it always goes on from what is kept");
  const opened = openScenario(request.file, request, host, request.quiet);
  const run = runOf(opened, request);
  const { scenario, seed, replications } = run;
  const policies = policiesOf(run, opened, request, host);
  const key = runKey(run, host.build.version);
  const whole = directoryName({ file: scenario.file, seed, replications, key });
  const shown = request.out ?? shardDirectoryName(whole, shard);
  const target = path.resolve(host.cwd, shown);
  const ownKey = sha256(`${key}/shard ${shardText(shard)}`);
  standingAt(target, shown, ownKey, host.cwd);

  const interruption = host.listenForInterruption();
  const asked = {
    ...request,
    ...host,
    seed,
    replications,
    interrupted: interruption.heard,
    part: shard,
    queue: undefined,
  };
  const units = new UnitsOfRun(policies, asked);
  if (!request.quiet && !request.json)
    say(host.stderr, `Shard ${shardText(shard)} of the run: ${units.units.length} units.${precisionNote(scenario)}\n`);
  const claim = claimPlace(target, shown);
  const progress = await progressOf(request, host.stderr, units.units.length);
  try {
    const { done, failed, exceeded } = await units.runShard(progress.update);
    const faults = [...failed, ...exceeded];
    progress.stop();
    for (const fault of faults) say(host.stderr, `${fault}\n`);
    const problem = units.records.problem;
    if (problem !== "") throw new InputError(`a shard must be kept: ${problem}`);
    const isWhole = done === units.units.length;
    const reason = `${done} of ${units.units.length} units done${faults.length === 0 ? "" : `; ${faults.join("; ")}`}`;
    const description = describeShard(
      {
        shard,
        asked: askedOf(request, run),
        key,
        inputs: run.inputs,
        reads: policies.reads,
      },
      host.build,
    );
    writeWhole(target, (folder) => {
      const files = [
        [shardFile, description],
        [recordsTable, units.records.copyTo(path.join(folder, recordsIn), units.units)],
      ] as const;
      return withManifest(files, (outputs) => {
        const manifest: Manifest = {
          ...manifestOf({ ...run, outputs }, host.build, startedAt),
          key: ownKey,
          shard: { ...shard, units: units.units.length, done },
          status: isWhole ? "complete" : failed.length > 0 ? "failed" : "truncated",
          reason: isWhole ? "" : reason,
        };
        return `${plainJson(manifest, 2)}\n`;
      });
    });
    if (request.json)
      say(host.stdout, `${plainJson({ shard, units: units.units.length, done, directory: shown }, 2)}\n`);
    else if (!request.quiet) {
      const all = request.out === undefined ? `${whole}.shard-*-of-${shard.count}` : "DIRECTORY...";
      const merge = `${host.build.command} merge ${all}`;
      say(
        host.stdout,
        `Units done       ${done} of ${units.units.length}\nShard directory  ${shown}\nWhen all are     ${merge}\n`,
      );
    }
    if (isWhole) return exitCodes.done;
    // What exceeds a limit does so each time.
    const rest = faults.length > 0 && failed.length === 0 ? "" : "; the same command runs the rest";
    say(host.stderr, `Shard ${shardText(shard)} is not whole: ${reason}${rest}.\n`);
    if (failed.length > 0) return exitCodes.fault;
    return exceeded.length > 0 ? exitCodes.budget : exitCodes.interrupted;
  } finally {
    await units.close();
    claim.release();
    interruption.stop();
  }
}

/** No shard knows what the others find. */
function precisionNote({ experiment }: Scenario): string {
  if (experiment.precision === undefined) return "";
  return ` experiment.precision ends no shard: all replications are run, and merge takes as many as a run in one go.`;
}
