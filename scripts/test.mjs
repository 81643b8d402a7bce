/** `npm test`: installs, then runs every check. The last line is `N passed, N failed`. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";
import { findBrowser, howToGetOne } from "./find-browser.mjs";

bootstrapOrExit();

const report = join(root, ".cache", "vitest.json");

/**
 * Runs a tool of the workspace and shows what it says.
 * @param {string} tool
 * @param {string} script of the tool, from the root
 * @param {...string} args
 */
function run(tool, script, ...args) {
  console.log(`\n> ${tool} ${args.join(" ")}`);
  return spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: "inherit" }).status === 0;
}

const checks = [
  run("biome", "node_modules/@biomejs/biome/bin/biome", "check", "."),
  run("knip", "node_modules/knip/bin/knip.js", "--no-progress"),
  run("tsc", "node_modules/typescript/bin/tsc", "-b"),
];

mkdirSync(join(root, ".cache"), { recursive: true });
rmSync(report, { force: true });
const reporters = ["--reporter=default", "--reporter=json", "--outputFile.json=.cache/vitest.json"];
const hasBrowser = findBrowser() !== undefined;
const projects = hasBrowser ? [] : ["--project=node"];
const testsPassed = run("vitest", "node_modules/vitest/vitest.mjs", "run", ...projects, ...reporters);
const tests = countTests();

const passed = checks.filter(Boolean).length + tests.passed;
const failed = checks.filter((good) => !good).length + tests.failed;
if (!hasBrowser) console.log(`\nno browser found, so the tests in one were not run: ${howToGetOne}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A test that did not run has not passed; a run that failed without a failed test (a file that does not load) counts as one. */
function countTests() {
  let counts = { numPassedTests: 0, numTotalTests: 0 };
  try {
    counts = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    console.error("vitest left no report");
  }
  const notPassed = counts.numTotalTests - counts.numPassedTests;
  const nothingRan = counts.numTotalTests === 0;
  return { passed: counts.numPassedTests, failed: notPassed === 0 && (!testsPassed || nothingRan) ? 1 : notPassed };
}
