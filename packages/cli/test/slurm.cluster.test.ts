import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { smallQuestion } from "../../../test/small-border.ts";
import { startSlurm, until } from "./support/engines.ts";
import { emptyFolder, write } from "./support/folder.ts";
import { bytesOf } from "./support/run-bytes.ts";

it("an array of Slurm and the job that merges it leave the bytes of a run in one go", async () => {
  const slurm = await startSlurm();
  const program = await currentProgram();
  const folder = emptyFolder();
  write(folder, { "small.yaml": smallQuestion });
  const asked = ["small.yaml", "--until", "2018-10-03", "--replications", "2", "--seed", "a"];
  const mpp = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], { cwd: folder, env: slurm.environment, encoding: "utf8" });

  const submitted = mpp("submit", "--slurm", ...asked, "--shards", "3", "--sbatch=--time=10:00");
  expect([submitted.stderr, submitted.status]).toEqual(["", 0]);
  const [, array = "", merge = "", script = "", directory = ""] =
    /^\d+ units in 3 shards are array job (\d+); job (\d+) merges[\s\S]*^Script +(\S+)$[\s\S]*^Run directory +(\S+)$/m.exec(
      submitted.stdout,
    ) ?? [];
  expect(Number(merge)).toBeGreaterThan(Number(array));
  expect(readFileSync(path.join(folder, script), "utf8")).toContain("merge runs/");
  await until("no job is left", () => {
    const { status, stdout } = spawnSync("squeue", ["--noheader"], { env: slurm.environment, encoding: "utf8" });
    return status === 0 && stdout.trim() === "" ? true : undefined;
  });
  const logs = readdirSync(path.join(folder, "runs")).filter((file) => file.endsWith(".log"));
  const said = logs.map((log) => readFileSync(path.join(folder, "runs", log), "utf8")).join("\n");
  expect([existsSync(path.join(folder, directory, "summary.json")), said]).toEqual([true, said]);
  expect(logs).toHaveLength(4);

  const other = emptyFolder();
  write(other, { "small.yaml": smallQuestion });
  const alone = spawnSync(process.execPath, [program, "run", ...asked, "--out", "alone"], { cwd: other });
  expect(alone.status).toBe(0);
  expect(bytesOf(folder, directory)).toEqual(bytesOf(other, "alone"));
});
