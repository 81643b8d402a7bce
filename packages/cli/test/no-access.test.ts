import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { mpp } from "../src/program.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, scenarios } from "./support/folder.ts";
import { root } from "./support/program.ts";

const file = path.join(scenarios, "del-rio-limit-50.yaml");

it.each([
  [
    "a name of 201 bytes",
    "x".repeat(201),
    `${"x".repeat(30)}… must have no name of more than 200 bytes in it (got 201)\n`,
  ],
  [
    "letters of two bytes",
    "é".repeat(120),
    `${"é".repeat(30)}… must have no name of more than 200 bytes in it (got 240)\n`,
  ],
  [
    "in a folder of 300",
    `${"x".repeat(300)}/y`,
    `${"x".repeat(30)}… must have no name of more than 200 bytes in it (got 300)\n`,
  ],
])("--out of %s is refused before anything runs", async (_what, out, sentence) => {
  const folder = emptyFolder();
  const host = fakeHost(folder);
  expect(await mpp(["run", file, "--out", out], host)).toBe(2);
  expect(host.printed).toEqual({ out: "", err: sentence });
  expect(filesOf(folder)).toEqual({});
});

it("--out of 200 bytes is taken", async () => {
  const folder = emptyFolder();
  const out = "x".repeat(200);
  const args = ["run", file, "--until", "2019-10-25", "--replications", "1", "--quiet", "--out", out];
  expect(await mpp(args, fakeHost(folder))).toBe(0);
  expect(Object.keys(filesOf(folder))).toContain(`${out}/manifest.json`);
});

it("a full disk behind standard output: a sentence, exit code 2", async () => {
  const command = `"${process.execPath}" "${await currentProgram()}" schema > /dev/full`;
  const { status, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
  expect([status, stderr]).toEqual([
    2,
    "What is printed must go where it can be written (ENOSPC: no space is left).\n",
  ]);
});

it("what is bundled is as open as the folder it lies in, and a checkout that is shut to a user is said to be", async () => {
  const bundled = path.dirname(await currentProgram());
  expect(statSync(bundled).mode).toBe(statSync(path.dirname(bundled)).mode);
  const script = `import { endOfNoAccess } from "./scripts/bootstrap.mjs";
    endOfNoAccess(new TypeError("a fault is none"));
    endOfNoAccess(Object.assign(new Error(), { code: "ENOENT" }));
    endOfNoAccess(Object.assign(new Error(), { code: process.argv[1], path: "/checkout/.cache" }));
    console.error("went on");`;
  for (const code of ["EACCES", "EPERM", "EROFS"]) {
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script, code], {
      cwd: root,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([
      2,
      `/checkout/.cache must be open to you (${code}): this checkout belongs to another user. Run mpp from a clone of your own.\n`,
    ]);
  }
});
