import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { workersThatPay } from "@mpp-sim/experiment/node";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { openScenario } from "../open-scenario.ts";
import { policiesOf, runOf } from "../run/run-policies.ts";
import type { RunRequest } from "../run/run-request.ts";
import { UnitsOfRun } from "../run/units-of-run.ts";
import { directoryName } from "../run-directory/directory-name.ts";
import { runKey } from "../run-directory/manifest.ts";
import { writeFileWhole } from "../run-directory/write-whole.ts";
import { quoted } from "../terminal/quoted.ts";
import { say } from "../terminal/say.ts";

/** `mpp submit`, as asked for. */
export interface SubmitRequest
  extends Pick<
    RunRequest,
    "file" | "set" | "from" | "until" | "variant" | "seed" | "replications" | "answer" | "out" | "workers"
  > {
  readonly shards: number | undefined;
  /** Options for sbatch, as they are. */
  readonly sbatch: readonly string[];
  readonly dryRun: boolean;
}

/** Unless more are asked for. */
const mostTasks = 100;

/**
 * Writes a job script and submits it to Slurm twice: as an array of shards, and once more to merge them when all have ended well.
 * @throws InputError if the scenario is not valid, or there is no sbatch, or it refuses
 */
export async function submit(request: SubmitRequest, host: Host): Promise<ExitCode> {
  const whole = { ...request, resume: false, fresh: false, json: false, quiet: false, progress: false, color: false };
  const opened = openScenario(request.file, request, host);
  const run = runOf(opened, whole);
  const { scenario, seed, replications } = run;
  const policies = policiesOf(run, opened, whole, host);
  const { units } = new UnitsOfRun(policies, {
    ...whole,
    ...host,
    seed,
    replications,
    interrupted: () => false,
    queue: undefined,
  });
  // A task loads the scenario anew, as a thread does.
  const count = request.shards ?? workersThatPay(units.length, mostTasks);
  const name = directoryName({ file: scenario.file, seed, replications, key: runKey(run, host.build.version) });
  const script = `${name}.slurm.sh`;
  const text = scriptOf(request, {
    name,
    count,
    cwd: host.cwd,
    program: [process.execPath, host.entry].map(quoted).join(" "),
  });
  const common = ["--parsable", `--job-name=mpp-${path.posix.basename(name)}`, ...request.sbatch];
  const array = [...common, `--array=1-${count}`, `--output=${name}.slurm-%a.log`, script];
  const mergeAfter = (id: string): string[] => [
    ...common,
    `--dependency=afterok:${id}`,
    "--kill-on-invalid-dep=yes",
    `--output=${name}.slurm-merge.log`,
    script,
  ];
  if (request.dryRun) {
    const commands = [array, mergeAfter("ARRAY_JOB")].map((words) => `sbatch ${words.map(quoted).join(" ")}\n`);
    say(host.stdout, `${text}\n# ${script}, submitted twice from ${host.cwd}:\n# ${commands.join("# ")}`);
    return exitCodes.done;
  }
  mkdirSync(path.dirname(path.resolve(host.cwd, script)), { recursive: true });
  writeFileWhole(path.resolve(host.cwd, script), text);
  const arrayJob = sbatch(array, host);
  const mergeJob = sbatch(mergeAfter(arrayJob), host);
  say(
    host.stdout,
    `${units.length} units in ${count} shard${count === 1 ? "" : "s"} are array job ${arrayJob}; job ${mergeJob} merges them when all have ended well.
Script         ${script}
Run directory  ${request.out ?? name}\n`,
  );
  return exitCodes.done;
}

interface Script {
  readonly name: string;
  readonly count: number;
  readonly cwd: string;
  readonly program: string;
}

/** One script for both jobs: a task of the array runs its shard, the job after it merges them all. */
function scriptOf(request: SubmitRequest, { name, count, cwd, program }: Script): string {
  const { file, set, from, until, variant, seed, replications, answer, out, workers } = request;
  const given = [
    ...set.flatMap(({ path, value }) => ["--set", `${path}=${value}`]),
    ...(from === undefined ? [] : ["--from", from]),
    ...(until === undefined ? [] : ["--until", until]),
    ...variant.flatMap((one) => ["--variant", one]),
    ...(seed === undefined ? [] : ["--seed", seed]),
    ...(replications === undefined ? [] : ["--replications", String(replications)]),
    ...(answer ? [] : ["--no-answer"]),
  ];
  // Where a task has more than one core, Slurm says so.
  const threads = workers === undefined ? `"\${SLURM_CPUS_PER_TASK:-1}"` : String(workers);
  const run = ["run", file, ...given].map(quoted).join(" ");
  const to = out === undefined ? "" : ` --out ${quoted(out)}`;
  return `#!/bin/sh
# Written by mpp submit. A task of the array runs a shard; without an array the shards are merged.
set -eu
cd ${quoted(cwd)}
if [ -n "\${SLURM_ARRAY_TASK_ID:-}" ]; then
  exec ${program} ${run} --shard "$SLURM_ARRAY_TASK_ID/${count}" --workers ${threads} --out "${name}.shard-$SLURM_ARRAY_TASK_ID-of-${count}"
fi
exec ${program} merge ${name}.shard-*-of-${count}${to}
`;
}

/** Submits a script. Gives the number of the job. */
function sbatch(words: readonly string[], { cwd, environment }: Host): string {
  const { error, status, stdout, stderr } = spawnSync("sbatch", words, {
    cwd,
    env: { ...environment },
    encoding: "utf8",
  });
  if (error !== undefined) {
    throw new InputError(
      "sbatch must be on the PATH (got none): install the client of Slurm (Debian: apt-get install slurm-client) where your cluster is, or give --dry-run to see the script",
    );
  }
  const [id] = stdout.trim().split(";");
  if (status !== 0 || id === undefined || !/^\d+$/.test(id))
    throw new InputError(`sbatch must take the job (got: ${(stderr || stdout).trim()})`);
  return id;
}
