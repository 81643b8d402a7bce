import { chmodSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { smallQuestion } from "../../../test/small-border.ts";
import { mpp } from "../src/program.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";

const args = [
  "submit",
  "--slurm",
  "small.yaml",
  "--replications",
  "3",
  "--seed",
  "it's",
  "--no-answer",
  "--sbatch=--partition=long",
];

async function submitted(more: readonly string[], sbatch?: string) {
  const folder = emptyFolder();
  write(folder, { "small.yaml": smallQuestion });
  const bin = path.join(folder, "bin");
  write(folder, { "bin/x": "" });
  if (sbatch !== undefined) {
    write(folder, { "bin/sbatch": `#!/bin/sh\n${sbatch}` });
    chmodSync(path.join(bin, "sbatch"), 0o755);
  }
  const host = fakeHost(folder, { environment: { PATH: bin } });
  return { folder, code: await mpp([...args, ...more], host), ...host.printed };
}

const run = /^runs\/small-it-s-3-[0-9a-f]{8}$/;

it("--dry-run prints the script and what would be submitted, and writes nothing", async () => {
  const { folder, code, out, err } = await submitted(["--shards", "2", "--dry-run"]);
  expect([code, err]).toEqual([0, ""]);
  const [, name = ""] = /merge (\S+)\.shard/.exec(out) ?? [];
  expect(name).toMatch(run);
  const program = `${process.execPath} /opt/mpp/mpp.mjs`;
  expect(out).toBe(
    `#!/bin/sh
# Written by mpp submit. A task of the array runs a shard; without an array the shards are merged.
set -eu
cd ${folder}
if [ -n "\${SLURM_ARRAY_TASK_ID:-}" ]; then
  exec ${program} run small.yaml --seed 'it'\\''s' --replications 3 --no-answer --shard "$SLURM_ARRAY_TASK_ID/2" --workers "\${SLURM_CPUS_PER_TASK:-1}" --out "${name}.shard-$SLURM_ARRAY_TASK_ID-of-2"
fi
exec ${program} merge ${name}.shard-*-of-2

# ${name}.slurm.sh, submitted twice from ${folder}:
# sbatch --parsable --job-name=mpp-${path.basename(name)} --partition=long --array=1-2 --output=${name}.slurm-%a.log ${name}.slurm.sh
# sbatch --parsable --job-name=mpp-${path.basename(name)} --partition=long --dependency=afterok:ARRAY_JOB --kill-on-invalid-dep=yes --output=${name}.slurm-merge.log ${name}.slurm.sh
`.replace(/--[\w-]+=[^\s']+/g, "'$&'"),
  );
  expect(Object.keys(filesOf(folder))).toEqual(["bin/x", "small.yaml"]);
});

it("submits the array, then what merges it when all of it has ended well", async () => {
  const { folder, code, out } = await submitted(
    ["--out", "whole"],
    'echo "$@" >> log; n=0; while read -r line; do n=$((n+1)); done < log; echo $n',
  );
  expect(code).toBe(0);
  // Three units: one shard, unless more are asked for.
  expect(out).toMatch(/^3 units in 1 shard are array job 1; job 2 merges them when all have ended well\.$/m);
  expect(out).toMatch(/^Run directory {2}whole$/m);
  const [array, merge] = readFileSync(path.join(folder, "log"), "utf8").trim().split("\n") as [string, string];
  expect(array).toContain("--array=1-1");
  expect(merge).toContain("--dependency=afterok:1 --kill-on-invalid-dep=yes");
  const script = readFileSync(path.join(folder, array.split(" ").at(-1) as string), "utf8");
  expect(script).toMatch(/merge \S+\.shard-\*-of-1 --out whole\n$/);
});

it("without sbatch, or where it refuses, one sentence says so", async () => {
  const none = await submitted([]);
  expect([none.code, none.err]).toEqual([
    2,
    "sbatch must be on the PATH (got none): install the client of Slurm (Debian: apt-get install slurm-client) where your cluster is, or give --dry-run to see the script\n",
  ]);
  const refused = await submitted([], 'echo "sbatch: error: invalid partition" >&2; exit 1');
  expect([refused.code, refused.err]).toEqual([
    2,
    "sbatch must take the job (got: sbatch: error: invalid partition)\n",
  ]);
});
