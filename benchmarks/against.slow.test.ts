import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import type { Row } from "./measure/row.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

const someone = { NAME: "someone", EMAIL: "someone@example.org" };
const identity = Object.fromEntries(
  ["AUTHOR", "COMMITTER"].flatMap((who) =>
    Object.entries(someone).map(([what, value]) => [`GIT_${who}_${what}`, value]),
  ),
);

/** A revision like HEAD, but for one file: another text, or none. It belongs to no branch. */
function revisionWith(file: string, text: string | undefined): string {
  const env = { ...process.env, ...identity, GIT_INDEX_FILE: join(folder, "index") };
  const git = (input: string, ...args: string[]) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", env, input }).trim();
  git("", "read-tree", "HEAD");
  if (text === undefined) git("", "update-index", "--force-remove", file);
  else {
    const blob = git(text, "hash-object", "-w", "--stdin");
    git("", "update-index", "--cacheinfo", `100644,${blob},${file}`);
  }
  return git("", "commit-tree", git("", "write-tree"), "-p", "HEAD", "-m", "a revision to compare with");
}

function compare(revision: string) {
  const out = join(folder, "against.json");
  rmSync(out, { force: true });
  const options = [join(root, "scripts/bench.mjs"), "draw-stream", "--quick", "--against", revision, "--out", out];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  const rows = (): readonly Row[] => JSON.parse(readFileSync(out, "utf8")) as Row[];
  return { status, stdout, stderr, rows };
}

it("two revisions are compared in one run", () => {
  const { status, stdout, stderr, rows } = compare("HEAD");
  expect(status, stderr).toBe(0);
  expect(stdout).toContain("ours@HEAD");
  const [here, there] = rows();
  expect([here?.engine, there?.engine]).toEqual(["ours", "ours@HEAD"]);
  expect(there?.result).toBe(here?.result);
});

it("each revision runs its own program", () => {
  const file = "benchmarks/ours/draws.ts";
  const text = readFileSync(join(root, file), "utf8");
  const wrong = text.replace("return sum / n;", "return 1000 + sum / n;");
  expect(wrong).not.toBe(text);
  const { status, stderr, rows } = compare(revisionWith(file, wrong));
  expect(status, stderr).toBe(0);
  const [here, there] = rows();
  expect(there!.result).toBeCloseTo(here!.result! + 1000, 6);
});

it("a revision that lacks a program, or has one that cannot be bundled, is not compared in silence", () => {
  const file = "benchmarks/ours/draws.ts";
  const lacking = revisionWith(file, undefined);
  expect(compare(lacking)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`${lacking} must have ${file}, to be compared; it has none that runs\n`),
  });
  const broken = compare(revisionWith(file, `import "./nowhere.ts";\n`));
  expect(broken.status).toBe(1);
  expect(broken.stderr).toMatch(/benchmarks\/ours\/draws\.ts of [0-9a-f]+ cannot be bundled: /);
});
