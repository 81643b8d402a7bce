/**
 * `npm test`: installs, then runs every quick check. `npm run test:slow` runs the tests that are slow by nature. The last line of each is
 * `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";
import { findBrowser, howToGetOne } from "./find-browser.mjs";
import { missingEngines } from "./find-engines.mjs";

bootstrapOrExit();

const slow = process.argv[2] === "slow";
const report = join(root, ".cache", slow ? "vitest-slow.json" : "vitest.json");
const hasBrowser = findBrowser() !== undefined;
// Where ENGINES is set, as in CI, their tests run, and fail if they are not there.
const noEngines = process.env.ENGINES === undefined ? missingEngines() : [];
const projects = slow
  ? ["slow", ...(hasBrowser ? ["browser"] : []), ...(noEngines.length === 0 ? ["cluster"] : [])]
  : ["node"];

/**
 * Runs a tool of the workspace beside the others. What it says is shown whole, at its end, unless it may speak at once.
 * @param {string} tool
 * @param {string} script of the tool, from the root
 * @param {string[]} args
 * @param {{ atOnce?: boolean }} [how]
 * @returns {Promise<boolean>} whether it found no fault
 */
function run(tool, script, args, { atOnce = false } = {}) {
  const heading = `\n> ${tool} ${args.join(" ")}\n`;
  if (atOnce) process.stdout.write(heading);
  const output = atOnce ? "inherit" : "pipe";
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ["ignore", output, output],
  });
  let said = heading;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(String(error));
      resolve(false);
    });
    child.on("close", (code) => {
      if (!atOnce) process.stdout.write(said);
      resolve(code === 0);
    });
  });
}

mkdirSync(join(root, ".cache"), { recursive: true });
rmSync(report, { force: true });
const chosen = projects.map((name) => `--project=${name}`);
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const [testsPassed, ...checks] = await Promise.all([
  run("vitest", "node_modules/vitest/vitest.mjs", ["run", ...chosen, ...reporters], { atOnce: true }),
  ...(slow
    ? []
    : [
        run("tsc", "node_modules/typescript-native/bin/tsc", ["-b"]),
        run("knip", "node_modules/knip/bin/knip.js", ["--no-progress"]),
        run("biome", "node_modules/@biomejs/biome/bin/biome", ["check", "."]),
      ]),
]);
const tests = countTests();

const passed = checks.filter(Boolean).length + tests.passed;
const failed = checks.filter((good) => !good).length + tests.failed;
if (slow && !hasBrowser) console.log(`\nno browser found, so the tests in one were not run: ${howToGetOne}`);
if (slow && noEngines.length > 0)
  console.log(`\nnot all engines found, so the tests of clusters were not run: install ${noEngines.join(" and ")}`);
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
