import { fileURLToPath } from "node:url";
import { build } from "esbuild";

async function bundle(entry: string, options: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
    ...options,
  });
  return outputFiles![0]!.text;
}

/** A script that leaves `standard.standardModel` behind, for whatever runs JavaScript. */
export function standardModelScript(): Promise<string> {
  return bundle("./standard-model.ts", { format: "iife", globalName: "standard" });
}

/** All of the engine, as a user's page would load it. */
export function engineModule(): Promise<string> {
  return bundle("../../src/index.ts", { format: "esm", minify: true });
}
