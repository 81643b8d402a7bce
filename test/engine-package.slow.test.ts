import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packEngine } from "../scripts/pack.mjs";
import { root } from "./scenario-files.ts";

/** Programs of the README, each with what it says that it prints. */
const programs = [
  ...readFileSync(path.join(root, "packages/engine/README.md"), "utf8").matchAll(
    /^```js\n([\s\S]*?)^```\n\nIt prints\n\n```text\n([\s\S]*?)^```/gm,
  ),
].map(([, program, prints]) => ({ program: program as string, prints: prints as string }));

let folder: string;
let installed: string;

/** Installs the engine in an empty folder, from its tarball alone. */
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "engine-packed-")));
  installed = path.join(folder, "node_modules/@mpp-sim/engine");
  const tarball = await packEngine(path.join(folder, "packed"));
  writeFileSync(path.join(folder, "package.json"), "{}\n");
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: folder, stdio: "pipe" });
});

afterAll(() => rmSync(folder, { recursive: true }));

it("installs without a network, with nothing beside it", () => {
  expect(readdirSync(path.join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["@mpp-sim"]);
  expect(readdirSync(path.dirname(installed))).toEqual(["engine"]);
  expect(readdirSync(installed).sort()).toEqual([
    "LICENSE",
    "README.md",
    "THIRD-PARTY-LICENSES.txt",
    "dist",
    "package.json",
  ]);
  const manifest = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8"));
  expect(manifest.exports).toEqual({ ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } });
  expect(Object.keys(manifest).filter((key) => /dependencies|publishConfig/i.test(key))).toEqual([]);
  expect(readFileSync(path.join(installed, "THIRD-PARTY-LICENSES.txt"), "utf8")).toMatch(
    /^seedrandom 3\.0\.5 \(MIT\)/m,
  );
});

it("the README has a bank in twenty lines, and one of events", () => {
  expect(programs).toHaveLength(2);
  const lines = programs[0]!.program.split("\n").filter((line) => line.trim() !== "");
  expect(lines.length).toBeLessThanOrEqual(20);
});

it.each(programs)("a program of the README prints what is said there, by plain Node", ({ program, prints }) => {
  writeFileSync(path.join(folder, "program.mjs"), program);
  expect(execFileSync(process.execPath, ["program.mjs"], { cwd: folder, encoding: "utf8" })).toBe(prints);
});

it("a strict compiler finds the types: the programs are right, and a wrong one is refused", () => {
  const files = ["bank.mjs", "events.mjs", "wrong.mjs"];
  const [bank, events] = programs.map(({ program }) => program) as [string, string];
  const texts = [bank, events, bank.replace('"counters", 2', '"counters", "two"')];
  texts.forEach((text, i) => {
    writeFileSync(path.join(folder, files[i] as string), text);
  });
  const options = "--noEmit --strict --checkJs --target es2023 --lib es2023,dom --module nodenext --ignoreConfig";
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, ...options.split(" "), ...files], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stdout).toMatch(/^wrong\.mjs\(4,\d+\): error TS2345: .*'string'.*'number'\.\n$/);
});

it("no published type is any", () => {
  const dist = path.join(installed, "dist");
  const declarations = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".d.ts"),
  );
  expect(declarations.length).toBeGreaterThan(50);
  const found = declarations.flatMap((file) => anyIn(file, readFileSync(path.join(dist, file), "utf8")));
  expect(found).toEqual([]);
  expect(anyIn("a.d.ts", "/** any */\nexport declare function f(any: string): Map<string, any>;")).toEqual([
    "a.d.ts:2",
  ]);
});

/** Where a declaration says `any`. */
function anyIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const within = (node: ts.Node): string[] =>
    node.kind === ts.SyntaxKind.AnyKeyword
      ? [`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`]
      : node.getChildren().flatMap(within);
  return within(source);
}
