import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { expect, vi } from "vitest";
import type { Mutant } from "./mutants.ts";

const folder = join(import.meta.dirname, "..");
const sources = join(folder, "../src");
const required = createRequire(import.meta.url);

/** Reads the mutated source in place of the true one. */
function mutation({ file, text, replacement }: Mutant): Plugin {
  return {
    name: "mutation",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path !== join(sources, file)) return;
        return { contents: readFileSync(path, "utf8").replace(text, () => replacement), loader: "ts" };
      });
    },
  };
}

/** How often the text of a mutant stands in its source: once, or the mutant says nothing. */
export function timesFound({ file, text }: Mutant): number {
  return readFileSync(join(sources, file), "utf8").split(text).length - 1;
}

/** What vitest gives a test file, but tests are collected by name instead of run; those of a table are left out. */
function collector(tests: Map<string, (() => unknown)[]>) {
  const collect = (name: string, body: () => unknown): void => {
    tests.set(name, [...(tests.get(name) ?? []), body]);
  };
  const it = Object.assign(collect, { each: () => () => {} });
  const describe = Object.assign((_: string, body: () => void) => body(), {
    each: (rows: readonly unknown[]) => (_: string, body: (row: unknown) => void) => rows.forEach(body),
  });
  return { describe, it, expect, vi };
}

/** The test that is to catch a mutant (all of that name, in a table of groups), bundled with the true engine or with the mutant. */
export async function testWith(engine: "true engine" | "mutant", mutant: Mutant): Promise<() => Promise<void>> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, mutant.test)],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    packages: "external",
    plugins: engine === "mutant" ? [mutation(mutant)] : [],
    logLevel: "silent",
  });
  const tests = new Map<string, (() => unknown)[]>();
  const shim = collector(tests);
  const load = new Function("require", "module", "exports", outputFiles[0]!.text);
  load((name: string) => (name === "vitest" ? shim : required(name)), { exports: {} }, {});
  const found = tests.get(mutant.caughtBy);
  if (found === undefined) throw new RangeError(`caughtBy must name a test of ${mutant.test}, got ${mutant.caughtBy}`);
  return async () => {
    for (const test of found) await test();
  };
}
