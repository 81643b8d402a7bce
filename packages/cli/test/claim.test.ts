import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { claimPlace } from "../src/run-directory/claim.ts";
import { emptyFolder, filesOf, scenarios, write } from "./support/folder.ts";
import { ran, root } from "./support/program.ts";

/** A process that has ended. */
const gone = spawnSync(process.execPath, ["-e", ""]).pid;
const claimed = (holder: object): string =>
  JSON.stringify({ pid: process.pid, host: hostname(), began: null, since: "2019-11-22T00:00:00.000Z", ...holder });

it("a place is claimed once at a time, and what was made for the claim goes with it", () => {
  const folder = emptyFolder();
  const target = path.join(folder, "runs/a");
  const first = claimPlace(target, "runs/a");
  expect(first.swept).toEqual([]);
  expect(() => claimPlace(target, "runs/a")).toThrow(
    new RegExp(
      `^runs/a is being made by another run \\(process ${process.pid}, since 20.*\\); give another --out, or wait for it$`,
    ),
  );
  claimPlace(path.join(folder, "runs/b"), "runs/b").release();
  expect(readdirSync(path.join(folder, "runs"))).toEqual([".a.claim-1"]);
  first.release();
  expect(readdirSync(folder)).toEqual([]);
  write(folder, { "runs/kept": "" });
  claimPlace(target, "runs/a").release();
  expect(filesOf(folder)).toEqual({ "runs/kept": "" });
});

it.each<[what: string, claim: string]>([
  ["has ended", claimed({ pid: gone })],
  ["began at another moment: its number has come back", claimed({ began: "1" })],
])("a claim of a process that %s is stale", (_what, claim) => {
  const folder = emptyFolder();
  write(folder, { ".a.claim-7": claim, ".b.claim-1": claim });
  const { release } = claimPlace(path.join(folder, "a"), "a");
  expect(Object.keys(filesOf(folder))).toEqual([".a.claim-8"]);
  release();
  expect(filesOf(folder)).toEqual({});
});

it.each<[what: string, claim: string, sentence: RegExp]>([
  [
    "on another machine, of which nothing is known",
    claimed({ pid: gone, host: "far" }),
    / on far, since .*; if it is gone, remove .*\/\.a\.claim-7$/,
  ],
  ["that has not written its name yet", "", /another run/],
  ["whose system does not say when it began", claimed({}), /another run/],
])("a claim of a run %s holds", (_what, claim, sentence) => {
  const folder = emptyFolder();
  write(folder, { ".a.claim-7": claim });
  expect(() => claimPlace(path.join(folder, "a"), "a")).toThrow(sentence);
  expect(filesOf(folder)).toEqual({ ".a.claim-7": claim });
});

it("of two runs that begin at once into one new directory the second is refused", async () => {
  const program = await currentProgram();
  const folder = emptyFolder();
  const out = path.join(folder, "out");
  const scenario = [path.join(scenarios, "del-rio-limit-50.yaml"), "--until", "2019-10-27"];
  const run = (seed: string) =>
    ran(process.execPath, [program, "run", ...scenario, "--replications", "2", "--seed", seed, "--out", out], root);
  const both = await Promise.all([run("a"), run("b")]);
  expect(both.map(({ code }) => code).sort()).toEqual([0, 2]);
  const [done, refused] = both[0]?.code === 0 ? both : [both[1], both[0]];
  expect(refused?.err).toMatch(/out (is being made by another run|holds a run of other inputs)/);
  const { seed } = JSON.parse(filesOf(out)["manifest.json"] as string);
  expect(done?.out).toContain(`seed "${seed}"`);
  expect(readdirSync(folder)).toEqual(["out"]);
}, 180_000);
