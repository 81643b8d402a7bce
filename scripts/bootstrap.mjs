/** Installs the dependencies of the workspace when they are missing or out of date. Needs Node and npm, nothing else. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Node 20 runs 10.x; the lock file is of this version. */
const pnpm = "pnpm@10.34.8";

/** Words of npm and pnpm on a network that cannot be reached. */
const networkFailure =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL/;

/**
 * Hash of all that decides what is installed: the lock file, the manifests, the workspace file and the version of Node.
 * @param {string} folder of a workspace
 * @returns {string}
 */
export function stampOf(folder) {
  const hash = createHash("sha256").update(process.version);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifestsOf(folder)]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

/**
 * The package.json files of a workspace, from its root, sorted.
 * @param {string} folder
 * @returns {string[]}
 */
function manifestsOf(folder) {
  const packages = readdirSync(join(folder, "packages")).map((name) => `packages/${name}/package.json`);
  return ["package.json", "examples/package.json", "benchmarks/package.json", ...packages]
    .filter((file) => existsSync(join(folder, file)))
    .sort();
}

/**
 * @typedef {{ status: number | null, output: string }} Installed
 * @param {string} folder
 * @returns {Installed}
 */
function installWithPnpm(folder) {
  // Output is kept for the case of failure: standard output belongs to the program that runs next.
  const { status, stdout, stderr, error } = spawnSync("npx", ["--yes", pnpm, "install", "--frozen-lockfile"], {
    cwd: folder,
    env: { ...process.env, CI: "true" },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { status, output: error ? String(error) : `${stdout}${stderr}` };
}

/**
 * Makes sure that what the lock file names is installed. Costs a few milliseconds when it is.
 * @param {{ folder?: string, install?: (folder: string) => Installed, say?: (line: string) => void }} [options]
 * @throws {Error} with a message for the user, if the installation fails
 */
export function bootstrap({ folder = root, install = installWithPnpm, say = (line) => console.error(line) } = {}) {
  // Another user's checkout may be shut to this one: said before what cannot be seen seems to be missing.
  const cache = join(folder, ".cache");
  if (existsSync(cache)) accessSync(cache, constants.R_OK | constants.X_OK);
  const stampFile = join(cache, "installed");
  const stamp = stampOf(folder);
  const installed = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
  if (installed && existsSync(join(folder, "node_modules", ".modules.yaml"))) return;
  accessSync(folder, constants.W_OK);
  say(`Installing dependencies with ${pnpm} (once, and again when the lock file changes) ...`);
  const { status, output } = install(folder);
  if (status !== 0) throw new Error(`${output.trimEnd()}\n\n${whyItFailed(output)}`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** @param {string} output */
function whyItFailed(output) {
  return networkFailure.test(output)
    ? "The dependencies could not be installed: the package registry cannot be reached. The first run needs a network connection; check it (and any proxy settings), then try again."
    : "The dependencies could not be installed; the output of the package manager is above.";
}

/** For scripts: ends the process with a plain message when the dependencies cannot be installed. */
export function bootstrapOrExit() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node 20.19 or newer is needed, this is ${process.version}.`);
    process.exit(2);
  }
  try {
    bootstrap();
  } catch (error) {
    endOfNoAccess(error);
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/**
 * For scripts: ends the process with a plain message if an error says that this user may not read or write the checkout.
 * @param {unknown} error
 */
export function endOfNoAccess(error) {
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === undefined || !["EACCES", "EPERM", "EROFS"].includes(code)) return;
  console.error(
    `${path ?? root} must be open to you (${code}): this checkout belongs to another user. Run mpp from a clone of your own.`,
  );
  process.exit(2);
}
