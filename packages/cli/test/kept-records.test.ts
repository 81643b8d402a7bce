import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import type { Build } from "../src/host.ts";
import { recordsFolder } from "../src/run/kept-records.ts";
import type { RunRequest } from "../src/run/run-request.ts";
import { runScenario } from "../src/run/run-scenario.ts";
import { asked as usual } from "./support/asked.ts";
import { fakeHost, type Given } from "./support/fake-host.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";
import { bytesOf } from "./support/run-bytes.ts";

const asked: RunRequest = { ...usual, until: "2018-10-05", replications: 3, quiet: true };

async function run(folder: string, change: Partial<RunRequest> = {}, build: Partial<Build> = {}, given: Given = {}) {
  write(folder, { "small.yaml": smallBorder });
  const host = fakeHost(folder, given);
  const code = await runScenario({ ...asked, ...change }, { ...host, build: { ...host.build, ...build } });
  return {
    code,
    printed: host.printed,
    manifest: JSON.parse(filesOf(folder)[`${change.out ?? "out"}/manifest.json`] as string),
  };
}

/** Files of the store, by when they were last written. */
function kept(folder: string): string[] {
  const store = path.join(folder, recordsFolder);
  if (!existsSync(store)) return [];
  return readdirSync(store, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".record"))
    .sort();
}

it("more replications later: only those that are new are run, and the bytes are those of one run", async () => {
  const folder = emptyFolder();
  await run(folder, { replications: 2, out: "two" });
  const two = kept(folder);
  expect(two).toHaveLength(2);
  const damaged = path.join(folder, recordsFolder, two[0] as string);
  // What is kept is used: figures that were changed with their checksum gone are not.
  writeFileSync(damaged, readFileSync(damaged).subarray(0, 100));
  await run(folder, { replications: 5, out: "five" });
  expect(kept(folder)).toHaveLength(5);
  const other = emptyFolder();
  await run(other, { replications: 5, out: "five" });
  expect(bytesOf(folder, "five")).toEqual(bytesOf(other, "five"));
  expect(readdirSync(path.join(folder, "five/records"))).toHaveLength(5);
});

it("a run directory lists its records, and each is there under that name", async () => {
  const folder = emptyFolder();
  const { manifest } = await run(folder);
  const [head, ...lines] = readFileSync(path.join(folder, "out/records.csv"), "utf8").trimEnd().split("\n");
  expect(head).toBe("replication,policy,file");
  expect(lines.map((line) => line.split(",").slice(0, 2))).toEqual([
    ["0", ""],
    ["1", ""],
    ["2", ""],
  ]);
  expect(lines.map((line) => line.split(",")[2]).sort()).toEqual(readdirSync(path.join(folder, "out/records")).sort());
  expect(manifest.outputs.map(({ file }: { file: string }) => file)).toContain("records.csv");
});

it("what may differ is never taken for the same: another seed, setting, date, build or table", async () => {
  const folder = emptyFolder();
  let count = 0;
  for (const [change, build] of [
    [{}, {}],
    [{ seed: "b" }, {}],
    [{ until: "2018-10-06" }, {}],
    [{ set: [{ path: "returnLimits.el-paso.limit", value: "19/day" }] }, {}],
    [{}, { sources: "other" }],
    [{}, { version: "9.9.9" }],
  ] as const) {
    count += 3;
    await run(folder, { ...change, out: `out-${count}` }, build);
    expect(kept(folder)).toHaveLength(count);
  }
});

it("--fresh runs every replication, though it is kept", async () => {
  const folder = emptyFolder();
  await run(folder);
  const given: Given = { interrupted: () => true };
  // Nothing has to be run: an interruption finds all of it done. With --fresh it finds nothing.
  const again = await run(folder, { out: "again" });
  expect(again.manifest).toMatchObject({ status: "complete", replications: { done: 3 } });
  write(folder, { "small.yaml": smallBorder });
  const host = fakeHost(folder, given);
  expect(await runScenario({ ...asked, out: "fresh", fresh: true }, host)).toBe(130);
  expect(existsSync(path.join(folder, "fresh"))).toBe(false);
});

it("--resume goes on with a run that was stopped, to the bytes of one that was not", async () => {
  const folder = emptyFolder();
  let asks = 0;
  const stopped = await run(folder, {}, {}, { interrupted: () => ++asks > 4 });
  expect(stopped.code).toBe(130);
  expect(stopped.manifest.status).toBe("truncated");
  const { done } = stopped.manifest.replications;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(3);
  expect(kept(folder)).toHaveLength(done);
  const resumed = await run(folder, { resume: true });
  expect(resumed).toMatchObject({ code: 0, manifest: { status: "complete", replications: { done: 3 } } });
  const other = emptyFolder();
  await run(other);
  expect(bytesOf(folder, "out")).toEqual(bytesOf(other, "out"));
});

it("--resume says so where there is nothing to go on with", async () => {
  const folder = emptyFolder();
  write(folder, { "small.yaml": smallBorder });
  await expect(runScenario({ ...asked, resume: true }, fakeHost(folder))).rejects.toThrow(
    "--resume must find a run of small.yaml in out (got none there); leave it out to begin one",
  );
  expect(existsSync(path.join(folder, "out"))).toBe(false);
});

it("the directory is there from the first replication on, and says that it runs", async () => {
  const folder = emptyFolder();
  const seen: unknown[] = [];
  const interrupted = (): boolean => {
    const manifest = path.join(folder, "out/manifest.json");
    if (existsSync(manifest)) seen.push(JSON.parse(readFileSync(manifest, "utf8")));
    return false;
  };
  await run(folder, {}, {}, { interrupted });
  expect(seen[0]).toMatchObject({
    status: "running",
    replications: { asked: 3, done: 0 },
    outputs: [],
    fingerprint: "",
  });
});

it("where nothing can be kept, a run says so and goes on", async () => {
  const folder = emptyFolder();
  // A file where the folder of runs would be.
  write(folder, { runs: "in the way" });
  const { code, printed, manifest } = await run(folder, { quiet: false });
  expect(code).toBe(0);
  expect(printed.err).toContain("warning: finished replications are not kept in runs/.records (ENOTDIR)");
  expect(manifest).toMatchObject({ status: "complete" });
  rmSync(folder, { recursive: true });
});
