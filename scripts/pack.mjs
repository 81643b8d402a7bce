/**
 * Packs the program as it is installed: `npm run -s pack:cli [FOLDER]` leaves a tarball there (else in packages/cli/dist).
 * Everything it needs is inside: the bundle, the scenarios with their tables, and the licences of what was bundled.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bootstrapOrExit, root } from "./bootstrap.mjs";
import { bundle, commit, version } from "./bundle.mjs";
import { thirdPartyLicences } from "./third-party-licences.mjs";

/**
 * @param {string} destination
 * @returns {Promise<string>} the tarball
 */
export async function packCli(destination) {
  const made = join(root, "packages/cli/dist");
  // What npm packs: the manifest without what only the workspace needs, beside the bundle.
  const folder = join(made, "package");
  rmSync(folder, { recursive: true, force: true });
  const inputs = await bundle(join(folder, "dist"), {
    version: version(),
    commit: commit(),
    command: "mpp",
    example: "my-scenario.yaml",
    scenarios: "../scenarios",
  });
  cpSync(join(root, "scenarios"), join(folder, "scenarios"), { recursive: true });
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), thirdPartyLicences(inputs));
  const { devDependencies, ...manifest } = JSON.parse(readFileSync(join(root, "packages/cli/package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  mkdirSync(destination, { recursive: true });
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--json", "--pack-destination", destination], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  return join(destination, JSON.parse(stdout)[0].filename);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  bootstrapOrExit();
  console.log(await packCli(resolve(process.argv[2] ?? join(root, "packages/cli/dist"))));
}
