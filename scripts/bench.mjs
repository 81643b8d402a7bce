/**
 * `npm run -s bench`: bundles the benchmarks and runs them with plain node, so that what is timed is what ships. With
 * `--against REV` our programs are bundled a second time, with the packages as that revision has them.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bootstrapOrExit, root } from "./bootstrap.mjs";

bootstrapOrExit();
const { build } = await import("esbuild");
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
 * @param {string[]} files of the benchmarks
 * @param {string} outdir
 * @param {import("esbuild").BuildOptions} [more]
 */
async function bundle(files, outdir, more = {}) {
  await build({
    entryPoints: files.map((file) => join(root, "benchmarks", file)),
    outbase: join(root, "benchmarks"),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    // Some libraries are CommonJS and ask for modules of Node when they are loaded.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
    ...more,
  });
}

/** @param {string} revision */
async function bundleOther(revision) {
  execFileSync("git", ["worktree", "add", "--quiet", "--detach", source, revision], { cwd: root });
  /** @type {import("esbuild").Plugin} */
  const other = {
    name: "other revision",
    setup({ onResolve }) {
      onResolve({ filter: /^@mpp-sim\// }, ({ path }) => ({
        path: join(source, "packages", path.slice("@mpp-sim/".length), "src/index.ts"),
      }));
    },
  };
  const nodePaths = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name, "node_modules"));
  for (const file of programsIn("ours")) {
    try {
      await bundle([file], join(cache, "other"), { plugins: [other], nodePaths, logLevel: "silent" });
    } catch (error) {
      console.error(`${file} is not compared, ${revision} lacks something: ${String(error).split("\n")[1] ?? error}`);
    }
  }
}

const { against } = parseArgs({ strict: false, options: { against: { type: "string" } } }).values;
try {
  await bundle(
    ["main.ts", "measure/worker.ts", ...["ceiling", "ours", "rivals"].flatMap(programsIn)],
    join(cache, "here"),
  );
  if (typeof against === "string") await bundleOther(against);
  const options = [join(cache, "here/main.mjs"), "--root", root, "--cache", cache, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, options, { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(cache, { recursive: true, force: true });
  if (typeof against === "string") execFileSync("git", ["worktree", "prune"], { cwd: root });
}
