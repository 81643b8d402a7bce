/** Bundles the `mpp` program, so that plain Node runs it. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { root } from "./bootstrap.mjs";

/**
 * What a bundle knows of itself; read as `MPP_BUILD` in packages/cli/src/main.ts.
 * @typedef {object} Build
 * @property {string} version
 * @property {string | null} commit of the sources, with `-dirty` when they were changed since
 * @property {string} sources hash of the sources
 * @property {string} command how a user calls the program, for examples in help
 * @property {string} example the scenario that examples name
 * @property {string} scenarios folder of the scenarios that come with the program, from the entry file
 * @property {string} unitWorker module that runs units in a thread, from the entry file
 */

/** @returns {string} */
export function version() {
  return JSON.parse(readFileSync(join(root, "packages/cli/package.json"), "utf8")).version;
}

/** @returns {string | null} */
export function commit() {
  if (!existsSync(join(root, ".git"))) return null;
  const args = ["--no-optional-locks", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"];
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Bundles into a folder: `mpp.mjs` and the parts that each command loads when it runs.
 * @param {string} folder
 * @param {Build} build
 * @returns {Promise<string[]>} every file that went in, from the root
 */
export async function bundle(folder, build) {
  const rolldown = await import("rolldown");
  const bundled = await rolldown.build({
    cwd: root,
    input: { mpp: "packages/cli/src/main.ts", "unit-worker": "packages/experiment/src/node/unit-worker.ts" },
    // It starts threads from files of its own.
    external: ["piscina"],
    platform: "node",
    transform: { target: "node20.19", define: { MPP_BUILD: JSON.stringify(build) } },
    // What CommonJS dependencies require of Node, the bundler imports for them: no banner is needed.
    output: {
      dir: folder,
      format: "esm",
      entryFileNames: "[name].mjs",
      chunkFileNames: "parts/[name]-[hash].mjs",
      comments: false,
      // Said although it is the default: what is constant to V8 is not looked up and checked at every use.
      topLevelVar: false,
    },
    logLevel: "warn",
  });
  return bundledFiles(bundled);
}

/**
 * What went into a bundle.
 * @param {import("rolldown").RolldownOutput} bundle
 * @returns {string[]} every file that went in, from the root; modules that the bundler makes up are no files
 */
export function bundledFiles({ output }) {
  return output
    .flatMap((part) => (part.type === "chunk" ? part.moduleIds : []))
    .filter((id) => isAbsolute(id))
    .map((id) => relative(root, id).split(sep).join("/"));
}

/**
 * The program bundled from the sources as they are now; bundles anew only when they changed.
 * @returns {Promise<string>} its entry file
 */
export async function currentProgram() {
  const build = {
    version: version(),
    commit: commit(),
    sources: hashOfSources(),
    command: "npm run -s mpp --",
    example: "scenarios/tucson-el-paso-bus.yaml",
    scenarios: "../../../scenarios",
    unitWorker: "unit-worker.mjs",
  };
  const bundles = join(root, ".cache", "mpp");
  const folder = join(bundles, createHash("sha256").update(JSON.stringify(build)).digest("hex").slice(0, 16));
  if (!existsSync(folder)) {
    mkdirSync(bundles, { recursive: true });
    dropOldBundles(bundles);
    const beside = mkdtempSync(join(bundles, "making-"));
    try {
      await bundle(beside, build);
      // Made for its owner alone; whoever may read the sources may run them.
      chmodSync(beside, statSync(bundles).mode);
      renameSync(beside, folder);
    } catch (error) {
      rmSync(beside, { recursive: true, force: true });
      // Another call may have made the same one meanwhile.
      if (!existsSync(folder)) throw error;
    }
  }
  return join(folder, "mpp.mjs");
}

/** Of all that decides what the program does. */
export function hashOfSources() {
  const hash = createHash("sha256");
  const packages = join(root, "packages");
  for (const name of readdirSync(packages).sort()) {
    const sources = join(packages, name, "src");
    if (!existsSync(sources)) continue;
    for (const file of readdirSync(sources, { recursive: true, encoding: "utf8" }).sort()) {
      if (file.endsWith(".ts")) hash.update(`\0${name}/${file}\0`).update(readFileSync(join(sources, file)));
    }
  }
  for (const file of ["pnpm-lock.yaml", "scripts/bundle.mjs"]) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** A bundle of yesterday is of no use; one of today may belong to a program that runs.
 * @param {string} bundles
 */
function dropOldBundles(bundles) {
  const dayAgo = Date.now() - 24 * 3600 * 1000;
  for (const name of readdirSync(bundles)) {
    const folder = join(bundles, name);
    if (statSync(folder).mtimeMs < dayAgo) rmSync(folder, { recursive: true, force: true });
  }
}
