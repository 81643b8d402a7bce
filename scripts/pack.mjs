/**
 * Packs what is published: `npm run -s pack:cli [FOLDER]` leaves a tarball of the program there (else in packages/cli/dist),
 * `npm run -s pack:engine` one of the engine by itself. Everything that is needed is inside, with the licences of what was bundled.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bootstrapOrExit, root } from "./bootstrap.mjs";
import { bundle, commit, hashOfSources, version } from "./bundle.mjs";
import { thirdPartyLicences } from "./third-party-licences.mjs";

/**
 * The program, with its scenarios and their tables.
 * @param {string} destination
 * @returns {Promise<string>} the tarball
 */
export function packCli(destination) {
  return pack("cli", destination, async (folder) => {
    cpSync(join(root, "scenarios"), join(folder, "scenarios"), { recursive: true });
    enclose("cli", folder);
    return bundle(join(folder, "dist"), {
      version: version(),
      commit: commit(),
      sources: hashOfSources(),
      command: "mpp",
      example: "my-scenario.yaml",
      scenarios: "../scenarios",
      unitWorker: "unit-worker.mjs",
    });
  });
}

/**
 * The engine: one module, its types, its README.
 * @param {string} destination
 * @returns {Promise<string>} the tarball
 */
export function packEngine(destination) {
  return pack("engine", destination, async (folder) => {
    const { bundleEngine, declareEngine } = await import("./engine-files.mjs");
    cpSync(join(root, "packages/engine/README.md"), join(folder, "README.md"));
    declareEngine(join(folder, "dist"));
    return bundleEngine(join(folder, "dist"));
  });
}

/**
 * @param {string} name of a folder of packages
 * @param {string} destination
 * @param {(folder: string) => Promise<string[]>} fill puts into a folder what is peculiar to the package; gives the files that were bundled
 */
async function pack(name, destination, fill) {
  const home = join(root, "packages", name);
  const folder = join(home, "dist/package");
  rmSync(folder, { recursive: true, force: true });
  const inputs = await fill(folder);
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), thirdPartyLicences(inputs));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(publishedManifest(home), null, 2)}\n`);
  mkdirSync(destination, { recursive: true });
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--json", "--pack-destination", destination], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  return join(destination, JSON.parse(stdout)[0].filename);
}

/**
 * Puts what a package depends on and what cannot be bundled into its tarball, so that it installs without a network. What is only optional
 * to it stays out.
 * @param {string} name of a folder of packages
 * @param {string} folder
 */
function enclose(name, folder) {
  for (const dependency of Object.keys(enclosedBy(join(root, "packages", name)))) {
    const target = join(folder, "node_modules", dependency);
    cpSync(realpathSync(join(root, "packages", name, "node_modules", dependency)), target, { recursive: true });
    rmSync(join(target, "node_modules"), { recursive: true, force: true });
    const { optionalDependencies: _, ...manifest } = JSON.parse(readFileSync(join(target, "package.json"), "utf8"));
    writeFileSync(join(target, "package.json"), JSON.stringify(manifest, null, 2));
  }
}

/**
 * @param {string} home folder of a package
 * @returns {Record<string, string>} packages of others, with their versions
 */
function enclosedBy(home) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return Object.fromEntries(Object.entries(dependencies).filter(([name]) => name === "piscina"));
}

/**
 * The manifest without what only the workspace needs: what it depends on has been bundled or enclosed, and `exports` are those of the bundle.
 * @param {string} home folder of a package
 */
function publishedManifest(home) {
  const { devDependencies, dependencies, publishConfig, ...manifest } = JSON.parse(
    readFileSync(join(home, "package.json"), "utf8"),
  );
  const enclosed = enclosedBy(home);
  const names = Object.keys(enclosed);
  return {
    ...manifest,
    ...publishConfig,
    ...(names.length === 0 ? {} : { dependencies: enclosed, bundleDependencies: names }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  bootstrapOrExit();
  const [, , name = "", destination = join(root, "packages", name, "dist")] = process.argv;
  if (name !== "cli" && name !== "engine") throw new RangeError(`package must be cli or engine, got ${name}`);
  const packed = name === "cli" ? packCli : packEngine;
  console.log(await packed(resolve(destination)));
}
