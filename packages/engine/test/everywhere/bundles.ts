import { fileURLToPath } from "node:url";
import { build, type OutputOptions } from "rolldown";

async function bundle(entry: string, options: OutputOptions): Promise<string> {
  const { output } = await build({
    input: fileURLToPath(new URL(entry, import.meta.url)),
    platform: "browser",
    transform: { target: "es2022" },
    output: options,
    write: false,
    logLevel: "silent",
  });
  return output[0].code;
}

/** A script that leaves `standard.standardModel` behind, for whatever runs JavaScript. */
export function standardModelScript(): Promise<string> {
  return bundle("./standard-model.ts", { format: "iife", name: "standard" });
}

/** All of the engine, as a user's page would load it. */
export function engineModule(): Promise<string> {
  return bundle("../../src/index.ts", { format: "esm", minify: true });
}
