import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { smallBorder } from "../../../test/small-border.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";
import { ran, start } from "./support/program.ts";
import { isWholeOrAbsent } from "./support/run-bytes.ts";

const args = ["run", "small.yaml", "--replications", "60", "--workers", "1", "--progress", "--fresh"];

it("a run that the system kills at any moment leaves a whole result or none, and the next puts the rest right", async () => {
  const program = await currentProgram();
  const folder = emptyFolder();
  write(folder, { "small.yaml": smallBorder });
  const target = path.join(folder, "runs/out");
  const run = [program, ...args, "--out", target];
  // A result that stands there, which each run replaces by the same.
  const first = start(process.execPath, run, folder);
  await first.says("60 of 60 replications");
  const began = Date.now();
  await first.ended;
  const writing = Date.now() - began;
  expect(isWholeOrAbsent(target)).toBe(true);
  const before = filesOf(target)["summary.json"];
  const kills = 16;
  let beforeEnd = 0;
  for (let kill = 0; kill < kills; kill++) {
    const child = start(process.execPath, run, folder);
    // Every other one falls into the writing at the end, or so it is hoped.
    const isLate = kill % 2 === 1;
    await child.says(`${isLate ? 60 : 3 * (kill + 1)} of 60 replications`);
    if (isLate) await new Promise((resolve) => setTimeout(resolve, (writing * kill) / kills));
    child.kill("SIGKILL");
    // A process that was killed has no exit code.
    if ((await child.ended).code === null) beforeEnd++;
    expect([kill, isWholeOrAbsent(target)]).toEqual([kill, true]);
  }
  expect(beforeEnd).toBeGreaterThan(kills / 3);
  // What an older program left in a folder of its own for each try.
  write(folder, { "runs/.out.making-6f1f0c2e-9a51-4c7e-8b1a-0d3f5e7a9b11/half.json": "{" });
  expect((await ran(process.execPath, run, folder)).code).toBe(0);
  expect(filesOf(target)["summary.json"]).toBe(before);
  expect(readdirSync(path.join(folder, "runs"))).toEqual([".records", "out"]);
}, 600_000);
