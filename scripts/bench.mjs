/** `npm run -s bench`: bundles the benchmarks and runs them with plain node, so that what is timed is what ships. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";

bootstrapOrExit();
const { build } = await import("esbuild");
const outfile = join(root, ".cache", "bench.cjs");
await build({
  entryPoints: [join(root, "benchmarks/main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "cjs",
  logLevel: "error",
});
process.exitCode = spawnSync(process.execPath, [outfile, join(root, "scenarios")], { stdio: "inherit" }).status ?? 1;
