/** `npm run -s bench:queue`: bundles the benchmark of the queue and runs it with plain node, so that what is timed is what ships. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";

bootstrapOrExit();
const { build } = await import("rolldown");
mkdirSync(join(root, ".cache"), { recursive: true });
const folder = mkdtempSync(join(root, ".cache", "bench-queue-"));
try {
  const libraries = ["cli", "experiment"].map((name) => join(root, "packages", name, "node_modules"));
  await build({
    input: join(root, "benchmarks/queue.ts"),
    platform: "node",
    external: ["piscina"],
    resolve: { modules: ["node_modules", ...libraries] },
    output: { file: join(folder, "queue.mjs"), format: "esm", codeSplitting: false },
    logLevel: "silent",
  });
  const program = [join(folder, "queue.mjs"), "--root", root, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, program, { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
