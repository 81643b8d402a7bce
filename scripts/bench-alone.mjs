/** `npm run -s bench:queue`, `bench:fold`: bundles one benchmark and runs it with plain node, so that what is measured is what ships. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";

bootstrapOrExit();
const { build } = await import("rolldown");
const [name, ...rest] = process.argv.slice(2);
mkdirSync(join(root, ".cache"), { recursive: true });
const folder = mkdtempSync(join(root, ".cache", "bench-alone-"));
try {
  const libraries = ["cli", "experiment"].map((one) => join(root, "packages", one, "node_modules"));
  await build({
    input: join(root, "benchmarks", `${name}.ts`),
    platform: "node",
    external: ["piscina"],
    resolve: { modules: ["node_modules", ...libraries] },
    output: { file: join(folder, `${name}.mjs`), format: "esm", codeSplitting: false },
    logLevel: "silent",
  });
  const program = [join(folder, `${name}.mjs`), "--root", root, ...rest];
  process.exitCode = spawnSync(process.execPath, program, { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
