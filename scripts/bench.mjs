/**
 * `npm run -s bench`: bundles the benchmarks and runs them with plain node, so that what is timed is what ships. With
 * `--against REV` that revision's own programs are bundled as well, with its packages.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { bootstrapOrExit, root } from "./bootstrap.mjs";

bootstrapOrExit();
const { build } = await import("rolldown");
mkdirSync(join(root, ".cache"), { recursive: true });
const cache = mkdtempSync(join(root, ".cache", "bench-"));
/** Where the other revision is checked out. */
const source = join(cache, "source");

/** @param {string} folder of the benchmarks */
function programsIn(folder) {
  return readdirSync(join(root, "benchmarks", folder))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .map((file) => `${folder}/${file}`);
}

/**
 * Bundles a program into one file, by itself: together, programs would be cut into parts by what they share.
 * @param {string} file of the benchmarks
 * @param {string} folder
 * @param {string} [from] where the benchmarks are
 * @param {import("rolldown").InputOptions} [more]
 */
async function bundle(file, folder, from = root, more = {}) {
  await build({
    input: join(from, "benchmarks", file),
    platform: "node",
    output: { file: join(folder, file.replace(/\.ts$/, ".mjs")), format: "esm", codeSplitting: false },
    logLevel: "silent",
    ...more,
  });
}

/**
 * The source of a package as the other revision has it.
 * @param {string} name `@mpp-sim/scenario` or `@mpp-sim/scenario/node`
 */
function sourceOf(name) {
  const [, folder = "", ...entry] = name.split("/");
  const { exports } = JSON.parse(readFileSync(join(source, "packages", folder, "package.json"), "utf8"));
  return join(source, "packages", folder, exports[[".", ...entry].join("/")]);
}

/**
 * A program that the revision lacks, or that does not hold together there, has no bundle: that is a fault when it is asked for.
 * @param {string} revision
 */
async function bundleOther(revision) {
  execFileSync("git", ["worktree", "add", "--quiet", "--detach", source, revision], { cwd: root });
  /** @type {import("rolldown").Plugin} */
  const other = { name: "other revision", resolveId: { filter: { id: /^@mpp-sim\// }, handler: sourceOf } };
  // Nothing is installed beside it: its libraries are those of our packages.
  const libraries = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name, "node_modules"));
  for (const file of programsIn("ours")) {
    if (!existsSync(join(source, "benchmarks", file))) continue;
    try {
      await bundle(file, join(cache, "other"), source, {
        plugins: [other],
        resolve: { modules: ["node_modules", ...libraries] },
      });
    } catch (error) {
      // How many faults, an empty line, the first fault.
      const fault = stripVTControlCharacters(String(error)).split("\n")[2] ?? error;
      console.error(`benchmarks/${file} of ${revision} cannot be bundled: ${fault}`);
    }
  }
}

const { against } = parseArgs({ strict: false, options: { against: { type: "string" } } }).values;
try {
  const programs = ["main.ts", "measure/worker.ts", ...["ceiling", "ours", "rivals"].flatMap(programsIn)];
  await Promise.all(programs.map((file) => bundle(file, join(cache, "here"))));
  if (typeof against === "string") await bundleOther(against);
  const options = [join(cache, "here/main.mjs"), "--root", root, "--cache", cache, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, options, { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(cache, { recursive: true, force: true });
  if (typeof against === "string") execFileSync("git", ["worktree", "prune"], { cwd: root });
}
