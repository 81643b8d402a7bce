import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { emptyFolder, filesOf, scenarios, write } from "./support/folder.ts";
import { ran } from "./support/program.ts";

const file = path.join(scenarios, "del-rio-limit-50.yaml");
const args = ["run", file, "--until", "2019-10-26", "--replications", "2", "--quiet", "--fresh"];

/** Whether a run directory is not there at all, or each file that its manifest names is there, as it was written. */
function isWholeOrAbsent(target: string): boolean {
  if (!existsSync(target)) return true;
  const manifest = JSON.parse(readFileSync(path.join(target, "manifest.json"), "utf8"));
  return manifest.outputs.every(
    (output: { readonly file: string; readonly sha256: string }) =>
      createHash("sha256")
        .update(readFileSync(path.join(target, output.file)))
        .digest("hex") === output.sha256,
  );
}

it("a run that the system kills at any moment leaves a whole result or none, and the next puts the rest right", async () => {
  const program = await currentProgram();
  const folder = emptyFolder();
  const target = path.join(folder, "runs/out");
  const run = [program, ...args, "--out", target];
  // A result that stands there, which each run replaces by the same.
  const began = Date.now();
  const whole = spawn(process.execPath, run, { cwd: folder, stdio: "ignore" });
  await new Promise((resolve) => whole.on("close", resolve));
  const lasts = Date.now() - began;
  expect(isWholeOrAbsent(target)).toBe(true);
  const before = filesOf(target)["summary.json"];
  const kills = 16;
  let beforeEnd = 0;
  for (let kill = 0; kill < kills; kill++) {
    const child = spawn(process.execPath, run, { cwd: folder, stdio: "ignore" });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("close", (_, signal) => resolve(signal)));
    // Most of the writing is at the end.
    const part = kill % 2 === 0 ? kill / kills : 0.85 + (0.3 * kill) / kills;
    setTimeout(() => child.kill("SIGKILL"), part * lasts);
    if ((await ended) === "SIGKILL") beforeEnd++;
    expect([kill, isWholeOrAbsent(target)]).toEqual([kill, true]);
  }
  expect(beforeEnd).toBeGreaterThan(kills / 3);
  // What an older program left in a folder of its own for each try.
  write(folder, { "runs/.out.making-6f1f0c2e-9a51-4c7e-8b1a-0d3f5e7a9b11/half.json": "{" });
  expect((await ran(process.execPath, run, folder)).code).toBe(0);
  expect(filesOf(target)["summary.json"]).toBe(before);
  expect(readdirSync(path.join(folder, "runs"))).toEqual([".records", "out"]);
}, 600_000);
