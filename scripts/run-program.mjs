/** Runs of the bundled program, for scripts and tests: what it prints and what it leaves behind. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./bootstrap.mjs";
import { currentProgram } from "./bundle.mjs";

const ended = promisify(execFile);

/**
 * `mpp run` of a scenario from the root of the repository, every replication anew, with all tables.
 * @param {string} file
 * @param {string} out
 * @param {...string} options
 * @returns {Promise<{ printed: string, fingerprint: string, reference: string, inputs: readonly { file: string }[] }>} rejects if the exit code is not 0
 */
export async function runProgram(file, out, ...options) {
  const args = [await currentProgram(), "run", file, "--out", out, "--fresh", "--full", ...options];
  const { stdout } = await ended(process.execPath, args, { cwd: root, encoding: "utf8" });
  const { fingerprint, reference = "", inputs } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  // The manifest names them from the top of their tree, which is `scenarios/`.
  const files = inputs.map((/** @type {{ file: string }} */ input) => ({ file: `scenarios/${input.file}` }));
  return { printed: stdout, fingerprint, reference, inputs: files };
}
