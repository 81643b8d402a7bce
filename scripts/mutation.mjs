/**
 * `npm run -s mutation [-- NAME ...]`: Stryker changes the named sources in one place at a time, and says which changes no test of
 * theirs notices. All of them unless named. Prints the score of each, and leaves a report in `.cache/mutation/NAME.json`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";
import { leastScore, mutatedSources } from "./mutated-sources.mjs";

bootstrapOrExit();

const asked = process.argv.slice(2);
for (const name of asked) {
  if (mutatedSources.some((source) => source.name === name)) continue;
  console.error(`source must be one of ${mutatedSources.map((source) => source.name).join(", ")}; got ${name}`);
  process.exit(2);
}

const folder = join(root, ".cache", "mutation");
mkdirSync(folder, { recursive: true });

/** @param {import("./mutated-sources.mjs").MutatedSource} source */
function mutate({ name, file, tests }) {
  const report = join(folder, `${name}.json`);
  const configuration = join(folder, `${name}.stryker.json`);
  rmSync(report, { force: true });
  writeFileSync(
    configuration,
    JSON.stringify({
      mutate: [file],
      plugins: ["@stryker-mutator/vitest-runner"],
      testRunner: "vitest",
      vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
      coverageAnalysis: "perTest",
      concurrency: 1,
      // A machine that is busy is no mutant that never ends.
      timeoutMS: 60_000,
      timeoutFactor: 3,
      tempDirName: ".cache/mutation/sandbox",
      ignorePatterns: ["docs", "runs", "**/dist", "benchmarks", "examples"],
      reporters: ["json"],
      jsonReporter: { fileName: report },
      allowConsoleColors: false,
      logLevel: "error",
      checkers: [],
    }),
  );
  const stryker = join(root, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const environment = { ...process.env, MUTATION_TESTS: JSON.stringify(tests) };
  const { status } = spawnSync(process.execPath, [stryker, "run", configuration], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error(`Stryker failed on ${file}`);
  return Object.values(JSON.parse(readFileSync(report, "utf8")).files).flatMap(({ mutants }) => mutants);
}

/** @param {{ location: { start: { line: number } }, mutatorName: string, replacement?: string, status: string }} mutant */
function lineOf({ location, mutatorName, replacement = "", status }) {
  return `  ${status === "NoCoverage" ? "not run" : "survives"}, line ${location.start.line}, ${mutatorName}: ${replacement.replace(/\s+/g, " ").slice(0, 90)}`;
}

for (const source of mutatedSources.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const begun = performance.now();
  const mutants = mutate(source).filter(({ status }) => status !== "Ignored" && status !== "CompileError");
  const caught = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const left = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  const score = (100 * caught) / (caught + left.length);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`${source.name}: ${caught} of ${caught + left.length} caught, ${score.toFixed(1)} % (${seconds} s)`);
  for (const mutant of left) console.log(lineOf(mutant));
  if (score < leastScore) process.exitCode = 1;
}
